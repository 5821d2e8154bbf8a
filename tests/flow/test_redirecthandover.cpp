// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "composition.h"
#include "harness/heartbeat.h"
#include "harness/practice.h"
#include "harness/webperson.h"
#include "session/session.h"

#include <QDeadlineTimer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QProcess>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QUrlQuery>

#include <memory>

namespace framekey::test
{

using State = SessionSnapshot::State;

/// A redirect with a private-use scheme (RFC 8252 7.1): the real framekey-app is started with it, as desktops
/// do, and hands it to the Framekey that waits.
class TestRedirectHandover : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void awaitedAddressSignsIn();
    void denialIsAwaitedToo();
    void otherAddressChangesNothing_data();
    void otherAddressChangesNothing();
    void awaitedAddressIsTakenOnce();
    void silentFramekeyIsSaid();
    void addressIsInNoArgumentWhileItWaits();
    void twoAccountsAreNotConfused();
    void theCodeAloneSignsIn();
    void withoutAFramekeyNothingIsStarted(); // the last one: it is gone then

private:
    void addAccount(const QString &id);
    [[nodiscard]] Session &session(const QString &id = QStringLiteral("work")) const
    {
        return *m_framekey->accounts().session(id);
    }
    [[nodiscard]] State state(const QString &id = QStringLiteral("work")) const
    {
        return session(id).snapshot().state;
    }
    /// Up to the redirect, which is only noted.
    [[nodiscard]] QString allow(const QString &id = QStringLiteral("work"),
                                const QString &decision = QStringLiteral("allow"));
    [[nodiscard]] qsizetype exchanges() const { return m_practice->exchanges().size() - m_exchangesBefore; }
    /// Starts the second program with it; its exit code.
    [[nodiscard]] int handOver(const QString &address);

    static const QString redirectUri;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Practice> m_practice;
    std::unique_ptr<Composition> m_framekey;
    qsizetype m_exchangesBefore = 0;
    QByteArray m_said;
};

const QString TestRedirectHandover::redirectUri = QStringLiteral("adobe+0123456789abcdef://adobeid/Practice");

void TestRedirectHandover::initTestCase()
{
    m_folder = std::make_unique<QTemporaryDir>();
    const QFile::Permissions ours = QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner;
    QVERIFY(QDir(m_folder->path()).mkdir(QStringLiteral("run")));
    QVERIFY(QFile::setPermissions(m_folder->filePath(QStringLiteral("run")), ours));
    for (const char *name : {"HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME"})
        qputenv(name, m_folder->path().toUtf8());
    qputenv("XDG_RUNTIME_DIR", m_folder->filePath(QStringLiteral("run")).toUtf8());
    qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nowhere");
    for (const char *name : {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"})
        qunsetenv(name);

    const QString clients = m_folder->filePath(QStringLiteral("clients.json"));
    QFile file(clients);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(QJsonDocument(QJsonArray{QJsonObject{
                                 {QStringLiteral("client_id"), QStringLiteral("native")},
                                 {QStringLiteral("redirect_uris"), QJsonArray{redirectUri}},
                                 {QStringLiteral("scopes"),
                                  QJsonArray{QStringLiteral("offline"), QStringLiteral("account.read")}}}})
                   .toJson());
    file.close();
    m_practice = std::make_unique<Practice>(QStringList{QStringLiteral("--clients"), clients});
    m_framekey = std::make_unique<Composition>(Options(), false);
    QVERIFY(m_framekey->becomeOwner());
    QVERIFY(m_framekey->start());
}

void TestRedirectHandover::init()
{
    m_exchangesBefore = m_practice->exchanges().size();
    addAccount(QStringLiteral("work"));
}

void TestRedirectHandover::cleanup()
{
    for (const QString &id : {QStringLiteral("work"), QStringLiteral("home")}) {
        if (m_framekey)
            m_framekey->accounts().remove(id);
    }
    VERIFY_UNTIL(!m_framekey || !m_framekey->accounts().isLeaving());
}

void TestRedirectHandover::addAccount(const QString &id)
{
    AccountSettings settings;
    settings.id = id;
    settings.name = id;
    settings.provider = QStringLiteral("practice");
    settings.clientId = QStringLiteral("native");
    settings.redirectUri = redirectUri;
    settings.scopes = {QStringLiteral("offline"), QStringLiteral("account.read")};
    settings.endpoints = {.authorization = m_practice->url(QStringLiteral("/oauth2/auth")),
                          .token = m_practice->url(QStringLiteral("/oauth2/token")),
                          .revocation = m_practice->url(QStringLiteral("/oauth2/revoke")),
                          .api = m_practice->url(QStringLiteral("/v2"))};
    m_framekey->accounts().put(settings, std::nullopt);
    VERIFY_UNTIL(state(id) == State::SignedOut);
}

QString TestRedirectHandover::allow(const QString &id, const QString &decision)
{
    session(id).signIn();
    const auto link = [this, &id] {
        const auto &waiting = session(id).snapshot().waiting;
        return waiting ? waiting->authorizationUrl : QUrl();
    };
    WebPerson person;
    person.way = WebPerson::Way::ToTheRedirect;
    person.decision = decision;
    if (until([&link] { return !link().isEmpty(); }))
        person.open(link());
    until([&person] { return !person.redirect().isEmpty(); });
    return person.redirect().toString(QUrl::FullyEncoded);
}

int TestRedirectHandover::handOver(const QString &address)
{
    QProcess second;
    second.start(QStringLiteral(FRAMEKEY_APP), {address});
    if (!until([&second] { return second.state() == QProcess::NotRunning; }))
        return -1;
    m_said = second.readAllStandardError() + second.readAllStandardOutput();
    return second.exitCode();
}

void TestRedirectHandover::awaitedAddressSignsIn()
{
    const QSignalSpy wanted(m_framekey.get(), &Composition::windowWanted);
    const QString address = allow();
    QVERIFY(address.startsWith(redirectUri + u"?code="));
    QCOMPARE(handOver(address), 0);
    QVERIFY(m_said.isEmpty());
    VERIFY_UNTIL(state() == State::SignedIn);
    QCOMPARE(exchanges(), 1);
    // No page can tell the browser: the window comes up and does.
    QCOMPARE(wanted.size(), 1);
}

void TestRedirectHandover::denialIsAwaitedToo()
{
    QCOMPARE(handOver(allow(QStringLiteral("work"), QStringLiteral("deny"))), 0);
    VERIFY_UNTIL(!session().snapshot().waiting);
    QCOMPARE(session().snapshot().problem.value().kind, Failure::Kind::Denied);
}

void TestRedirectHandover::otherAddressChangesNothing_data()
{
    QTest::addColumn<QString>("from");
    QTest::addColumn<QString>("to");
    QTest::newRow("another state") << QStringLiteral("state=") << QStringLiteral("state=x");
    QTest::newRow("no state") << QStringLiteral("state=") << QStringLiteral("estate=");
    QTest::newRow("no code") << QStringLiteral("code=") << QStringLiteral("kode=");
    QTest::newRow("code twice") << QStringLiteral("?code=") << QStringLiteral("?code=c0de&code=");
    QTest::newRow("another scheme") << QStringLiteral("adobe+0") << QStringLiteral("adobe+1");
    QTest::newRow("another authority")
        << QStringLiteral("//adobeid/") << QStringLiteral("//adobeid.example/");
    QTest::newRow("another path") << QStringLiteral("/Practice") << QStringLiteral("/practice");
    QTest::newRow("longer path") << QStringLiteral("/Practice?") << QStringLiteral("/Practice/?");
    QTest::newRow("too long") << QStringLiteral("?code=")
                              << QStringLiteral("?x=%1&code=").arg(QString(8192, u'x'));
    QTest::newRow("far too long") << QStringLiteral("?code=")
                                  << QStringLiteral("?x=%1&code=").arg(QString(100000, u'x'));
    QTest::newRow("nothing but quotes")
        << QStringLiteral("?code=") << QStringLiteral("?x=%1&code=").arg(QString(7000, u'"'));
    QTest::newRow("backslash") << QStringLiteral("?code=") << QStringLiteral("?x=\\&code=");
    QTest::newRow("line feed") << QStringLiteral("?code=") << QStringLiteral("?x=\n&code=");
}

void TestRedirectHandover::otherAddressChangesNothing()
{
    QFETCH(QString, from);
    QFETCH(QString, to);
    const QString address = allow();
    const QString code = QUrlQuery(QUrl(address)).queryItemValue(QStringLiteral("code"));
    QCOMPARE(handOver(QString(address).replace(from, to)), 7);
    QVERIFY(!m_said.isEmpty());
    QVERIFY(!m_said.contains(code.toUtf8()) && !m_said.contains("adobe+"));
    QCOMPARE(state(), State::SigningIn);
    QVERIFY(!session().snapshot().waiting->finishing);
    QCOMPARE(exchanges(), 0);
    // The wait goes on.
    QCOMPARE(handOver(address), 0);
    VERIFY_UNTIL(state() == State::SignedIn);
}

void TestRedirectHandover::awaitedAddressIsTakenOnce()
{
    const QString address = allow();
    QCOMPARE(handOver(address), 0);
    QCOMPARE(handOver(address), 7);
    VERIFY_UNTIL(state() == State::SignedIn);
    QCOMPARE(handOver(address), 7);
    QCOMPARE(exchanges(), 1);
}

void TestRedirectHandover::withoutAFramekeyNothingIsStarted()
{
    const QString address = allow();
    m_framekey.reset();
    QCOMPARE(handOver(address), 3);
    QVERIFY(!m_said.contains("adobe+"));
    // It left the place free.
    QVERIFY(Composition(Options(), false).becomeOwner());
}

void TestRedirectHandover::silentFramekeyIsSaid()
{
    const QString socket = m_framekey->socketPath();
    QVERIFY(QFile::remove(socket));
    QProcess second;
    second.start(QStringLiteral(FRAMEKEY_APP), {redirectUri + u"?code=c0de"});
    // Blocking: Framekey, which is this program, does nothing meanwhile.
    QVERIFY(second.waitForFinished());
    QCOMPARE(second.exitCode(), 1);
}

void TestRedirectHandover::addressIsInNoArgumentWhileItWaits()
{
    QProcess second;
    second.start(QStringLiteral(FRAMEKEY_APP), {redirectUri + u"?code=c0de"});
    // Blocking: Framekey, which is this program, does not answer meanwhile.
    QVERIFY(second.waitForStarted());
    const QDeadlineTimer limit(2000);
    QByteArray arguments;
    do {
        QFile file(QStringLiteral("/proc/%1/cmdline").arg(second.processId()));
        QVERIFY(file.open(QIODevice::ReadOnly));
        arguments = file.readAll();
        // Empty while it is becoming the program.
    } while ((arguments.isEmpty() || arguments.contains("adobe+")) && !limit.hasExpired());
    QVERIFY(!arguments.isEmpty()); // it lives
    QVERIFY2(!arguments.contains("adobe+") && !arguments.contains("c0de"), arguments.constData());
    VERIFY_UNTIL(second.state() == QProcess::NotRunning);
    QCOMPARE(second.exitCode(), 7);
}

void TestRedirectHandover::twoAccountsAreNotConfused()
{
    addAccount(QStringLiteral("home"));
    const QString first = allow(QStringLiteral("work"));
    const QString second = allow(QStringLiteral("home"));
    QCOMPARE(handOver(second), 0);
    VERIFY_UNTIL(state(QStringLiteral("home")) == State::SignedIn);
    QCOMPARE(state(QStringLiteral("work")), State::SigningIn);
    QCOMPARE(handOver(second), 7);
    QCOMPARE(handOver(first), 0);
    VERIFY_UNTIL(state(QStringLiteral("work")) == State::SignedIn);
}

void TestRedirectHandover::theCodeAloneSignsIn()
{
    const QString address = allow();
    session().finishWithPastedAddress(QUrlQuery(QUrl(address)).queryItemValue(QStringLiteral("code")));
    VERIFY_UNTIL(state() == State::SignedIn);
}

} // namespace framekey::test

QTEST_GUILESS_MAIN(framekey::test::TestRedirectHandover)
#include "test_redirecthandover.moc"
