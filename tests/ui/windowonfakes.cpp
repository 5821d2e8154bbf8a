// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "windowonfakes.h"

#include "samples.h"
#include "session/storeditem.h"

namespace framekey::test
{

void WindowOnFakes::open()
{
    m_browser = {};
    m_store = std::make_unique<MemoryTokenStore>();
    m_folder = std::make_unique<QTemporaryDir>();
    m_accounts = std::make_unique<AccountList>(
        m_folder->filePath(QStringLiteral("accounts.json")), samples::catalogue(),
        [this](const AccountSettings &settings) { return makeSession(settings); });
    m_accounts->load();
    m_window = std::make_unique<MainWindow>(*m_accounts, m_clock);
    m_activity = std::make_unique<Activity>();
    m_consents = std::make_unique<Consents>(m_clock);
    m_window->setActivity(*m_activity);
    m_window->setConsents(*m_consents);
    m_window->bringUp();
}

void WindowOnFakes::close()
{
    m_window.reset();
    m_accounts.reset();
}

std::unique_ptr<Session> WindowOnFakes::makeSession(const AccountSettings &settings)
{
    return std::make_unique<Session>(
        Session::Identity{.accountId = settings.id,
                          .accountName = settings.name,
                          .providerId = settings.provider,
                          .providerName = settings.provider},
        SessionPorts{.clock = m_clock, .store = *m_store, .userAgent = m_browser, .personSource = m_person});
}

QString WindowOnFakes::addLegacy(const QString &name, bool signedIn, Addresses addresses)
{
    const Provider &legacy = *samples::catalogue().find(QStringLiteral("frameio-legacy"));
    AccountSettings settings = newAccount(legacy);
    if (addresses == Addresses::Own)
        settings.endpoints.api = legacy.endpoints.api;
    settings.id = name;
    settings.name = name;
    settings.clientId = name + QStringLiteral("-client");
    settings.redirectUri = QStringLiteral("http://127.0.0.1:0/callback");
    if (signedIn)
        keepTokens(name, std::chrono::minutes(42));
    // An id that is not in the list yet is only known from a file.
    const QString id = m_accounts->put(settings, std::nullopt);
    m_window->showAccount(id);
    return id;
}

void WindowOnFakes::keepTokens(const QString &id, std::chrono::seconds lifetime)
{
    const Provider &legacy = *samples::catalogue().find(QStringLiteral("frameio-legacy"));
    StoredTokens kept;
    kept.tokens.accessToken = Secret(QByteArrayLiteral("the-token"));
    kept.tokens.grantedScope = legacy.defaultScope;
    kept.tokens.person = Person{.id = QStringLiteral("1"),
                                .name = QStringLiteral("Ana Lima"),
                                .email = QStringLiteral("ana@northlight.example")};
    kept.tokens.issuedAt = m_clock.nowUtc();
    kept.tokens.lifetime = lifetime;
    kept.binding = {.token = legacy.endpoints.token.toString(QUrl::FullyEncoded),
                    .revocation = {},
                    .api = legacy.endpoints.api.toString(QUrl::FullyEncoded),
                    .clientId = id + QStringLiteral("-client")};
    m_store->put(tokensKey(id), kept.toItem().reveal());
}

} // namespace framekey::test
