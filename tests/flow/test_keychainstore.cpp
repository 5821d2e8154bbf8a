// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/keychainstore.h"
#include "harness/heartbeat.h"

#include <QLocalServer>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

namespace framekey::test
{

using namespace std::chrono_literals;
using Detail = Failure::Detail;

/// The real keychain store where no keychain answers. (With one, the end-to-end tests use it.)
class TestKeychainStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void withoutABusItIsAbsent();
    void busThatSaysNothingIsGivenUpAndBlocksNothing();

private:
    /// What each kind of call is told, at most this much later.
    static QList<Detail> details(KeychainStore &store, std::chrono::milliseconds limit);
};

QList<Detail> TestKeychainStore::details(KeychainStore &store, std::chrono::milliseconds limit)
{
    QList<Detail> told;
    const auto take = [&told](const auto &outcome) {
        told.append(outcome ? Detail::None : outcome.error().detail);
    };
    store.read(QStringLiteral("work/tokens"), take);
    store.write(QStringLiteral("work/tokens"), Secret("a"), take);
    store.remove(QStringLiteral("work/tokens"), take);
    store.probe(take);
    until([&told] { return told.size() == 4; }, limit);
    return told;
}

void TestKeychainStore::withoutABusItIsAbsent()
{
    qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nowhere");
    KeychainStore store(QStringLiteral("framekey-test"));
    QCOMPARE(details(store, 8s), QList<Detail>(4, Detail::KeychainAbsent));
    QVERIFY(store.isIdle());
}

void TestKeychainStore::busThatSaysNothingIsGivenUpAndBlocksNothing()
{
    QTemporaryDir folder;
    QLocalServer silent;
    QVERIFY(silent.listen(folder.filePath(QStringLiteral("bus"))));
    qputenv("DBUS_SESSION_BUS_ADDRESS", QByteArray("unix:path=" + silent.fullServerName().toLocal8Bit()));
    auto store = std::make_unique<KeychainStore>(QStringLiteral("framekey-test"));
    Heartbeat::ofThisThread().reset();
    QElapsedTimer waited;
    waited.start();
    QCOMPARE(details(*store, 15s), QList<Detail>(4, Detail::KeychainSlow));
    QCOMPARE_GE(waited.elapsed(), 9'500);
    QCOMPARE_LE(waited.elapsed(), 12'000);
    QCOMPARE_LE(Heartbeat::ofThisThread().longestStall(), 100ms);
    QElapsedTimer ending;
    ending.start();
    store.reset();
    QCOMPARE_LE(ending.elapsed(), 3'000);
}

} // namespace framekey::test

QTEST_GUILESS_MAIN(framekey::test::TestKeychainStore)
#include "test_keychainstore.moc"
