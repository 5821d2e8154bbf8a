// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sessionfixture.h"
#include "testcase.h"

namespace framekey::test
{

/// Orders that come before there is anything to carry them out with.
class SessionBeginTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_it = std::make_unique<SessionFixture>(); }
    void cleanup() { m_it.reset(); }
    void signInAsAnother_waitsForTheKeychain();
    void withSettingsThatAreWrong_nothingBegins();

private:
    std::unique_ptr<SessionFixture> m_it;
};

void SessionBeginTest::signInAsAnother_waitsForTheKeychain()
{
    m_it->client.quirks.promptForPerson = QStringLiteral("select_account");
    m_it->session.signInAsAnother();
    QVERIFY(m_it->userAgent.opened().isEmpty());
    m_it->load();
    QTRY_COMPARE(m_it->userAgent.opened().size(), 1);
    QCOMPARE(m_it->asked(QStringLiteral("prompt")), QStringLiteral("select_account"));
}

void SessionBeginTest::withSettingsThatAreWrong_nothingBegins()
{
    m_it->session.setRegistration(
        std::unexpected(Failure{.stage = Failure::Stage::Settings, .kind = Failure::Kind::Settings}));
    QTRY_COMPARE(m_it->shown().state, State::SignedOut);
    m_it->session.signIn();
    m_it->session.signInAsAnother();
    m_it->session.reauthorize({QStringLiteral("a")});
    m_it->session.beginSignIn({}, Session::Browser::LeftAlone);
    m_it->session.refreshNow();
    m_it->session.retryStorage();
    QTest::qWait(5);
    QVERIFY(m_it->userAgent.opened().isEmpty() && !m_it->shown().waiting);
    QCOMPARE(m_it->shown().problem->kind, Failure::Kind::Settings);
    QVERIFY(m_it->server.requests().isEmpty());
}

static const TestCase<SessionBeginTest> testCase("sessionbegin");

} // namespace framekey::test

#include "tst_sessionbegin.moc"
