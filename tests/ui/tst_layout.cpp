// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Nothing is clipped, whatever the language, the font and the width of the window.
#include "byname.h"
#include "fakeclock.h"
#include "pseudotranslator.h"
#include "samples.h"
#include "ui/accountformpage.h"
#include "ui/accountpane.h"
#include "ui/activitypage.h"
#include "ui/chip.h"
#include "ui/consentcard.h"
#include "ui/pagearea.h"
#include "ui/reauthorizepage.h"
#include "ui/scopelist.h"
#include "ui/scriptscard.h"
#include "ui/statuspage.h"
#include "ui/theme.h"

#include <QLabel>
#include <QPushButton>
#include <QRadioButton>
#include <QScrollBar>
#include <QTest>

using namespace framekey;
using namespace framekey::test;

class LayoutTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanup();
    void nothingIsClipped_data();
    void nothingIsClipped();
    void wideWindow_keepsAColumn();
    void scopeList_isAsTallAsItsRows();

private:
    static void check(QWidget *page, int width);
    static void checkAll(int width);
    static void checkScripts(int width);

    PseudoTranslator m_talkative;
    QFont m_font;
};

namespace
{

/// Qt's own hint is what a widget needs to show its whole text.
QString clipped(QWidget &widget, QWidget &root)
{
    const QSize size = widget.size();
    int width = 0;
    int height = 0;
    if (qobject_cast<QPushButton *>(&widget) || qobject_cast<QRadioButton *>(&widget) ||
        qobject_cast<Chip *>(&widget)) {
        width = widget.sizeHint().width();
        height = widget.sizeHint().height();
    } else if (widget.hasHeightForWidth()) {
        height = widget.heightForWidth(size.width());
    } else if (qobject_cast<QLabel *>(&widget)) {
        width = widget.sizeHint().width();
        height = widget.sizeHint().height();
    }
    const QRect inside(widget.mapTo(&root, QPoint()), size);
    const bool outside = !root.rect().contains(inside);
    if (size.width() >= width && size.height() >= height && !outside)
        return {};
    return QStringLiteral("%1 “%2” is %3x%4, needs %5x%6%7")
        .arg(QString::fromLatin1(widget.metaObject()->className()), nameOf(&widget))
        .arg(size.width())
        .arg(size.height())
        .arg(width)
        .arg(height)
        .arg(outside ? QStringLiteral(", outside its page") : QString());
}

/// The innermost widget that asks for the most room.
QString widest(QWidget &page)
{
    QWidget *found = &page;
    for (QWidget *widget : visibleWidgets(page)) {
        if (widget->minimumSizeHint().width() >= found->minimumSizeHint().width() || found == &page)
            found = widget;
    }
    return QStringLiteral("%1 \u201c%2\u201d")
        .arg(QString::fromLatin1(found->metaObject()->className()), nameOf(found));
}

bool overlap(const QWidget &a, const QWidget &b)
{
    return a.parentWidget() == b.parentWidget() && a.geometry().intersects(b.geometry());
}

} // namespace

void LayoutTest::initTestCase()
{
    applyTheme(*qApp, ColorScheme::Light);
    m_font = QApplication::font();
}

void LayoutTest::cleanup()
{
    QCoreApplication::removeTranslator(&m_talkative);
    QApplication::setFont(m_font);
}

void LayoutTest::nothingIsClipped_data()
{
    QTest::addColumn<int>("width");
    QTest::addColumn<bool>("talkative");
    QTest::addColumn<double>("font");
    QTest::newRow("as it opens") << 460 << false << 1.0;
    QTest::newRow("narrow") << 360 << false << 1.0;
    QTest::newRow("maximised") << 1600 << false << 1.0;
    QTest::newRow("text twice as long") << 460 << true << 1.0;
    QTest::newRow("font of 150 %") << 460 << false << 1.5;
    QTest::newRow("font of 200 %") << 640 << false << 2.0;
    QTest::newRow("font of 300 % on a wide screen") << 1200 << false << 3.0;
    QTest::newRow("long text in a large font") << 900 << true << 1.5;
}

void LayoutTest::nothingIsClipped()
{
    QFETCH(int, width);
    QFETCH(bool, talkative);
    QFETCH(double, font);
    QFont scaled = m_font;
    scaled.setPointSizeF(m_font.pointSizeF() * font);
    QApplication::setFont(scaled);
    if (talkative)
        QCoreApplication::installTranslator(&m_talkative);
    checkAll(width);
}

void LayoutTest::checkAll(int width)
{
    const TimeWords times(samples::now());
    for (const samples::Sample &it : samples::all()) {
        auto *page = new StatusPage;
        page->setView(it.view, times, {}, false);
        check(page, width);
    }
    auto *none = new StatusPage;
    none->showNoAccount(
        {keepsRunningCard(), notSavedCard(), brokenFileCard(QStringLiteral("accounts.json.broken-1")),
         notImportedCard(QStringLiteral("API_URL: bad")), knownClientCard(QStringLiteral("work"))});
    check(none, width);
    auto *form = new AccountFormPage(samples::catalogue());
    form->edit(newAccount(*samples::catalogue().find(QStringLiteral("custom"))));
    for (QPushButton *button : form->findChildren<QPushButton *>()) {
        if (button->property("primary").toBool())
            button->click(); // Save: every mistake shows
    }
    check(form, width);
    auto *reauthorize = new ReauthorizePage;
    reauthorize->begin(samples::signedIn());
    check(reauthorize, width);
    checkScripts(width);
}

void LayoutTest::checkScripts(int width)
{
    for (const QList<TokenUse> &uses : {QList<TokenUse>(), samples::someUses(), samples::longUses()}) {
        Activity activity;
        for (const TokenUse &use : uses)
            activity.add(use);
        const FakeClock clock;
        check(new ActivityPage(activity, clock, [] { return true; }), width);
    }
    for (const ScriptLine &line : scriptLines({.api = QUrl(QStringLiteral("https://any.example"))})) {
        auto *page = new StatusPage;
        AccountView view = samples::signedIn();
        view.scripts.account = QStringLiteral("a name that somebody gave without a thought for lists");
        page->setView(view, TimeWords(samples::now()), {}, false);
        auto *card = page->findChild<ScriptsCard *>();
        card->findChild<QPushButton *>()->click();
        card->findChildren<QRadioButton *>().at(static_cast<int>(line.tool))->click();
        check(page, width);
    }
    for (int first = 0; first < 3; ++first) {
        auto *question = new ConsentCard;
        question->setQuestions(samples::questions().mid(first), TimeWords(samples::now()));
        check(question, width);
    }
}

void LayoutTest::check(QWidget *page, int width)
{
    PageArea area;
    area.showPage(page);
    settle(area, width);
    QVERIFY2(area.horizontalScrollBar()->maximum() == 0,
             qPrintable(QStringLiteral("%1 pixels too wide: %2")
                            .arg(area.horizontalScrollBar()->maximum())
                            .arg(widest(*page))));
    const QList<QWidget *> widgets = visibleWidgets(*page);
    for (QWidget *widget : widgets) {
        if (widget->inherits("QScrollBar") || widget->parentWidget()->inherits("QAbstractScrollArea"))
            continue;
        const QString problem = clipped(*widget, *page);
        QVERIFY2(problem.isEmpty(), qPrintable(problem));
        for (const QWidget *other : widgets) {
            const bool laidOver = widget->inherits("framekey::Chip") || other->inherits("framekey::Chip");
            QVERIFY2(widget == other || laidOver || !overlap(*widget, *other), qPrintable(nameOf(widget)));
        }
    }
}

void LayoutTest::wideWindow_keepsAColumn()
{
    PageArea area;
    auto *page = new StatusPage;
    page->setView(samples::signedIn(), TimeWords(samples::now()), {}, false);
    area.showPage(page);
    settle(area, 1600);
    QVERIFY(page->width() <= 640);
    const int left = page->mapTo(&area, QPoint()).x();
    QVERIFY(qAbs(left - (1600 - left - page->width())) <= 20);
}

void LayoutTest::scopeList_isAsTallAsItsRows()
{
    PageArea area;
    auto *page = new StatusPage;
    page->setView(samples::signedIn(), TimeWords(samples::now()), {}, false);
    area.showPage(page);
    for (const int width : {340, 460, 900}) {
        settle(area, width);
        auto *list = page->findChild<ScopeList *>();
        const QRect last = list->visualItemRect(list->item(list->count() - 1));
        QCOMPARE(last.bottom() + 1, list->viewport()->height());
        QCOMPARE(list->verticalScrollBar()->maximum(), 0);
    }
}

QTEST_MAIN(LayoutTest)
#include "tst_layout.moc"
