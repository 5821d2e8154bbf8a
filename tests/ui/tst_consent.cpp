// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "byname.h"
#include "samples.h"
#include "ui/consentcard.h"
#include "ui/theme.h"
#include "windowonfakes.h"

#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace framekey;
using namespace framekey::test;

/// "May this program have a token?", in the window.
class ConsentTest : public QObject, private WindowOnFakes
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { applyTheme(*qApp, ColorScheme::Light); }
    void init();
    void cleanup() { close(); }
    void question_namesAccountAndProgram();
    void answer_isGiven_data();
    void answer_isGiven();
    void atFirst_cannotBeAllowed();
    void focus_isNotTaken();
    void nextQuestion_isNotAllowedByTheSameKey();
    void several_waitTheirTurn();
    void noAnswer_goes();
    void otherPages_haveItToo();
    void hiddenWindow_staysHiddenAndSaysSo();
    void seenQuestion_isNotSaidAgain();

private:
    void ask(const QString &script);
    [[nodiscard]] QString question() { return labelled(*m_window, QStringLiteral("Question")); }
    [[nodiscard]] QPushButton *button(const char *name)
    {
        return byName<QPushButton>(*m_window, QString::fromUtf8(name));
    }
    void allow()
    {
        QTRY_VERIFY(button("Allow")->isEnabled());
        press(*m_window, QStringLiteral("Allow"));
    }

    QList<std::pair<QString, bool>> m_answers;
};

void ConsentTest::init()
{
    m_answers.clear();
    open();
    addLegacy(QStringLiteral("work"), true);
    QTRY_COMPARE(status(), QStringLiteral("Signed in"));
    m_window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
}

void ConsentTest::ask(const QString &script)
{
    m_consents->ask(QStringLiteral("work"), QStringLiteral("work"),
                    {.program = QStringLiteral("/usr/bin/python3"), .script = script},
                    [this, script](bool allowed) { m_answers.emplaceBack(script, allowed); });
    QCoreApplication::processEvents();
}

void ConsentTest::question_namesAccountAndProgram()
{
    QVERIFY(question().isEmpty());
    ask(QStringLiteral("backup.py"));
    QVERIFY2(question().startsWith(u"backup.py (python3) asks for a token of “work”. The program is "
                                   u"/usr/bin/python3. It says it runs backup.py, which nothing proves."),
             qPrintable(question()));
    const TimeWords times(m_clock.nowUtc());
    QVERIFY(question().contains(times.clockTime(m_clock.nowUtc().addSecs(60))));
    QVERIFY(!question().contains(u'<'));
}

void ConsentTest::answer_isGiven_data()
{
    QTest::addColumn<bool>("allowed");
    QTest::newRow("Allow") << true;
    QTest::newRow("Refuse") << false;
}

void ConsentTest::answer_isGiven()
{
    QFETCH(const bool, allowed);
    ask(QStringLiteral("a"));
    if (allowed)
        allow();
    else
        press(*m_window, QStringLiteral("Refuse"));
    QCOMPARE(m_answers, (QList<std::pair<QString, bool>>{{QStringLiteral("a"), allowed}}));
    QVERIFY(question().isEmpty());
}

void ConsentTest::atFirst_cannotBeAllowed()
{
    ask(QStringLiteral("a"));
    press(*m_window, QStringLiteral("Allow"));
    QTest::keyClick(button("Allow"), Qt::Key_Return);
    QVERIFY(m_answers.isEmpty());
    QTRY_VERIFY(button("Allow")->isEnabled());
    // The window comes back: again a click may be meant for something else.
    m_window->hide();
    m_window->show();
    QVERIFY(!button("Allow")->isEnabled());
}

void ConsentTest::focus_isNotTaken()
{
    auto *settings = button("Settings");
    settings->setFocus(Qt::TabFocusReason);
    ask(QStringLiteral("a"));
    QCOMPARE(QApplication::focusWidget(), settings);
    QTRY_VERIFY(button("Allow")->isEnabled());
    QCOMPARE(QApplication::focusWidget(), settings);
}

void ConsentTest::nextQuestion_isNotAllowedByTheSameKey()
{
    ask(QStringLiteral("a"));
    ask(QStringLiteral("b"));
    QTRY_VERIFY(button("Allow")->isEnabled());
    button("Allow")->setFocus(Qt::TabFocusReason);
    for (int times = 0; times < 3; ++times)
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    QCOMPARE(m_answers.size(), 1);
    QTRY_VERIFY(button("Allow")->isEnabled());
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    QCOMPARE(m_answers.size(), 1);
    // And from there Tab leads to it.
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    QCOMPARE(QApplication::focusWidget(), button("Allow"));
}

void ConsentTest::several_waitTheirTurn()
{
    const auto others = [this] {
        for (const char *words : {"1 more wait(s)", "2 more wait(s)"}) {
            if (byName<QLabel>(*m_window, QString::fromUtf8(words)))
                return QString::fromUtf8(words);
        }
        return QString();
    };
    for (const char *script : {"a", "b", "c"})
        ask(QString::fromUtf8(script));
    QVERIFY(question().startsWith(u"a (python3)"));
    QCOMPARE(others(), QStringLiteral("2 more wait(s)"));
    press(*m_window, QStringLiteral("Refuse"));
    QVERIFY(question().startsWith(u"b (python3)"));
    QCOMPARE(others(), QStringLiteral("1 more wait(s)"));
    allow();
    QVERIFY(question().startsWith(u"c (python3)"));
    QCOMPARE(others(), QString());
    QCOMPARE(m_answers,
             (QList<std::pair<QString, bool>>{{QStringLiteral("a"), false}, {QStringLiteral("b"), true}}));
}

void ConsentTest::noAnswer_goes()
{
    ask(QStringLiteral("a"));
    m_clock.advance(std::chrono::seconds(61));
    QTRY_VERIFY(question().isEmpty());
    QCOMPARE(m_answers, (QList<std::pair<QString, bool>>{{QStringLiteral("a"), false}}));
    const quint64 id = m_consents->ask({}, QStringLiteral("work"), {}, [](bool) {});
    QVERIFY(question().startsWith(u"A program that Framekey cannot identify asks for a token of “work”"));
    m_consents->drop(id);
    QVERIFY(question().isEmpty());
}

void ConsentTest::otherPages_haveItToo()
{
    for (const char *page : {"Settings", "Activity"}) {
        press(*m_window, QString::fromUtf8(page));
        ask(QString::fromUtf8(page)); // after a "no" the same one is not asked about again at once
        QVERIFY(question().startsWith(QString::fromUtf8(page) + QStringLiteral(" (python3)")));
        press(*m_window, QStringLiteral("Refuse"));
        press(*m_window, QStringLiteral("Back"));
    }
}

void ConsentTest::hiddenWindow_staysHiddenAndSaysSo()
{
    QSignalSpy unseen(m_window.get(), &MainWindow::questionUnseen);
    m_window->close();
    ask(QStringLiteral("backup.py"));
    QVERIFY(!m_window->isVisible());
    QCOMPARE(unseen.size(), 1);
    QCOMPARE(unseen.first().first().toString(),
             QStringLiteral("backup.py (python3) asks for a token of “work”"));
    QVERIFY(unseen.first().last().toString().endsWith(u"Open Framekey to allow or refuse it."));
    m_window->bringUp();
    QVERIFY(question().startsWith(u"backup.py (python3)"));
}

void ConsentTest::seenQuestion_isNotSaidAgain()
{
    QSignalSpy unseen(m_window.get(), &MainWindow::questionUnseen);
    ask(QStringLiteral("a"));
    QVERIFY(!question().isEmpty());
    QCOMPARE(unseen.size(), 0);
}

QTEST_MAIN(ConsentTest)
#include "tst_consent.moc"
