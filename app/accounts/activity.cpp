// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "accounts/activity.h"

namespace framekey
{

void Activity::add(const TokenUse &use)
{
    if (m_uses.size() == longest)
        m_uses.removeLast();
    m_uses.prepend(use);
    Q_EMIT changed();
}

} // namespace framekey
