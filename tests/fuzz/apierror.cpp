// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The body of the API's refusal, and what is made of it (T7).
#include "frameio/apierror.h"

#include "fuzzbytes.h"
#include "fuzzchecks.h"

using namespace framekey;

namespace
{

using Detail = Failure::Detail;

const QList<RefusalCause> causes{
    {.status = 401, .contains = {QStringLiteral("not linked")}, .cause = Detail::NotLinked},
    {.status = 403,
     .contains = {QStringLiteral("scope"), QStringLiteral("Locked")},
     .cause = Detail::ScopeMissing}};

void checkRefusal(const Failure &failure, int status, const QStringList &texts)
{
    test::checkServerCode(failure);
    const QString said = texts.join(u'\n');
    const bool isCaused = std::ranges::any_of(causes, [&](const RefusalCause &cause) {
        return cause.status == status && cause.cause == failure.detail &&
               std::ranges::any_of(cause.contains, [&](const QString &piece) {
                   return said.contains(piece, Qt::CaseInsensitive);
               });
    });
    test::mustHold(isCaused || failure.detail == Detail::AccountRefused,
                   "a cause is one of this status whose words were said");
    test::mustHold(failure.stage == Failure::Stage::AccountRequest && failure.kind == Failure::Kind::Client,
                   "it is the API's verdict and ends no sign-in (F10)");
    test::mustHold(failure.httpStatus == status && !failure.retryAfter, "with the status that came");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray body = test::bytes(data, size);
    const QStringList texts = apiErrorTexts(body);
    test::mustHold(texts.isEmpty() || body.size() <= 16384, "no body is longer than 16 KiB");
    test::mustHold(texts.size() <= 17, "eight errors of two texts, and the message beside them");
    for (const QString &text : texts)
        test::mustHold(!text.isEmpty() && text.size() <= 512, "a text is at most 512 characters");
    for (const int status : {401, 403})
        checkRefusal(
            accountRefusal({.status = status, .contentType = {}, .retryAfter = {}, .body = body}, causes),
            status, texts);
    return 0;
}
