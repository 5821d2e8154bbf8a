// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "window.h"

#include "appprogram.h"
#include "launch.h"
#include "pause.h"

namespace framekey::command
{

namespace
{

/// With the pauses between: a quarter of a minute.
constexpr int mostLooks = 80;

} // namespace

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

std::expected<Json, Trouble> showAnother(const OrderOptions &options)
{
    const auto program = appProgram();
    if (!program)
        return std::unexpected(program.error());
    if (const auto launched = launch(*program, StartKind::Window, options.deadline()); !launched)
        return std::unexpected(launched.error());
    auto answer = show(options);
    for (Pause pause;
         hasNoWindow(answer) && pause.count() < mostLooks && millisecondsTo(options.deadline()) != 0;
         pause.take())
        answer = show(options);
    return answer;
}

} // namespace framekey::command
