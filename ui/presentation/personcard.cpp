// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/presentation/personcard.h"

#include "ui/presentation/failuretext.h"

#include <QUrl>

#include <algorithm>

namespace framekey
{

namespace
{

using Detail = Failure::Detail;

struct PersonCards {
    Q_DECLARE_TR_FUNCTIONS(PersonCards)

public:
    const SessionSnapshot &snapshot;
    const Provider *provider;

    [[nodiscard]] QString title() const
    {
        const int status = snapshot.personProblem->httpStatus;
        const QString &service = snapshot.providerName;
        if (provider && !provider->signInName.isEmpty())
            return tr("%1 signed you in. The account request to %2 was refused (%3)")
                .arg(provider->signInName, service)
                .arg(status);
        return tr("You are signed in, but %1 refused the account request (%2)").arg(service).arg(status);
    }

    [[nodiscard]] QString text(const TimeWords &times) const
    {
        const FailureText failure = FailureText::of(*snapshot.personProblem, snapshot.providerName);
        return tr("Your sign-in stands, but %1 will refuse your scripts as it refused this.")
                   .arg(snapshot.providerName) +
               u' ' + failure.meaning + u' ' + whatItCanBe() + failure.toDo + u' ' +
               tr("Asked last %1.").arg(times.atTime(snapshot.personProblemAt));
    }

    [[nodiscard]] bool isKnownCause(Detail cause) const
    {
        return provider && std::ranges::find(provider->accountRefusedCauses, cause, &RefusalCause::cause) !=
                               provider->accountRefusedCauses.cend();
    }

    /// Where the API did not say: what it refuses for, as far as its provider's data tell.
    [[nodiscard]] QString whatItCanBe() const
    {
        constexpr int forbidden = 403;
        const Failure &refusal = *snapshot.personProblem;
        if (refusal.detail != Detail::AccountRefused)
            return {};
        QStringList causes{tr("some access is missing in the token"),
                           tr("whoever signed in has no account there, or is not linked to it")};
        if (isKnownCause(Detail::NoProductProfile))
            causes += tr("no administrator has given them %1 (a product profile)").arg(snapshot.providerName);
        if (refusal.httpStatus == forbidden)
            causes += tr("the account there is locked");
        return tr("It can be one of these: %1.").arg(causes.join(tr("; ", "between causes"))) + u' ';
    }

    [[nodiscard]] QList<CardWords::Button> buttons() const
    {
        const Detail cause = snapshot.personProblem->detail;
        QList<CardWords::Button> list;
        const QString help = helpAddress(snapshot, provider);
        if (!help.isEmpty())
            list += {Order::OpenHelp, tr("Open %1").arg(QUrl(help).host())};
        if (cause == Detail::ScopeMissing || cause == Detail::AccountRefused)
            list += {Order::Reauthorize, orderWords(Order::Reauthorize)};
        if (cause == Detail::NotLinked && provider && !provider->quirks.promptForPerson.isEmpty())
            list += {Order::SignInAsAnother, orderWords(Order::SignInAsAnother)};
        list += {Order::CheckPerson, orderWords(Order::CheckPerson)};
        return list;
    }
};

} // namespace

CardWords personCard(const SessionSnapshot &snapshot, const TimeWords &times, const Provider *provider)
{
    const PersonCards card{snapshot, provider};
    return {Tone::Warning, card.title(), card.text(times), snapshot.personProblem->serverCode,
            card.buttons()};
}

QString helpAddress(const SessionSnapshot &snapshot, const Provider *provider)
{
    return snapshot.personProblem && provider ? provider->helpFor(snapshot.personProblem->detail) : QString();
}

} // namespace framekey
