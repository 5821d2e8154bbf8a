// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/agentanswer.h"

#include "agent/wirewords.h"
#include "oauth/printabletext.h"
#include "oauth/strictjson.h"

#include <QJsonDocument>

#include <utility>

namespace framekey
{

namespace
{

constexpr int version = 1;

using Refusal = AgentAnswer::Refusal;
constexpr WireWords<Refusal, 14> refusals{{{Refusal::NotUnderstood, "not-understood"},
                                           {Refusal::Faulty, "faulty"},
                                           {Refusal::NoAccount, "no-account"},
                                           {Refusal::SignInNeeded, "sign-in-needed"},
                                           {Refusal::Cancelled, "cancelled"},
                                           {Refusal::Keychain, "keychain"},
                                           {Refusal::TryLater, "try-later"},
                                           {Refusal::Refused, "refused"},
                                           {Refusal::NoWindow, "no-window"},
                                           {Refusal::HasWindow, "has-window"},
                                           {Refusal::Busy, "busy"},
                                           {Refusal::MemoryOnly, "memory-only"},
                                           {Refusal::NotAwaited, "not-awaited"},
                                           {Refusal::Failed, "failed"}}};

QString onOneLine(const QString &text)
{
    return printable(text.left(longestProblem));
}

Secret bounded(Secret line)
{
    return line.reveal().size() > longestAgentAnswer ? formatAgentAnswer({.refusal = Refusal::Failed})
                                                     : std::move(line);
}

} // namespace

std::optional<AgentAnswer> parseAgentAnswer(const QByteArray &line)
{
    const auto object = parseStrictJsonObject(line);
    if (!object || object->value(u"version").toInt() != version || !object->value(u"ok").isBool())
        return std::nullopt;
    AgentAnswer answer{.content = *object};
    for (const QString &own : {QStringLiteral("version"), QStringLiteral("ok"), QStringLiteral("refusal"),
                               QStringLiteral("problem"), QStringLiteral("next"), QStringLiteral("token")})
        answer.content.remove(own);
    if (object->value(u"ok").toBool())
        return answer;
    answer.refusal = valueOf(refusals, object->value(u"refusal").toString()).value_or(Refusal::NotUnderstood);
    answer.problem = onOneLine(object->value(u"problem").toString());
    answer.next = onOneLine(object->value(u"next").toString());
    return answer;
}

Secret formatAgentAnswer(const AgentAnswer &answer)
{
    if (answer.given)
        return bounded(formatGivenToken(*answer.given));
    QJsonObject object = answer.content;
    object.insert(QStringLiteral("version"), version);
    object.insert(QStringLiteral("ok"), answer.isDone());
    if (!answer.isDone())
        object.insert(QStringLiteral("refusal"), wordOf(refusals, answer.refusal));
    if (!answer.problem.isEmpty())
        object.insert(QStringLiteral("problem"), onOneLine(answer.problem));
    if (!answer.next.isEmpty())
        object.insert(QStringLiteral("next"), onOneLine(answer.next));
    return bounded(Secret(QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n'));
}

} // namespace framekey
