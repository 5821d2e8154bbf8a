// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "harness/flowtest.h"

#include <QTcpServer>

namespace framekey::test
{

/// Two accounts with one fixed redirect port take turns, and the one that comes second is told of whom.
class TestSharedPort : public FlowTest
{
    Q_OBJECT

private Q_SLOTS:
    void secondIsToldWhoIsFirstAndHasItsTurn();
    void portIsFreeDuringTheCodeExchange();

private:
    void beginWithTwo();
    Session &other() { return *accounts().session(QStringLiteral("studio")); }
    bool isToldOfTheFirst()
    {
        return until([this] { return other().snapshot().problem.has_value(); }) &&
               other().snapshot().problem->detail == Failure::Detail::AnotherSignIn &&
               other().snapshot().problem->subject == QStringLiteral("Work");
    }
};

void TestSharedPort::beginWithTwo()
{
    QTcpServer free;
    QVERIFY(free.listen(QHostAddress(QHostAddress::LocalHost)));
    const QString address = QStringLiteral("http://127.0.0.1:%1/callback").arg(free.serverPort());
    free.close();
    AccountSettings settings = account();
    settings.redirectUri = address;
    begin(settings);
    settings.id = QStringLiteral("studio");
    settings.name = QStringLiteral("Studio");
    accounts().put(settings, {});
    VERIFY_UNTIL(other().snapshot().state == State::SignedOut);
}

void TestSharedPort::secondIsToldWhoIsFirstAndHasItsTurn()
{
    beginWithTwo();
    person->way = WebPerson::Way::OpenNothing; // the first stays with the link
    session().signIn();
    VERIFY_UNTIL(person->opened().size() == 1);
    other().signIn();
    QVERIFY(isToldOfTheFirst());
    QCOMPARE(other().snapshot().state, State::SignedOut);
    QCOMPARE(person->opened().size(), 1);
    QVERIFY(snapshot().waiting && snapshot().waiting->listening); // the first is left in peace

    session().cancelSignIn();
    person->way = WebPerson::Way::ToTheEnd;
    person->reset();
    other().signIn();
    VERIFY_UNTIL(other().snapshot().state == State::SignedIn);
    QVERIFY(!other().snapshot().problem);
}

void TestSharedPort::portIsFreeDuringTheCodeExchange()
{
    startPractice({QStringLiteral("--fault"), QStringLiteral("delay:700,at=token")});
    beginWithTwo();
    person->reset();
    session().signIn();
    VERIFY_UNTIL(snapshot().waiting && snapshot().waiting->finishing);
    other().signIn();
    QVERIFY(other().snapshot().waiting &&
            other().snapshot().waiting->listening); // the first needs it no more
    VERIFY_UNTIL(state() == State::SignedIn && other().snapshot().state == State::SignedIn);
}

} // namespace framekey::test

QTEST_GUILESS_MAIN(framekey::test::TestSharedPort)
#include "test_sharedport.moc"
