// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/presentation/personcard.h"

#include "ui/presentation/failuretext.h"

#include <QUrl>

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
               u' ' + failure.meaning + u' ' + failure.toDo + u' ' +
               tr("Asked last %1.").arg(times.atTime(snapshot.personProblemAt));
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
