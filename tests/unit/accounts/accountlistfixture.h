// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/accountlist.h"

#include "accounts/accountsdocument.h"
#include "fakeclock.h"
#include "fakepersonsource.h"
#include "fakeuseragent.h"
#include "memorytokenstore.h"
#include "session/session.h"
#include "session/storeditem.h"
#include "testcase.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>

#include <memory>

namespace framekey::test
{

using namespace Qt::StringLiterals;

/// An AccountList on a folder and a keychain of its own.
class AccountListFixture : public QObject
{
protected:
    void begin();
    void write(const QByteArray &json) const;
    [[nodiscard]] QByteArray written() const;
    [[nodiscard]] AccountsDocument document() const { return parseAccounts(written()).value(); }
    [[nodiscard]] QString path() const { return m_folder->filePath(u"framekey/accounts.json"_s); }
    [[nodiscard]] AccountSettings legacyAccount(const QString &clientId) const;

    ProviderCatalogue m_catalogue = ProviderCatalogue::builtIn();
    FakeClock m_clock;
    FakeUserAgent m_userAgent;
    FakePersonSource m_personSource;
    std::unique_ptr<MemoryTokenStore> m_store;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<AccountList> m_list;
};

inline void AccountListFixture::begin()
{
    m_list.reset();
    m_folder = std::make_unique<QTemporaryDir>();
    m_store = std::make_unique<MemoryTokenStore>();
    const auto makeSession = [this](const AccountSettings &settings) {
        return std::make_unique<Session>(
            Session::Identity{
                .accountId = settings.id, .accountName = settings.name, .providerId = {}, .providerName = {}},
            SessionPorts{.clock = m_clock,
                         .store = *m_store,
                         .userAgent = m_userAgent,
                         .personSource = m_personSource});
    };
    m_list = std::make_unique<AccountList>(path(), m_catalogue, makeSession);
}

inline void AccountListFixture::write(const QByteArray &json) const
{
    QDir(m_folder->path()).mkpath(u"framekey"_s);
    QFile file(path());
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(json), json.size());
}

inline QByteArray AccountListFixture::written() const
{
    QFile file(path());
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

inline AccountSettings AccountListFixture::legacyAccount(const QString &clientId) const
{
    AccountSettings settings = newAccount(*m_catalogue.find(u"frameio-legacy"_s));
    settings.clientId = clientId;
    return settings;
}

} // namespace framekey::test
