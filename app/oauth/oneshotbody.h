// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "oauth/secret.h"

#include <QIODevice>

namespace framekey
{

/// A request body that can be read once. Qt sends a POST a second time by itself when the peer closes without
/// an answer, and a token request sent twice can end the whole sign-in; a body that cannot be rewound stops
/// that (Qt then reports ContentReSendError).
class OneShotBody : public QIODevice
{
    Q_OBJECT

public:
    explicit OneShotBody(const QByteArray &body, QObject *parent = nullptr);

    [[nodiscard]] bool isSequential() const override { return true; }
    [[nodiscard]] qint64 bytesAvailable() const override;
    [[nodiscard]] bool atEnd() const override { return bytesAvailable() == 0; }
    /// Always false: this is what keeps Qt from sending the body again.
    bool reset() override { return false; }

protected:
    qint64 readData(char *data, qint64 maxSize) override;
    qint64 writeData(const char *, qint64) override { return -1; }

private:
    Secret m_body;
    qint64 m_position = 0;
};

} // namespace framekey
