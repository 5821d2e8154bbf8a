// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/desktopentry.h"

#include "testcase.h"

using namespace Qt::StringLiterals;

namespace framekey::test
{

/// The desktop entry that hands a redirect over (Desktop Entry Specification 1.5).
class DesktopEntryTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void path_isEscaped_data();
    void path_isEscaped();
    void pathThatNoEntryCanStart_makesNone_data();
    void pathThatNoEntryCanStart_makesNone();
    void profile_isKept();
    void name_tellsSchemesAndProfilesApart();
    void entry_isWhole();
    void default_isTakenBack_data();
    void default_isTakenBack();
    void defaultBefore_isRemembered();
    void defaultBefore_isPutBack();
};

void DesktopEntryTest::path_isEscaped_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("exec");
    const auto row = [](const char *path, const char *exec) {
        QTest::newRow(path) << QString::fromUtf8(path) << QString::fromUtf8(exec);
    };
    row("/usr/bin/framekey-app", "/usr/bin/framekey-app %u");
    row("/opt/my apps/framekey-app", "\"/opt/my apps/framekey-app\" %u");
    row("/opt/a\"b/app", "\"/opt/a\\\\\"b/app\" %u");
    row("/opt/a'b/app", "\"/opt/a'b/app\" %u");
    row("/opt/a\\b/app", "\"/opt/a\\\\\\\\b/app\" %u");
    row("/opt/a$b/app", "\"/opt/a\\\\$b/app\" %u");
    row("/opt/a`b/app", "\"/opt/a\\\\`b/app\" %u");
    row("/opt/a;b&c(d)/app", "\"/opt/a;b&c(d)/app\" %u");
    row("/opt/100%/app", "env /opt/100%%/app %u");
    row("/opt/100% mine/app", "env \"/opt/100%% mine/app\" %u");
    row("/opt/%u/app", "env /opt/%%u/app %u");
    row("/opt/a=b/app", "/opt/a=b/app %u");
    row("/home/j\u00fcrgen/app", "/home/j\u00fcrgen/app %u");
}

void DesktopEntryTest::path_isEscaped()
{
    QFETCH(QString, path);
    QTEST(entryExec({.path = path, .arguments = {}}).value(), "exec");
}

void DesktopEntryTest::pathThatNoEntryCanStart_makesNone_data()
{
    QTest::addColumn<QString>("path");
    QTest::newRow("not absolute") << u"framekey-app"_s;
    QTest::newRow("empty") << QString();
    QTest::newRow("line feed") << u"/opt/a\nb/app"_s;
    QTest::newRow("escape") << u"/opt/a\u001b/app"_s;
    QTest::newRow("percent and equals") << u"/opt/100%=1/app"_s;
}

void DesktopEntryTest::pathThatNoEntryCanStart_makesNone()
{
    QFETCH(QString, path);
    const EntryProgram program{.path = path, .arguments = {}};
    QVERIFY(!entryExec(program));
    QVERIFY(redirectEntry(program, u"a+b"_s).isEmpty());
}

void DesktopEntryTest::profile_isKept()
{
    QCOMPARE(entryExec({.path = u"/usr/bin/framekey-app"_s, .arguments = {u"--profile"_s, u"dev"_s}}).value(),
             u"/usr/bin/framekey-app --profile dev %u"_s);
}

void DesktopEntryTest::name_tellsSchemesAndProfilesApart()
{
    const QStringList names{
        redirectEntryName(u"framekey"_s, u"a+b"_s), redirectEntryName(u"framekey"_s, u"a.b"_s),
        redirectEntryName(u"framekey"_s, u"a-b.c"_s), redirectEntryName(u"framekey-dev"_s, u"a+b"_s)};
    QCOMPARE(names.constFirst(), u"io.framekey.Framekey-redirect-a_b.desktop"_s);
    QCOMPARE(names.constLast(), u"io.framekey.Framekey-dev-redirect-a_b.desktop"_s);
    QCOMPARE(QSet<QString>(names.begin(), names.end()).size(), names.size());
}

void DesktopEntryTest::entry_isWhole()
{
    const QByteArray entry =
        redirectEntry({.path = u"/usr/bin/framekey-app"_s, .arguments = {}}, u"adobe+0a"_s);
    QVERIFY(entry.startsWith("[Desktop Entry]\nType=Application\n"));
    for (const char *line : {"Name=Framekey", "Exec=/usr/bin/framekey-app %u", "NoDisplay=true",
                             "Terminal=false", "MimeType=x-scheme-handler/adobe+0a;"})
        QVERIFY2(entry.contains('\n' + QByteArray(line) + '\n'), line);
}

void DesktopEntryTest::default_isTakenBack_data()
{
    QTest::addColumn<QByteArray>("list");
    QTest::addColumn<QByteArray>("kept");
    const QByteArray head = "[Default Applications]\n"_ba;
    const QByteArray other = "x-scheme-handler/https=browser.desktop\n"_ba;
    QTest::newRow("nothing") << QByteArray() << QByteArray();
    QTest::newRow("ours alone") << head + "x-scheme-handler/a+b=ours.desktop\n" + other << head + other;
    QTest::newRow("with a semicolon") << head + "x-scheme-handler/a+b=ours.desktop;\n" << head;
    QTest::newRow("beside another") << head + "x-scheme-handler/a+b=ours.desktop;theirs.desktop;\n"
                                    << head + "x-scheme-handler/a+b=theirs.desktop;\n";
    QTest::newRow("another's alone") << head + "x-scheme-handler/a+b=theirs.desktop\n"
                                     << head + "x-scheme-handler/a+b=theirs.desktop\n";
    QTest::newRow("of another scheme") << head + "x-scheme-handler/a+bc=ours.desktop\n"
                                       << head + "x-scheme-handler/a+bc=ours.desktop\n";
    QTest::newRow("no line feed at the end") << head + "x=1" << head + "x=1";
}

void DesktopEntryTest::default_isTakenBack()
{
    QFETCH(QByteArray, list);
    QTEST(withoutDefault(list, u"ours.desktop"_s, u"a+b"_s), "kept");
}

void DesktopEntryTest::defaultBefore_isRemembered()
{
    const EntryProgram program{.path = u"/usr/bin/framekey-app"_s, .arguments = {}};
    const QByteArrayList before{"theirs.desktop"_ba, "also theirs.desktop"_ba};
    QCOMPARE(previousDefaults(redirectEntry(program, u"a+b"_s, before)), before);
    QVERIFY(previousDefaults(redirectEntry(program, u"a+b"_s)).isEmpty());
    const QByteArray list =
        "[Added Associations]\nx-scheme-handler/a+b=added.desktop;\n"
        "[Default Applications]\nx-scheme-handler/a+b=theirs.desktop;also theirs.desktop\n"_ba;
    QCOMPARE(defaultsIn(list, u"a+b"_s), before);
    QVERIFY(defaultsIn(list, u"a"_s).isEmpty());
}

void DesktopEntryTest::defaultBefore_isPutBack()
{
    const QByteArray ours = "x-scheme-handler/a+b=ours.desktop\n"_ba;
    const QByteArray theirs = "x-scheme-handler/a+b=theirs.desktop;\n"_ba;
    const QByteArray added = "[Added Associations]\n"_ba;
    const QByteArray defaults = "[Default Applications]\n"_ba;
    const QByteArrayList before{"theirs.desktop"_ba};
    QCOMPARE(withoutDefault(defaults + ours + added + ours, u"ours.desktop"_s, u"a+b"_s, before),
             defaults + theirs + added);
    // Another one has come since.
    const QByteArray since = defaults + "x-scheme-handler/a+b=since.desktop\n";
    QCOMPARE(withoutDefault(since, u"ours.desktop"_s, u"a+b"_s, before), since);
}

static const TestCase<DesktopEntryTest> testCase("desktopentry");

} // namespace framekey::test

#include "tst_desktopentry.moc"
