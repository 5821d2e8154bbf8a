// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/xdgopen.h"

#include "testcase.h"

#include <QHash>

using namespace Qt::StringLiterals;

namespace framekey::test
{

/// Where xdg-open 1.1.3 would take an address for a file, and where not.
class XdgOpenTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void scheme_isRefusedWithoutADesktop_data();
    void scheme_isRefusedWithoutADesktop();
    void otherScripts_refuseNothing();
};

// The line of Debian 12's, and of 1.2.1's.
static const QByteArray faulty = "            || ! echo \"$1\" | egrep -q '^[[:alpha:]+\\.\\-]+:'; then\n"_ba;
static const QByteArray mended =
    "    || ! echo \"$1\" | grep -E -q '^[[:alpha:]][[:alpha:][:digit:]+\\.\\-]*:'; then\n"_ba;

static OpenerSurroundings surroundings(const QString &variables, const QString &programs)
{
    QHash<QString, QString> values;
    for (const QString &pair : variables.split(u'\n', Qt::SkipEmptyParts))
        values.insert(pair.section(u'=', 0, 0), pair.section(u'=', 1));
    const QStringList there = programs.split(u' ');
    return {.variable = [values](const char *name) { return values.value(QString::fromLatin1(name)); },
            .hasProgram = [there](const char *name) { return there.contains(QString::fromLatin1(name)); }};
}

void XdgOpenTest::scheme_isRefusedWithoutADesktop_data()
{
    QTest::addColumn<QString>("scheme");
    QTest::addColumn<QString>("variables");
    QTest::addColumn<QString>("programs");
    QTest::addColumn<bool>("refused");
    const auto row = [](const char *name, const char *variables, const char *programs, bool refused,
                        const char *scheme = "adobe+0123abcd") {
        QTest::newRow(name) << QString::fromLatin1(scheme) << QString::fromLatin1(variables)
                            << QString::fromLatin1(programs) << refused;
    };
    row("no desktop", "", "gio", true);
    row("no desktop, no digit", "", "gio", false, "adobe+abcd");
    row("GNOME", "XDG_CURRENT_DESKTOP=GNOME", "gio", false);
    row("Ubuntu's GNOME", "XDG_CURRENT_DESKTOP=ubuntu:GNOME", "gio", false);
    row("GNOME Classic", "XDG_CURRENT_DESKTOP=GNOME-Classic:GNOME", "gio", false);
    row("GNOME without gio", "XDG_CURRENT_DESKTOP=GNOME", "", true);
    row("KDE", "XDG_CURRENT_DESKTOP=KDE", "", false);
    row("KDE by its own variable", "KDE_FULL_SESSION=true", "", false);
    row("XFCE", "XDG_CURRENT_DESKTOP=XFCE", "exo-open", false);
    row("XFCE with gio alone", "XDG_CURRENT_DESKTOP=XFCE", "gio", false);
    row("XFCE with neither", "XDG_CURRENT_DESKTOP=XFCE", "", true);
    row("MATE by its session", "DESKTOP_SESSION=MATE", "gio", false);
    row("LXDE", "XDG_CURRENT_DESKTOP=LXDE", "gio", true);
    row("LXQt", "XDG_CURRENT_DESKTOP=LXQt", "gio", true);
    row("sway", "XDG_CURRENT_DESKTOP=sway", "gio", true);
    row("i3", "DESKTOP_SESSION=i3", "gio", true);
    row("Enlightenment", "XDG_CURRENT_DESKTOP=ENLIGHTENMENT", "enlightenment_open", false);
}

void XdgOpenTest::scheme_isRefusedWithoutADesktop()
{
    QFETCH(QString, scheme);
    QFETCH(QString, variables);
    QFETCH(QString, programs);
    const OpenerSurroundings where = surroundings(variables, programs);
    QTEST(xdgOpenRefuses(scheme, faulty, where), "refused");
}

void XdgOpenTest::otherScripts_refuseNothing()
{
    const OpenerSurroundings none = surroundings({}, {});
    QVERIFY(xdgOpenRefuses(u"adobe+1"_s, faulty, none));
    QVERIFY(!xdgOpenRefuses(u"adobe+1"_s, mended, none));
    QVERIFY(!xdgOpenRefuses(u"adobe+1"_s, {}, none));
}

static const TestCase<XdgOpenTest> testCase("xdgopen");

} // namespace framekey::test

#include "tst_xdgopen.moc"
