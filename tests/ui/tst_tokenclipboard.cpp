// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tokenclipboard.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QMimeData>
#include <QTest>

using namespace framekey;
using namespace std::chrono_literals;

class TokenClipboardTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void token_carriesTheHint();
    void token_goesByItself();
    void othersText_stays();
    void token_goesWithTheProgram();
};

namespace
{

QString shown()
{
    return QGuiApplication::clipboard()->text();
}

} // namespace

void TokenClipboardTest::token_carriesTheHint()
{
    TokenClipboard clipboard;
    clipboard.put(Secret(QByteArrayLiteral("abc")));
    QCOMPARE(shown(), QStringLiteral("abc"));
    QCOMPARE(QGuiApplication::clipboard()->mimeData()->data(QStringLiteral("x-kde-passwordManagerHint")),
             QByteArray("secret"));
}

void TokenClipboardTest::token_goesByItself()
{
    TokenClipboard clipboard(nullptr, 20ms);
    clipboard.put(Secret(QByteArrayLiteral("abc")));
    QCOMPARE(shown(), QStringLiteral("abc"));
    QTRY_COMPARE(shown(), QString());
}

void TokenClipboardTest::othersText_stays()
{
    TokenClipboard clipboard(nullptr, 20ms);
    clipboard.put(Secret(QByteArrayLiteral("abc")));
    QGuiApplication::clipboard()->setText(QStringLiteral("somebody else's"));
    QTest::qWait(60);
    QCOMPARE(shown(), QStringLiteral("somebody else's"));
}

void TokenClipboardTest::token_goesWithTheProgram()
{
    TokenClipboard clipboard;
    clipboard.put(Secret(QByteArrayLiteral("abc")));
    QMetaObject::invokeMethod(qApp, "aboutToQuit");
    QCOMPARE(shown(), QString());
}

QTEST_MAIN(TokenClipboardTest)
#include "tst_tokenclipboard.moc"
