// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "redirecthandover.h"

#include "agent/agentclient.h"
#include "desktop/process.h"
#include "oauth/redirectaddress.h"

#include <QTextStream>

#include <cstdlib>

namespace framekey
{

namespace
{

// With the activation token and what is round both.
static_assert(longestRedirectAddress + 512 <= longestAgentRequest);

int end(int exitCode, const QString &sentence)
{
    QTextStream(stderr) << "framekey-app: " << sentence << '\n';
    return exitCode;
}

int endNotAwaited()
{
    return end(exitNotAwaited,
               QStringLiteral("Framekey does not wait for this address. Nothing has changed."));
}

// Nor could one with what JSON doubles be sure to fit into a request.
bool canBeAnAddress(const QByteArray &text)
{
    return text.size() <= longestRedirectAddress && isTokenText(text) && !text.contains('"') &&
           !text.contains('\\');
}

} // namespace

int handOverRedirect(const Options &options)
{
    if (!canBeAnAddress(options.redirect.reveal()))
        return endNotAwaited();
    QString reason;
    const QString folder = runtimeFolder(options.instanceName(), reason);
    if (folder.isEmpty())
        return end(EXIT_FAILURE, QStringLiteral("Framekey cannot be asked: %1.").arg(reason));
    const auto answer = askRunning(folder + u"/agent", {.order = AgentRequest::Order::Redirect,
                                                        .activationToken = qgetenv("XDG_ACTIVATION_TOKEN"),
                                                        .address = options.redirect});
    if (!answer) {
        const bool nobody = InstanceLock().take(folder + u"/lock");
        return nobody ? end(exitNotRunning,
                            QStringLiteral("No Framekey runs that could wait for this address. Open it, and "
                                           "sign in again."))
                      : end(EXIT_FAILURE, QStringLiteral("Framekey runs, but does not answer."));
    }
    if (answer->isDone())
        return EXIT_SUCCESS;
    if (answer->refusal == AgentAnswer::Refusal::NotAwaited)
        return endNotAwaited();
    return end(EXIT_FAILURE, QStringLiteral("The Framekey that runs did not take this address."));
}

} // namespace framekey
