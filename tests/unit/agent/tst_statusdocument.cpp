// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/statusdocument.h"

#include "testcase.h"

#include <QJsonArray>
#include <QTimeZone>

using namespace Qt::StringLiterals;
using State = framekey::SessionSnapshot::State;

namespace framekey::test
{

namespace
{

const QDateTime noon(QDate(2026, 11, 25), QTime(12, 0), Qt::UTC);

SessionSnapshot signedIn()
{
    SessionSnapshot session;
    session.accountId = u"1f3c"_s;
    session.accountName = u"work"_s;
    session.providerId = u"frameio"_s;
    session.state = State::SignedIn;
    session.person = Person{.id = u"7"_s, .name = u"Ana Lima"_s, .email = u"ana@example.com"_s};
    session.requestedScope = {u"offline"_s, u"asset.read"_s};
    session.grantedScope = QStringList{u"offline"_s};
    session.expiresAt = noon.addSecs(90);
    session.renewsAt = noon.addSecs(30);
    return session;
}

QJsonObject statusOf(const SessionSnapshot &session)
{
    return accountStatus(session, true, {.problem = u"It is so."_s, .next = u"framekey login"_s}, noon);
}

} // namespace

/// One account as `framekey status --json` prints it (design, section 6).
class StatusDocumentTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void signedIn_holdsAllThatIsPromised();
    void unknown_isNull();
    void state_hasItsWord_data();
    void state_hasItsWord();
    void problem_hasItsKind_data();
    void problem_hasItsKind();
    void problemOfStorage_isTold();
    void expired_leavesNoTime();
    void instant_isWrittenInUtc();
};

void StatusDocumentTest::signedIn_holdsAllThatIsPromised()
{
    const QJsonObject expected{
        {u"id"_s, u"1f3c"_s},
        {u"name"_s, u"work"_s},
        {u"provider"_s, u"frameio"_s},
        {u"default"_s, true},
        {u"state"_s, u"signed-in"_s},
        {u"pending"_s, false},
        {u"person"_s, QJsonObject{{u"name"_s, u"Ana Lima"_s}, {u"email"_s, u"ana@example.com"_s}}},
        {u"requestedScopes"_s, QJsonArray{u"offline"_s, u"asset.read"_s}},
        {u"grantedScopes"_s, QJsonArray{u"offline"_s}},
        {u"expiresAt"_s, u"2026-11-25T12:01:30Z"_s},
        {u"expiresIn"_s, 90},
        {u"renewsAt"_s, u"2026-11-25T12:00:30Z"_s},
        {u"storage"_s, u"keychain"_s},
        {u"problem"_s, QJsonValue()}};
    QCOMPARE(statusOf(signedIn()), expected);
}

void StatusDocumentTest::unknown_isNull()
{
    const QJsonObject status = statusOf({});
    for (const QString &name :
         {u"person"_s, u"grantedScopes"_s, u"expiresAt"_s, u"expiresIn"_s, u"renewsAt"_s, u"problem"_s})
        QVERIFY2(status.contains(name) && status[name].isNull(), qPrintable(name));
}

void StatusDocumentTest::state_hasItsWord_data()
{
    QTest::addColumn<State>("state");
    QTest::newRow("starting") << State::Starting;
    QTest::newRow("signed-out") << State::SignedOut;
    QTest::newRow("signing-in") << State::SigningIn;
    QTest::newRow("signed-in") << State::SignedIn;
    QTest::newRow("renewing") << State::Renewing;
    QTest::newRow("sign-in-needed") << State::SignInNeeded;
    QTest::newRow("offline") << State::Offline;
    QTest::newRow("keychain-locked") << State::KeychainLocked;
}

void StatusDocumentTest::state_hasItsWord()
{
    QFETCH(State, state);
    SessionSnapshot session = signedIn();
    session.state = state;
    QCOMPARE(statusOf(session)[u"state"].toString(), QLatin1StringView(QTest::currentDataTag()));
}

void StatusDocumentTest::problem_hasItsKind_data()
{
    using Kind = Failure::Kind;
    QTest::addColumn<Kind>("kind");
    QTest::addColumn<QString>("word");
    QTest::newRow("denied") << Kind::Denied << u"denied"_s;
    QTest::newRow("cancelled") << Kind::Cancelled << u"denied"_s;
    QTest::newRow("timed out") << Kind::TimedOut << u"expired"_s;
    QTest::newRow("ended") << Kind::Expired << u"expired"_s;
    QTest::newRow("network") << Kind::Network << u"network"_s;
    QTest::newRow("server") << Kind::Server << u"server"_s;
    QTest::newRow("protocol") << Kind::Protocol << u"protocol"_s;
    QTest::newRow("client") << Kind::Client << u"settings"_s;
    QTest::newRow("storage") << Kind::Storage << u"keychain"_s;
    QTest::newRow("settings") << Kind::Settings << u"settings"_s;
}

void StatusDocumentTest::problem_hasItsKind()
{
    QFETCH(Failure::Kind, kind);
    QFETCH(QString, word);
    SessionSnapshot session = signedIn();
    session.problem = Failure{.kind = kind};
    const QJsonObject expected{
        {u"kind"_s, word}, {u"message"_s, u"It is so."_s}, {u"next"_s, u"framekey login"_s}};
    QCOMPARE(statusOf(session)[u"problem"].toObject(), expected);
}

void StatusDocumentTest::problemOfStorage_isTold()
{
    SessionSnapshot session = signedIn();
    session.storage = SessionSnapshot::Storage::Memory;
    session.storageProblem = Failure{.stage = Failure::Stage::Storage, .kind = Failure::Kind::Storage};
    const QJsonObject status = statusOf(session);
    QCOMPARE(status[u"storage"].toString(), u"memory"_s);
    QCOMPARE(status[u"problem"][u"kind"].toString(), u"keychain"_s);
    // The sign-in's own comes first.
    session.problem = Failure{.kind = Failure::Kind::Network};
    QCOMPARE(statusOf(session)[u"problem"][u"kind"].toString(), u"network"_s);
}

void StatusDocumentTest::expired_leavesNoTime()
{
    SessionSnapshot session = signedIn();
    session.expiresAt = noon.addSecs(-5);
    QCOMPARE(statusOf(session)[u"expiresIn"].toInt(-1), 0);
}

void StatusDocumentTest::instant_isWrittenInUtc()
{
    QCOMPARE(wireInstant(QDateTime::fromSecsSinceEpoch(0, Qt::UTC)), u"1970-01-01T00:00:00Z"_s);
    QCOMPARE(wireInstant(noon.toTimeZone(QTimeZone(3600))), wireInstant(noon));
}

static const TestCase<StatusDocumentTest> testCase("statusdocument");

} // namespace framekey::test

#include "tst_statusdocument.moc"
