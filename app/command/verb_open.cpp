// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "appprogram.h"
#include "launch.h"
#include "orderline.h"
#include "output.h"
#include "pause.h"
#include "verbs.h"

namespace framekey::command
{

namespace
{

/// With the pauses between: a quarter of a minute.
constexpr int mostLooks = 80;

bool hasDisplay()
{
    return !environmentText("DISPLAY").empty() || !environmentText("WAYLAND_DISPLAY").empty();
}

std::expected<Json, Trouble> show(const OrderOptions &options)
{
    Request request = options.request("show");
    request.textIfAny("activationToken", environmentText("XDG_ACTIVATION_TOKEN"));
    OrderOptions without = options;
    without.mayStart = false;
    return carryOut(request, without, true);
}

bool hasNoWindow(const std::expected<Json, Trouble> &answer)
{
    return !answer &&
           (answer.error().exitCode == ExitCode::NotRunning || answer.error().refusal == "no-window");
}

/// One with a window is started; where one runs without a display, it leaves to that.
std::expected<Json, Trouble> showAnother(const OrderOptions &options)
{
    const auto program = appProgram();
    if (!program)
        return std::unexpected(program.error());
    if (const auto launched = launch(*program, StartKind::Window); !launched)
        return std::unexpected(launched.error());
    auto answer = show(options);
    for (Pause pause; hasNoWindow(answer) && pause.count() < mostLooks; pause.take())
        answer = show(options);
    return answer;
}

} // namespace

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
