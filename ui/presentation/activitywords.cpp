// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/presentation/activitywords.h"

#include <QCoreApplication>

#include <algorithm>

namespace framekey
{

namespace
{

using Result = TokenUse::Result;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Activity)

public:
    const TimeWords &times;
    bool namesAccounts;

    static QString outcome(Result result)
    {
        switch (result) {
        case Result::Given:
            return tr("given");
        case Result::GivenAfterRenewal:
            return tr("given, renewed first");
        case Result::SignInNeeded:
            return tr("not given: you have to sign in");
        case Result::KeychainLocked:
            return tr("not given: the keychain cannot be read");
        case Result::TryLater:
            return tr("not given: trouble with the network or the service");
        case Result::Refused:
            return tr("refused: you did not allow it");
        case Result::Cancelled:
            return tr("not given: the sign-in was cancelled");
        case Result::Failed:
            return tr("not given: something is wrong, the account's page says what");
        case Result::Left:
            return tr("left before there was an answer");
        }
        return {};
    }

    /// `of` begins with the newest; the last is the oldest.
    [[nodiscard]] ActivityRow row(const QList<TokenUse> &of) const
    {
        const TokenUse &newest = of.first();
        ActivityRow row{.who = RequesterWords::of(newest.requester),
                        .when = times.dayAndTime(newest.at),
                        .outcome = outcome(newest.result),
                        .said = {},
                        .tone = toneOf(newest.result),
                        .first = of.last()};
        if (of.size() > 1)
            row.outcome += separator() + tr("%n time(s) since %1", nullptr, static_cast<int>(of.size()))
                                             .arg(times.shortly(of.last().at));
        const QString account = shownText(newest.accountName);
        row.said = sentence(row, account);
        if (namesAccounts)
            row.outcome += separator() + account;
        return row;
    }

    static Tone toneOf(Result result)
    {
        switch (result) {
        case Result::Given:
        case Result::GivenAfterRenewal:
            return Tone::Good;
        case Result::SignInNeeded:
        case Result::Failed:
            return Tone::Problem;
        case Result::KeychainLocked:
        case Result::TryLater:
            return Tone::Warning;
        case Result::Refused:
        case Result::Cancelled:
        case Result::Left:
            break;
        }
        return Tone::Neutral;
    }

private:
    static QString separator() { return QStringLiteral(" · "); }

    [[nodiscard]] QString sentence(const ActivityRow &row, const QString &account) const
    {
        QString outcome = row.outcome;
        outcome.replace(separator(), QStringLiteral(", "));
        QStringList sentences{
            namesAccounts
                ? tr("%1, %2 asked for a token of “%3”: %4.").arg(row.when, row.who.program, account, outcome)
                : tr("%1, %2 asked for a token: %3.").arg(row.when, row.who.program, outcome)};
        if (!row.who.folder.isEmpty())
            sentences += tr("It lies in %1.", "a program, in a folder").arg(row.who.folder);
        if (!row.who.claims.isEmpty())
            sentences +=
                tr("It %1, which nothing proves.", "what a program says of itself").arg(row.who.claims);
        return sentences.join(u' ');
    }
};

bool belongTogether(const TokenUse &one, const TokenUse &other)
{
    return one.requester == other.requester && one.result == other.result &&
           one.accountId == other.accountId && one.accountName == other.accountName;
}

} // namespace

QList<ActivityRow> activityRows(const QList<TokenUse> &uses, const TimeWords &times, bool namesAccounts)
{
    const Words words{times, namesAccounts};
    QList<ActivityRow> rows;
    for (auto from = uses.begin(); from != uses.end();) {
        const auto to = std::find_if_not(from, uses.end(),
                                         [&from](const TokenUse &use) { return belongTogether(*from, use); });
        rows += words.row(uses.sliced(from - uses.begin(), to - from));
        from = to;
    }
    return rows;
}

QString activityMeaning()
{
    return Words::tr(
        "Any program that runs as you can ask for a token; here is who did. The program is named by "
        "this computer; what it says of itself is unproved.");
}

QString nobodyAsked()
{
    return Words::tr(
        "No program has asked since Framekey started. Up to 200 requests stand here, and they go "
        "when Framekey quits.");
}

} // namespace framekey
