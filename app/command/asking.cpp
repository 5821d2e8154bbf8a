// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "asking.h"

#include "pause.h"
#include "starting.h"

namespace framekey::command
{

namespace
{

using Failure = Connection::Failure;

constexpr std::chrono::milliseconds silence{1000};

std::expected<Secret, Failure> exchange(Connection &connection, const Request &request, const Manner &manner)
{
    if (const auto sent = connection.send(request.line()); !sent)
        return std::unexpected(sent.error());
    if (manner.whenSilent && !connection.answersWithin(silence, manner.deadline))
        manner.whenSilent();
    return connection.receive(manner.deadline);
}

Trouble notRunning(const SocketPlace &place)
{
    if (place.isGiven)
        return {ExitCode::NotRunning, "Nobody answers at " + place.path + " (FRAMEKEY_SOCKET).", {}};
    return {ExitCode::NotRunning, "Framekey does not run.", "Start it with: framekey open"};
}

bool isOver(const Deadline &deadline)
{
    return deadline && std::chrono::steady_clock::now() >= *deadline;
}

} // namespace

Trouble troubleOf(Failure failure, const SocketPlace &place)
{
    switch (failure) {
    case Failure::Nobody:
        return notRunning(place);
    case Failure::Foreign:
        return {ExitCode::Refused,
                "What listens at " + place.path + " is not this user's, so nothing was sent to it.",
                "Look who made it: ls -l " + place.path};
    case Failure::TooLate:
        return {ExitCode::TryLater, "Framekey did not answer in time.",
                "Try again, or give it longer with --timeout."};
    case Failure::TooLong:
        return {ExitCode::Failed, "Framekey's answer is longer than one can be.", {}};
    case Failure::Busy:
        break;
    }
    return {ExitCode::TryLater, "Framekey went away before it answered.", "Try again."};
}

std::expected<Connection, Trouble> reach(const SocketPlace &place, const Manner &manner)
{
    const Folder folder = lookAtFolder(place);
    if (folder == Folder::Untrusted)
        return std::unexpected(untrusted(place.folder));
    if (folder == Folder::Ours) {
        auto connection = Connection::open(place.path, manner.deadline);
        if (connection)
            return *std::move(connection);
        if (connection.error() != Failure::Nobody)
            return std::unexpected(troubleOf(connection.error(), place));
    }
    if (place.isGiven || !manner.mayStart)
        return std::unexpected(notRunning(place));
    return startApp(place, StartKind::Background, manner.deadline);
}

std::expected<Secret, Trouble> ask(const Request &request, const Manner &manner)
{
    if (!request.fits())
        return std::unexpected(
            Trouble{ExitCode::Usage, "That is more than one request can hold (8 KiB).", {}});
    const auto place = socketPlace();
    if (!place)
        return std::unexpected(place.error());
    for (Pause pause;; pause.take()) {
        auto connection = reach(*place, manner);
        if (!connection)
            return std::unexpected(connection.error());
        auto answer = exchange(*connection, request, manner);
        if (answer)
            return *std::move(answer);
        const bool mayTryAgain =
            manner.mayRepeat && answer.error() == Failure::Busy && pause.count() < mostPauses;
        if (!mayTryAgain || isOver(manner.deadline))
            return std::unexpected(troubleOf(answer.error(), *place));
    }
}

} // namespace framekey::command
