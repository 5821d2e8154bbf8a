// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "frameio/apierror.h"

#include "oauth/strictjson.h"

#include <QJsonArray>

#include <algorithm>

namespace framekey
{

namespace
{

constexpr qsizetype longestBody = 16 * 1024;
constexpr qsizetype mostErrors = 8;
constexpr qsizetype longestText = 512;

// "blocked" is not "locked"; "not_linked" and "notLinked" are two words each.
bool startsWord(const QString &text, qsizetype at)
{
    if (at == 0 || !text.at(at - 1).isLetterOrNumber())
        return true;
    return text.at(at).isUpper() && text.at(at - 1).isLower();
}

bool hasWord(const QString &text, const QString &beginning)
{
    qsizetype at = text.indexOf(beginning, 0, Qt::CaseInsensitive);
    while (at >= 0 && !startsWord(text, at))
        at = text.indexOf(beginning, at + 1, Qt::CaseInsensitive);
    return at >= 0;
}

Failure::Detail causeOf(int status, const QStringList &texts, const QList<RefusalCause> &causes)
{
    const auto saysAnyOf = [&texts](const QStringList &pieces) {
        return std::ranges::any_of(pieces, [&texts](const QString &piece) {
            return std::ranges::any_of(texts, [&piece](const QString &text) { return hasWord(text, piece); });
        });
    };
    for (const RefusalCause &cause : causes) {
        if (cause.status == status && saysAnyOf(cause.contains))
            return cause.cause;
    }
    return Failure::Detail::AccountRefused;
}

} // namespace

QStringList apiErrorTexts(const QByteArray &body)
{
    const auto object = body.size() <= longestBody ? parseStrictJsonObject(body) : std::nullopt;
    if (!object)
        return {};
    QStringList texts;
    const auto add = [&texts](const QJsonValue &value) {
        if (const QString text = value.toString().left(longestText); !text.isEmpty())
            texts += text;
    };
    const QJsonArray errors = object->value(u"errors").toArray();
    for (qsizetype i = 0; i < std::min(errors.size(), mostErrors); ++i) {
        add(errors.at(i)[u"detail"]);
        add(errors.at(i)[u"title"]);
    }
    add(object->value(u"message"));
    return texts;
}

Failure accountRefusal(const HttpAnswer &answer, const QList<RefusalCause> &causes)
{
    const QStringList texts = apiErrorTexts(answer.body);
    const QString status = QStringLiteral("HTTP %1").arg(answer.status);
    return {.stage = Failure::Stage::AccountRequest,
            .kind = Failure::Kind::Client,
            .detail = causeOf(answer.status, texts, causes),
            .serverCode =
                texts.isEmpty() ? status : shownServerCode(status + QStringLiteral(": ") + texts.first()),
            .httpStatus = answer.status};
}

} // namespace framekey
