// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "byname.h"
#include "ui/pagearea.h"
#include "ui/theme.h"
#include "windowonfakes.h"

#include <QAbstractEventDispatcher>
#include <QAccessible>
#include <QSignalSpy>
#include <QTest>
#include <QTimer>

using namespace framekey;
using namespace framekey::test;

/// The window shown, closed, hidden and ended, and what it costs meanwhile.
class WindowLifeTest : public QObject, private WindowOnFakes
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { applyTheme(*qApp, ColorScheme::Light); }
    void init() { open(); }
    void cleanup() { close(); }
    void close_signedOutQuits();
    void close_signedInHidesAndSaysSoOnce();
    void close_endedSignInQuits();
    void quit_byKeyAndByButton();
    void time_goesByTheMinuteAndStandsStillHidden();
    void form_caretDoesNotBlink();
    void screenReader_mayAskForWhatHasGone();

private:
    [[nodiscard]] int activeTimers() const;
};

int WindowLifeTest::activeTimers() const
{
    int active = 0;
    for (const QTimer *timer : m_window->findChildren<QTimer *>())
        active += timer->isActive() ? 1 : 0;
    return active;
}

void WindowLifeTest::close_signedOutQuits()
{
    QSignalSpy quit(m_window.get(), &MainWindow::quitRequested);
    addLegacy(QStringLiteral("work"), false);
    QTRY_COMPARE(status(), QStringLiteral("Signed out"));
    m_window->close();
    QCOMPARE(quit.size(), 1);
}

void WindowLifeTest::close_signedInHidesAndSaysSoOnce()
{
    QSignalSpy quit(m_window.get(), &MainWindow::quitRequested);
    QSignalSpy stays(m_window.get(), &MainWindow::hiddenWhileSignedIn);
    addLegacy(QStringLiteral("work"), true);
    QTRY_COMPARE(status(), QStringLiteral("Signed in"));
    m_window->close();
    QVERIFY(m_window->isHidden());
    QTRY_COMPARE(stays.size(), 1);
    m_window->bringUp();
    QVERIFY(labelled(*m_window, QStringLiteral("Message")).startsWith(u"Framekey keeps running"));
    press(*m_window, QStringLiteral("OK"));
    m_window->close();
    QCoreApplication::processEvents();
    m_window->bringUp();
    QCOMPARE(labelled(*m_window, QStringLiteral("Message")), QString());
    QCOMPARE(stays.size(), 1);
    QCOMPARE(quit.size(), 0);
}

void WindowLifeTest::close_endedSignInQuits()
{
    QSignalSpy quit(m_window.get(), &MainWindow::quitRequested);
    addLegacy(QStringLiteral("work"), true);
    QTRY_COMPARE(status(), QStringLiteral("Signed in"));
    m_clock.advance(std::chrono::minutes(43));
    QTRY_COMPARE(status(), QStringLiteral("Sign in again"));
    m_window->close();
    QCOMPARE(quit.size(), 1);
}

void WindowLifeTest::quit_byKeyAndByButton()
{
    QSignalSpy quit(m_window.get(), &MainWindow::quitRequested);
    press(*m_window, QStringLiteral("Quit"));
    m_window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    QTest::keyClick(m_window.get(), Qt::Key_Q, Qt::ControlModifier);
    QCOMPARE(quit.size(), 2);
}

void WindowLifeTest::time_goesByTheMinuteAndStandsStillHidden()
{
    addLegacy(QStringLiteral("work"), true);
    QTRY_COMPARE(status(), QStringLiteral("Signed in"));
    QCOMPARE(activeTimers(), 1);
    for (const QTimer *timer : m_window->findChildren<QTimer *>())
        QVERIFY(!timer->isActive() || (timer->isSingleShot() && timer->interval() > 1000));
    m_window->close();
    QTest::qWait(50);
    QCOMPARE(activeTimers(), 0);
    int wakeUps = 0;
    const auto counting = connect(QAbstractEventDispatcher::instance(), &QAbstractEventDispatcher::awake,
                                  this, [&wakeUps] { ++wakeUps; });
    QTest::qSleep(10);
    QEventLoop loop;
    QTimer::singleShot(2000, &loop, &QEventLoop::quit);
    loop.exec();
    disconnect(counting);
    QVERIFY2(wakeUps <= 3, qPrintable(QString::number(wakeUps))); // the waiting itself needs up to three
    m_window->bringUp();
    QCOMPARE(activeTimers(), 1);
}

void WindowLifeTest::form_caretDoesNotBlink()
{
    QCOMPARE(QApplication::cursorFlashTime(), 0);
}

void WindowLifeTest::screenReader_mayAskForWhatHasGone()
{
    QAccessibleInterface *area = QAccessible::queryAccessibleInterface(m_window->findChild<PageArea *>());
    QVERIFY(area && area->childCount() > 0);
    QVERIFY(area->child(0));
    QVERIFY(!area->child(area->childCount()));
    QVERIFY(!area->child(-1));
}

QTEST_MAIN(WindowLifeTest)
#include "tst_windowlife.moc"
