// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "harness/redirecttest.h"

#include "harness/rawclient.h"

#include <algorithm>
#include <vector>

namespace framekey::test
{

using namespace std::chrono_literals;

bool RedirectTest::waitForRedirect()
{
    person->way = WebPerson::Way::ToTheRedirect;
    session().signIn();
    return until([this] { return !person->redirect().isEmpty(); });
}

QByteArray RedirectTest::genuine() const
{
    const QUrl asked = person->redirect();
    return "GET " + asked.path().toLatin1() + '?' + asked.query(QUrl::FullyEncoded).toLatin1() +
           " HTTP/1.1\r\nHost: " + asked.authority().toLatin1() + "\r\n\r\n";
}

QByteArray RedirectTest::filledIn(QByteArray text) const
{
    return text.replace("CODE", value(QStringLiteral("code")))
        .replace("STATE", value(QStringLiteral("state")))
        .replace("HOST", QByteArray("127.0.0.1:" + QByteArray::number(port())));
}

bool RedirectTest::closesOnlyTheOneTooMany() const
{
    constexpr int most = 64;
    std::vector<std::unique_ptr<RawClient>> silent;
    for (int i = 0; i < most; ++i)
        silent.push_back(std::make_unique<RawClient>(port()));
    pass(50ms);
    RawClient tooMany(port());
    const bool closed = tooMany.waitForEnd(500ms) && tooMany.received().isEmpty();
    const bool othersStay =
        std::ranges::all_of(silent, [](const auto &client) { return client->isConnected(); });
    silent.clear();
    pass(50ms);
    return closed && othersStay;
}

} // namespace framekey::test
