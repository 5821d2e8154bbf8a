// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "harness/flowtest.h"
#include "harness/rawclient.h"

#include <QUrlQuery>

namespace framekey::test
{

/// Two accounts sign in at once: what belongs to the one is never taken by the other. `state` decides (RFC
/// 6749 10.12), the code verifier (RFC 7636) and, between two servers, `iss` (RFC 9207).
class TestConfusion : public FlowTest
{
    Q_OBJECT

private Q_SLOTS:
    void bothAtOnce_eachGetsItsOwnPerson();
    void redirectAtTheOthersPort_isRefusedAndBothGoOn();
    void othersCode_signsNobodyIn();
    void othersCodePastedAlone_signsNobodyIn();
    void othersAddressPasted_isRefused();
    void othersIssuerPasted_isRefused();
    void othersStateWithOwnCode_isRefused();
    void redirectsDoubled_countOnce();
    void issuerOfTheOtherServer_isRefused();
    void redirectOfTheOtherServer_isRefused();

private:
    /// Both have been in the browser and each redirect is only noted.
    void goAsFarAsTheRedirects(const AccountSettings &second);
    void goAsFarAsTheRedirects();
    AccountSettings second();
    AccountSettings atAnotherServer();
    Session &other() { return *accounts().session(QStringLiteral("studio")); }
    [[nodiscard]] static int portOf(const QUrl &redirect) { return redirect.port(); }
    [[nodiscard]] static QString value(const QUrl &redirect, const char *name)
    {
        return QUrlQuery(redirect).queryItemValue(QString::fromLatin1(name), QUrl::FullyEncoded);
    }
    /// The status of the answer to this query at the port of that redirect.
    static int deliver(const QString &query, const QUrl &to);
    static int deliver(const QUrl &redirect) { return deliver(redirect.query(QUrl::FullyEncoded), redirect); }
    [[nodiscard]] Failure::Detail pasteProblem()
    {
        const auto &waiting = snapshot().waiting;
        return waiting && waiting->pasteProblem ? waiting->pasteProblem->detail : Failure::Detail::None;
    }
    void bothStillWait();
    void bothSignIn();

    QUrl m_first;
    QUrl m_second;
    std::unique_ptr<Practice> m_another;
};

AccountSettings TestConfusion::second()
{
    AccountSettings settings = account();
    settings.id = QStringLiteral("studio");
    settings.name = QStringLiteral("Studio");
    return settings;
}

AccountSettings TestConfusion::atAnotherServer()
{
    m_another = std::make_unique<Practice>();
    AccountSettings settings = second();
    settings.issuer = m_another->base().toString();
    settings.endpoints = {.authorization = m_another->url(QStringLiteral("/oauth2/auth")),
                          .token = m_another->url(QStringLiteral("/oauth2/token")),
                          .revocation = m_another->url(QStringLiteral("/oauth2/revoke")),
                          .api = m_another->url(QStringLiteral("/v2"))};
    return settings;
}

void TestConfusion::goAsFarAsTheRedirects(const AccountSettings &second)
{
    accounts().put(second, {});
    VERIFY_UNTIL(other().snapshot().state == State::SignedOut);
    person->way = WebPerson::Way::ToTheRedirect;
    person->name = QStringLiteral("ana");
    session().signIn();
    VERIFY_UNTIL(!person->redirect().isEmpty());
    m_first = person->redirect();
    person->reset();
    person->name = QStringLiteral("chiyo");
    other().signIn();
    VERIFY_UNTIL(!person->redirect().isEmpty());
    m_second = person->redirect();
    QVERIFY(portOf(m_first) != portOf(m_second));
    QVERIFY(value(m_first, "state") != value(m_second, "state"));
}

void TestConfusion::goAsFarAsTheRedirects()
{
    begin();
    goAsFarAsTheRedirects(second());
}

int TestConfusion::deliver(const QString &query, const QUrl &to)
{
    const QByteArray host = "127.0.0.1:" + QByteArray::number(to.port());
    return statusOf(askRaw(quint16(to.port()),
                           "GET /callback?" + query.toLatin1() + " HTTP/1.1\r\nHost: " + host + "\r\n\r\n"));
}

void TestConfusion::bothStillWait()
{
    QCOMPARE(state(), State::SigningIn);
    QCOMPARE(other().snapshot().state, State::SigningIn);
    QVERIFY(snapshot().waiting->listening && other().snapshot().waiting->listening);
    QCOMPARE(practice().exchanges().size(), 0);
}

void TestConfusion::bothSignIn()
{
    QCOMPARE(deliver(m_second), 200);
    QCOMPARE(deliver(m_first), 200);
    QCOMPARE(snapshot().person->name, QStringLiteral("Ana Lima"));
    QCOMPARE(other().snapshot().person->name, QStringLiteral("Chiyo Tanaka"));
}

void TestConfusion::bothAtOnce_eachGetsItsOwnPerson()
{
    goAsFarAsTheRedirects();
    bothStillWait();
    bothSignIn();
}

void TestConfusion::redirectAtTheOthersPort_isRefusedAndBothGoOn()
{
    goAsFarAsTheRedirects();
    QCOMPARE(deliver(m_first.query(QUrl::FullyEncoded), m_second), 400);
    QCOMPARE(deliver(m_second.query(QUrl::FullyEncoded), m_first), 400);
    QCOMPARE(deliver(QStringLiteral("error=access_denied&state=") + value(m_first, "state"), m_second), 400);
    bothStillWait();
    bothSignIn();
}

void TestConfusion::othersCode_signsNobodyIn()
{
    goAsFarAsTheRedirects();
    QString query = m_first.query(QUrl::FullyEncoded);
    query.replace(value(m_first, "code"), value(m_second, "code"));
    deliver(query, m_first); // what carries the right state is this attempt's answer
    VERIFY_UNTIL(!snapshot().waiting);
    QCOMPARE(state(), State::SignedOut); // but the code was asked for with another verifier
    QVERIFY(snapshot().problem);
    QVERIFY(!snapshot().person);
    QCOMPARE(other().snapshot().state, State::SigningIn);
    QVERIFY(other().snapshot().waiting->listening);
}

void TestConfusion::othersCodePastedAlone_signsNobodyIn()
{
    goAsFarAsTheRedirects();
    session().finishWithPastedAddress(value(m_second, "code"));
    VERIFY_UNTIL(!snapshot().waiting);
    QCOMPARE(state(), State::SignedOut);
    QCOMPARE(snapshot().problem.value().stage, Failure::Stage::TokenEndpoint);
    QVERIFY(!snapshot().person);
    QVERIFY(other().snapshot().waiting->listening);
}

void TestConfusion::othersAddressPasted_isRefused()
{
    goAsFarAsTheRedirects();
    session().finishWithPastedAddress(m_second.toString(QUrl::FullyEncoded));
    QCOMPARE(pasteProblem(), Failure::Detail::StateMismatch);
    session().finishWithPastedAddress(u"code=" + value(m_first, "code") + u"&state=" +
                                      value(m_second, "state"));
    QCOMPARE(pasteProblem(), Failure::Detail::StateMismatch);
    bothStillWait();
    bothSignIn();
}

void TestConfusion::othersIssuerPasted_isRefused()
{
    AccountSettings settings = account();
    settings.issuer = practice().base().toString();
    begin(settings);
    goAsFarAsTheRedirects(atAnotherServer());
    const QString issuer = QString::fromLatin1(m_another->base().toString().toLatin1().toPercentEncoding());
    const QString address = m_first.toString(QUrl::FullyEncoded);
    session().finishWithPastedAddress(address + u"&iss=" + issuer);
    QCOMPARE(pasteProblem(), Failure::Detail::MixUp);
    session().finishWithPastedAddress(address); // and none at all
    QCOMPARE(pasteProblem(), Failure::Detail::MixUp);
    session().finishWithPastedAddress(u"code=" + value(m_first, "code") + u"&iss=" + issuer);
    QVERIFY(pasteProblem() != Failure::Detail::None);
    bothStillWait();
    session().finishWithPastedAddress(
        address + u"&iss=" +
        QString::fromLatin1(practice().base().toString().toLatin1().toPercentEncoding()));
    VERIFY_UNTIL(state() == State::SignedIn);
}

void TestConfusion::othersStateWithOwnCode_isRefused()
{
    goAsFarAsTheRedirects();
    QString query = m_first.query(QUrl::FullyEncoded);
    query.replace(value(m_first, "state"), value(m_second, "state"));
    QCOMPARE(deliver(query, m_first), 400);
    bothStillWait();
    bothSignIn();
}

void TestConfusion::redirectsDoubled_countOnce()
{
    goAsFarAsTheRedirects();
    const QString twice = QStringLiteral("&state=");
    QCOMPARE(deliver(m_first.query(QUrl::FullyEncoded) + twice + value(m_second, "state"), m_first), 400);
    QCOMPARE(deliver(m_first.query(QUrl::FullyEncoded) + twice + value(m_second, "state"), m_second), 400);
    bothStillWait();
    bothSignIn();
    QVERIFY(deliver(m_first) != 200);
    QVERIFY(deliver(m_second) != 200);
    QCOMPARE(practice().exchanges().size(), 2);
    QCOMPARE(snapshot().person->name, QStringLiteral("Ana Lima"));
}

void TestConfusion::issuerOfTheOtherServer_isRefused()
{
    AccountSettings settings = account();
    settings.issuer = practice().base().toString();
    begin(settings);
    goAsFarAsTheRedirects(atAnotherServer());
    const auto with = [](const QUrl &redirect, const Practice &server) {
        const QByteArray issuer = server.base().toString().toLatin1().toPercentEncoding();
        return QString(redirect.query(QUrl::FullyEncoded) + u"&iss=" + QString::fromLatin1(issuer));
    };
    QCOMPARE(deliver(with(m_first, *m_another), m_first), 400);
    QCOMPARE(deliver(with(m_second, practice()), m_second), 400);
    bothStillWait();
    QCOMPARE(deliver(with(m_first, practice()), m_first), 200);
    QCOMPARE(deliver(with(m_second, *m_another), m_second), 200);
    QCOMPARE(state(), State::SignedIn);
    QCOMPARE(other().snapshot().state, State::SignedIn);
}

void TestConfusion::redirectOfTheOtherServer_isRefused()
{
    begin();
    AccountSettings settings = atAnotherServer();
    settings.issuer.clear(); // a server without RFC 9207
    goAsFarAsTheRedirects(settings);
    QCOMPARE(deliver(m_first.query(QUrl::FullyEncoded), m_second), 400);
    QCOMPARE(deliver(m_second.query(QUrl::FullyEncoded), m_first), 400);
    bothStillWait();
    QVERIFY(m_another->exchanges().isEmpty());
    bothSignIn();
    QCOMPARE(practice().exchanges().size(), 1); // each code went to the server it came from
    QCOMPARE(m_another->exchanges().size(), 1);
}

} // namespace framekey::test

QTEST_GUILESS_MAIN(framekey::test::TestConfusion)
#include "test_confusion.moc"
