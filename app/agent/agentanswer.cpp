// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/agentanswer.h"

#include "oauth/strictjson.h"

#include <QJsonDocument>

#include <algorithm>
#include <array>
#include <utility>

namespace framekey
{

namespace
{

constexpr int version = 1;

using Refusal = AgentAnswer::Refusal;
constexpr std::array<std::pair<Refusal, const char *>, 6> refusals{
    {{Refusal::NotUnderstood, "not-understood"},
     {Refusal::Faulty, "faulty"},
     {Refusal::NoWindow, "no-window"},
     {Refusal::HasWindow, "has-window"},
     {Refusal::Busy, "busy"},
     {Refusal::MemoryOnly, "memory-only"}}};

QString nameOf(Refusal refusal)
{
    return QLatin1StringView(
        std::ranges::find(refusals, refusal, &std::pair<Refusal, const char *>::first)->second);
}

Refusal refusalNamed(const QString &name)
{
    const auto *found = std::ranges::find_if(
        refusals, [&name](const auto &row) { return name == QLatin1StringView(row.second); });
    return found == refusals.end() ? Refusal::NotUnderstood : found->first;
}

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
    return AgentAnswer{.refusal = refusalNamed(object->value(u"refusal").toString()),
                       .problem = onOneLine(object->value(u"problem").toString())};
}

QByteArray formatAgentAnswer(const AgentAnswer &answer)
{
    QJsonObject object{{QStringLiteral("version"), version}, {QStringLiteral("ok"), answer.isDone()}};
    if (!answer.isDone())
        object.insert(QStringLiteral("refusal"), nameOf(answer.refusal));
    if (!answer.problem.isEmpty())
        object.insert(QStringLiteral("problem"), onOneLine(answer.problem));
    return QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n';
}

} // namespace framekey
