// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "samples.h"
#include "ui/presentation/cardwords.h"

#include <QTest>

using namespace framekey;

/// What is said of a refused account request: which stage failed, what it means, what to do.
class PersonCardTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void refusedAccountRequest_isExplained_data();
    void refusedAccountRequest_isExplained();
    void otherService_isNotCalledAdobe();
    void unknownCause_namesWhatThisServiceRefusesFor_data();
    void unknownCause_namesWhatThisServiceRefusesFor();

private:
    static SessionSnapshot refused(Failure::Detail cause);

    TimeWords m_times{samples::now(), QLocale::c()};
};

SessionSnapshot PersonCardTest::refused(Failure::Detail cause)
{
    SessionSnapshot snapshot = samples::signedIn().snapshot;
    snapshot.providerName = QStringLiteral("Frame.io");
    snapshot.person.reset();
    snapshot.personProblemAt = samples::now();
    snapshot.personProblem = Failure{.stage = Failure::Stage::AccountRequest,
                                     .kind = Failure::Kind::Client,
                                     .detail = cause,
                                     .serverCode = QStringLiteral("HTTP 401: no"),
                                     .httpStatus = 401};
    return snapshot;
}

void PersonCardTest::refusedAccountRequest_isExplained_data()
{
    using Detail = Failure::Detail;
    QTest::addColumn<Detail>("cause");
    QTest::addColumn<QString>("part");
    QTest::addColumn<QList<Order>>("offered");
    QTest::newRow("scope") << Detail::ScopeMissing << QStringLiteral("lacks some access")
                           << QList{Order::Reauthorize, Order::CheckPerson};
    QTest::newRow("not linked") << Detail::NotLinked << QStringLiteral("not linked to an account")
                                << QList{Order::OpenHelp, Order::SignInAsAnother, Order::CheckPerson};
    QTest::newRow("profile") << Detail::NoProductProfile << QStringLiteral("no product profile")
                             << QList{Order::OpenHelp, Order::CheckPerson};
    QTest::newRow("locked") << Detail::AccountLocked << QStringLiteral("is locked")
                            << QList{Order::OpenHelp, Order::CheckPerson};
    QTest::newRow("unknown") << Detail::AccountRefused << QStringLiteral("It can be one of these")
                             << QList{Order::Reauthorize, Order::CheckPerson};
}

void PersonCardTest::refusedAccountRequest_isExplained()
{
    QFETCH(Failure::Detail, cause);
    QFETCH(QString, part);
    const Provider *frameio = samples::catalogue().find(QStringLiteral("frameio"));
    const QList<CardWords> cards = cardsFor(refused(cause), m_times, frameio);
    QCOMPARE(cards.size(), 1);
    QCOMPARE(cards.first().title,
             QStringLiteral("Adobe signed you in. The account request to Frame.io was refused (401)"));
    QVERIFY2(cards.first().text.contains(part), qPrintable(cards.first().text));
    QVERIFY(cards.first().text.contains(u"Your sign-in stands"));
    QVERIFY(!cards.first().text.contains(u"Sign in again"));
    QCOMPARE(cards.first().code, QStringLiteral("HTTP 401: no"));
    QList<Order> offered;
    for (const CardWords::Button &button : cards.first().buttons)
        offered += button.order;
    QTEST(offered, "offered");
}

void PersonCardTest::otherService_isNotCalledAdobe()
{
    const Provider *legacy = samples::catalogue().find(QStringLiteral("frameio-legacy"));
    const CardWords card = cardsFor(refused(Failure::Detail::AccountRefused), m_times, legacy).first();
    QCOMPARE(card.title, QStringLiteral("You are signed in, but Frame.io refused the account request (401)"));
    QVERIFY(!card.text.contains(u"Adobe"));
}

void PersonCardTest::unknownCause_namesWhatThisServiceRefusesFor_data()
{
    QTest::addColumn<QString>("provider");
    QTest::addColumn<int>("status");
    QTest::addColumn<bool>("profile");
    QTest::addColumn<bool>("locked");
    QTest::newRow("V4, 401") << QStringLiteral("frameio") << 401 << true << false;
    QTest::newRow("V4, 403") << QStringLiteral("frameio") << 403 << true << true;
    QTest::newRow("Legacy, 401") << QStringLiteral("frameio-legacy") << 401 << false << false;
    QTest::newRow("Legacy, 403") << QStringLiteral("frameio-legacy") << 403 << false << true;
    QTest::newRow("another service, 401") << QStringLiteral("custom") << 401 << false << false;
    QTest::newRow("another service, 403") << QStringLiteral("custom") << 403 << false << true;
}

void PersonCardTest::unknownCause_namesWhatThisServiceRefusesFor()
{
    QFETCH(const QString, provider);
    QFETCH(const int, status);
    SessionSnapshot snapshot = refused(Failure::Detail::AccountRefused);
    snapshot.personProblem->httpStatus = status;
    const QString text = cardsFor(snapshot, m_times, samples::catalogue().find(provider)).first().text;
    QVERIFY(text.contains(u"some access is missing"));
    QTEST(text.contains(u"product profile"), "profile");
    QTEST(text.contains(u"locked"), "locked");
}

QTEST_GUILESS_MAIN(PersonCardTest)
#include "tst_personcard.moc"
