// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "composition.h"

#include "session/session.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QNetworkInformation>
#include <QStandardPaths>
#include <QTextStream>
#include <QTimer>

#include <algorithm>
#include <chrono>

namespace framekey
{

using namespace std::chrono_literals;

namespace
{

constexpr auto quitWithin = 10s;
constexpr auto revokeWithin = 3s;
constexpr auto idleBackgroundStart = 10min;
// A timer of 0 would still come before it: the X server has yet to ask for the drawing.
constexpr auto afterFirstDrawing = 1s;

QString settingsPath(const Options &options)
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation) + u'/' +
           options.instanceName() + u"/accounts.json";
}

QString practiceFolder(const Options &options)
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + u'/' +
           options.instanceName() + u"/practice";
}

void say(const QString &sentence)
{
    QTextStream(stderr) << "framekey-app: " << sentence << '\n';
}

EnvNames namesFromEnvironment()
{
    EnvNames names;
    for (const char *name : {"CLIENT_ID", "CLIENT_SECRET", "AUTHORIZE_URL", "TOKEN_URL", "SCOPE",
                             "REDIRECT_URI", "REVOKE_URL", "API_URL"}) {
        if (const QByteArray value = takeFromEnvironment(name); !value.isEmpty())
            names.insert(QLatin1StringView(name), Secret(value));
    }
    return names;
}

QString sentenceFor(const EnvFault &fault)
{
    switch (fault.kind) {
    case EnvFault::Kind::Unreadable:
        return QStringLiteral("The file cannot be read.");
    case EnvFault::Kind::TooLarge:
        return QStringLiteral("The file is larger than 64 KiB.");
    case EnvFault::Kind::BadLine:
        return QStringLiteral("Line %1 is not NAME=value.").arg(fault.line);
    case EnvFault::Kind::NoClientId:
        break;
    }
    return QStringLiteral("CLIENT_ID is not set.");
}

} // namespace

Composition::Composition(const Options &options)
    : m_options(options)
    , m_catalogue(ProviderCatalogue::builtIn())
    , m_store(options.instanceName())
    , m_practice(practiceFolder(options))
    , m_accounts(settingsPath(options), m_catalogue, m_store,
                 [this](const AccountSettings &settings) { return makeSession(settings); })
{
    connect(&m_accounts, &AccountList::localServerNeeded, &m_practice, &PracticeServer::start);
    connect(&m_practice, &PracticeServer::started, &m_accounts, &AccountList::setLocalServer);
    connect(&m_agent, &AgentServer::requested, this, &Composition::takeRequest);
    // The folder went away under us, at a logout of another session for instance: made anew, once it can be.
    connect(&m_agent, &AgentServer::lost, this, &Composition::openSocket, Qt::QueuedConnection);
    connect(&m_store, &KeychainStore::idle, this, &Composition::quitIfDone, Qt::QueuedConnection);
}

Composition::~Composition() = default;

std::unique_ptr<Session> Composition::makeSession(const AccountSettings &settings)
{
    const Provider *provider = m_catalogue.find(settings.provider);
    auto session = std::make_unique<Session>(
        Session::Identity{.accountId = settings.id,
                          .accountName = settings.name,
                          .providerId = settings.provider,
                          .providerName = provider ? provider->name : settings.provider},
        SessionPorts{
            .clock = m_clock, .store = m_store, .userAgent = m_browser, .personSource = m_accountRequest});
    connect(session.get(), &Session::snapshotChanged, this, &Composition::quitIfDone, Qt::QueuedConnection);
    return session;
}

QString Composition::socketPath() const
{
    return m_runtimeFolder + u"/agent";
}

bool Composition::becomeOwner()
{
    QString reason;
    m_runtimeFolder = runtimeFolder(m_options.instanceName(), reason);
    if (m_runtimeFolder.isEmpty()) {
        say(QStringLiteral("scripts cannot ask for tokens: %1").arg(reason));
        // Still one owner only: two would use up each other's refresh tokens.
        const QString folder = QFileInfo(settingsPath(m_options)).path();
        QDir().mkpath(folder);
        return m_lock.take(folder + u"/lock");
    }
    if (!m_lock.take(m_runtimeFolder + u"/lock"))
        return false;
    openSocket();
    return true;
}

void Composition::openSocket()
{
    QString reason;
    m_runtimeFolder = runtimeFolder(m_options.instanceName(), reason);
    if (m_runtimeFolder.isEmpty() || !m_lock.take(m_runtimeFolder + u"/lock") ||
        !m_agent.listen(socketPath())) {
        constexpr auto again = 1min;
        QTimer::singleShot(again, this, &Composition::openSocket);
    }
}

void Composition::takeRequest(const AgentRequest &request)
{
    if (!request.envFile.isEmpty()) {
        if (const auto imported = importAccount(readEnvFile(request.envFile)); !imported)
            say(imported.error());
    }
    if (!request.activationToken.isEmpty())
        qputenv("XDG_ACTIVATION_TOKEN", request.activationToken);
    m_windowWasWanted = true;
    Q_EMIT windowWanted();
}

void Composition::start()
{
    m_accounts.load();
    if (!m_options.envFile.isEmpty()) {
        if (const auto imported = importAccount(readEnvFile(m_options.envFile)); !imported)
            say(imported.error());
    }
    if (m_options.fromEnvironment) {
        if (const auto imported = importAccount(namesFromEnvironment()); !imported)
            say(imported.error());
    }
    if (m_options.practice)
        addPractice();
    if (m_options.background && m_accounts.accounts().isEmpty()) {
        QTimer::singleShot(idleBackgroundStart, this, [this] {
            if (m_accounts.accounts().isEmpty() && !m_windowWasWanted)
                quitWhenDone();
        });
    }
    QTimer::singleShot(afterFirstDrawing, this, &Composition::followNetwork);
}

std::expected<QString, QString> Composition::importAccount(const std::expected<EnvNames, EnvFault> &names)
{
    if (!names)
        return std::unexpected(sentenceFor(names.error()));
    const auto account = accountFromEnv(*names, m_catalogue);
    if (!account)
        return std::unexpected(sentenceFor(account.error()));
    QString id = m_accounts.put(account->settings, account->clientSecret);
    Q_EMIT accountWanted(id);
    return id;
}

void Composition::addPractice()
{
    const auto accounts = m_accounts.accounts();
    const Provider *practice = m_catalogue.find(QStringLiteral("practice"));
    const bool there = std::ranges::any_of(
        accounts, [practice](const AccountSettings &settings) { return settings.provider == practice->id; });
    if (!there)
        m_accounts.put(newAccount(*practice), std::nullopt);
}

void Composition::followNetwork()
{
    if (!QNetworkInformation::loadBackendByFeatures(QNetworkInformation::Feature::Reachability))
        return;
    connect(QNetworkInformation::instance(), &QNetworkInformation::reachabilityChanged, this,
            [this](QNetworkInformation::Reachability reachability) {
                if (reachability != QNetworkInformation::Reachability::Online)
                    return;
                for (const AccountSettings &settings : m_accounts.accounts())
                    m_accounts.session(settings.id)->wakeUp();
            });
}

bool Composition::isRevoking() const
{
    const auto accounts = m_accounts.accounts();
    return m_accounts.isLeaving() || std::ranges::any_of(accounts, [this](const AccountSettings &settings) {
               const auto &receipt = m_accounts.session(settings.id)->snapshot().receipt;
               return receipt && receipt->revocation == SessionSnapshot::Receipt::Revocation::Pending;
           });
}

bool Composition::isRenewing() const
{
    // A refresh request that is cut off may have used up the refresh token that is kept.
    const auto accounts = m_accounts.accounts();
    return std::ranges::any_of(accounts, [this](const AccountSettings &settings) {
        return m_accounts.session(settings.id)->snapshot().state == SessionSnapshot::State::Renewing;
    });
}

void Composition::quitWhenDone()
{
    if (m_quitting)
        return;
    m_quitting = true;
    QTimer::singleShot(isRevoking() && !isRenewing() ? std::chrono::seconds(revokeWithin)
                                                     : std::chrono::seconds(quitWithin),
                       this, [] { QCoreApplication::exit(); });
    quitIfDone();
}

void Composition::quitIfDone()
{
    if (m_quitting && m_store.isIdle() && !isRevoking() && !isRenewing())
        QCoreApplication::exit(); // quit() would ask the window first, which hides instead of closing
}

} // namespace framekey
