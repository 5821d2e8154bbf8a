// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "harness/flowtest.h"

#include <QDir>

namespace framekey::test
{

using namespace std::chrono_literals;

/// A settings file that cannot be written or read: never a crash, never a sign-out.
class TestSettings : public FlowTest
{
    Q_OBJECT

private Q_SLOTS:
    void unwritableSettingsAreSaidAndTheSignInStands();
    void brokenSettingsAreKeptAsideAndTheTokensStay_data();
    void brokenSettingsAreKeptAsideAndTheTokensStay();
    void settingsOfANewerProgramAreNeverOverwritten();

private:
    [[nodiscard]] QString path() const { return folder() + u"/accounts.json"; }
    [[nodiscard]] QByteArray settings() const
    {
        QFile file(path());
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    void replaceSettings(const QByteArray &text) const
    {
        QFile file(path());
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(text) == text.size());
    }
};

void TestSettings::unwritableSettingsAreSaidAndTheSignInStands()
{
    // Not even root writes a file where a folder is.
    QVERIFY(QDir(folder()).mkpath(path() + u"/in-the-way"));
    begin();
    QVERIFY(accounts().hasSaveProblem());
    QVERIFY(signIn());
    QVERIFY(renew());
    QVERIFY(store->contains(itemKey()));
    QVERIFY(QFileInfo(path()).isDir());
}

void TestSettings::brokenSettingsAreKeptAsideAndTheTokensStay_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("cut") << QByteArray("{\"version\":1,\"accounts\":[{\"id\":\"wo");
    QTest::newRow("no JSON") << QByteArray("\x7f"
                                           "ELF\0\1",
                                           6);
    QTest::newRow("array") << QByteArray("[]");
    QTest::newRow("huge") << QByteArray(2 * 1024 * 1024, ' ');
    QTest::newRow("wrong type") << QByteArray("{\"version\":1,\"accounts\":\"work\"}");
}

void TestSettings::brokenSettingsAreKeptAsideAndTheTokensStay()
{
    QFETCH(QByteArray, text);
    begin();
    QVERIFY(signIn());
    const QByteArray good = settings();
    end();
    replaceSettings(text);
    const QByteArray kept = store->item(itemKey());
    Program program(folder(), clock, *store, *person);
    program.accounts().load();
    QVERIFY(program.accounts().accounts().isEmpty());
    QFile aside(program.accounts().brokenFileKeptAs());
    QVERIFY(aside.open(QIODevice::ReadOnly));
    QCOMPARE(aside.readAll(), text);
    QCOMPARE(store->item(itemKey()), kept);

    replaceSettings(good);
    restart();
    VERIFY_UNTIL(state() == State::SignedIn);
}

void TestSettings::settingsOfANewerProgramAreNeverOverwritten()
{
    begin();
    QVERIFY(signIn());
    end();
    const QByteArray newer = "{\"version\":99,\"accounts\":{\"shape\":\"unknown\"}}";
    replaceSettings(newer);
    Program program(folder(), clock, *store, *person);
    program.accounts().load();
    program.accounts().put(account(), {});
    QVERIFY(program.accounts().hasSaveProblem());
    QVERIFY(program.accounts().brokenFileKeptAs().isEmpty());
    QCOMPARE(settings(), newer);
    Session &loaded = *program.accounts().session(QStringLiteral("work"));
    VERIFY_UNTIL(loaded.snapshot().state == State::SignedIn);
}

} // namespace framekey::test

QTEST_GUILESS_MAIN(framekey::test::TestSettings)
#include "test_settings.moc"
