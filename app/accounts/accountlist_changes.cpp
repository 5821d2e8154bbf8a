// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The part of AccountList that changes accounts and gives their sessions what they need.
#include "accounts/accountlist.h"

#include "session/session.h"

#include <algorithm>

namespace framekey
{

namespace
{

std::unexpected<Failure> settingsFailure(Failure::Detail detail = Failure::Detail::None)
{
    return std::unexpected(
        Failure{.stage = Failure::Stage::Settings, .kind = Failure::Kind::Settings, .detail = detail});
}

Session::Identity identityOf(const AccountSettings &settings, const Provider *provider)
{
    return {.accountId = settings.id,
            .accountName = settings.name,
            .providerId = settings.provider,
            .providerName = provider ? provider->name : settings.provider};
}

// The settings anew; what only the account itself can know, or they leave out, stays.
AccountSettings laidOver(const AccountSettings &kept, AccountSettings settings, bool secretIsGiven)
{
    const auto keep = [](auto &now, const auto &before) {
        if (now.isEmpty())
            now = before;
    };
    settings.id = kept.id;
    settings.name = kept.name;
    keep(settings.issuer, kept.issuer);
    keep(settings.caFile, kept.caFile);
    if (settings.redirectCertificate == RedirectCertificateFiles{})
        settings.redirectCertificate = kept.redirectCertificate;
    settings.askEachTime = kept.askEachTime;
    if (!secretIsGiven)
        settings.clientAuthentication = kept.clientAuthentication;
    // Addresses of one service are never taken over to another.
    if (settings.provider == kept.provider) {
        keep(settings.endpoints.authorization, kept.endpoints.authorization);
        keep(settings.endpoints.revocation, kept.endpoints.revocation);
        keep(settings.endpoints.api, kept.endpoints.api);
    }
    return settings;
}

} // namespace

QString AccountList::put(const AccountSettings &settings, const std::optional<Secret> &clientSecret)
{
    Entry *entry = settings.id.isEmpty() ? entryOfClient(settings) : entryOf(settings.id);
    if (!entry) {
        AccountSettings added = settings;
        added.name = freeName(settings);
        add(added);
        entry = m_entries.back().get();
        if (m_defaultId.isEmpty())
            m_defaultId = entry->settings.id;
    } else {
        entry->settings =
            settings.id.isEmpty() ? laidOver(entry->settings, settings, clientSecret.has_value()) : settings;
        entry->settings.name = freeName(entry->settings);
    }
    save();
    if (clientSecret && clientSecret->isEmpty())
        entry->session->forgetClientSecret();
    apply(*entry, clientSecret);
    const QString id = entry->settings.id;
    Q_EMIT accountsChanged();
    Q_EMIT accountPut(id);
    return id;
}

void AccountList::keepScope(const QString &id, const QStringList &scope)
{
    Entry *entry = entryOf(id);
    if (!entry || entry->settings.scopes == scope)
        return;
    entry->settings.scopes = scope;
    save();
    Q_EMIT accountsChanged();
}

void AccountList::remove(const QString &id)
{
    const auto found =
        std::ranges::find_if(m_entries, [&id](const auto &entry) { return entry->settings.id == id; });
    if (found == m_entries.end())
        return;
    std::unique_ptr<Session> session = std::move((*found)->session);
    m_entries.erase(found);
    if (m_defaultId == id)
        m_defaultId = m_entries.empty() ? QString() : m_entries.front()->settings.id;
    save();
    session->leave();
    letGo(std::move(session));
    Q_EMIT accountsChanged();
}

void AccountList::move(const QString &id, qsizetype position)
{
    const auto found =
        std::ranges::find_if(m_entries, [&id](const auto &entry) { return entry->settings.id == id; });
    if (found == m_entries.end())
        return;
    const auto target =
        m_entries.begin() + std::clamp<qsizetype>(position, 0, qsizetype(m_entries.size()) - 1);
    if (target == found)
        return;
    if (found < target)
        std::rotate(found, found + 1, target + 1);
    else
        std::rotate(target, found, found + 1);
    save();
    Q_EMIT accountsChanged();
}

void AccountList::setDefault(const QString &id)
{
    if (m_defaultId == id || !entryOf(id))
        return;
    m_defaultId = id;
    save();
    Q_EMIT accountsChanged();
}

void AccountList::letGo(std::unique_ptr<Session> session)
{
    Session *leaving = session.get();
    m_leaving.push_back(std::move(session));
    const auto endIfDone = [this, leaving] {
        if (!leaving->hasLeft())
            return;
        const auto found =
            std::ranges::find_if(m_leaving, [leaving](const auto &other) { return other.get() == leaving; });
        if (found == m_leaving.end())
            return;
        // Ours until then: what it works with may end before the event loop comes to it.
        leaving->setParent(this);
        found->release()->deleteLater();
        m_leaving.erase(found);
    };
    connect(leaving, &Session::snapshotChanged, this, endIfDone);
    endIfDone();
}

bool AccountList::isLocal(const AccountSettings &settings) const
{
    const Provider *provider = m_catalogue.find(settings.provider);
    return provider && provider->runsLocally && settings.endpoints.token.isEmpty();
}

Outcome<ClientRegistration> AccountList::registration(const AccountSettings &settings) const
{
    const Provider *provider = m_catalogue.find(settings.provider);
    if (!provider || !checkAccount(settings, provider).isEmpty())
        return settingsFailure();
    if (isLocal(settings) && (!m_localServer || m_localServer->isEmpty()))
        return settingsFailure(Failure::Detail::NoPractice);
    ClientRegistration client = registrationFor(settings, *provider, m_localServer.value_or(QUrl()));
    if (client.endpoints.authorization.isEmpty() || client.endpoints.token.isEmpty())
        return settingsFailure();
    return client;
}

Outcome<ClientRegistration> AccountList::registrationOf(const QString &id) const
{
    const Entry *entry = entryOf(id);
    return entry ? registration(entry->settings) : settingsFailure();
}

void AccountList::apply(Entry &entry, const std::optional<Secret> &clientSecret)
{
    entry.session->setIdentity(identityOf(entry.settings, m_catalogue.find(entry.settings.provider)));
    // Until it is told where the local server answers, its sessions go on starting.
    if (isLocal(entry.settings) && !m_localServer)
        Q_EMIT localServerNeeded();
    else
        entry.session->setRegistration(registration(entry.settings), clientSecret);
}

void AccountList::setLocalServer(const QUrl &base)
{
    m_localServer = base;
    for (const auto &entry : m_entries) {
        if (isLocal(entry->settings))
            apply(*entry);
    }
    // Whoever wants it next asks for it anew.
    if (base.isEmpty())
        m_localServer.reset();
}

} // namespace framekey
