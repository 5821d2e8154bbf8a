// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "harness/flowtest.h"

#include "harness/memorypeak.h"

#include <QJsonDocument>

namespace framekey::test
{

using namespace std::chrono_literals;

Program::Program(const QString &folder, Clock &clock, TokenStore &store, ExternalUserAgent &userAgent)
    : m_events(clock)
    , m_renewalTurns(clock)
    , m_accounts(folder + u"/accounts.json", m_catalogue,
                 [this, &clock, &store, &userAgent](const AccountSettings &settings) {
                     return std::make_unique<Session>(Session::Identity{.accountId = settings.id,
                                                                        .accountName = settings.name,
                                                                        .providerId = settings.provider,
                                                                        .providerName = {}},
                                                      SessionPorts{.clock = clock,
                                                                   .store = store,
                                                                   .userAgent = userAgent,
                                                                   .personSource = m_accountRequest,
                                                                   .renewalTurns = &m_renewalTurns,
                                                                   .events = &m_events});
                 })
{
}

void FlowTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    store = std::make_unique<MemoryTokenStore>();
    person = std::make_unique<WebPerson>();
    programClock = &clock;
    Heartbeat::ofThisThread().reset();
}

void FlowTest::cleanup()
{
    end();
    person.reset();
    store.reset();
    m_practice.reset();
    m_folder.reset();
    QCOMPARE_LE(Heartbeat::ofThisThread().longestStall(), 100ms);
}

Practice &FlowTest::practice()
{
    if (!m_practice)
        startPractice({});
    return *m_practice;
}

void FlowTest::startPractice(const QStringList &options)
{
    m_practice = std::make_unique<Practice>(options);
}

AccountSettings FlowTest::account(const QString &provider)
{
    AccountSettings settings;
    settings.id = QStringLiteral("work");
    settings.name = QStringLiteral("Work");
    settings.provider = provider;
    settings.clientId = QStringLiteral("practice");
    settings.redirectUri = QStringLiteral("http://127.0.0.1:0/callback");
    settings.scopes = {QStringLiteral("offline"), QStringLiteral("account.read"),
                       QStringLiteral("asset.read")};
    settings.endpoints = {.authorization = practice().url(QStringLiteral("/oauth2/auth")),
                          .token = practice().url(QStringLiteral("/oauth2/token")),
                          .revocation = practice().url(QStringLiteral("/oauth2/revoke")),
                          .api = practice().url(QStringLiteral("/v2"))};
    return settings;
}

AccountSettings FlowTest::confidentialAccount()
{
    AccountSettings settings = account();
    settings.clientId = QStringLiteral("practice-web");
    settings.clientAuthentication = ClientAuthentication::Basic;
    return settings;
}

void FlowTest::startProgram()
{
    m_program = std::make_unique<Program>(m_folder->path(), *programClock, *store, *person);
}

void FlowTest::begin(const AccountSettings &settings, const std::optional<Secret> &secret)
{
    startProgram();
    accounts().put(settings, secret);
    until([this] { return state() != State::Starting; });
}

void FlowTest::restartUnread()
{
    end();
    startProgram();
    accounts().load();
}

void FlowTest::restart()
{
    restartUnread();
    until([this] { return state() != State::Starting; });
}

QJsonObject FlowTest::item() const
{
    return QJsonDocument::fromJson(store->item(itemKey())).object();
}

bool FlowTest::signIn()
{
    person->reset();
    session().signIn();
    const bool done =
        until([this] { return state() == State::SignedIn && !snapshot().waiting && person->hasPage(); });
    if (!done)
        qWarning("%s", qPrintable(story()));
    return done;
}

QString FlowTest::story()
{
    const SessionSnapshot &now = snapshot();
    QString text = QStringLiteral("state %1, browser's page %2 of %3")
                       .arg(int(now.state))
                       .arg(person->pageStatus())
                       .arg(person->redirect().toString(QUrl::RemoveQuery));
    if (now.waiting)
        text += QStringLiteral(", waiting, finishing %1").arg(now.waiting->finishing);
    if (now.problem)
        text += QStringLiteral(", problem: stage %1 kind %2 detail %3 code '%4' status %5")
                    .arg(int(now.problem->stage))
                    .arg(int(now.problem->kind))
                    .arg(int(now.problem->detail))
                    .arg(now.problem->serverCode)
                    .arg(now.problem->httpStatus);
    return text;
}

Outcome<AccessToken> FlowTest::accessToken(std::chrono::seconds minValid)
{
    const auto answer = std::make_shared<std::optional<Outcome<AccessToken>>>();
    session().withAccessToken(minValid, [answer](const Outcome<AccessToken> &token) { *answer = token; });
    until([&answer] { return answer->has_value(); }, 20s);
    return answer->value_or(std::unexpected(Failure{.detail = Failure::Detail::NoAnswer}));
}

bool FlowTest::renew()
{
    session().refreshNow();
    return state() == State::Renewing && until([this] { return state() != State::Renewing; }, 20s) &&
           state() == State::SignedIn && !snapshot().problem;
}

void FlowTest::hugeAnswerIsGivenUp()
{
    QVERIFY(renew()); // what a renewal needs anyway is there
    practice().setFaults({QStringLiteral("huge")});
    const MemoryPeak peak;
    QVERIFY(!renew());
    QCOMPARE_LE(peak.growth(), 2 * 1024 + keptBySanitizer); // KiB, of 64 MiB
    QCOMPARE(snapshot().problem->detail, Failure::Detail::TooLarge);
    QVERIFY(accessToken());
}

} // namespace framekey::test
