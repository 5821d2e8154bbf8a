// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "byname.h"
#include "ui/theme.h"
#include "windowonfakes.h"

#include <QCheckBox>
#include <QFile>
#include <QTest>

using namespace framekey;
using namespace framekey::test;

/// "Ask me each time a script wants a token", in an account's settings.
class AskEachTimeTest : public QObject, private WindowOnFakes
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { applyTheme(*qApp, ColorScheme::Light); }
    void init();
    void cleanup() { close(); }
    void box_saysWhatItMeans();
    void ticked_isKeptInTheFile();
    void unticked_isNoLongerAsked();
    void otherChanges_leaveIt();

private:
    [[nodiscard]] QCheckBox *box()
    {
        return byName<QCheckBox>(*m_window, QStringLiteral("Ask me each time a script wants a token"));
    }
    [[nodiscard]] bool isAsked() const { return m_accounts->find(QStringLiteral("work"))->askEachTime; }
    void openSettings() { press(*m_window, QStringLiteral("Settings")); }
    void tick(bool on)
    {
        openSettings();
        box()->setChecked(on);
        press(*m_window, QStringLiteral("Save"));
    }
    [[nodiscard]] QByteArray file() const
    {
        QFile kept(m_folder->filePath(QStringLiteral("accounts.json")));
        return kept.open(QIODevice::ReadOnly) ? kept.readAll() : QByteArray();
    }
};

void AskEachTimeTest::init()
{
    open();
    m_window->resize(460, 2400);
    addLegacy(QStringLiteral("work"), true);
    QTRY_COMPARE(status(), QStringLiteral("Signed in"));
}

void AskEachTimeTest::box_saysWhatItMeans()
{
    openSettings();
    QVERIFY(!box()->isChecked());
    QVERIFY(box()->accessibleDescription().contains(u"without a display, it is refused"));
    QVERIFY(!file().contains("askEachTime"));
}

void AskEachTimeTest::ticked_isKeptInTheFile()
{
    tick(true);
    QVERIFY(isAsked());
    QVERIFY(file().contains("\"askEachTime\": true"));
    QCOMPARE(status(), QStringLiteral("Signed in"));
    openSettings();
    QVERIFY(box()->isChecked());
}

void AskEachTimeTest::unticked_isNoLongerAsked()
{
    tick(true);
    tick(false);
    QVERIFY(!isAsked());
    QVERIFY(!file().contains("askEachTime"));
}

void AskEachTimeTest::otherChanges_leaveIt()
{
    tick(true);
    openSettings();
    line("Account name")->setText(QStringLiteral("night"));
    press(*m_window, QStringLiteral("Save"));
    QVERIFY(isAsked());
    // The same client from a .env file.
    AccountSettings imported = *m_accounts->find(QStringLiteral("work"));
    imported.id.clear();
    imported.askEachTime = false;
    m_accounts->put(imported, std::nullopt);
    QCOMPARE(m_accounts->accounts().size(), 1);
    QVERIFY(isAsked());
}

QTEST_MAIN(AskEachTimeTest)
#include "tst_askeachtime.moc"
