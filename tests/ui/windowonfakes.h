// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/accountlist.h"
#include "accounts/activity.h"
#include "accounts/consents.h"
#include "byname.h"
#include "fakeclock.h"
#include "fakepersonsource.h"
#include "fakeuseragent.h"
#include "memorytokenstore.h"
#include "session/session.h"
#include "ui/mainwindow.h"

#include <QLineEdit>
#include <QTemporaryDir>

#include <memory>

namespace framekey::test
{

/// The whole window on a real list of accounts and real sessions; keychain, clock and browser are stand-ins.
class WindowOnFakes
{
protected:
    void open();
    void close();

    /// Of what an account says for itself about its addresses.
    enum class Addresses { Own, Providers };
    /// Shows a new account of Frame.io Legacy; signed in by a kept access token of 42 minutes. With an API
    /// address of its own (the same one) it does not end with Legacy, so that no card says so.
    QString addLegacy(const QString &name, bool signedIn, Addresses addresses = Addresses::Own);
    [[nodiscard]] QString status() { return labelled(*m_window, QStringLiteral("Status")); }
    [[nodiscard]] QLineEdit *line(const char *name)
    {
        return byName<QLineEdit>(*m_window, QString::fromUtf8(name));
    }

    FakeClock m_clock;
    FakeUserAgent m_browser;
    FakePersonSource m_person;
    std::unique_ptr<MemoryTokenStore> m_store;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<AccountList> m_accounts;
    std::unique_ptr<Activity> m_activity;
    std::unique_ptr<Consents> m_consents;
    std::unique_ptr<MainWindow> m_window;

private:
    void keepTokens(const QString &id, std::chrono::seconds lifetime);
    [[nodiscard]] std::unique_ptr<Session> makeSession(const AccountSettings &settings);
};

} // namespace framekey::test
