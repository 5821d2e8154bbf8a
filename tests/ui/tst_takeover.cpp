// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "byname.h"
#include "ui/takeoverwindow.h"

#include <QSignalSpy>
#include <QTest>

using namespace framekey;
using namespace framekey::test;

/// The question of a start that could end a sign-in which only memory holds.
class TakeOverTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void question_saysWhatEnds();
    void answer_isGivenOnce_data();
    void answer_isGivenOnce();
    void closing_isANo();
};

void TakeOverTest::question_saysWhatEnds()
{
    TakeOverWindow window;
    settle(window, window.width(), window.height());
    const QString said = labelled(window, QStringLiteral("Message"));
    QVERIFY2(said.contains(u"not in the keychain"), qPrintable(said));
    QVERIFY2(said.contains(u"ends that sign-in"), qPrintable(said));
    QCOMPARE(buttons(window), (QStringList{QStringLiteral("Leave it running"), QStringLiteral("Take over")}));
}

void TakeOverTest::answer_isGivenOnce_data()
{
    QTest::addColumn<QString>("button");
    QTest::addColumn<bool>("takeOver");
    QTest::newRow("yes") << QStringLiteral("Take over") << true;
    QTest::newRow("no") << QStringLiteral("Leave it running") << false;
}

void TakeOverTest::answer_isGivenOnce()
{
    QFETCH(QString, button);
    QFETCH(bool, takeOver);
    TakeOverWindow window;
    QSignalSpy answered(&window, &TakeOverWindow::answered);
    settle(window, window.width(), window.height());
    press(window, button);
    QVERIFY(window.isHidden());
    QCOMPARE(answered.size(), 1);
    QCOMPARE(answered[0][0].toBool(), takeOver);
}

void TakeOverTest::closing_isANo()
{
    TakeOverWindow window;
    QSignalSpy answered(&window, &TakeOverWindow::answered);
    settle(window, window.width(), window.height());
    window.close();
    QCOMPARE(answered.size(), 1);
    QVERIFY(!answered[0][0].toBool());
}

QTEST_MAIN(TakeOverTest)
#include "tst_takeover.moc"
