// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "oauth/oneshotbody.h"

#include "testcase.h"

using namespace Qt::StringLiterals;

namespace framekey::test
{

/// A body that can be read once, so that Qt cannot send it twice.
class OneShotBodyTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void body_isReadOnceFromEndToEnd();
    void body_cannotBeRewound();
    void emptyBody_isAtItsEnd();
};

void OneShotBodyTest::body_isReadOnceFromEndToEnd()
{
    OneShotBody body("grant_type=refresh_token"_ba);
    QCOMPARE(body.bytesAvailable(), 24);
    QVERIFY(!body.atEnd());
    QCOMPARE(body.read(5), "grant"_ba);
    QCOMPARE(body.bytesAvailable(), 19);
    QCOMPARE(body.readAll(), "_type=refresh_token"_ba);
    QVERIFY(body.atEnd());
    QCOMPARE(body.read(5), QByteArray());
}

void OneShotBodyTest::body_cannotBeRewound()
{
    OneShotBody body("abc"_ba);
    QCOMPARE(body.read(2), "ab"_ba);
    QTest::ignoreMessage(QtWarningMsg,
                         "QIODevice::seek (framekey::OneShotBody): Cannot call seek on a sequential device");
    QVERIFY(!body.seek(0));
    QVERIFY(body.isSequential());
    QCOMPARE(body.readAll(), "c"_ba);
}

void OneShotBodyTest::emptyBody_isAtItsEnd()
{
    OneShotBody body{QByteArray()};
    QVERIFY(body.atEnd());
    QCOMPARE(body.readAll(), QByteArray());
}

static const TestCase<OneShotBodyTest> testCase("oneshotbody");

} // namespace framekey::test

#include "tst_oneshotbody.moc"
