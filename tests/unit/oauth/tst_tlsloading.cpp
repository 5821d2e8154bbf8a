// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "oauth/tlsloading.h"

#include "testcase.h"

#include <QFile>
#include <QSslConfiguration>

#include <sys/resource.h>

namespace framekey::test
{

/// What the first use of TLS costs is paid in another thread.
class TlsLoadingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void firstUse_findsItLoaded();
};

namespace
{

long pageFaultsOfThisThread()
{
    rusage used{};
    getrusage(RUSAGE_THREAD, &used);
    return used.ru_minflt + used.ru_majflt;
}

bool isOpenSslMapped()
{
    QFile maps(QStringLiteral("/proc/self/maps"));
    return maps.open(QIODevice::ReadOnly) && maps.readAll().contains("openssl");
}

} // namespace

void TlsLoadingTest::firstUse_findsItLoaded()
{
    const long before = pageFaultsOfThisThread();
    loadTlsAhead().join();
    QVERIFY(!QSslConfiguration::defaultConfiguration().isNull());
    // Loaded in this thread it is over 300.
    QCOMPARE_LE(pageFaultsOfThisThread() - before, 60);
    QVERIFY(isOpenSslMapped());
}

static const TestCase<TlsLoadingTest> testCase("tlsloading");

} // namespace framekey::test

#include "tst_tlsloading.moc"
