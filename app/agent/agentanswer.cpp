// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/agentanswer.h"

#include "agent/wirewords.h"
#include "oauth/strictjson.h"

#include <QJsonDocument>

#include <algorithm>
#include <iterator>

namespace framekey
{

namespace
{

constexpr int version = 1;

using Refusal = AgentAnswer::Refusal;
constexpr WireWords<Refusal, 7> refusals{{{Refusal::NotUnderstood, "not-understood"},
                                          {Refusal::Faulty, "faulty"},
                                          {Refusal::NoWindow, "no-window"},
                                          {Refusal::HasWindow, "has-window"},
                                          {Refusal::Busy, "busy"},
                                          {Refusal::MemoryOnly, "memory-only"},
                                          {Refusal::NotAwaited, "not-awaited"}}};

QString onOneLine(const QString &text)
{
    QString line;
    std::ranges::copy_if(text.left(longestProblem), std::back_inserter(line),
                         [](QChar c) { return c.isPrint(); });
    return line;
}

} // namespace

std::optional<AgentAnswer> parseAgentAnswer(const QByteArray &line)
{
    const auto object = parseStrictJsonObject(line);
    if (!object || object->value(u"version").toInt() != version || !object->value(u"ok").isBool())
        return std::nullopt;
    if (object->value(u"ok").toBool())
        return AgentAnswer{};
    return AgentAnswer{
        .refusal = valueOf(refusals, object->value(u"refusal").toString()).value_or(Refusal::NotUnderstood),
        .problem = onOneLine(object->value(u"problem").toString())};
}

QByteArray formatAgentAnswer(const AgentAnswer &answer)
{
    QJsonObject object{{QStringLiteral("version"), version}, {QStringLiteral("ok"), answer.isDone()}};
    if (!answer.isDone())
        object.insert(QStringLiteral("refusal"), wordOf(refusals, answer.refusal));
    if (!answer.problem.isEmpty())
        object.insert(QStringLiteral("problem"), onOneLine(answer.problem));
    return QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n';
}

} // namespace framekey
