// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/presentation/cardwords.h"

#include "ui/presentation/failuretext.h"
#include "ui/presentation/personcard.h"
#include "ui/presentation/receiptwords.h"
#include "ui/presentation/serviceend.h"

namespace framekey
{

namespace
{

using State = SessionSnapshot::State;

struct Cards {
    Q_DECLARE_TR_FUNCTIONS(Cards)

public:
    const SessionSnapshot &snapshot;
    const TimeWords &times;

    [[nodiscard]] CardWords question() const
    {
        const auto &asked = *snapshot.question;
        const QString current = personText(asked.current);
        const QString other = personText(asked.other);
        CardWords card{Tone::Warning, tr("Another person signed in"), {}, {}, {}};
        card.text =
            tr("You were signed in as %1. In the browser, %2 signed in. Which of the two shall this account "
               "use? Without an answer until %3 it stays with %1.")
                .arg(current, other, times.clockTime(asked.until));
        card.buttons = {{Order::KeepPerson, tr("Keep %1").arg(personName(asked.current))},
                        {Order::UseOtherPerson, tr("Use %1").arg(personName(asked.other))}};
        return card;
    }

    [[nodiscard]] QString when() const
    {
        return snapshot.problemAt ? tr("It happened %1.").arg(times.atTime(*snapshot.problemAt)) : QString();
    }

    [[nodiscard]] QString nextTry() const
    {
        if (!snapshot.renewsAt || times.isPast(*snapshot.renewsAt))
            return tr("Framekey tries again by itself as soon as the connection is back.");
        return tr("Framekey tries again by itself %1.").arg(times.atTime(*snapshot.renewsAt));
    }

    [[nodiscard]] CardWords problem() const
    {
        const FailureText text = FailureText::of(*snapshot.problem, snapshot.providerName);
        CardWords card{Tone::Problem, text.happened, text.meaning, text.code, {}};
        if (!when().isEmpty())
            card.text += u' ' + when();
        // A re-authorization that failed: the sign-in beside it stands.
        const bool stands = snapshot.isUsable() && text.order == Order::SignIn;
        if (isAnotherRefused())
            card.text +=
                u' ' +
                tr("Nothing changed here: you are still signed in as %1.").arg(personText(snapshot.person));
        card.text += u' ' + (stands ? tr("Your present sign-in is as before.") : text.toDo);
        if (text.order && wantsButton(*text.order))
            card.buttons = {{*text.order, orderText(*text.order)}};
        return card;
    }

    /// A re-authorization's account request was refused, and so its tokens were not taken.
    [[nodiscard]] bool isAnotherRefused() const
    {
        return snapshot.problem->stage == Failure::Stage::AccountRequest && snapshot.person &&
               snapshot.isUsable();
    }

    /// False where the same button stands in the window anyway, or there is nothing to ask.
    [[nodiscard]] bool wantsButton(Order order) const
    {
        if (order == Order::SignIn || (order == Order::CheckPerson && snapshot.person))
            return false;
        return order != Order::RenewNow || snapshot.state == State::Offline;
    }

    [[nodiscard]] static QString orderText(Order order)
    {
        return order == Order::OpenSettings ? tr("Change the settings") : orderWords(order);
    }

    [[nodiscard]] CardWords signInNeeded() const
    {
        CardWords card = snapshot.problem ? problem() : CardWords{};
        if (!snapshot.problem) {
            card.title = tr("This sign-in has ended");
            card.text = tr("Nothing on this computer is lost: sign in again and your scripts go on.");
        }
        card.tone = Tone::Problem;
        card.buttons.prepend({Order::SignIn, orderWords(Order::SignIn), true});
        card.buttons.append({Order::SignOut, orderWords(Order::SignOut)});
        return card;
    }

    [[nodiscard]] CardWords offline() const
    {
        CardWords card{Tone::Warning, tr("%1 could not be reached").arg(snapshot.providerName), {}, {}, {}};
        QString cause;
        if (snapshot.problem) {
            const FailureText text = FailureText::of(*snapshot.problem, snapshot.providerName);
            card.title = text.happened;
            card.code = text.code;
            cause = u' ' + text.meaning;
        }
        card.text = tr("The access token has ended and could not be renewed.") + cause + u' ' +
                    tr("Your sign-in is kept.") + u' ' + nextTry();
        card.buttons = {{Order::RenewNow, orderWords(Order::RenewNow)}};
        return card;
    }

    [[nodiscard]] CardWords keychainLocked() const
    {
        CardWords card{Tone::Warning, tr("The keychain cannot be read"), {}, {}, {}};
        card.text =
            tr("Framekey cannot see whether you are signed in. Nothing is lost: unlock this computer's "
               "keychain, then try again.");
        if (snapshot.problem) {
            const FailureText text = FailureText::of(*snapshot.problem, snapshot.providerName);
            card.title = text.happened;
            card.text =
                text.meaning + u' ' + tr("Nothing is lost, and you are not signed out.") + u' ' + text.toDo;
        }
        if (snapshot.clientSecretProblem)
            card.text += u' ' + secretToo();
        card.buttons = {{Order::RetryStorage, orderWords(Order::RetryStorage)}};
        return card;
    }

    [[nodiscard]] static QString secretToo()
    {
        return tr(
            "Your client secret is not in the keychain either: until it is, Framekey asks for it again after "
            "a restart.");
    }

    [[nodiscard]] CardWords secretInMemory() const
    {
        const FailureText text = FailureText::of(*snapshot.clientSecretProblem, snapshot.providerName);
        return {Tone::Warning,
                tr("Your client secret could not be kept"),
                tr("It works, but until it is in the keychain, Framekey asks for it again after a restart.") +
                    u' ' + text.happened + QStringLiteral(". ") + text.toDo,
                {},
                {{Order::RetryStorage, orderWords(Order::RetryStorage)}}};
    }

    [[nodiscard]] CardWords memoryOnly() const
    {
        CardWords card{Tone::Warning, tr("This sign-in is not in the keychain"), {}, {}, {}};
        card.text = tr("It works, but it ends when Framekey quits.");
        if (snapshot.storageProblem) {
            const FailureText text = FailureText::of(*snapshot.storageProblem, snapshot.providerName);
            card.text += u' ' + text.happened + QStringLiteral(". ") + text.toDo;
        }
        if (snapshot.clientSecretProblem)
            card.text += u' ' + secretToo();
        card.buttons = {{Order::RetryStorage, orderWords(Order::RetryStorage)}};
        return card;
    }

    [[nodiscard]] CardWords receipt() const
    {
        const ReceiptWords words = ReceiptWords::of(*snapshot.receipt, snapshot.providerName, times);
        return {words.tone,
                words.title,
                words.text,
                words.code,
                {{Order::DismissReceipt, orderWords(Order::DismissReceipt)}}};
    }
};

std::optional<CardWords> stateCard(const Cards &cards)
{
    switch (cards.snapshot.state) {
    case State::SignInNeeded:
        return cards.signInNeeded();
    case State::Offline:
        return cards.offline();
    case State::KeychainLocked:
        return cards.keychainLocked();
    case State::Starting:
    case State::SignedOut:
    case State::SigningIn:
    case State::SignedIn:
    case State::Renewing:
        break;
    }
    return cards.snapshot.problem ? std::optional(cards.problem()) : std::nullopt;
}

} // namespace

QList<CardWords> cardsFor(const SessionSnapshot &snapshot, const TimeWords &times, const Provider *provider,
                          const ServiceEnd *end)
{
    const Cards cards{snapshot, times};
    QList<CardWords> result;
    if (snapshot.question)
        result += cards.question();
    const EndAsReason ofProblem = endAsReason(end, snapshot.problem);
    const EndAsReason ofRefusal = endAsReason(end, snapshot.personProblem);
    if (const auto card = stateCard(cards))
        result += explainedByEnd(*card, end, ofProblem);
    if (snapshot.personProblem)
        result += explainedByEnd(personCard(snapshot, times, provider), end, ofRefusal);
    const bool holdsTokens = snapshot.isUsable() || snapshot.state == State::Offline;
    if (holdsTokens && snapshot.storage == SessionSnapshot::Storage::Memory)
        result += cards.memoryOnly();
    else if (snapshot.clientSecretProblem && snapshot.state != State::KeychainLocked)
        result += cards.secretInMemory();
    if (snapshot.receipt)
        result += cards.receipt();
    const bool isExplained = ofProblem != EndAsReason::No || ofRefusal != EndAsReason::No;
    if (end && !end->isPutAway && !isExplained)
        result += serviceEndCard(*end);
    return result;
}

} // namespace framekey
