// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/keychainworker.h"

#include "testcase.h"

#include <QMap>
#include <QSignalSpy>

#include <memory>

using namespace Qt::StringLiterals;

namespace framekey::test
{

using Detail = Failure::Detail;

namespace
{

/// The worker on a keychain in memory, which does to what it accepts what keychains do.
class WorkerInMemory : public KeychainWorker
{
public:
    enum class Conduct { Keeps, Mangles, Loses, Locked };

    WorkerInMemory() : KeychainWorker(u"framekey-test"_s) {}

    Conduct conduct = Conduct::Keeps;
    bool deletes = true; ///< false: as if the app or the keyring were killed before
    bool isSlow = false;
    QMap<QString, QByteArray> items;
    QList<std::function<void()>> held; ///< of a slow one

    void goOn()
    {
        while (!held.isEmpty())
            held.takeFirst()();
    }

protected:
    void runRead(const QString &key, Next next) override
    {
        // A locked keyring reads as if there were nothing.
        soon([this, key, next = std::move(next)] {
            const bool found = conduct != Conduct::Locked && items.contains(key);
            next(found ? std::optional(Secret(items.value(key))) : std::nullopt);
        });
    }

    void runWrite(const QString &key, const Secret &value, Next next) override
    {
        if (conduct == Conduct::Locked) {
            next(locked());
            return;
        }
        if (conduct == Conduct::Loses)
            items.remove(key);
        else
            items.insert(key, value.reveal() + (conduct == Conduct::Mangles ? "\n" : ""));
        next({});
    }

    void runDelete(const QString &key, Next next) override
    {
        soon([this, key, next = std::move(next)] {
            if (conduct != Conduct::Locked && deletes)
                items.remove(key);
            next({});
        });
    }

private:
    void soon(std::function<void()> done)
    {
        if (isSlow)
            held.append(std::move(done));
        else
            done();
    }

    static std::unexpected<Failure> locked()
    {
        return std::unexpected(Failure{.stage = Failure::Stage::Storage,
                                       .kind = Failure::Kind::Storage,
                                       .detail = Detail::KeychainLocked});
    }
};

using Conduct = WorkerInMemory::Conduct;

} // namespace

/// What a keychain says is believed only where reading it back shows it (F36, F40 of reliability).
class KeychainWorkerTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_worker = std::make_unique<WorkerInMemory>(); }
    void write_isReadBack_data() { conducts(); }
    void write_isReadBack();
    void probe_isReadBack_data() { conducts(); }
    void probe_isReadBack();
    void probe_leavesNoMoreThanOneItem();
    void probes_atOnceDoNotMeet();
    void nothing_isNothingOnlyWhereAWriteSucceeds();
    void removal_isBelievedOnlyWhereAWriteSucceeds();

private:
    static void conducts();
    /// What the one answer says; None: success.
    template <typename Ask>
    Detail told(Ask ask);

    std::unique_ptr<WorkerInMemory> m_worker;
    KeychainWorker::Result m_answer;
};

void KeychainWorkerTest::conducts()
{
    QTest::addColumn<Conduct>("conduct");
    QTest::addColumn<Detail>("detail");
    QTest::newRow("keeps it") << Conduct::Keeps << Detail::None;
    QTest::newRow("mangles it") << Conduct::Mangles << Detail::WrongAnswer;
    QTest::newRow("loses it") << Conduct::Loses << Detail::WrongAnswer;
    QTest::newRow("is locked") << Conduct::Locked << Detail::KeychainLocked;
}

template <typename Ask>
Detail KeychainWorkerTest::told(Ask ask)
{
    QSignalSpy answered(m_worker.get(), &KeychainWorker::answered);
    QObject context;
    connect(m_worker.get(), &KeychainWorker::answered, &context,
            [this](quint64, const KeychainWorker::Result &answer) { m_answer = answer; });
    ask(*m_worker);
    if (answered.size() != 1)
        qFatal("%d answers", int(answered.size()));
    return m_answer ? Detail::None : m_answer.error().detail;
}

void KeychainWorkerTest::write_isReadBack()
{
    QFETCH(Conduct, conduct);
    m_worker->conduct = conduct;
    QTEST(told([](KeychainWorker &worker) { worker.write(1, u"work/tokens"_s, Secret("new")); }), "detail");
}

void KeychainWorkerTest::probe_isReadBack()
{
    QFETCH(Conduct, conduct);
    m_worker->conduct = conduct;
    QTEST(told([](KeychainWorker &worker) { worker.probe(1); }), "detail");
    if (conduct == Conduct::Keeps)
        QVERIFY(m_worker->items.isEmpty());
}

void KeychainWorkerTest::probe_leavesNoMoreThanOneItem()
{
    m_worker->deletes = false;
    for (int i = 0; i < 5; ++i)
        m_worker->probe(1);
    QCOMPARE(m_worker->items.size(), 1);
    m_worker->deletes = true;
    m_worker->probe(1);
    QVERIFY(m_worker->items.isEmpty());
}

void KeychainWorkerTest::probes_atOnceDoNotMeet()
{
    QList<Detail> told;
    connect(m_worker.get(), &KeychainWorker::answered, this,
            [&told](quint64, const KeychainWorker::Result &answer) {
                told.append(answer ? Detail::None : answer.error().detail);
            });
    m_worker->isSlow = true;
    for (int i = 0; i < 3; ++i)
        m_worker->probe(1);
    m_worker->goOn();
    QCOMPARE(told, QList<Detail>(3, Detail::None));
    QVERIFY(m_worker->items.isEmpty());
}

void KeychainWorkerTest::nothing_isNothingOnlyWhereAWriteSucceeds()
{
    const auto read = [](KeychainWorker &worker) { worker.read(1, u"work/tokens"_s); };
    QCOMPARE(told(read), Detail::None);
    QVERIFY(!*m_answer);
    m_worker->items.insert(u"work/tokens"_s, "kept"_ba);
    QCOMPARE(told(read), Detail::None);
    QVERIFY(**m_answer == Secret("kept"));
    m_worker->conduct = Conduct::Locked;
    QCOMPARE(told(read), Detail::KeychainLocked);
}

void KeychainWorkerTest::removal_isBelievedOnlyWhereAWriteSucceeds()
{
    const auto remove = [](KeychainWorker &worker) { worker.remove(1, u"work/tokens"_s); };
    m_worker->items.insert(u"work/tokens"_s, "kept"_ba);
    m_worker->conduct = Conduct::Locked;
    QCOMPARE(told(remove), Detail::KeychainLocked);
    m_worker->conduct = Conduct::Keeps;
    QCOMPARE(told(remove), Detail::None);
    QVERIFY(m_worker->items.isEmpty());
}

static const TestCase<KeychainWorkerTest> testCase("keychainworker");

} // namespace framekey::test

#include "tst_keychainworker.moc"
