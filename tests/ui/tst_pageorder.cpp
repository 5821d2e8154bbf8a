// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "byname.h"
#include "samples.h"
#include "ui/statuspage.h"
#include "ui/theme.h"

#include <QAccessible>
#include <QPushButton>
#include <QTest>
#include <QVBoxLayout>

using namespace framekey;
using namespace framekey::test;

/// Cards are made when they are first shown: whichever comes first, each takes its place for every way to go
/// through a page.
class PageOrderTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    static void initTestCase() { applyTheme(*qApp, ColorScheme::Light); }
    void tab_goesDownThePage();
    void screenReader_goesDownThePage();

private:
    const TimeWords m_times{samples::now(), QLocale(QLocale::English, QLocale::UnitedKingdom)};
};

void PageOrderTest::tab_goesDownThePage()
{
    QWidget window;
    auto *column = new QVBoxLayout(&window);
    column->addWidget(new QPushButton(QStringLiteral("Above")));
    auto *page = new StatusPage;
    column->addWidget(page);
    column->addWidget(new QPushButton(QStringLiteral("Below")));
    for (const samples::Sample &it : samples::all()) {
        page->setView(it.view, m_times, {}, false);
        settle(window, 460);
        QStringList stops;
        for (QWidget *next = window.nextInFocusChain(); next != &window; next = next->nextInFocusChain()) {
            if (qobject_cast<QPushButton *>(next) && next->isVisible())
                stops += nameOf(next);
        }
        QVERIFY2(stops == buttons(window),
                 qPrintable(it.name + u": " + stops.join(u'|') + u" for " + buttons(window).join(u'|')));
    }
}

void PageOrderTest::screenReader_goesDownThePage()
{
    StatusPage shown;
    const QAccessibleInterface *page = QAccessible::queryAccessibleInterface(&shown);
    for (const samples::Sample &it : samples::all()) {
        shown.setView(it.view, m_times, {}, false);
        settle(shown, 460);
        int above = 0;
        for (int index = 0; index < page->childCount(); ++index) {
            const auto *part = qobject_cast<QWidget *>(page->child(index)->object());
            if (!part || !part->isVisible())
                continue;
            QVERIFY2(part->y() >= above, qPrintable(it.name + u": " + QString::number(index)));
            above = part->y();
        }
    }
}

QTEST_MAIN(PageOrderTest)
#include "tst_pageorder.moc"
