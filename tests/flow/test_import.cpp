// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "accounts/accountsdocument.h"
#include "agent/agentclient.h"
#include "harness/heartbeat.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <memory>

namespace framekey::test
{

/// The real framekey-app started with a `.env`: what comes of a good one, of a faulty one, and of one whose
/// client is there already.
class TestImport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_folder.reset(); }
    void goodFileAddsAnAccount();
    void fileOfAKnownClientKeepsWhatItLeavesOut();
    void faultyFileChangesNothingAndIsSaid_data();
    void faultyFileChangesNothingAndIsSaid();
    void faultyFileUnderAWindowIsShown();
    void faultyEnvironmentIsSaid();
    void addingTwiceUpdates();

private:
    using Process = std::unique_ptr<QProcess>;
    [[nodiscard]] Process start(const QStringList &arguments, const QStringList &environment = {}) const;
    [[nodiscard]] QString envFile(const QByteArray &text) const;
    [[nodiscard]] QString settingsPath() const
    {
        return m_folder->filePath(QStringLiteral("config/framekey/accounts.json"));
    }
    [[nodiscard]] QList<AccountSettings> accounts() const;
    /// Starts it with this file, waits until `done`, and ends it.
    template <typename Done>
    [[nodiscard]] bool importUntil(const QByteArray &text, const Done &done) const;

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestImport::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(QDir(m_folder->path()).mkdir(QStringLiteral("run")));
    QVERIFY(QFile::setPermissions(m_folder->filePath(QStringLiteral("run")),
                                  QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
}

TestImport::Process TestImport::start(const QStringList &arguments, const QStringList &environment) const
{
    auto process = std::make_unique<QProcess>();
    QStringList all = QProcess::systemEnvironment();
    // Without any of these there is no display.
    for (const char *name : {"DISPLAY=", "WAYLAND_DISPLAY=", "QT_QPA_PLATFORM="})
        all.removeIf([name](const QString &entry) { return entry.startsWith(QLatin1StringView(name)); });
    all += {u"HOME=" + m_folder->path(), u"XDG_CONFIG_HOME=" + m_folder->filePath(QStringLiteral("config")),
            u"XDG_DATA_HOME=" + m_folder->filePath(QStringLiteral("data")),
            u"XDG_RUNTIME_DIR=" + m_folder->filePath(QStringLiteral("run")),
            QStringLiteral("DBUS_SESSION_BUS_ADDRESS=unix:path=/nowhere")};
    process->setEnvironment(all + environment);
    process->start(QStringLiteral(FRAMEKEY_APP), arguments);
    if (!process->waitForStarted())
        qFatal("framekey-app did not start");
    return process;
}

QString TestImport::envFile(const QByteArray &text) const
{
    QFile file(m_folder->filePath(QStringLiteral(".env")));
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
        qFatal("cannot write %s", qPrintable(file.fileName()));
    return file.fileName();
}

QList<AccountSettings> TestImport::accounts() const
{
    QFile file(settingsPath());
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const auto document = parseAccounts(file.readAll());
    return document ? document->accounts : QList<AccountSettings>();
}

template <typename Done>
bool TestImport::importUntil(const QByteArray &text, const Done &done) const
{
    const Process process =
        start({QStringLiteral("--background"), QStringLiteral("--env-file"), envFile(text)});
    const bool reached = until(done);
    ::kill(static_cast<pid_t>(process->processId()), SIGTERM);
    return process->waitForFinished(12'000) && process->exitCode() == 0 && reached;
}

void TestImport::goodFileAddsAnAccount()
{
    QVERIFY(importUntil("CLIENT_ID=abc\n", [this] { return accounts().size() == 1; }));
    const AccountSettings added = accounts().first();
    QCOMPARE(added.provider, QStringLiteral("frameio-legacy"));
    QCOMPARE(added.scopes.join(u' '), QStringLiteral("offline account.read asset.read"));
}

void TestImport::fileOfAKnownClientKeepsWhatItLeavesOut()
{
    QVERIFY(importUntil("CLIENT_ID=abc\nSCOPE=team.read\nREDIRECT_URI=http://127.0.0.1:7001/cb\n"
                        "API_URL=https://api.example/v2\n",
                        [this] { return accounts().size() == 1; }));
    const AccountSettings before = accounts().first();
    QCOMPARE(before.scopes, QStringList(QStringLiteral("team.read")));
    AccountSettings expected = before;
    expected.redirectUri = QStringLiteral("http://127.0.0.1:7002/cb");
    QVERIFY(importUntil("CLIENT_ID=abc\nREDIRECT_URI=http://127.0.0.1:7002/cb\n",
                        [&] { return accounts() == QList{expected}; }));
}

void TestImport::faultyFileChangesNothingAndIsSaid_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("said");
    QTest::newRow("not https") << QByteArray("CLIENT_ID=abc\nTOKEN_URL=http://as.example/t\n")
                               << QByteArray("TOKEN_URL: This address has to begin with https://");
    QTest::newRow("port") << QByteArray("CLIENT_ID=abc\nREDIRECT_URI=http://127.0.0.1:70000/cb\n")
                          << QByteArray("REDIRECT_URI: The port is a number from 0 to 65535");
    QTest::newRow("half a server") << QByteArray("CLIENT_ID=abc\nTOKEN_URL=https://as.example/t\n")
                                   << QByteArray("AUTHORIZE_URL: Enter the address where people sign in.");
    QTest::newRow("no client") << QByteArray("SCOPE=a\n") << QByteArray("CLIENT_ID is missing.");
}

void TestImport::faultyFileChangesNothingAndIsSaid()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, said);
    for (const QStringList &environment : {QStringList(), {QStringLiteral("QT_QPA_PLATFORM=offscreen")}}) {
        const Process process =
            start({QStringLiteral("--background"), QStringLiteral("--env-file"), envFile(text)}, environment);
        QVERIFY(process->waitForFinished(20'000));
        QCOMPARE(process->exitStatus(), QProcess::NormalExit);
        QCOMPARE(process->exitCode(), 1);
        const QByteArray told = process->readAllStandardError();
        QVERIFY2(told.contains(QByteArray("framekey-app: ").append(said)), told.constData());
        QVERIFY(!QFile::exists(settingsPath()));
    }
}

void TestImport::faultyFileUnderAWindowIsShown()
{
    const Process process =
        start({QStringLiteral("--env-file"), envFile("CLIENT_ID=abc\nAPI_URL=ftp://as.example\n")},
              {QStringLiteral("QT_QPA_PLATFORM=offscreen")});
    QVERIFY(until([&process] { return process->readAllStandardError().contains("API_URL: "); }));
    pass(std::chrono::milliseconds(300));
    QCOMPARE(process->state(), QProcess::Running); // the window stays and shows it
    ::kill(static_cast<pid_t>(process->processId()), SIGTERM);
    QVERIFY(process->waitForFinished(12'000));
    QVERIFY(accounts().isEmpty());
}

void TestImport::faultyEnvironmentIsSaid()
{
    const Process process =
        start({QStringLiteral("--background"), QStringLiteral("--from-env")},
              {QStringLiteral("CLIENT_ID=abc"), QStringLiteral("API_URL=http://as.example")});
    QVERIFY(process->waitForFinished(20'000));
    QCOMPARE(process->exitCode(), 1);
    QVERIFY(process->readAllStandardError().contains("API_URL: This address has to begin with https://"));
}

void TestImport::addingTwiceUpdates()
{
    const Process process = start({QStringLiteral("--background")});
    const QString socket = m_folder->filePath(QStringLiteral("run/framekey/agent"));
    QVERIFY(until([&socket] { return askRunning(socket, {}).has_value(); }));
    AgentRequest request{.order = AgentRequest::Order::Add, .name = QStringLiteral("Work")};
    const auto added = [&](bool isNew) {
        const auto answer = askRunning(socket, request);
        return answer && answer->isDone() && answer->content[u"account"].toString() == request.name &&
               answer->content[u"added"].toBool(!isNew) == isNew;
    };
    request.envFile = envFile("CLIENT_ID=abc\n");
    QVERIFY(added(true));
    QVERIFY(added(false));
    // The name is another client's.
    request.envFile = envFile("CLIENT_ID=def\n");
    QCOMPARE(askRunning(socket, request)->refusal, AgentAnswer::Refusal::Faulty);
    QCOMPARE(accounts().size(), 1);
    request = {.order = AgentRequest::Order::Add, .name = QStringLiteral("Mine"), .practice = true};
    QVERIFY(added(true));
    QVERIFY(added(false));
    ::kill(static_cast<pid_t>(process->processId()), SIGTERM);
    QVERIFY(process->waitForFinished(12'000));
}

} // namespace framekey::test

QTEST_GUILESS_MAIN(framekey::test::TestImport)
#include "test_import.moc"
