// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "samples.h"

namespace framekey::samples
{

namespace
{

using Result = TokenUse::Result;

Requester python(const QString &script)
{
    return {.program = QStringLiteral("/usr/bin/python3.11"), .script = script};
}

TokenUse use(int minutesAgo, const Requester &requester, Result result,
             const QString &account = QStringLiteral("work"))
{
    return {.at = now().addSecs(-60LL * minutesAgo),
            .accountId = account,
            .accountName = account,
            .requester = requester,
            .result = result};
}

} // namespace

QList<TokenUse> someUses()
{
    QList<TokenUse> uses;
    for (int minutes = 1; minutes < 13; ++minutes)
        uses += use(minutes, python(QStringLiteral("ingest.py")), Result::Given);
    uses += use(20, python(QStringLiteral("ingest.py")), Result::GivenAfterRenewal);
    uses += use(25, {.program = QStringLiteral("/usr/bin/bash"), .label = QStringLiteral("night jobs")},
                Result::Refused);
    uses += use(40, {.program = QStringLiteral("/home/ana/.local/bin/deadline-worker")}, Result::SignInNeeded,
                QStringLiteral("studio"));
    uses += use(42, {}, Result::Left);
    uses += use(24 * 60, {.program = QStringLiteral("/usr/bin/node"), .script = QStringLiteral("sync.mjs")},
                Result::TryLater);
    return uses;
}

QList<TokenUse> everyOutcome()
{
    QList<TokenUse> uses;
    for (const Result result :
         {Result::Given, Result::GivenAfterRenewal, Result::SignInNeeded, Result::KeychainLocked,
          Result::TryLater, Result::Refused, Result::Cancelled, Result::Failed, Result::Left})
        uses += use(1, python(QStringLiteral("ingest.py")), result);
    return uses;
}

QList<TokenUse> manyUses()
{
    QList<TokenUse> uses;
    while (uses.size() < Activity::longest)
        uses += use(static_cast<int>(uses.size()), python(QStringLiteral("job-%1.py").arg(uses.size())),
                    Result::Given);
    return uses;
}

QList<TokenUse> longUses()
{
    const Requester talkative{
        .program =
            QStringLiteral("/opt/studio/pipelines/release-2026.11/bin/nightly-review-uploader-with-a-name"),
        .script =
            QStringLiteral("upload_everything_that_was_rendered_since_yesterday_evening_v0042_final.py"),
        .label = QStringLiteral("the job that Ben set up before he went on holiday")};
    const QString account = QStringLiteral("a name that somebody gave without a thought for lists");
    return {use(1, talkative, Result::TryLater, account), use(2, talkative, Result::TryLater, account),
            use(3, talkative, Result::Failed, account)};
}

QList<Consents::Question> questions()
{
    const auto question = [](quint64 id, const Requester &requester) {
        return Consents::Question{.id = id,
                                  .accountId = QStringLiteral("work"),
                                  .accountName = QStringLiteral("work"),
                                  .requester = requester,
                                  .until = now().addSecs(60)};
    };
    return {
        question(1, {.program = QStringLiteral("/usr/bin/python3"), .script = QStringLiteral("backup.py")}),
        question(2, longUses().first().requester), question(3, {})};
}

} // namespace framekey::samples
