// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "oauth/secret.h"

#include "testcase.h"

#include <QDebug>
#include <QTextStream>

#include <cstring>
#include <memory>
#include <sstream>
#include <utility>

using namespace Qt::StringLiterals;

namespace framekey::test
{

// What was wiped, as it was before: memory that was freed may not be read, so the wiping itself is watched.
static QList<QByteArray> &wiped()
{
    static QList<QByteArray> all;
    return all;
}

static void watchedWipe(void *memory, std::size_t size)
{
    wiped().append(QByteArray(static_cast<const char *>(memory), static_cast<qsizetype>(size)));
    std::memset(memory, 0, size);
}

} // namespace framekey::test

// These stand in for the C library's in this executable: the second is what glibc's headers make of the first
// in an optimized build (_FORTIFY_SOURCE).
extern "C" void explicit_bzero(void *memory, std::size_t size) noexcept
{
    framekey::test::watchedWipe(memory, size);
}
extern "C" void __explicit_bzero_chk(void *memory, std::size_t size, std::size_t) noexcept
{
    framekey::test::watchedWipe(memory, size);
}

namespace framekey::test
{

template <typename Stream, typename Value>
concept Streams = requires(Stream stream, const Value &value) { stream << value; };
template <typename From, typename To>
concept Becomes = std::is_convertible_v<From, To>;

// No way to print one by accident, and none to make one of any bytes that pass by.
static_assert(Streams<QDebug, QByteArray> && !Streams<QDebug, Secret>);
static_assert(Streams<QTextStream &, QByteArray> && !Streams<QTextStream &, Secret>);
static_assert(Streams<std::ostringstream &, int> && !Streams<std::ostringstream &, Secret>);
static_assert(!Becomes<Secret, QByteArray> && !Becomes<Secret, QString> && !Becomes<QByteArray, Secret>);

/// The value that must not be seen.
class SecretTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void comparison_isOfTheBytes_data();
    void comparison_isOfTheBytes();
    void copy_hasBytesOfItsOwn();
    void movedFrom_isEmpty();
    void assignment_replaces();
    void end_wipesTheBytes();
    void end_leavesACallersCopyAlone();
    void tokenText_isPrintableAsciiWithoutSpace_data();
    void tokenText_isPrintableAsciiWithoutSpace();
};

void SecretTest::comparison_isOfTheBytes_data()
{
    QTest::addColumn<QByteArray>("a");
    QTest::addColumn<QByteArray>("b");
    QTest::newRow("equal") << "abc"_ba << "abc"_ba;
    QTest::newRow("both empty") << QByteArray() << ""_ba;
    QTest::newRow("last byte") << "abc"_ba << "abd"_ba;
    QTest::newRow("first byte") << "abc"_ba << "xbc"_ba;
    QTest::newRow("shorter") << "abc"_ba << "ab"_ba;
    QTest::newRow("empty and not") << QByteArray() << "a"_ba;
    QTest::newRow("differences that cancel out") << "ab"_ba << "ba"_ba;
    QTest::newRow("zero behind") << "a"_ba << QByteArray("a\0", 2);
    QTest::newRow("highest bit") << "a"_ba << "\xe1"_ba;
}

void SecretTest::comparison_isOfTheBytes()
{
    QFETCH(QByteArray, a);
    QFETCH(QByteArray, b);
    QCOMPARE(Secret(a) == Secret(b), a == b);
    QCOMPARE(Secret(b) == Secret(a), a == b);
}

void SecretTest::copy_hasBytesOfItsOwn()
{
    const Secret secret("abc"_ba);
    const Secret copy(secret);
    QVERIFY(copy == secret);
    QVERIFY(copy.reveal().constData() != secret.reveal().constData());
    const QByteArray bytes = "abc"_ba;
    QVERIFY(Secret(bytes).reveal().constData() != bytes.constData());
}

void SecretTest::movedFrom_isEmpty()
{
    Secret secret("abc"_ba);
    const Secret moved(std::move(secret));
    QVERIFY(secret.isEmpty()); // NOLINT(bugprone-use-after-move): this is what is tested
    QCOMPARE(moved.reveal(), "abc"_ba);
}

void SecretTest::assignment_replaces()
{
    Secret secret("abc"_ba);
    const Secret other("xyz"_ba);
    secret = other;
    QVERIFY(secret == other);
    secret = *&secret;
    QCOMPARE(secret.reveal(), "xyz"_ba);
    secret = Secret();
    QVERIFY(secret.isEmpty());
}

void SecretTest::end_wipesTheBytes()
{
    wiped().clear();
    {
        const Secret secret("remember me"_ba);
    }
    QCOMPARE(wiped(), QList<QByteArray>{"remember me"_ba});

    wiped().clear();
    Secret secret("first"_ba);
    secret = Secret("second"_ba);
    QCOMPARE(wiped(), QList<QByteArray>{"first"_ba});
}

void SecretTest::end_leavesACallersCopyAlone()
{
    auto secret = std::make_unique<Secret>("abc"_ba);
    const QByteArray kept = secret->reveal();
    secret.reset();
    QCOMPARE(kept, "abc"_ba);
}

void SecretTest::tokenText_isPrintableAsciiWithoutSpace_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<bool>("isToken");
    QTest::newRow("letters") << "abc"_ba << true;
    QTest::newRow("lowest") << "!"_ba << true;
    QTest::newRow("highest") << "~"_ba << true;
    QTest::newRow("empty") << QByteArray() << false;
    QTest::newRow("space") << "a b"_ba << false;
    QTest::newRow("tab") << "a\t"_ba << false;
    QTest::newRow("line feed") << "a\n"_ba << false;
    QTest::newRow("zero") << QByteArray("a\0", 2) << false;
    QTest::newRow("delete") << "a\x7f"_ba << false;
    QTest::newRow("highest bit") << "a\x80"_ba << false;
    QTest::newRow("umlaut") << "\xc3\xbc"_ba << false;
}

void SecretTest::tokenText_isPrintableAsciiWithoutSpace()
{
    QFETCH(QByteArray, text);
    QFETCH(bool, isToken);
    QCOMPARE(isTokenText(text), isToken);
}

static const TestCase<SecretTest> testCase("secret");

} // namespace framekey::test

#include "tst_secret.moc"
