// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "byname.h"
#include "samples.h"
#include "ui/codeblock.h"
#include "ui/scriptscard.h"
#include "ui/statuspage.h"
#include "ui/theme.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QPushButton>
#include <QRadioButton>
#include <QTest>
#include <QTextBlock>
#include <QTextLayout>

using namespace framekey;
using namespace framekey::test;

/// "For your scripts", on the page of an account that is signed in.
class ScriptsCardTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { applyTheme(*qApp, ColorScheme::Light); }
    void init();
    void closed_isTheCommandAlone();
    void lines_areCopied_data();
    void lines_areCopied();
    void lines_areShownWhole();
    void otherAccount_isNamed();
    void unknownApi_hasNoLines();
    void notUsable_hasNone();
    void tab_goesDownTheCard();

private:
    void show(const AccountView &view)
    {
        m_page->setView(view, TimeWords(samples::now()), {}, false);
        settle(*m_page, 460, 1200);
    }
    QString code() { return m_page->findChild<CodeBlock *>()->toPlainText(); }
    void choose(const QString &tool)
    {
        QTest::mouseClick(byName<QRadioButton>(*m_page, tool), Qt::LeftButton);
    }

    std::unique_ptr<StatusPage> m_page;
};

void ScriptsCardTest::init()
{
    m_page = std::make_unique<StatusPage>();
    show(samples::signedIn());
}

void ScriptsCardTest::closed_isTheCommandAlone()
{
    QVERIFY(byName<QLabel>(*m_page, QStringLiteral("framekey token")));
    QVERIFY(!m_page->findChild<CodeBlock *>());
    press(*m_page, QStringLiteral("Show lines"));
    QVERIFY(code().contains(u"curl"));
    press(*m_page, QStringLiteral("Hide lines"));
    QVERIFY(!m_page->findChild<CodeBlock *>()->isVisible());
    // Each minute the page is told anew.
    show(samples::signedIn());
    QVERIFY(!m_page->findChild<CodeBlock *>()->isVisible());
}

void ScriptsCardTest::lines_areCopied_data()
{
    QTest::addColumn<QString>("begins");
    QTest::newRow("curl") << QStringLiteral("framekey token --header |");
    QTest::newRow("Python") << QStringLiteral("python3 -c '");
    QTest::newRow("Node") << QStringLiteral("node -e '");
}

void ScriptsCardTest::lines_areCopied()
{
    QFETCH(const QString, begins);
    const QString tool = QString::fromUtf8(QTest::currentDataTag());
    press(*m_page, QStringLiteral("Show lines"));
    choose(tool);
    QVERIFY(byName<CodeBlock>(*m_page, tool + u" line"));
    press(*m_page, QStringLiteral("Copy the %1 line").arg(tool));
    const QString copied = QGuiApplication::clipboard()->text();
    QVERIFY2(copied.startsWith(begins), qPrintable(copied));
    QVERIFY2(copied.contains(u"https://api.frame.io/v2/me"), qPrintable(copied));
    QCOMPARE(copied, code());
    QVERIFY(byName<QLabel>(*m_page, QStringLiteral("Copied")));
}

void ScriptsCardTest::lines_areShownWhole()
{
    press(*m_page, QStringLiteral("Show lines"));
    AccountView view = samples::signedIn();
    view.scripts.account = QStringLiteral("a name that somebody gave without a thought for lists");
    for (const char *tool : {"curl", "Python", "Node"}) {
        choose(QString::fromUtf8(tool));
        for (const int width : {340, 460, 900}) {
            show(view);
            m_page->resize(width, 1400);
            QCoreApplication::processEvents();
            auto *block = m_page->findChild<CodeBlock *>();
            int lines = 0;
            for (QTextBlock it = block->document()->begin(); it.isValid(); it = it.next())
                lines += it.layout()->lineCount();
            QVERIFY(block->viewport()->height() >= lines * block->fontMetrics().height());
        }
    }
}

void ScriptsCardTest::otherAccount_isNamed()
{
    AccountView view = samples::signedIn();
    view.scripts.account = QStringLiteral("night jobs");
    show(view);
    QVERIFY(byName<QLabel>(*m_page, QStringLiteral("framekey token 'night jobs'")));
    press(*m_page, QStringLiteral("Show lines"));
    QVERIFY(code().startsWith(u"framekey token 'night jobs' --header |"));
    // What is open follows the account that is shown.
    show(samples::signedIn());
    QVERIFY(code().startsWith(u"framekey token --header |"));
}

void ScriptsCardTest::unknownApi_hasNoLines()
{
    press(*m_page, QStringLiteral("Show lines"));
    AccountView view = samples::signedIn();
    view.scripts.api = QUrl();
    show(view);
    QVERIFY(byName<QLabel>(*m_page, QStringLiteral("framekey token")));
    QVERIFY(!m_page->findChild<CodeBlock *>()->isVisible());
    QVERIFY(!buttons(*m_page).contains(QStringLiteral("Hide lines")));
}

void ScriptsCardTest::notUsable_hasNone()
{
    for (const samples::Sample &sample : samples::all()) {
        show(sample.view);
        QCOMPARE(m_page->findChild<ScriptsCard *>()->isVisible(), sample.view.snapshot.isUsable());
    }
}

void ScriptsCardTest::tab_goesDownTheCard()
{
    m_page->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
    press(*m_page, QStringLiteral("Show lines"));
    byName<QPushButton>(*m_page, QStringLiteral("Hide lines"))->setFocus();
    QStringList names;
    for (int stop = 0; stop < 4; ++stop) {
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        names += nameOf(QApplication::focusWidget());
    }
    QCOMPARE(names, (QStringList{QStringLiteral("curl"), QStringLiteral("curl line"),
                                 QStringLiteral("Copy the curl line"), QStringLiteral("Settings")}));
}

QTEST_MAIN(ScriptsCardTest)
#include "tst_scriptscard.moc"
