// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "oauth/redirectrequest.h"

#include <QList>

#include <algorithm>

namespace framekey
{

namespace
{

bool isPrintable(const QByteArray &text)
{
    return std::ranges::all_of(text, [](char c) { return c == '\t' || (c >= 0x20 && c <= 0x7e); });
}

// Header values may hold anything a browser sends (obs-text of RFC 9110 5.5), but no control character.
bool isHeaderText(const QByteArray &text)
{
    return std::ranges::none_of(text, [](char c) { return (c >= 0 && c < 0x20 && c != '\t') || c == 0x7f; });
}

bool hasExactHost(const QList<QByteArray> &lines, const QByteArray &host)
{
    int hosts = 0;
    bool exact = false;
    for (const QByteArray &line : lines) {
        const qsizetype colon = line.indexOf(':');
        if (line.left(colon).toLower() != "host")
            continue;
        ++hosts;
        exact = line.mid(colon + 1).trimmed() == host;
    }
    return hosts == 1 && exact;
}

bool areHeaderLines(const QList<QByteArray> &lines)
{
    return std::ranges::all_of(lines, [](const QByteArray &line) {
        const qsizetype colon = line.indexOf(':');
        return colon > 0 && isHeaderText(line) && !line.left(colon).contains(' ') &&
               !line.left(colon).contains('\t');
    });
}

} // namespace

std::expected<AuthorizationResponse, RequestFault> parseRedirectRequest(const QByteArray &head,
                                                                        const RedirectTarget &target)
{
    if (head.size() > longestRequestHead)
        return std::unexpected(RequestFault::TooLong);
    // A line feed alone would be a line to us and part of one to another reader.
    if (!head.endsWith("\r\n\r\n") || head.count('\n') != head.count("\r\n"))
        return std::unexpected(RequestFault::BadRequest);
    QList<QByteArray> lines = head.chopped(4).replace("\r\n", "\n").split('\n');
    const QList<QByteArray> request = lines.takeFirst().split(' ');
    if (request.size() != 3 || (request[2] != "HTTP/1.1" && request[2] != "HTTP/1.0"))
        return std::unexpected(RequestFault::BadRequest);
    if (!isPrintable(request[1]) || !areHeaderLines(lines) || !hasExactHost(lines, target.host))
        return std::unexpected(RequestFault::BadRequest);
    if (request[0] != "GET")
        return std::unexpected(RequestFault::MethodNotAllowed);

    const qsizetype query = request[1].indexOf('?');
    if ((query < 0 ? request[1] : request[1].left(query)) != target.path)
        return std::unexpected(RequestFault::NotFound);
    const auto response = AuthorizationResponse::parse(query < 0 ? QByteArray() : request[1].mid(query + 1));
    if (!response)
        return std::unexpected(RequestFault::BadRequest);
    return *response;
}

} // namespace framekey
