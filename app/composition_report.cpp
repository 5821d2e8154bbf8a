// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
// What the composition tells whoever looks for what is wrong.
#include "composition.h"

#include "desktop/systemfacts.h"
#include "ui/presentation/reporttext.h"

namespace framekey
{

QString Composition::report() const
{
    SystemFacts facts = readSystemFacts();
    facts.hasWindow = m_hasWindow;
    facts.hasSocket = !m_runtimeFolder.isEmpty();
    return reportText({.accounts = m_accounts, .events = m_events, .clock = m_clock, .facts = facts});
}

} // namespace framekey
