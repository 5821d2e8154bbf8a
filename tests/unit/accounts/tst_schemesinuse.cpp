// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "accounts/schemesinuse.h"

#include "testcase.h"

using namespace Qt::StringLiterals;

namespace framekey::test
{

/// The schemes that have to stay registered.
class SchemesInUseTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void onlyPrivateUseSchemes_areInUse();
};

void SchemesInUseTest::onlyPrivateUseSchemes_areInUse()
{
    QList<AccountSettings> accounts;
    for (const QString &redirect : {u"adobe+1://adobeid/a"_s, u"ADOBE+1://adobeid/b"_s, u"com.example:/cb"_s,
                                    u"http://127.0.0.1:0/cb"_s, u"https://example.org/cb"_s, QString()}) {
        accounts.emplaceBack();
        accounts.back().redirectUri = redirect;
    }
    QCOMPARE(schemesInUse(accounts), (QSet<QString>{u"adobe+1"_s, u"com.example"_s}));
    QVERIFY(schemesInUse({}).isEmpty());
}

static const TestCase<SchemesInUseTest> testCase("schemesinuse");

} // namespace framekey::test

#include "tst_schemesinuse.moc"
