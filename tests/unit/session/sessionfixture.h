// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "fakepersonsource.h"
#include "fakeschemeregistration.h"
#include "fakeuseragent.h"
#include "memorytokenstore.h"
#include "samples.h"
#include "session/session.h"
#include "session/storeditem.h"
#include "testcase.h"

#include <QTcpSocket>
#include <QUrlQuery>

namespace framekey::test
{

using State = SessionSnapshot::State;

/// A Session with everything round it made of doubles, and a person who answers the authorization server.
class SessionFixture
{
public:
    SessionFixture() : client(clientOf(server))
    {
        personSource.setPerson(Person{.id = QStringLiteral("1"), .name = QStringLiteral("Ada"), .email = {}});
    }

    [[nodiscard]] const SessionSnapshot &shown() const { return session.snapshot(); }
    [[nodiscard]] static QString key() { return tokensKey(QStringLiteral("work")); }

    void load()
    {
        session.setRegistration(client);
        QTRY_VERIFY(shown().state != State::Starting);
    }

    /// Waits until the browser was sent somewhere.
    void begin()
    {
        const qsizetype before = userAgent.opened().size();
        session.signIn();
        QTRY_COMPARE(userAgent.opened().size(), before + 1);
    }

    /// The same for a re-authorization.
    void beginAgain(const QStringList &scope)
    {
        const qsizetype before = userAgent.opened().size();
        session.reauthorize(scope);
        QTRY_COMPARE(userAgent.opened().size(), before + 1);
    }

    void signIn(const QByteArray &tokenAnswer = tokenBody("1"))
    {
        server.answer(200, tokenAnswer);
        begin();
        redirect("code=c0de&state=" + state());
        QTRY_VERIFY(!shown().waiting);
    }

    /// `state` of the last authorization request.
    [[nodiscard]] QByteArray state() const { return asked(QStringLiteral("state")).toLatin1(); }
    [[nodiscard]] QString asked(const QString &parameter) const
    {
        return QUrlQuery(userAgent.opened().constLast()).queryItemValue(parameter, QUrl::FullyDecoded);
    }

    /// The browser follows the redirect; its page is in `page` once it was answered.
    void redirect(const QByteArray &query)
    {
        const QUrl uri(asked(QStringLiteral("redirect_uri")));
        browser.abort();
        browser.connectToHost(uri.host(), static_cast<quint16>(uri.port()));
        QTRY_COMPARE(browser.state(), QAbstractSocket::ConnectedState);
        browser.write("GET " + uri.path().toLatin1() + '?' + query +
                      " HTTP/1.1\r\nHost: " + uri.authority().toLatin1() + "\r\n\r\n");
    }

    [[nodiscard]] QByteArray page()
    {
        // The one who answers lives in this thread, and may not have come to it yet.
        static_cast<void>(
            QTest::qWaitFor([this] { return browser.state() != QAbstractSocket::ConnectedState; }, 1000));
        return browser.readAll();
    }

    [[nodiscard]] QByteArrayList requestsTo(const QByteArray &path) const
    {
        QByteArrayList bodies;
        for (const ScriptedServer::Request &request : server.requests()) {
            if (request.line == "POST " + path + " HTTP/1.1")
                bodies.append(request.body);
        }
        return bodies;
    }

    FakeClock clock;
    MemoryTokenStore store;
    FakeUserAgent userAgent;
    FakePersonSource personSource;
    FakeSchemeRegistration schemes;
    ScriptedServer server;
    ClientRegistration client;
    QTcpSocket browser;
    Session session{{.accountId = QStringLiteral("work"),
                     .accountName = QStringLiteral("Work"),
                     .providerId = QStringLiteral("custom"),
                     .providerName = QStringLiteral("Custom")},
                    {.clock = clock,
                     .store = store,
                     .userAgent = userAgent,
                     .personSource = personSource,
                     .schemes = &schemes}};
};

} // namespace framekey::test
