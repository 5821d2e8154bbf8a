// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "samples.h"
#include "ui/presentation/serviceend.h"

#include <QTest>

using namespace framekey;

/// What is said of a service that ends, before and after its last day.
class ServiceEndTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void onlyOfItsOwnEndpoints();
    void isCalmUntilItIsOver();
    void explainsWhatTheServiceRefused_data();
    void explainsWhatTheServiceRefused();

private:
    static std::optional<ServiceEnd> endAt(const QDate &day, const Endpoints &endpoints = {});

    const TimeWords m_times{samples::now(), QLocale(QLocale::English, QLocale::UnitedKingdom)};
};

namespace
{

QList<Order> orders(const CardWords &card)
{
    QList<Order> result;
    for (const CardWords::Button &button : card.buttons)
        result += button.order;
    return result;
}

} // namespace

std::optional<ServiceEnd> ServiceEndTest::endAt(const QDate &day, const Endpoints &endpoints)
{
    AccountSettings settings;
    settings.provider = QStringLiteral("frameio-legacy");
    settings.endpoints = endpoints;
    return ServiceEnd::of(settings, samples::catalogue(), QDateTime(day, QTime(12, 0), Qt::UTC));
}

void ServiceEndTest::onlyOfItsOwnEndpoints()
{
    const QDate day(2026, 11, 24);
    QCOMPARE(endAt(day)->successorName, QStringLiteral("Frame.io (V4)"));
    Endpoints elsewhere;
    elsewhere.token = QUrl(QStringLiteral("https://studio.example/token"));
    QVERIFY(!endAt(day, elsewhere));
    AccountSettings practice;
    practice.provider = QStringLiteral("practice");
    QVERIFY(!ServiceEnd::of(practice, samples::catalogue(), samples::now()));
}

void ServiceEndTest::isCalmUntilItIsOver()
{
    auto end = endAt(QDate(2026, 12, 1));
    QList<CardWords> cards = cardsFor(samples::signedIn().snapshot, m_times, nullptr, &*end);
    QCOMPARE(cards.size(), 1);
    QCOMPARE(cards[0].tone, Tone::Neutral);
    QCOMPARE(cards[0].title, QStringLiteral("Frame.io Legacy ends after 1 December 2026"));
    QCOMPARE(cards[0].buttons.first().text, QStringLiteral("Set up Frame.io (V4)"));
    QCOMPARE(orders(cards.first()), (QList{Order::SetUpSuccessor, Order::PutEndAway}));

    end = endAt(QDate(2026, 12, 2));
    cards = cardsFor(samples::signedIn().snapshot, m_times, nullptr, &*end);
    QCOMPARE(cards[0].title, QStringLiteral("Frame.io removed the V2 API after 1 December 2026"));
    end->isPutAway = true;
    QVERIFY(cardsFor(samples::signedIn().snapshot, m_times, nullptr, &*end).isEmpty());
}

void ServiceEndTest::explainsWhatTheServiceRefused_data()
{
    using Kind = Failure::Kind;
    QTest::addColumn<Failure>("problem");
    QTest::addColumn<bool>("isExplained");
    const auto row = [](const char *name, Failure::Stage stage, Kind kind, bool explained) {
        QTest::newRow(name) << Failure{.stage = stage, .kind = kind} << explained;
    };
    using Stage = Failure::Stage;
    row("the sign-in is not accepted", Stage::Refresh, Kind::Expired, true);
    row("the server fails", Stage::Refresh, Kind::Server, true);
    row("no answer", Stage::Refresh, Kind::Network, true);
    row("a strange answer", Stage::Refresh, Kind::Protocol, true);
    row("the client is refused", Stage::Refresh, Kind::Client, true);
    row("the person said no", Stage::AuthorizationServer, Kind::Denied, false);
    row("the port is taken", Stage::Listening, Kind::Settings, false);
    row("the keychain is locked", Stage::Storage, Kind::Storage, false);
}

void ServiceEndTest::explainsWhatTheServiceRefused()
{
    QFETCH(const Failure, problem);
    QFETCH(const bool, isExplained);
    SessionSnapshot snapshot = samples::signedIn().snapshot;
    snapshot.problem = problem;
    const auto over = endAt(QDate(2026, 12, 24));
    const CardWords plain = cardsFor(snapshot, m_times).first();
    const CardWords card = cardsFor(snapshot, m_times, nullptr, &*over).first();
    QCOMPARE(card.title.contains(u"removed the V2 API"), isExplained);
    QCOMPARE(card.text.contains(plain.title), isExplained);
    QVERIFY(card.text.contains(plain.text));
    QCOMPARE(orders(card).contains(Order::SetUpSuccessor), isExplained);
    const auto before = endAt(QDate(2026, 11, 24));
    QVERIFY(cardsFor(snapshot, m_times, nullptr, &*before).first() == plain);
}

QTEST_GUILESS_MAIN(ServiceEndTest)
#include "tst_serviceend.moc"
