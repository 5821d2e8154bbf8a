// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "composition.h"

#include "session/session.h"
#include "ui/presentation/envwords.h"

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
    for (const QString &name : envNames()) {
        if (const QByteArray value = takeFromEnvironment(name.toLatin1().constData()); !value.isEmpty())
            names.insert(name, Secret(value));
    }
    return names;
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
    if (!request.envFile.isEmpty())
        importOrSay(readEnvFile(request.envFile));
    if (!request.activationToken.isEmpty())
        qputenv("XDG_ACTIVATION_TOKEN", request.activationToken);
    m_windowWasWanted = true;
    Q_EMIT windowWanted();
}

bool Composition::start()
{
    m_accounts.load();
    bool imported = m_options.envFile.isEmpty() || importOrSay(readEnvFile(m_options.envFile));
    if (m_options.fromEnvironment)
        imported = importOrSay(namesFromEnvironment()) && imported;
    if (m_options.practice)
        addPractice();
    if (m_options.background && m_accounts.accounts().isEmpty()) {
        QTimer::singleShot(idleBackgroundStart, this, [this] {
            if (m_accounts.accounts().isEmpty() && !m_windowWasWanted)
                quitWhenDone();
        });
    }
    QTimer::singleShot(afterFirstDrawing, this, &Composition::followNetwork);
    return imported;
}

bool Composition::importOrSay(const std::expected<EnvNames, EnvFault> &names)
{
    const auto imported = importAccount(names);
    if (!imported) {
        say(imported.error());
        Q_EMIT importFailed(imported.error());
    }
    return imported.has_value();
}

std::expected<QString, QString> Composition::importAccount(const std::expected<EnvNames, EnvFault> &names)
{
    const auto account = names ? accountFromEnv(*names, m_catalogue) : std::unexpected(names.error());
    if (!account)
        return std::unexpected(envFaultText(account.error()));
    const auto kept = m_accounts.find(m_accounts.idOfClient(account->settings));
    const AccountSettings settings = kept ? account->over(*kept, m_catalogue) : account->settings;
    if (const auto fault = envFaultOf(checkAccount(settings, m_catalogue.find(settings.provider))))
        return std::unexpected(envFaultText(*fault));
    QString id = m_accounts.put(settings, account->clientSecret);
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
