// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/presentation/tokenwords.h"

namespace framekey
{

namespace
{

struct TokenWordsParts {
    Q_DECLARE_TR_FUNCTIONS(TokenWords)

public:
    const SessionSnapshot &snapshot;
    const TimeWords &times;

    [[nodiscard]] QString expires() const
    {
        if (!snapshot.expiresAt)
            return tr("not told by the server");
        const QDateTime &at = *snapshot.expiresAt;
        return times.isPast(at) ? tr("ended %1").arg(times.dayAndTime(at)) : times.whenExactly(at);
    }

    [[nodiscard]] QString renewal() const
    {
        const QString last =
            snapshot.lastRenewedAt ? tr("; last %1").arg(times.atTime(*snapshot.lastRenewedAt)) : QString();
        return next() + last + unused();
    }

    [[nodiscard]] QString unused() const
    {
        return snapshot.unusedUntil
                   ? tr("; unused, it lasts until %1").arg(times.aboutDay(*snapshot.unusedUntil))
                   : QString();
    }

    [[nodiscard]] QString none() const
    {
        if (!snapshot.expiresAt || times.isPast(*snapshot.expiresAt))
            return tr("none was given by %1").arg(snapshot.providerName);
        return tr("none was given by %1: sign in again %2")
            .arg(snapshot.providerName, times.atTime(*snapshot.expiresAt));
    }

    [[nodiscard]] QString next() const
    {
        using State = SessionSnapshot::State;
        if (snapshot.isRenewing())
            return tr("under way");
        if (snapshot.state == State::SignInNeeded)
            return tr("not without you");
        if (!snapshot.renewable)
            return none();
        if (!snapshot.renewsAt)
            return tr("by itself");
        if (times.isPast(*snapshot.renewsAt))
            return tr("by itself, any moment now");
        return tr("by itself, next %1").arg(times.atTime(*snapshot.renewsAt));
    }
};

} // namespace

TokenWords TokenWords::of(const SessionSnapshot &snapshot, const TimeWords &times)
{
    const TokenWordsParts parts{snapshot, times};
    const bool memory = snapshot.storage == SessionSnapshot::Storage::Memory;
    return {parts.expires(), parts.renewal(),
            memory ? tr("memory only, until Framekey quits") : tr("this computer's keychain")};
}

} // namespace framekey
