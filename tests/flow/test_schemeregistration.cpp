// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/systemschemes.h"

#include "harness/heartbeat.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

namespace framekey::test
{

/// The real xdg-mime in a home of its own: what is registered, found again, started and taken back.
class TestSchemeRegistration : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_folder.reset(); }
    void registrationIsFoundAgain();
    void registrationIsTakenBackWhole();
    void anotherProgramsSchemeIsItsOwn();
    void programOthersCanReplaceIsNotRegistered();
    void movedFramekeyIsNotRegistered();
    void profilesAreApart();
    void openerThatRefusesIsFoundOut();
    void withoutXdgMimeNothingIsClaimed();
    void unwritableFolderIsSaid();
    void entryStartsItsProgram_data();
    void entryStartsItsProgram();

private:
    [[nodiscard]] HandOver asked(SystemSchemes &schemes) const;
    [[nodiscard]] HandOver entered(SystemSchemes &schemes) const;
    [[nodiscard]] QString path(const QString &name) const { return m_folder->filePath(name); }
    [[nodiscard]] QByteArray content(const QString &name) const;
    void write(const QString &name, const QByteArray &text, bool executable = false) const;
    [[nodiscard]] EntryProgram program() const
    {
        return {.path = path(QStringLiteral("app")), .arguments = {}};
    }

    static const QString scheme;
    std::unique_ptr<QTemporaryDir> m_folder;
};

const QString TestSchemeRegistration::scheme = QStringLiteral("adobe+0123456789abcdef");

void TestSchemeRegistration::init()
{
    static const QByteArray path = qgetenv("PATH");
    m_folder = std::make_unique<QTemporaryDir>();
    for (const char *name : {"config", "data", "bin"})
        QVERIFY(QDir(m_folder->path()).mkdir(QLatin1StringView(name)));
    qputenv("PATH", QByteArray(m_folder->filePath(QStringLiteral("bin")).toUtf8() + ":" + path));
    qputenv("HOME", m_folder->path().toUtf8());
    qputenv("XDG_CONFIG_HOME", m_folder->filePath(QStringLiteral("config")).toUtf8());
    qputenv("XDG_DATA_HOME", m_folder->filePath(QStringLiteral("data")).toUtf8());
    for (const char *name :
         {"XDG_CURRENT_DESKTOP", "DESKTOP_SESSION", "KDE_FULL_SESSION", "GNOME_DESKTOP_SESSION_ID",
          "MATE_DESKTOP_SESSION_ID", "DISPLAY", "WAYLAND_DISPLAY"})
        qunsetenv(name);
    // One that refuses nothing, whichever this machine has.
    write(QStringLiteral("bin/xdg-open"), "#!/bin/sh\n", true);
    write(QStringLiteral("app"), "#!/bin/sh\n", true);
}

HandOver TestSchemeRegistration::asked(SystemSchemes &schemes) const
{
    std::optional<HandOver> told;
    schemes.ask(scheme, [&told](HandOver handOver) { told = handOver; });
    until([&told] { return told.has_value(); });
    return told.value();
}

HandOver TestSchemeRegistration::entered(SystemSchemes &schemes) const
{
    std::optional<HandOver> told;
    schemes.enter(scheme, [&told](HandOver handOver) { told = handOver; });
    until([&told] { return told.has_value(); });
    return told.value();
}

QByteArray TestSchemeRegistration::content(const QString &name) const
{
    QFile file(path(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void TestSchemeRegistration::write(const QString &name, const QByteArray &text, bool executable) const
{
    QFile file(path(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
        qFatal("%s cannot be written", qPrintable(name));
    if (executable)
        file.setPermissions(file.permissions() | QFile::ExeOwner);
}

void TestSchemeRegistration::registrationIsFoundAgain()
{
    SystemSchemes schemes(QStringLiteral("framekey"), program());
    QCOMPARE(asked(schemes), HandOver::NotRegistered);
    QVERIFY(QDir(path(QStringLiteral("data"))).isEmpty()); // asking changes nothing
    QCOMPARE(entered(schemes), HandOver::Ready);
    QCOMPARE(asked(schemes), HandOver::Ready);
    QProcess query;
    query.start(QStringLiteral("xdg-mime"),
                {QStringLiteral("query"), QStringLiteral("default"), u"x-scheme-handler/" + scheme});
    QVERIFY(query.waitForFinished());
    QCOMPARE(query.readAllStandardOutput().trimmed(),
             redirectEntryName(QStringLiteral("framekey"), scheme).toUtf8());
}

void TestSchemeRegistration::registrationIsTakenBackWhole()
{
    SystemSchemes schemes(QStringLiteral("framekey"), program());
    write(QStringLiteral("config/mimeapps.list"),
          "[Default Applications]\nx-scheme-handler/https=browser.desktop\n");
    QCOMPARE(entered(schemes), HandOver::Ready);
    schemes.remove(scheme);
    QCOMPARE(asked(schemes), HandOver::NotRegistered);
    const QByteArray list = content(QStringLiteral("config/mimeapps.list"));
    QVERIFY(!list.contains("adobe+"));
    QVERIFY(list.contains("x-scheme-handler/https=browser.desktop"));
    QVERIFY(QDir(path(QStringLiteral("data/applications")))
                .entryList({QStringLiteral("io.framekey*")}, QDir::Files)
                .isEmpty());
}

void TestSchemeRegistration::anotherProgramsSchemeIsItsOwn()
{
    SystemSchemes schemes(QStringLiteral("framekey"), program());
    QVERIFY(QDir(path(QStringLiteral("data"))).mkdir(QStringLiteral("applications")));
    write(QStringLiteral("data/applications/other-app.desktop"),
          "[Desktop Entry]\nType=Application\nName=Other\nExec=" + path(QStringLiteral("app")).toUtf8() +
              " %u\nMimeType=x-scheme-handler/" + scheme.toUtf8() + ";\n");
    const QByteArray list =
        "[Default Applications]\nx-scheme-handler/" + scheme.toUtf8() + "=other-app.desktop\n";
    write(QStringLiteral("config/mimeapps.list"), list);
    QCOMPARE(asked(schemes), HandOver::AnotherProgram);
    schemes.remove(scheme);
    QCOMPARE(content(QStringLiteral("config/mimeapps.list")), list);
    QCOMPARE(entered(schemes), HandOver::Ready);
    QCOMPARE(entered(schemes), HandOver::Ready); // and again: it is not forgotten
    QCOMPARE(asked(schemes), HandOver::Ready);
    schemes.remove(scheme);
    QCOMPARE(asked(schemes), HandOver::AnotherProgram);
    QCOMPARE(defaultsIn(content(QStringLiteral("config/mimeapps.list")), scheme),
             QByteArrayList{"other-app.desktop"});
}

void TestSchemeRegistration::programOthersCanReplaceIsNotRegistered()
{
    SystemSchemes schemes(QStringLiteral("framekey"), program());
    const auto open = QFile::permissions(m_folder->path()) | QFile::WriteOther;
    QVERIFY(QFile::setPermissions(m_folder->path(), open));
    QCOMPARE(entered(schemes), HandOver::NotTaken);
    QVERIFY(QFile::setPermissions(m_folder->path(), open & ~QFile::Permissions(QFile::WriteOther)));
    QVERIFY(QFile::setPermissions(program().path, open));
    QCOMPARE(entered(schemes), HandOver::NotTaken);
    QVERIFY(!QDir(path(QStringLiteral("data/applications"))).exists());
    QVERIFY(QFile::setPermissions(program().path, open & ~QFile::Permissions(QFile::WriteOther)));
    QCOMPARE(entered(schemes), HandOver::Ready);
}

void TestSchemeRegistration::movedFramekeyIsNotRegistered()
{
    SystemSchemes before(QStringLiteral("framekey"),
                         {.path = QStringLiteral("/opt/old/app"), .arguments = {}});
    QCOMPARE(entered(before), HandOver::Ready);
    SystemSchemes now(QStringLiteral("framekey"), program());
    QCOMPARE(asked(now), HandOver::NotRegistered);
    QCOMPARE(entered(now), HandOver::Ready);
}

void TestSchemeRegistration::profilesAreApart()
{
    SystemSchemes ordinary(QStringLiteral("framekey"), program());
    SystemSchemes dev(
        QStringLiteral("framekey-dev"),
        {.path = program().path, .arguments = {QStringLiteral("--profile"), QStringLiteral("dev")}});
    QCOMPARE(entered(ordinary), HandOver::Ready);
    QCOMPARE(asked(dev), HandOver::AnotherProgram);
    QCOMPARE(entered(dev), HandOver::Ready);
    dev.remove(scheme);
    QVERIFY(
        !content(u"data/applications/" + redirectEntryName(QStringLiteral("framekey"), scheme)).isEmpty());
}

void TestSchemeRegistration::openerThatRefusesIsFoundOut()
{
    SystemSchemes schemes(QStringLiteral("framekey"), program());
    write(QStringLiteral("bin/xdg-open"), "#!/bin/sh\negrep -q '^[[:alpha:]+\\.\\-]+:'\n", true);
    QCOMPARE(asked(schemes), HandOver::OpenerRefuses);
    QCOMPARE(entered(schemes), HandOver::OpenerRefuses);
}

void TestSchemeRegistration::withoutXdgMimeNothingIsClaimed()
{
    qputenv("PATH", m_folder->filePath(QStringLiteral("bin")).toUtf8());
    SystemSchemes schemes(QStringLiteral("framekey"), program());
    QCOMPARE(asked(schemes), HandOver::CannotTell);
    QCOMPARE(entered(schemes), HandOver::NotTaken);
}

void TestSchemeRegistration::unwritableFolderIsSaid()
{
    write(QStringLiteral("data/applications"), "not a folder");
    SystemSchemes schemes(QStringLiteral("framekey"), program());
    QCOMPARE(entered(schemes), HandOver::NotTaken);
}

void TestSchemeRegistration::entryStartsItsProgram_data()
{
    QTest::addColumn<QString>("folder");
    QTest::newRow("plain") << QStringLiteral("plain");
    QTest::newRow("blank") << QStringLiteral("my apps");
    QTest::newRow("quotes") << QStringLiteral("a\"b'c");
    QTest::newRow("percent") << QStringLiteral("100% %u");
    QTest::newRow("dollar, back-tick, backslash") << QStringLiteral("$HOME`id`\\n");
    QTest::newRow("shell") << QStringLiteral("a;b&c|d(e)");
    QTest::newRow("umlaut") << QStringLiteral("jürgen");
}

void TestSchemeRegistration::entryStartsItsProgram()
{
    QFETCH(QString, folder);
    QVERIFY(QDir(m_folder->path()).mkdir(folder));
    const QString app = folder + u"/app";
    write(app,
          "#!/bin/sh\nprintf '%s\\n' \"$@\" > \"$XDG_DATA_HOME/got.new\"\nmv \"$XDG_DATA_HOME/got.new\" "
          "\"$XDG_DATA_HOME/got\"\n",
          true);
    SystemSchemes schemes(
        QStringLiteral("framekey"),
        {.path = path(app), .arguments = {QStringLiteral("--profile"), QStringLiteral("dev")}});
    QCOMPARE(entered(schemes), HandOver::Ready);
    QProcess open;
    const QString address = scheme + u"://adobeid/c?code=a%2Bb&state=s%20t";
    open.start(QStringLiteral("gio"), {QStringLiteral("open"), address});
    QVERIFY(open.waitForFinished());
    QVERIFY2(open.exitCode() == 0, open.readAllStandardError().constData());
    VERIFY_UNTIL(!content(QStringLiteral("data/got")).isEmpty());
    QCOMPARE(content(QStringLiteral("data/got")), "--profile\ndev\n" + address.toUtf8() + '\n');
}

} // namespace framekey::test

QTEST_GUILESS_MAIN(framekey::test::TestSchemeRegistration)
#include "test_schemeregistration.moc"
