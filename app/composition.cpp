// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "composition.h"

#include "accounts/schemesinuse.h"
#include "oauth/tlsloading.h"
#include "session/session.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QStandardPaths>
#include <QTextStream>
#include <QTimer>

#include <chrono>
#include <utility>

namespace framekey
{

using namespace std::chrono_literals;

namespace
{

// A timer of 0 would still come before it: the X server has yet to ask for the drawing.
constexpr auto afterFirstDrawing = 1s;

QString settingsPath(const Options &options)
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation) + u'/' +
           options.instanceName() + u"/accounts.json";
}

QString dataFolder(const Options &options)
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + u'/' +
           options.instanceName();
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

EntryProgram thisProgram(const Options &options)
{
    EntryProgram program{.path = QCoreApplication::applicationFilePath(), .arguments = {}};
    if (!options.profile.isEmpty())
        program.arguments = QStringList{QStringLiteral("--profile"), options.profile};
    return program;
}

} // namespace

Composition::Composition(const Options &options, bool hasWindow)
    : m_options(options)
    , m_hasWindow(hasWindow)
    , m_catalogue(ProviderCatalogue::builtIn())
    , m_events(m_clock)
    , m_store(options.instanceName())
    , m_schemes(options.instanceName(), thisProgram(options))
    , m_practice(dataFolder(options) + u"/practice")
    , m_certificateMaker(dataFolder(options) + u"/redirect")
    , m_renewalTurns(m_clock)
    , m_accounts(settingsPath(options), m_catalogue,
                 [this](const AccountSettings &settings) { return makeSession(settings); })
    , m_consents(m_clock)
    , m_orders({.accounts = m_accounts,
                .clock = m_clock,
                .activity = m_activity,
                .consents = m_consents,
                .store = m_store,
                .wording = m_words,
                .events = &m_events,
                .schemes = &m_schemes,
                .hasWindow = hasWindow})
    , m_agent([this](const AgentCallPtr &call) { carryOut(call); })
{
    connect(&m_accounts, &AccountList::accountsChanged, this, &Composition::dropUnusedSchemes);
    connect(&m_accounts, &AccountList::localServerNeeded, &m_practice, &PracticeServer::start);
    connect(&m_practice, &PracticeServer::started, &m_accounts, &AccountList::setLocalServer);
    // The folder went away under us, at a logout of another session for instance: made anew, once it can be.
    connect(&m_agent, &AgentServer::lost, this, &Composition::openSocket, Qt::QueuedConnection);
    m_socketRetry.setSingleShot(true);
    connect(&m_socketRetry, &QTimer::timeout, this, &Composition::openSocket);
    connect(&m_orders, &AgentOrders::signInWanted, this,
            [this](const QString &id, const Requester &requester) {
                Q_EMIT accountWanted(id);
                Q_EMIT windowWanted();
                Q_EMIT signInWanted(id, requester);
            });
    connect(&m_networkEvents, &NetworkEvents::mayBeBack, this,
            [this] { noteNetwork(QNetworkInformation::Reachability::Online); });
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
        SessionPorts{.clock = m_clock,
                     .store = m_store,
                     .userAgent = m_browser,
                     .personSource = m_accountRequest,
                     .renewalTurns = &m_renewalTurns,
                     .schemes = &m_schemes,
                     .events = &m_events});
    connect(session.get(), &Session::snapshotChanged, this, &Composition::quitIfDone, Qt::QueuedConnection);
    connect(session.get(), &Session::snapshotChanged, this, &Composition::watchNetwork, Qt::QueuedConnection);
    return session;
}

QString Composition::socketPath() const
{
    return m_runtimeFolder.isEmpty() ? QString() : QString(m_runtimeFolder + u"/agent");
}

bool Composition::becomeOwner()
{
    QString reason;
    m_runtimeFolder = runtimeFolder(m_options.instanceName(), reason);
    if (m_runtimeFolder.isEmpty()) {
        // Still one owner only: two would use up each other's refresh tokens.
        const QString folder = QFileInfo(settingsPath(m_options)).path();
        QDir().mkpath(folder);
        const bool isOwner = m_lock.take(folder + u"/lock");
        if (isOwner)
            say(QStringLiteral("scripts cannot ask for tokens: %1").arg(reason));
        return isOwner;
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
    const QString lock = m_runtimeFolder + u"/lock";
    const bool hasFolder = !m_runtimeFolder.isEmpty();
    const bool isOwner = hasFolder && m_lock.take(lock);
    if (isOwner && m_agent.listen(socketPath())) {
        m_socketRetry.stop();
        return;
    }
    if (hasFolder && !isOwner && InstanceLock::isOthers(lock)) {
        // The folder had gone, and who was started meanwhile has made it anew: two owners would use up each
        // other's refresh tokens (T19).
        say(QStringLiteral("another Framekey runs now, and this one ends"));
        quitWhenDone();
        return;
    }
    openSocketLater(hasFolder ? m_runtimeFolder : reason);
}

void Composition::openSocketLater(const QString &reason)
{
    if (!std::exchange(m_saidNoSocket, true))
        say(QStringLiteral("scripts cannot ask for tokens: no socket can be opened (%1)").arg(reason));
    constexpr auto again = 10s;
    m_socketRetry.start(again);
}

bool Composition::start()
{
    m_events.note({.what = Event::What::Started});
    m_accounts.load();
    bool imported = m_options.envFile.isEmpty() || importOrSay(readEnvFile(m_options.envFile));
    if (m_options.fromEnvironment)
        imported = importOrSay(namesFromEnvironment()) && imported;
    if (m_options.practice)
        imported = addPractice().has_value() && imported;
    if (m_options.background && m_accounts.accounts().isEmpty()) {
        m_unused = std::make_unique<UnusedStart>(m_accounts, m_clock);
        connect(this, &Composition::windowWanted, m_unused.get(), &UnusedStart::use);
        connect(m_unused.get(), &UnusedStart::noticed, this, &Composition::quitWhenDone);
    }
    if (m_options.background)
        goOn();
    QTimer::singleShot(afterFirstDrawing, this, &Composition::followNetwork);
    return imported;
}

void Composition::goOn()
{
    m_store.begin();
    if (!m_tlsLoading.joinable())
        m_tlsLoading = loadTlsAhead();
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

void Composition::followNetwork()
{
    if (!QNetworkInformation::loadBackendByFeatures(QNetworkInformation::Feature::Reachability))
        return;
    connect(QNetworkInformation::instance(), &QNetworkInformation::reachabilityChanged, this,
            &Composition::noteNetwork);
}

void Composition::noteNetwork(QNetworkInformation::Reachability reachability)
{
    if (reachability == QNetworkInformation::Reachability::Disconnected)
        m_events.note({.what = Event::What::NetworkLost});
    if (reachability != QNetworkInformation::Reachability::Online)
        return;
    m_events.note({.what = Event::What::NetworkMayBeBack});
    wakeUp();
}

// Qt's backends tell nothing where no NetworkManager runs.
void Composition::watchNetwork()
{
    m_networkEvents.setWatching(anyOf(
        [](const SessionSnapshot &snapshot) { return snapshot.problem && snapshot.problem->isTemporary(); }));
}

void Composition::dropUnusedSchemes()
{
    const QSet<QString> now = schemesInUse(m_accounts.accounts());
    const QSet<QString> before = std::exchange(m_schemesInUse, now);
    for (const QString &unused : before - now)
        m_schemes.remove(unused);
}

void Composition::wakeUp()
{
    const auto accounts = m_accounts.accounts();
    for (const AccountSettings &settings : accounts)
        m_accounts.session(settings.id)->wakeUp();
}

} // namespace framekey
