// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "accounts/accountlist.h"

#include "accounts/accountsdocument.h"
#include "session/filereplacement.h"
#include "session/session.h"

#include <QDateTime>
#include <QFile>
#include <QUuid>

#include <algorithm>

namespace framekey
{

AccountList::AccountList(QString path, const ProviderCatalogue &catalogue, MakeSession makeSession,
                         QObject *parent)
    : QObject(parent), m_path(std::move(path)), m_catalogue(catalogue), m_makeSession(std::move(makeSession))
{
}

AccountList::~AccountList() = default;

void AccountList::load()
{
    QFile file(m_path);
    if (!file.exists())
        return;
    if (file.open(QIODevice::ReadOnly))
        take(file.read(longestAccountsFile + 1));
    else
        m_readOnly = true; // not ours to replace
    for (const auto &entry : m_entries)
        apply(*entry);
    Q_EMIT accountsChanged();
}

void AccountList::take(const QByteArray &json)
{
    const auto document = parseAccounts(json);
    if (!document) {
        m_readOnly = document.error() == AccountsFault::Newer;
        if (!m_readOnly)
            keepBrokenAside();
        return;
    }
    bool complete = true;
    for (const AccountSettings &settings : document->accounts) {
        complete = complete && !settings.id.isEmpty() && !entryOf(settings.id);
        add(settings);
        if (settings.name == document->defaultName)
            m_defaultId = m_entries.back()->settings.id;
    }
    if (m_defaultId.isEmpty() && !m_entries.empty())
        m_defaultId = m_entries.front()->settings.id;
    if (!complete)
        save();
}

void AccountList::add(AccountSettings settings)
{
    // The id is the keychain's key: two accounts with one would read each other's tokens.
    if (settings.id.isEmpty() || entryOf(settings.id))
        settings.id = QUuid::createUuid().toString(QUuid::WithoutBraces);
    if (const Provider *provider = m_catalogue.find(settings.provider);
        provider && settings.redirectUri.isEmpty())
        settings.redirectUri = provider->defaultRedirectUri;
    auto entry = std::make_unique<Entry>();
    entry->settings = settings;
    entry->session = m_makeSession(settings);
    connect(entry->session.get(), &Session::scopeChosen, this,
            [this, id = settings.id](const QStringList &scope) { keepScope(id, scope); });
    entry->session->setWhoWaits([this](quint16 port) { return nameWaitingOn(port); });
    m_entries.push_back(std::move(entry));
}

void AccountList::keepBrokenAside()
{
    const QString kept =
        m_path + u".broken-" + QDateTime::currentDateTimeUtc().toString(QStringLiteral("yyyyMMdd-HHmmss"));
    if (QFile::rename(m_path, kept))
        m_brokenFile = kept;
    else
        m_readOnly = true; // it could not be saved, so it is not written over
}

void AccountList::save()
{
    AccountsDocument document;
    for (const auto &entry : m_entries) {
        document.accounts.append(entry->settings);
        if (entry->settings.id == m_defaultId)
            document.defaultName = entry->settings.name;
    }
    const bool saved = !m_readOnly && replaceFile(m_path, formatAccounts(document),
                                                  QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    if (m_saveFailed == !saved)
        return;
    m_saveFailed = !saved;
    Q_EMIT saveProblemChanged(m_saveFailed);
}

QList<AccountSettings> AccountList::accounts() const
{
    QList<AccountSettings> all;
    for (const auto &entry : m_entries)
        all.append(entry->settings);
    return all;
}

std::optional<AccountSettings> AccountList::find(const QString &id) const
{
    const Entry *entry = entryOf(id);
    return entry ? std::optional(entry->settings) : std::nullopt;
}

Session *AccountList::session(const QString &id) const
{
    const Entry *entry = entryOf(id);
    return entry ? entry->session.get() : nullptr;
}

bool AccountList::isLeaving() const
{
    return std::ranges::any_of(m_leaving, [](const auto &session) {
        const auto &receipt = session->snapshot().receipt;
        return !receipt || receipt->revocation == SessionSnapshot::Receipt::Revocation::Pending;
    });
}

bool AccountList::shareServer(const QString &one, const QString &other) const
{
    const Entry *first = entryOf(one);
    const Entry *second = entryOf(other);
    if (!first || !second || first->settings.provider != second->settings.provider)
        return false;
    const auto ours = endpointsOf(first->settings);
    const auto theirs = endpointsOf(second->settings);
    return ours.token == theirs.token && ours.api == theirs.api;
}

AccountList::Entry *AccountList::entryOf(const QString &id) const
{
    const auto found =
        std::ranges::find_if(m_entries, [&id](const auto &entry) { return entry->settings.id == id; });
    return found == m_entries.end() ? nullptr : found->get();
}

AccountList::Entry *AccountList::entryOfClient(const AccountSettings &settings) const
{
    const QUrl token = tokenEndpoint(settings);
    const auto found = std::ranges::find_if(m_entries, [&](const auto &entry) {
        return entry->settings.clientId == settings.clientId && tokenEndpoint(entry->settings) == token;
    });
    return found == m_entries.end() ? nullptr : found->get();
}

QString AccountList::idOfClient(const AccountSettings &settings) const
{
    const Entry *entry = entryOfClient(settings);
    return entry ? entry->settings.id : QString();
}

QString AccountList::nameWaitingOn(quint16 port) const
{
    const auto found = std::ranges::find_if(m_entries, [port](const auto &entry) {
        const auto &waiting = entry->session->snapshot().waiting;
        return waiting && waiting->port == port;
    });
    return found == m_entries.end() ? QString() : (*found)->settings.name;
}

QUrl AccountList::apiBase(const QString &id) const
{
    const Entry *entry = entryOf(id);
    const QUrl api = entry ? endpointsOf(entry->settings).api : QUrl();
    // Relative while the local server has not said where it is.
    return api.isRelative() ? QUrl() : api;
}

Endpoints AccountList::endpointsOf(const AccountSettings &settings) const
{
    const Provider *provider = m_catalogue.find(settings.provider);
    return provider ? registrationFor(settings, *provider, m_localServer.value_or(QUrl())).endpoints
                    : settings.endpoints;
}

QUrl AccountList::tokenEndpoint(const AccountSettings &settings) const
{
    return endpointsOf(settings).token;
}

QString AccountList::idOf(const QString &idOrName) const
{
    if (entryOf(idOrName))
        return idOrName;
    const auto found =
        std::ranges::find(m_entries, idOrName, [](const auto &entry) { return entry->settings.name; });
    return found == m_entries.end() ? QString() : (*found)->settings.id;
}

bool AccountList::asksEachTime(const QString &id) const
{
    const Entry *entry = entryOf(id);
    return entry && entry->settings.askEachTime;
}

QString AccountList::freeName(const AccountSettings &settings) const
{
    const auto isTaken = [this, &settings](const QString &name) {
        return std::ranges::any_of(m_entries, [&](const auto &entry) {
            return entry->settings.name == name && entry->settings.id != settings.id;
        });
    };
    QString name = settings.name.trimmed();
    for (int number = 2; isTaken(name); ++number)
        name = settings.name.trimmed() + u' ' + QString::number(number);
    return name;
}

} // namespace framekey
