// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/presentation/waitingwords.h"

namespace framekey
{

WaitingWords WaitingWords::of(const SessionSnapshot::Waiting &waiting, const TimeWords &times)
{
    WaitingWords words;
    if (waiting.finishing)
        words.hint = tr("The browser's answer has come. Framekey is fetching and keeping the sign-in.");
    else if (!waiting.listening)
        words.hint =
            tr("Allow access in the browser, then copy the address it ends at and paste it below. The page "
               "itself may not load: only its address is needed.");
    else if (!waiting.browserOpened)
        words.hint =
            tr("No browser could be opened. Copy the link and open it in any browser on this computer.");
    else
        words.hint = tr("No browser window? Open this address yourself, in any browser on this computer.");
    if (waiting.certificateEnds && !waiting.finishing)
        words.hint += u' ' + tr("The certificate of the redirect address ends %1.")
                                 .arg(times.atTime(*waiting.certificateEnds));
    words.until = waiting.finishing ? tr("Finishing the sign-in…")
                                    : tr("Framekey waits until %1.").arg(times.clockTime(waiting.until));
    return words;
}

} // namespace framekey
