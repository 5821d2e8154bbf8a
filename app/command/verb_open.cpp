// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "orderline.h"
#include "output.h"
#include "verbs.h"
#include "window.h"

namespace framekey::command
{

ExitCode runOpen(Arguments arguments)
{
    const auto options = readOrderLine(arguments, "open", {.json = false});
    if (!options)
        return options.error();
    auto answer = show(*options);
    if (answer)
        return ExitCode::Good;
    const auto place = socketPlace();
    if (!hasNoWindow(answer) || !options->mayStart || !place || place->isGiven)
        return report(answer.error());
    if (!hasDisplay())
        return report({ExitCode::Failed,
                       "There is no display to open a window on.",
                       "Without one: framekey login --no-browser",
                       {}});
    answer = showAnother(*options);
    return answer ? ExitCode::Good : report(answer.error());
}

} // namespace framekey::command
