// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "oauth/strictjson.h"

#include <QJsonDocument>

namespace framekey
{

namespace
{

// In legal JSON each member of the outer object has one colon at depth 1, outside strings.
qsizetype countMembers(const QByteArray &json)
{
    qsizetype members = 0;
    int depth = 0;
    bool inString = false;
    for (qsizetype i = 0; i < json.size(); ++i) {
        const char c = json[i];
        if (inString && c == '\\')
            ++i;
        else if (c == '"')
            inString = !inString;
        else if (inString)
            continue;
        else if (c == '{' || c == '[')
            ++depth;
        else if (c == '}' || c == ']')
            --depth;
        else if (c == ':' && depth == 1)
            ++members;
    }
    return members;
}

} // namespace

std::optional<QJsonObject> parseStrictJsonObject(const QByteArray &json)
{
    if (json.startsWith("\xef\xbb\xbf"))
        return std::nullopt;
    QJsonParseError error{};
    const QJsonDocument document = QJsonDocument::fromJson(json, &error);
    if (error.error != QJsonParseError::NoError || !document.isObject())
        return std::nullopt;
    if (countMembers(json) != document.object().size())
        return std::nullopt;
    return document.object();
}

} // namespace framekey
