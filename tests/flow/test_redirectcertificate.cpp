// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "harness/securedredirect.h"
#include "harness/sockets.h"

namespace framekey::test
{

using namespace std::chrono_literals;
using Detail = Failure::Detail;

/// What a sign-in says to the certificate of its https redirect.
class TestRedirectCertificate : public SecuredRedirectTest
{
    Q_OBJECT

private Q_SLOTS:
    void badCertificateOpensNothing_data();
    void badCertificateOpensNothing();
    void certificateThatEndsSoonIsNamedAndServes();
    void keyThatOthersCanReadServes();
};

void TestRedirectCertificate::badCertificateOpensNothing_data()
{
    QTest::addColumn<QString>("names");
    QTest::addColumn<int>("days");
    QTest::addColumn<bool>("withKey");
    QTest::addColumn<Detail>("detail");
    QTest::newRow("expired") << "IP:127.0.0.1" << 3 << true << Detail::CertificateExpired;
    QTest::newRow("not yet valid") << "IP:127.0.0.1" << -2 << true << Detail::CertificateNotYetValid;
    QTest::newRow("wrong host") << "DNS:localhost" << 0 << true << Detail::CertificateWrongHost;
    QTest::newRow("none") << "IP:127.0.0.1" << 0 << false << Detail::CertificateMissing;
}

void TestRedirectCertificate::badCertificateOpensNothing()
{
    QFETCH(QString, names);
    QFETCH(int, days);
    QFETCH(bool, withKey);
    const Certificate certificate(names);
    AccountSettings settings = secured(QStringLiteral("127.0.0.1"), certificate);
    if (!withKey)
        settings.redirectCertificate = {};
    clock.jumpWall(days * 24h);
    begin(settings);
    session().signIn();
    VERIFY_UNTIL(snapshot().problem);
    QCOMPARE(snapshot().problem->stage, Failure::Stage::Listening);
    QCOMPARE(snapshot().problem->kind, Failure::Kind::Settings);
    QTEST(snapshot().problem->detail, "detail");
    QCOMPARE(person->opened().size(), 0);
    QCOMPARE(state(), State::SignedOut);
    QVERIFY(listeningPorts().isEmpty());
}

void TestRedirectCertificate::certificateThatEndsSoonIsNamedAndServes()
{
    const Certificate certificate; // of two days
    begin(secured(QStringLiteral("127.0.0.1"), certificate));
    QVERIFY(waitForRedirect());
    QVERIFY(snapshot().waiting->certificateEnds);
    QCOMPARE_LE(qAbs(clock.nowUtc().daysTo(*snapshot().waiting->certificateEnds) - 2), 1);
    person->followRedirect();
    VERIFY_UNTIL(state() == State::SignedIn);
}

void TestRedirectCertificate::keyThatOthersCanReadServes()
{
    const Certificate certificate;
    const AccountSettings settings = secured(QStringLiteral("127.0.0.1"), certificate);
    QVERIFY(QFile::setPermissions(settings.redirectCertificate.key,
                                  QFile::ReadOwner | QFile::WriteOwner | QFile::ReadOther));
    begin(settings);
    QVERIFY(signIn());
}

} // namespace framekey::test

QTEST_GUILESS_MAIN(framekey::test::TestRedirectCertificate)
#include "test_redirectcertificate.moc"
