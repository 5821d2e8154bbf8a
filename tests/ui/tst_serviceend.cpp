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
    void explainsTheRefusedAccountRequest();

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
    using Stage = Failure::Stage;
    using Kind = Failure::Kind;
    using Detail = Failure::Detail;
    QTest::addColumn<Failure>("problem");
    QTest::addColumn<QString>("how");
    const QString likely = QStringLiteral("That is the likely reason");
    const auto row = [](const char *name, Failure::Stage stage, Kind kind, Detail detail,
                        const QString &how) {
        QTest::newRow(name) << Failure{.stage = stage, .kind = kind, .detail = detail} << how;
    };
    row("the sign-in is not accepted", Stage::Refresh, Kind::Expired, Detail::None, likely);
    row("the server fails", Stage::Refresh, Kind::Server, Detail::None, likely);
    row("a strange answer", Stage::Refresh, Kind::Protocol, Detail::NotJson, likely);
    row("the client is refused", Stage::Refresh, Kind::Client, Detail::None, likely);
    row("the port is closed there", Stage::Refresh, Kind::Network, Detail::ConnectionRefused, likely);
    row("the name is not known", Stage::Refresh, Kind::Network, Detail::HostNotFound,
        QStringLiteral("That may be the reason"));
    row("no network", Stage::Refresh, Kind::Network, Detail::Unreachable, {});
    row("no answer", Stage::Refresh, Kind::Network, Detail::NoAnswer, {});
    row("the proxy says no", Stage::Refresh, Kind::Network, Detail::ProxyAuthentication, {});
    row("the clock is wrong", Stage::Refresh, Kind::Network, Detail::Tls, {});
    row("nothing to renew with", Stage::Refresh, Kind::Expired, Detail::NotRenewable, {});
    row("the settings changed", Stage::Refresh, Kind::Expired, Detail::BindingChanged, {});
    row("the person said no", Stage::AuthorizationServer, Kind::Denied, Detail::None, {});
    row("the port is taken", Stage::Listening, Kind::Settings, Detail::PortTaken, {});
    row("the keychain is locked", Stage::Storage, Kind::Storage, Detail::KeychainLocked, {});
}

void ServiceEndTest::explainsWhatTheServiceRefused()
{
    QFETCH(const Failure, problem);
    QFETCH(const QString, how);
    const bool isExplained = !how.isEmpty();
    SessionSnapshot snapshot = samples::signedIn().snapshot;
    snapshot.problem = problem;
    const auto over = endAt(QDate(2026, 12, 24));
    const CardWords plain = cardsFor(snapshot, m_times).first();
    const CardWords card = cardsFor(snapshot, m_times, nullptr, &*over).first();
    QCOMPARE(card.title.contains(u"removed the V2 API"), isExplained);
    QCOMPARE(card.text.contains(plain.title), isExplained);
    QVERIFY2(card.text.contains(how), qPrintable(card.text));
    QVERIFY(card.text.contains(plain.text));
    QCOMPARE(orders(card).contains(Order::SetUpSuccessor), isExplained);
    const auto before = endAt(QDate(2026, 11, 24));
    QVERIFY(cardsFor(snapshot, m_times, nullptr, &*before).first() == plain);
}

void ServiceEndTest::explainsTheRefusedAccountRequest()
{
    SessionSnapshot snapshot = samples::signedIn().snapshot;
    snapshot.personProblemAt = samples::now();
    snapshot.personProblem = Failure{.stage = Failure::Stage::AccountRequest,
                                     .kind = Failure::Kind::Client,
                                     .detail = Failure::Detail::AccountRefused,
                                     .httpStatus = 403};
    const auto over = endAt(QDate(2026, 12, 24));
    const QList<CardWords> cards = cardsFor(snapshot, m_times, nullptr, &*over);
    QCOMPARE(cards.size(), 1);
    QVERIFY(cards.first().title.contains(u"removed the V2 API"));
    QVERIFY(cards.first().text.contains(u"refused the account request"));
    QVERIFY(orders(cards.first()).contains(Order::CheckPerson));
}

QTEST_GUILESS_MAIN(ServiceEndTest)
#include "tst_serviceend.moc"
