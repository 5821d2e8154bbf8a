// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/presentation/serviceend.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <array>

namespace framekey
{

namespace
{

struct EndWords {
    Q_DECLARE_TR_FUNCTIONS(ServiceEnd)
};

QString dayText(const QDate &day)
{
    return QLocale().toString(day, QStringLiteral("d MMMM yyyy"));
}

CardWords::Button setUpButton(const ServiceEnd &end, bool primary)
{
    return {Order::SetUpSuccessor, EndWords::tr("Set up %1", "a service").arg(end.successorName), primary};
}

QString removedText(const ServiceEnd &end)
{
    return EndWords::tr("Frame.io removed the %1 API after %2").arg(end.version, dayText(end.lastDay));
}

} // namespace

std::optional<ServiceEnd> ServiceEnd::of(const AccountSettings &settings, const ProviderCatalogue &catalogue,
                                         const QDateTime &nowUtc)
{
    const Provider *provider = catalogue.find(settings.provider);
    const Provider *successor = provider ? catalogue.find(provider->successor) : nullptr;
    if (!successor || !provider->lastDay.isValid())
        return std::nullopt;
    const Endpoints &own = settings.endpoints;
    if (!own.token.isEmpty() || !own.api.isEmpty())
        return std::nullopt;
    return ServiceEnd{.name = provider->name,
                      .version = provider->version,
                      .lastDay = provider->lastDay,
                      .successorName = successor->nameWithVersion(),
                      .isOver = nowUtc.toLocalTime().date() > provider->lastDay};
}

CardWords serviceEndCard(const ServiceEnd &end)
{
    CardWords card{Tone::Neutral, {}, {}, {}, {}};
    if (end.isOver) {
        card.tone = Tone::Warning;
        card.title = removedText(end);
        card.text = EndWords::tr("This account belongs to %1 and cannot be relied on any more. %2 takes its "
                                 "place: it has a client and a sign-in of its own.")
                        .arg(end.name, end.successorName);
    } else {
        card.title = EndWords::tr("%1 ends after %2").arg(end.name, dayText(end.lastDay));
        card.text =
            EndWords::tr("Until then this account works as it does now; after it, Frame.io removes the %1 "
                         "API, and scripts with this account's tokens fail. %2 takes its place: set it "
                         "up beside this account while both work.")
                .arg(end.version, end.successorName);
    }
    card.buttons = {setUpButton(end, false), {Order::PutEndAway, orderWords(Order::PutEndAway)}};
    return card;
}

EndAsReason endAsReason(const ServiceEnd *end, const std::optional<Failure> &failure)
{
    using Kind = Failure::Kind;
    using Detail = Failure::Detail;
    if (!end || !end->isOver || !failure)
        return EndAsReason::No;
    if (failure->kind == Kind::Network) {
        // A network, a proxy or a clock of the person's own does all the others.
        if (failure->detail == Detail::HostNotFound)
            return EndAsReason::Perhaps;
        return failure->detail == Detail::ConnectionRefused ? EndAsReason::Likely : EndAsReason::No;
    }
    constexpr auto itsWord = std::to_array({Kind::Expired, Kind::Server, Kind::Protocol, Kind::Client});
    constexpr auto ours = std::to_array({Detail::NotRenewable, Detail::BindingChanged, Detail::SecretMissing,
                                         Detail::StateMismatch, Detail::MissingCode, Detail::MixUp});
    const bool isItsWord = std::ranges::find(itsWord, failure->kind) != itsWord.end() &&
                           std::ranges::find(ours, failure->detail) == ours.end();
    return isItsWord ? EndAsReason::Likely : EndAsReason::No;
}

CardWords explainedByEnd(const CardWords &card, const ServiceEnd *end, EndAsReason how)
{
    if (!end || how == EndAsReason::No)
        return card;
    CardWords explained = card;
    explained.title = removedText(*end);
    const QString reason = how == EndAsReason::Likely
                               ? EndWords::tr("That is the likely reason for this: “%1”.", "a title")
                               : EndWords::tr("That may be the reason for this: “%1”.", "a title");
    explained.text = reason.arg(card.title) + u' ' + card.text + u' ' +
                     EndWords::tr("%1 takes the place of %2.").arg(end->successorName, end->name);
    for (CardWords::Button &button : explained.buttons)
        button.primary = false;
    explained.buttons.prepend(setUpButton(*end, true));
    return explained;
}

} // namespace framekey
