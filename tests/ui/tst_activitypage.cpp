// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "byname.h"
#include "fakeclock.h"
#include "samples.h"
#include "ui/activitylist.h"
#include "ui/activitypage.h"
#include "ui/pagearea.h"
#include "ui/theme.h"

#include <QAccessible>
#include <QElapsedTimer>
#include <QLabel>
#include <QMetaMethod>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>
#include <QTimer>

using namespace framekey;
using namespace framekey::test;

namespace
{

/// Tells whether anybody follows it.
class WatchedActivity : public Activity
{
public:
    [[nodiscard]] bool isFollowed() const
    {
        return isSignalConnected(QMetaMethod::fromSignal(&Activity::changed));
    }
};

} // namespace

/// The page "who asked".
class ActivityPageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { applyTheme(*qApp, ColorScheme::Light); }
    void init();
    void list_isReadRowByRow();
    void nobody_isSaid();
    void manyRequests_areDrawnOnceASecond();
    void hidden_followsNobodyAndHasNoTimer();
    void rowThatIsRead_staysWhereItIs();
    void keys_moveAndLeave();
    void oldestRow_mayGoWhileItIsRead();

private:
    void add(const QList<TokenUse> &newestFirst);
    TokenUse request(int number) const;
    [[nodiscard]] ActivityList *list() const { return m_area->findChild<ActivityList *>(); }
    [[nodiscard]] QString newest() const { return list()->item(0)->data(Qt::AccessibleTextRole).toString(); }
    [[nodiscard]] QTimer *pause() const
    {
        return m_page->findChild<QTimer *>(QString(), Qt::FindDirectChildrenOnly);
    }

    FakeClock m_clock;
    std::unique_ptr<WatchedActivity> m_activity;
    std::unique_ptr<PageArea> m_area;
    ActivityPage *m_page = nullptr;
};

void ActivityPageTest::init()
{
    m_area.reset();
    m_activity = std::make_unique<WatchedActivity>();
    m_area = std::make_unique<PageArea>();
    m_page = new ActivityPage(*m_activity, m_clock, [] { return false; });
    m_area->showPage(m_page);
    settle(*m_area, 460);
    m_area->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_area.get()));
}

void ActivityPageTest::add(const QList<TokenUse> &newestFirst)
{
    for (auto use = newestFirst.rbegin(); use != newestFirst.rend(); ++use)
        m_activity->add(*use);
}

TokenUse ActivityPageTest::request(int number) const
{
    return {.at = m_clock.nowUtc(),
            .requester = {.program = QStringLiteral("/usr/bin/job-%1").arg(number)},
            .result = TokenUse::Result::Given};
}

void ActivityPageTest::list_isReadRowByRow()
{
    add(samples::someUses());
    m_page->refresh();
    QVERIFY(byName<ActivityList>(*m_area, QStringLiteral("Activity")));
    QAccessibleInterface *accessible = QAccessible::queryAccessibleInterface(list());
    QCOMPARE(accessible->role(), QAccessible::List);
    QCOMPARE(accessible->childCount(), 6);
    QCOMPARE(accessible->child(0)->role(), QAccessible::ListItem);
    const QString said = accessible->child(2)->text(QAccessible::Name);
    QVERIFY2(said.contains(u"bash asked for a token: refused: you did not allow it."), qPrintable(said));
    QVERIFY2(said.contains(u"It calls itself “night jobs”, which nothing proves."), qPrintable(said));
}

void ActivityPageTest::nobody_isSaid()
{
    const auto empty = [this] {
        QLabel *found = nullptr;
        for (QWidget *widget : visibleWidgets(*m_area)) {
            auto *label = qobject_cast<QLabel *>(widget);
            if (label && label->text() == nobodyAsked())
                found = label;
        }
        return found;
    };
    QVERIFY(empty());
    QVERIFY(!list()->isVisible());
    add({request(1)});
    QVERIFY(!empty());
    QVERIFY(list()->isVisible());
}

void ActivityPageTest::manyRequests_areDrawnOnceASecond()
{
    QElapsedTimer time;
    time.start();
    add({request(1)});
    QVERIFY(newest().contains(u"job-1 "));
    QSignalSpy drawn(list()->model(), &QAbstractItemModel::dataChanged);
    for (int number = 2; number <= 1000; ++number)
        add({request(number)});
    QCoreApplication::processEvents();
    QCOMPARE(drawn.size(), 0);
    QTRY_VERIFY(newest().contains(u"job-1000 "));
    QVERIFY(time.elapsed() >= 950);
    QCOMPARE(list()->count(), 200);
    // Nothing ticks when nobody asks any more.
    QTRY_VERIFY(!pause()->isActive());
}

void ActivityPageTest::hidden_followsNobodyAndHasNoTimer()
{
    add({request(1)});
    QVERIFY(m_activity->isFollowed());
    QVERIFY(pause()->isActive());
    m_area->hide();
    QVERIFY(!m_activity->isFollowed());
    QVERIFY(!pause()->isActive());
    add({request(2)});
    QVERIFY(newest().contains(u"job-1 "));
    m_area->show();
    QVERIFY(newest().contains(u"job-2 "));
    QVERIFY(m_activity->isFollowed());
}

void ActivityPageTest::rowThatIsRead_staysWhereItIs()
{
    for (int number = 0; number < 60; ++number)
        add({request(number)});
    m_page->refresh();
    list()->setFocus();
    list()->setCurrentRow(30, QItemSelectionModel::NoUpdate);
    list()->scrollToItem(list()->currentItem(), QAbstractItemView::PositionAtCenter);
    const QString read = list()->currentItem()->text();
    const QRect place = list()->visualItemRect(list()->currentItem());
    for (int number = 60; number < 65; ++number)
        add({request(number)});
    m_page->refresh();
    QCOMPARE(list()->currentItem()->text(), read);
    QCOMPARE(list()->currentRow(), 35);
    QCOMPARE(list()->visualItemRect(list()->currentItem()), place);
    // At the top one wants to see who comes.
    list()->verticalScrollBar()->setValue(0);
    add({request(65)});
    m_page->refresh();
    QCOMPARE(list()->verticalScrollBar()->value(), 0);
}

void ActivityPageTest::oldestRow_mayGoWhileItIsRead()
{
    for (int number = 0; number < 200; ++number)
        add({request(number)});
    m_page->refresh();
    list()->setCurrentRow(199, QItemSelectionModel::NoUpdate);
    list()->scrollToBottom();
    add({request(200)});
    m_page->refresh();
    QCOMPARE(list()->count(), 200);
    QCOMPARE(list()->currentRow(), 199);
}

void ActivityPageTest::keys_moveAndLeave()
{
    add({request(2), request(1)});
    m_page->refresh();
    m_page->focusFirst();
    QVERIFY(list()->hasFocus());
    QCOMPARE(list()->currentRow(), 0);
    QTest::keyClick(list(), Qt::Key_Down);
    QCOMPARE(list()->currentRow(), 1);
    QTest::keyClick(list(), Qt::Key_Tab);
    QCOMPARE(nameOf(QApplication::focusWidget()), QStringLiteral("Back"));
    QSignalSpy back(m_page, &ActivityPage::back);
    QTest::keyClick(list(), Qt::Key_Escape);
    press(*m_area, QStringLiteral("Back"));
    QCOMPARE(back.size(), 2);
}

QTEST_MAIN(ActivityPageTest)
#include "tst_activitypage.moc"
