// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/display.h"

#include "testcase.h"

#include <QLocalServer>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QTest>

namespace framekey::test
{

class DisplayTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void whatNobodyListensAt_isNone_data();
    void whatNobodyListensAt_isNone();
    void listeningSocket_answers();
    void listeningPort_answers();
    void otherPlatform_needsNone();

private:
    static constexpr const char *names[] = {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM",
                                            "XDG_RUNTIME_DIR"};

    QTemporaryDir m_folder;
    QByteArrayList m_before; ///< the program's own, in the order of the names
};

void DisplayTest::init()
{
    for (const char *name : names) {
        m_before.append(qgetenv(name));
        qunsetenv(name);
    }
    qputenv("XDG_RUNTIME_DIR", m_folder.path().toLocal8Bit());
}

void DisplayTest::cleanup()
{
    for (const char *name : names) {
        if (const QByteArray value = m_before.takeFirst(); value.isEmpty())
            qunsetenv(name);
        else
            qputenv(name, value);
    }
}

void DisplayTest::whatNobodyListensAt_isNone_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArray>("value");
    QTest::newRow("nothing") << QByteArray("DISPLAY") << QByteArray();
    QTest::newRow("X server that has gone") << QByteArray("DISPLAY") << QByteArray(":77.0");
    QTest::newRow("ssh that has ended") << QByteArray("DISPLAY") << QByteArray("localhost:59000.0");
    QTest::newRow("no display's name") << QByteArray("DISPLAY") << QByteArray("nonsense");
    QTest::newRow("no number") << QByteArray("DISPLAY") << QByteArray(":");
    QTest::newRow("compositor that has gone") << QByteArray("WAYLAND_DISPLAY") << QByteArray("wayland-0");
    QTest::newRow("platform without its display") << QByteArray("QT_QPA_PLATFORM") << QByteArray("xcb");
}

void DisplayTest::whatNobodyListensAt_isNone()
{
    QFETCH(QByteArray, name);
    QFETCH(QByteArray, value);
    qputenv(name.constData(), value);
    QVERIFY(!displayAnswers());
}

void DisplayTest::listeningSocket_answers()
{
    QLocalServer compositor;
    QVERIFY(compositor.listen(m_folder.filePath(QStringLiteral("wayland-7"))));
    qputenv("WAYLAND_DISPLAY", "wayland-7");
    QVERIFY(displayAnswers());
    qputenv("WAYLAND_DISPLAY", compositor.fullServerName().toLocal8Bit());
    QVERIFY(displayAnswers());
    compositor.close();
    QVERIFY(!displayAnswers());
}

void DisplayTest::listeningPort_answers()
{
    QTcpServer x;
    QVERIFY(x.listen(QHostAddress::LocalHost));
    QVERIFY(x.serverPort() > 6000);
    qputenv("DISPLAY", "localhost:" + QByteArray::number(x.serverPort() - 6000) + ".0");
    QVERIFY(displayAnswers());
}

void DisplayTest::otherPlatform_needsNone()
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QVERIFY(displayAnswers());
}

static const TestCase<DisplayTest> testCase("display");

} // namespace framekey::test

#include "tst_display.moc"
