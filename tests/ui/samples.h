// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/activity.h"
#include "accounts/consents.h"
#include "ui/accountview.h"
#include "ui/presentation/accountrow.h"

#include <QDateTime>
#include <QList>
#include <QString>

namespace framekey::samples
{

/// An invented account in one of its states.
struct Sample {
    QString name; ///< "signed-in"
    AccountView view;
};

/// 24 Nov 2026, 13:23:10 UTC: when all samples are looked at.
[[nodiscard]] QDateTime now();
[[nodiscard]] const ProviderCatalogue &catalogue();
[[nodiscard]] AccountView signedOut();
[[nodiscard]] AccountView waiting();
[[nodiscard]] AccountView signedIn();
/// A list of accounts, one in each of its states; the second is the default.
[[nodiscard]] QList<AccountRow> accountRows();
/// Waiting for a redirect that the desktop hands over.
[[nodiscard]] QList<Sample> handOvers();
/// Waiting for longer than most redirects take.
[[nodiscard]] QList<Sample> lates();
/// What is particular to Frame.io's V4.
[[nodiscard]] QList<Sample> frameio();
/// Every state and every card, each once.
[[nodiscard]] QList<Sample> all();

/// Who asked for tokens, newest first.
[[nodiscard]] QList<TokenUse> someUses();
[[nodiscard]] QList<TokenUse> everyOutcome();
[[nodiscard]] QList<TokenUse> manyUses();
[[nodiscard]] QList<TokenUse> longUses();
/// Three: of a script, with long words, and of nobody knows whom.
[[nodiscard]] QList<Consents::Question> questions();

} // namespace framekey::samples
