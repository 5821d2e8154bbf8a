// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The head of a request that a browser, or whoever finds the port, sends to the redirect's listener (T2, T11,
// F34).
#include "oauth/redirectrequest.h"

#include "fuzzbytes.h"
#include "fuzzchecks.h"

#include <QStringList>
#include <QUrlQuery>

using namespace framekey;

namespace
{

const ExpectedResponse expected{.state = "the-state", .issuer = QStringLiteral("https://as.example")};

// As another reader reads the query: each of that name.
QStringList valuesOf(const QByteArray &head, const QString &name)
{
    const QByteArray target = head.split(' ').value(1);
    const QUrlQuery query(QString::fromLatin1(target.mid(target.indexOf('?') + 1)));
    return query.allQueryItemValues(name, QUrl::FullyDecoded);
}

void checkVetted(const Outcome<Secret> &vetted, const QByteArray &head)
{
    test::mustHold(valuesOf(head, QStringLiteral("state")) == QStringList(QStringLiteral("the-state")),
                   "nothing is taken but with the one state that is awaited");
    test::mustHold(valuesOf(head, QStringLiteral("iss")) == QStringList(expected.issuer),
                   "and from the one issuer (RFC 9207)");
    if (!vetted) {
        test::checkServerCode(vetted.error());
        return;
    }
    test::mustHold(test::isVisibleAscii(vetted->reveal()), "a code is visible ASCII");
    test::mustHold(valuesOf(head, QStringLiteral("code")) ==
                       QStringList(QString::fromLatin1(vetted->reveal())),
                   "and stands in the request, once");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray head = test::bytes(data, size);
    const auto response = parseRedirectRequest(head, {.path = "/callback", .host = "127.0.0.1:8910"});
    if (!response)
        return 0;
    test::mustHold(head.size() <= longestRequestHead, "no head is longer than the longest");
    test::mustHold(head.startsWith("GET /callback?") || head.startsWith("GET /callback "),
                   "only the registered path is taken");
    test::mustHold(head.toLower().count("\r\nhost:") == 1 && head.contains("127.0.0.1:8910"),
                   "only the listener's own host is taken, named once");
    if (const auto vetted = vetAuthorizationResponse(*response, expected))
        checkVetted(*vetted, head);
    return 0;
}
