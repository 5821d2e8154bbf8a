// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "oauth/oneshotbody.h"

#include <algorithm>
#include <cstring>

namespace framekey
{

OneShotBody::OneShotBody(const QByteArray &body, QObject *parent) : QIODevice(parent), m_body(body)
{
    // Unbuffered: QIODevice's own buffer would keep a copy of the body.
    open(QIODevice::ReadOnly | QIODevice::Unbuffered);
}

qint64 OneShotBody::bytesAvailable() const
{
    return m_body.reveal().size() - m_position + QIODevice::bytesAvailable();
}

qint64 OneShotBody::readData(char *data, qint64 maxSize)
{
    const qint64 left = m_body.reveal().size() - m_position;
    if (left == 0)
        return -1;
    const qint64 count = std::min(maxSize, left);
    std::memcpy(data, m_body.reveal().constData() + m_position, static_cast<std::size_t>(count));
    m_position += count;
    return count;
}

} // namespace framekey
