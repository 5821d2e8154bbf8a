// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "quietlogging.h"

#include "testcase.h"

#include <QLoggingCategory>

namespace framekey::test
{

/// What Qt may print of a sign-in: nothing, in categories that are there already and in later ones.
class QuietLoggingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void categoriesThatHoldSecrets_areSilent();
};

void QuietLoggingTest::categoriesThatHoldSecrets_areSilent()
{
    const QLoggingCategory earlier("qt.network.ssl");
    QLoggingCategory::setFilterRules(QStringLiteral("*=true"));
    installQuietLogging();
    const QLoggingCategory later("qt.networkauth.oauth2");
    const QLoggingCategory other("framekey.test");
    for (const QLoggingCategory *category : {&earlier, &later}) {
        QVERIFY(!category->isDebugEnabled() && !category->isInfoEnabled());
        QVERIFY(!category->isWarningEnabled() && !category->isCriticalEnabled());
    }
    QVERIFY(other.isDebugEnabled() && other.isWarningEnabled());
}

static const TestCase<QuietLoggingTest> testCase("quietlogging");

} // namespace framekey::test

#include "tst_quietlogging.moc"
