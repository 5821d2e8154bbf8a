// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "options.h"

#include "testcase.h"

#include <QDir>

using namespace Qt::StringLiterals;

namespace framekey::test
{

/// The command line of `framekey-app`.
class OptionsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothing_isAnOrdinaryStart();
    void everyOption_isUnderstood();
    void envFile_isMadeAbsolute();
    void redirect_isHandedOver_data();
    void redirect_isHandedOver();
    void version_andHelp_haveShortForms();
    void wrongLine_isRefused_data();
    void wrongLine_isRefused();
    void help_namesEveryOption();
};

void OptionsTest::nothing_isAnOrdinaryStart()
{
    const auto options = parseOptions({});
    QVERIFY(options);
    QVERIFY(!options->background && !options->practice && !options->fromEnvironment);
    QVERIFY(!options->showVersion && !options->showHelp);
    QVERIFY(options->envFile.isEmpty());
    QCOMPARE(options->instanceName(), u"framekey"_s);
}

void OptionsTest::everyOption_isUnderstood()
{
    const auto options = parseOptions({u"--profile"_s, u"dev-2"_s, u"--env-file=/tmp/x.env"_s,
                                       u"--from-env"_s, u"--background"_s, u"--practice"_s});
    QVERIFY(options);
    QCOMPARE(options->profile, u"dev-2"_s);
    QCOMPARE(options->instanceName(), u"framekey-dev-2"_s);
    QCOMPARE(options->envFile, u"/tmp/x.env"_s);
    QVERIFY(options->fromEnvironment && options->background && options->practice);
    QVERIFY(!options->showVersion && !options->showHelp);
}

void OptionsTest::envFile_isMadeAbsolute()
{
    const auto options = parseOptions({u"--env-file"_s, u".env"_s});
    QVERIFY(options);
    QCOMPARE(options->envFile, QDir::current().absoluteFilePath(u".env"_s));
}

void OptionsTest::redirect_isHandedOver_data()
{
    QTest::addColumn<QStringList>("arguments");
    const QString address = u"adobe+0a://adobeid/c?code=x&state=s"_s;
    QTest::newRow("alone") << QStringList{address};
    QTest::newRow("for a profile") << QStringList{u"--profile"_s, u"dev"_s, address};
    QTest::newRow("behind a double dash") << QStringList{u"--"_s, address};
}

void OptionsTest::redirect_isHandedOver()
{
    QFETCH(QStringList, arguments);
    const auto options = parseOptions(arguments);
    QVERIFY(options);
    QCOMPARE(options->redirect.reveal(), "adobe+0a://adobeid/c?code=x&state=s"_ba);
}

void OptionsTest::version_andHelp_haveShortForms()
{
    for (const QString &argument : {u"--version"_s, u"-v"_s})
        QVERIFY(parseOptions({argument}).value().showVersion);
    for (const QString &argument : {u"--help"_s, u"-h"_s})
        QVERIFY(parseOptions({argument}).value().showHelp);
}

void OptionsTest::wrongLine_isRefused_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("unknown option") << QStringList{u"--token"_s};
    QTest::newRow("unknown letter") << QStringList{u"-x"_s};
    QTest::newRow("a word") << QStringList{u"show"_s};
    QTest::newRow("option without its value") << QStringList{u"--env-file"_s};
    QTest::newRow("value for a switch") << QStringList{u"--background=yes"_s};
    QTest::newRow("an address of the web") << QStringList{u"https://example.org/?code=c0de"_s};
    QTest::newRow("an address of this computer") << QStringList{u"http://127.0.0.1:1/?code=c0de"_s};
    QTest::newRow("two addresses") << QStringList{u"a+b:/?code=c0de"_s, u"a+b:/?code=c0de"_s};
    QTest::newRow("address and what to add") << QStringList{u"--practice"_s, u"a+b:/?code=c0de"_s};
    QTest::newRow("address and no window") << QStringList{u"--background"_s, u"a+b:/?code=c0de"_s};
    for (const char *profile :
         {"Dev", "a b", "../x", "a/b", "a.b", "\u00fc", "dev\n", "123456789012345678901234567890123"})
        QTest::newRow(profile) << QStringList{u"--profile"_s, QString::fromUtf8(profile)};
}

void OptionsTest::wrongLine_isRefused()
{
    QFETCH(QStringList, arguments);
    const auto options = parseOptions(arguments);
    QVERIFY(!options);
    QVERIFY(!options.error().isEmpty());
    QVERIFY(!options.error().contains(u"c0de"));
}

void OptionsTest::help_namesEveryOption()
{
    for (const char *option : {"--env-file FILE", "--from-env", "--background", "--practice",
                               "--profile NAME", "--version", "--help", "ADDRESS"})
        QVERIFY2(optionsHelp().contains(QLatin1StringView(option)), option);
}

static const TestCase<OptionsTest> testCase("options");

} // namespace framekey::test

#include "tst_options.moc"
