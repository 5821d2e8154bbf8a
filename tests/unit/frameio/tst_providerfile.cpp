// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "frameio/provider.h"

#include "testcase.h"

using namespace Qt::StringLiterals;

namespace framekey::test
{

namespace
{

QByteArray providerWith(const QByteArray &member)
{
    return R"({"name":"X","defaultRedirectUri":"http://127.0.0.1:0/callback",)" + member + '}';
}

} // namespace

/// A provider's file with a fault in it: the field is named.
class ProviderFileTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void faultyFile_namesTheField_data();
    void faultyFile_namesTheField();
    void faultyDetail_namesTheField_data();
    void faultyDetail_namesTheField();
};

void ProviderFileTest::faultyFile_namesTheField_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("fault");
    const QByteArray endpoints = R"("id":"x","endpoints":{"token":"https://as.example/t"})"_ba;
    QTest::newRow("good") << providerWith(endpoints) << QString();
    QTest::newRow("local and relative")
        << providerWith(R"("id":"x","runsLocally":true,"endpoints":{"token":"/t"})") << QString();
    QTest::newRow("custom without endpoints")
        << providerWith(R"("id":"x","endpointsEditable":true)") << QString();
    QTest::newRow("not JSON") << "x"_ba << u"(not a JSON object)"_s;
    QTest::newRow("list") << "[]"_ba << u"(not a JSON object)"_s;
    QTest::newRow("no id") << providerWith(R"("endpoints":{"token":"https://as.example/t"})") << u"id"_s;
    QTest::newRow("empty id") << providerWith(R"("id":"")") << u"id"_s;
    QTest::newRow("id a number") << providerWith(R"("id":5)") << u"id"_s;
    QTest::newRow("no token endpoint") << providerWith(R"("id":"x")") << u"endpoints.token"_s;
    QTest::newRow("http endpoint") << providerWith(R"("id":"x","endpoints":{"token":"http://as.example/t"})")
                                   << u"endpoints.token"_s;
    QTest::newRow("relative, not local")
        << providerWith(R"("id":"x","endpoints":{"token":"/t"})") << u"endpoints.token"_s;
    QTest::newRow("fragment")
        << providerWith(
               R"("id":"x","endpoints":{"api":"https://a.example/#","token":"https://as.example/t"})")
        << u"endpoints.api"_s;
    QTest::newRow("switch that is none")
        << providerWith(endpoints + R"(,"quirks":{"scopeAtRefresh":"yes"})") << u"scopeAtRefresh"_s;
    QTest::newRow("separator") << providerWith(endpoints + R"(,"quirks":{"scopeSeparator":";"})")
                               << u"quirks.scopeSeparator"_s;
    QTest::newRow("illegal scope") << providerWith(endpoints + R"(,"scopes":[{"token":"a b","words":"x"}])")
                                   << u"scopes"_s;
    QTest::newRow("scope without words")
        << providerWith(endpoints + R"(,"scopes":[{"token":"a"}])") << u"scopes"_s;
    QTest::newRow("issuer a number") << providerWith(endpoints + R"(,"issuer":1)") << u"issuer"_s;
}

void ProviderFileTest::faultyFile_namesTheField()
{
    QFETCH(QByteArray, json);
    QFETCH(QString, fault);
    const auto provider = ProviderCatalogue::parse(json);
    QCOMPARE(provider ? QString() : provider.error(), fault);
}

void ProviderFileTest::faultyDetail_namesTheField_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("fault");
    const QByteArray endpoints = R"("id":"x","endpoints":{"token":"https://as.example/t"})"_ba;
    QTest::newRow("scope source") << providerWith(endpoints + R"(,"quirks":{"scopeSource":"guess"})")
                                  << u"quirks.scopeSource"_s;
    QTest::newRow("local, leading elsewhere")
        << providerWith(R"("id":"x","runsLocally":true,"endpoints":{"token":"//evil/t"})")
        << u"endpoints.token"_s;
    QTest::newRow("illegal default scope")
        << providerWith(endpoints + R"(,"defaultScope":["a","b c"])") << u"defaultScope"_s;
    QTest::newRow("illegal offline scope")
        << providerWith(endpoints + R"(,"offlineScope":"a,b")") << u"offlineScope"_s;
    QTest::newRow("console that is no page")
        << providerWith(endpoints + R"(,"consoleUrl":"javascript:void")") << u"consoleUrl"_s;
    QTest::newRow("empty prompt") << providerWith(endpoints + R"(,"quirks":{"promptForPerson":""})")
                                  << u"quirks.promptForPerson"_s;
    QTest::newRow("days of use") << providerWith(endpoints + R"(,"unusedDays":0)") << u"unusedDays"_s;
    QTest::newRow("no such day") << providerWith(endpoints + R"(,"lastDay":"2026-13-01")") << u"lastDay"_s;
    QTest::newRow("added scope without words")
        << providerWith(endpoints + R"(,"addedScopes":[{"token":"a"}])") << u"addedScopes"_s;
    QTest::newRow("credential type without a name")
        << providerWith(endpoints +
                        R"(,"credentialTypes":[{"id":"a","words":"b","clientAuthentication":"none"}])")
        << u"credentialTypes"_s;
    QTest::newRow("credential type's authentication")
        << providerWith(
               endpoints +
               R"(,"credentialTypes":[{"id":"a","name":"A","words":"b","clientAuthentication":"x"}])")
        << u"credentialTypes"_s;
    QTest::newRow("unknown cause")
        << providerWith(endpoints +
                        R"(,"accountRefusedCauses":[{"status":401,"contains":["a"],"cause":"x"}])")
        << u"accountRefusedCauses"_s;
    QTest::newRow("cause of a success")
        << providerWith(endpoints +
                        R"(,"accountRefusedCauses":[{"status":200,"contains":["a"],"cause":"notLinked"}])")
        << u"accountRefusedCauses"_s;
    QTest::newRow("cause without a text")
        << providerWith(endpoints + R"(,"accountRefusedCauses":[{"status":401,"cause":"notLinked"}])")
        << u"accountRefusedCauses"_s;
}

void ProviderFileTest::faultyDetail_namesTheField()
{
    faultyFile_namesTheField();
}

static const TestCase<ProviderFileTest> testCase("providerfile");

} // namespace framekey::test

#include "tst_providerfile.moc"
