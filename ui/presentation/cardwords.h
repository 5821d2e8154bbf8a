// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/sessionsnapshot.h"
#include "ui/presentation/order.h"
#include "ui/presentation/statuswords.h"
#include "ui/presentation/timewords.h"

#include <QList>
#include <QString>

namespace framekey
{

struct Provider;
struct ServiceEnd;

/// One card that says something: a problem, a question, a receipt, a notice.
struct CardWords {
    struct Button {
        Order order = Order::Back;
        QString text;
        bool primary = false;

        friend bool operator==(const Button &, const Button &) = default;
    };

    Tone tone = Tone::Neutral;
    QString title;
    QString text;
    QString code; ///< the server's own word, in fixed width
    QList<Button> buttons;

    friend bool operator==(const CardWords &, const CardWords &) = default;
};

/// The cards above everything else, in order: question, problem, who it is, where it is kept, receipt, the
/// service's end.
[[nodiscard]] QList<CardWords> cardsFor(const SessionSnapshot &snapshot, const TimeWords &times,
                                        const Provider *provider = nullptr, const ServiceEnd *end = nullptr);
/// "Framekey keeps running": said once, when the window comes back after it was first closed.
[[nodiscard]] CardWords keepsRunningCard();
/// The re-authorization asks for no renewal any more.
[[nodiscard]] CardWords losesRenewalCard();
/// The list of accounts could not be written.
[[nodiscard]] CardWords notSavedCard();
/// The list of accounts could not be read and was put aside.
[[nodiscard]] CardWords brokenFileCard(const QString &keptAs);
/// The imported `.env` is of a client that is there already.
[[nodiscard]] CardWords knownClientCard(const QString &accountName);
/// The `.env` that Framekey was started with could not be imported.
[[nodiscard]] CardWords notImportedCard(const QString &sentence);
/// The person of this account is signed in through another one, `otherName`, too.
[[nodiscard]] CardWords samePersonCard(const QString &person, const QString &otherName);
/// Another Framekey, without a window, holds a sign-in that ends with it.
[[nodiscard]] CardWords takeOverCard();

} // namespace framekey
