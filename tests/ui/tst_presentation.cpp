// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Scopes, cards, receipts and token rows: snapshots in words.
#include "samples.h"
#include "ui/presentation/cardwords.h"
#include "ui/presentation/headingwords.h"
#include "ui/presentation/receiptwords.h"
#include "ui/presentation/scopelines.h"
#include "ui/presentation/tokenwords.h"

#include <QTest>

using namespace framekey;

class PresentationTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void scopes_grantedAndNotGranted();
    void scopes_untoldAreNotCalledGranted();
    void scopes_whatTheServerAddsIsNoChange();
    void scopes_unknownTokenIsNotHidden();
    void reauthorization_addsAndDrops();
    void losingOffline_isTold();
    void status_hasTheContractsTexts();
    void person_nameAndAddress();
    void token_rows();
    void cards_byState();
    void failedReauthorization_leavesTheSignInAlone();
    void refusedReauthorization_namesWhoStaysSignedIn();
    void question_namesBoth();
    void receipt_byRevocation();
    void practice_isSaidInEveryState();
    void memoryOnly_isSaidOnlyOfASignIn();
    void clientSecretInMemory_isSaidOnce_data();
    void clientSecretInMemory_isSaidOnce();

private:
    const TimeWords m_times{samples::now(), QLocale(QLocale::English, QLocale::UnitedKingdom)};
    const Provider *m_legacy = samples::catalogue().find(QStringLiteral("frameio-legacy"));
};

namespace
{

using State = SessionSnapshot::State;
using Mark = ScopeLine::Mark;
using Revocation = SessionSnapshot::Receipt::Revocation;

QStringList list(const char *text)
{
    return QString::fromLatin1(text).split(u' ', Qt::SkipEmptyParts);
}

QList<Order> orders(const QList<CardWords> &cards)
{
    QList<Order> result;
    for (const CardWords &card : cards) {
        for (const CardWords::Button &button : card.buttons)
            result += button.order;
    }
    return result;
}

SessionSnapshot sample(const char *name)
{
    for (const samples::Sample &it : samples::all()) {
        if (it.name == QLatin1StringView(name))
            return it.view.snapshot;
    }
    qFatal("no sample %s", name);
}

} // namespace

void PresentationTest::scopes_grantedAndNotGranted()
{
    const ScopeLines lines = grantedLines(samples::signedIn().snapshot, m_legacy);
    QCOMPARE(lines.size(), 4);
    QCOMPARE(lines[1].accessibleName, QStringLiteral("Read assets, asset.read, granted"));
    QCOMPARE(lines[3].mark, Mark::NotGranted);
    QCOMPARE(lines[3].accessibleName,
             QStringLiteral("Create comments: asked for, not granted, comment.create"));
    QCOMPARE(grantedLines(sample("sign-in-again"), m_legacy)[0].mark, Mark::WasGranted);
}

void PresentationTest::scopes_untoldAreNotCalledGranted()
{
    SessionSnapshot snapshot = samples::signedIn().snapshot;
    snapshot.grantedScope.reset();
    const ScopeLines lines = grantedLines(snapshot, m_legacy);
    QCOMPARE(lines.size(), 4);
    QVERIFY(std::ranges::all_of(lines, [](const ScopeLine &line) { return line.mark == Mark::NotTold; }));
    QCOMPARE(lines[1].accessibleName,
             QStringLiteral("Read assets, asset.read, asked for, not told whether granted"));
}

void PresentationTest::scopes_whatTheServerAddsIsNoChange()
{
    const Provider *frameio = samples::catalogue().find(QStringLiteral("frameio"));
    const ScopeLines lines = changeLines(list("AdobeID openid x.y"), list("openid"), frameio);
    QCOMPARE(lines.size(), 2);
    QCOMPARE(lines[1].token, QStringLiteral("x.y"));
    SessionSnapshot snapshot = samples::signedIn().snapshot;
    snapshot.grantedScope = list("AdobeID");
    const ScopeLine granted = grantedLines(snapshot, frameio).first();
    QCOMPARE(granted.mark, Mark::Granted);
    QVERIFY(granted.words.contains(u"Adobe adds this by itself"));
}

void PresentationTest::scopes_unknownTokenIsNotHidden()
{
    const ScopeLines lines = askedLines(list("x.y"), m_legacy);
    QCOMPARE(lines.first().words, QStringLiteral("Further access"));
    QCOMPARE(lines.first().accessibleName, QStringLiteral("Further access, x.y, will be asked for"));
    QCOMPARE(askedLines(list("x.y"), nullptr).size(), 1);
}

void PresentationTest::reauthorization_addsAndDrops()
{
    const ScopeLines lines =
        changeLines(list("offline asset.delete"), list("offline comment.create"), m_legacy);
    QCOMPARE(lines.size(), 3);
    QCOMPARE(lines[0].mark, Mark::Granted);
    QCOMPARE(lines[1].words, QStringLiteral("Create comments: will be added"));
    QCOMPARE(lines[2].words, QStringLiteral("Delete assets: will be dropped"));
}

void PresentationTest::losingOffline_isTold()
{
    QVERIFY(losesRenewal(list("offline asset.read"), list("asset.read"), m_legacy));
    QVERIFY(!losesRenewal(list("offline"), list("offline"), m_legacy));
    QVERIFY(!losesRenewal(list("asset.read"), list("asset.read"), m_legacy));
}

void PresentationTest::status_hasTheContractsTexts()
{
    QStringList texts;
    for (int state = 0; state <= static_cast<int>(State::KeychainLocked); ++state)
        texts += statusText(static_cast<State>(state));
    QCOMPARE(texts.join(u'|'),
             QStringLiteral("Starting|Signed out|Waiting for the browser|Signed in|Renewing|"
                            "Sign in again|Offline, will try again|Keychain locked"));
}

void PresentationTest::person_nameAndAddress()
{
    QCOMPARE(personText(samples::signedIn().snapshot.person),
             QStringLiteral("Ana Lima, ana@northlight.example"));
    QCOMPARE(personText(std::nullopt), QStringLiteral("not confirmed"));
    QCOMPARE(personText(Person{.id = {}, .name = {}, .email = QStringLiteral("a@b.example")}),
             QStringLiteral("a@b.example"));
    QCOMPARE(personText(Person{}), QStringLiteral("not confirmed"));
}

void PresentationTest::token_rows()
{
    const TokenWords words = TokenWords::of(samples::signedIn().snapshot, m_times);
    QCOMPARE(words.expires, QStringLiteral("today at 14:05, in 42 minute(s)"));
    QCOMPARE(words.renewal, QStringLiteral("by itself, next at 13:53; last at 13:05"));
    QCOMPARE(words.keptIn, QStringLiteral("this computer's keychain"));
    QCOMPARE(TokenWords::of(sample("sign-in-again"), m_times).expires,
             QStringLiteral("ended today at 13:19"));
    QCOMPARE(TokenWords::of(sample("signed-in-not-confirmed"), m_times).renewal,
             QStringLiteral("none was given by Frame.io Legacy: sign in again at 14:05; last at 13:05"));
    SessionSnapshot unused = samples::signedIn().snapshot;
    unused.unusedUntil = samples::now().addDays(14);
    QVERIFY(TokenWords::of(unused, m_times).renewal.endsWith(u"; unused, it lasts until about 8 December"));
    QCOMPARE(TokenWords::of(sample("signed-in-memory"), m_times).keptIn,
             QStringLiteral("memory only, until Framekey quits"));
    QVERIFY(TokenWords::of(sample("renewing"), m_times).renewal.startsWith(u"under way"));
}

void PresentationTest::cards_byState()
{
    const auto of = [this](const char *name) { return cardsFor(sample(name), m_times); };
    QVERIFY(of("signed-in").isEmpty());
    QVERIFY(of("signed-out").isEmpty());
    QCOMPARE(orders(of("sign-in-again")), (QList{Order::SignIn, Order::SignOut}));
    QCOMPARE(of("sign-in-again").first().title,
             QStringLiteral("Frame.io Legacy no longer accepts this sign-in"));
    QCOMPARE(of("sign-in-again").first().code, QStringLiteral("invalid_grant"));
    QVERIFY(of("sign-in-again-not-renewable").first().text.contains(u"no refresh token"));
    QCOMPARE(orders(of("offline")), QList{Order::RenewNow});
    QVERIFY(of("offline").first().text.contains(u"tries again by itself at 13:25"));
    QCOMPARE(orders(of("keychain-locked")), QList{Order::RetryStorage});
    QVERIFY(of("keychain-locked").first().text.contains(u"not signed out"));
    QCOMPARE(orders(of("signed-out-port-taken")), QList{Order::OpenSettings});
    SessionSnapshot bare = sample("sign-in-again");
    bare.problem.reset();
    QCOMPARE(orders(cardsFor(bare, m_times)), (QList{Order::SignIn, Order::SignOut}));
}

void PresentationTest::refusedReauthorization_namesWhoStaysSignedIn()
{
    SessionSnapshot snapshot = samples::signedIn().snapshot;
    snapshot.problem = Failure{.stage = Failure::Stage::AccountRequest,
                               .kind = Failure::Kind::Client,
                               .detail = Failure::Detail::NotLinked,
                               .httpStatus = 401};
    const QList<CardWords> cards = cardsFor(snapshot, m_times);
    QVERIFY(cards.first().text.contains(QStringLiteral("Nothing changed here: you are still signed in as ") +
                                        personText(*snapshot.person)));
    QVERIFY(orders(cards).isEmpty()); // there is nobody left to ask about
}

void PresentationTest::failedReauthorization_leavesTheSignInAlone()
{
    SessionSnapshot snapshot = samples::signedIn().snapshot;
    snapshot.problem = Failure{.stage = Failure::Stage::AuthorizationServer, .kind = Failure::Kind::Denied};
    const QList<CardWords> cards = cardsFor(snapshot, m_times);
    QVERIFY(cards.first().text.contains(u"Your present sign-in is as before."));
    QVERIFY(orders(cards).isEmpty());
}

void PresentationTest::question_namesBoth()
{
    const CardWords card = cardsFor(sample("person-question"), m_times).first();
    for (const char *word :
         {"Ana Lima", "ana@northlight.example", "Ben Okafor", "ben@northlight.example", "13:33"})
        QVERIFY2(card.text.contains(QLatin1StringView(word)), word);
    QCOMPARE(card.buttons[0].text, QStringLiteral("Keep Ana Lima"));
    QCOMPARE(card.buttons[1].text, QStringLiteral("Use Ben Okafor"));
}

void PresentationTest::receipt_byRevocation()
{
    for (const auto revocation : {Revocation::NothingToRevoke, Revocation::Unread, Revocation::Unsupported,
                                  Revocation::Pending, Revocation::Revoked, Revocation::Failed}) {
        SessionSnapshot::Receipt receipt;
        receipt.revocation = revocation;
        receipt.accessTokenUntil = samples::now().addSecs(600);
        const ReceiptWords words = ReceiptWords::of(receipt, QStringLiteral("Frame.io Legacy"), m_times);
        QVERIFY2(words.text.contains(u"13:33"), qPrintable(words.text));
        QCOMPARE(words.text.contains(u"has revoked"), revocation == Revocation::Revoked);
        QCOMPARE(words.tone == Tone::Warning,
                 revocation == Revocation::Failed || revocation == Revocation::Unread);
    }
    SessionSnapshot::Receipt kept;
    kept.keychainCleared = false;
    QVERIFY(ReceiptWords::of(kept, {}, m_times).text.contains(u"could not be cleared"));
}

void PresentationTest::practice_isSaidInEveryState()
{
    const Provider *practice = samples::catalogue().find(QStringLiteral("practice"));
    for (const samples::Sample &it : samples::all()) {
        const HeadingWords words = HeadingWords::of(it.view.snapshot, practice);
        QVERIFY2(words.detail.contains(u"nothing here is real Frame.io"), qPrintable(it.name));
        QVERIFY(!HeadingWords::of(it.view.snapshot, m_legacy).detail.contains(u"Practice"));
    }
}

void PresentationTest::memoryOnly_isSaidOnlyOfASignIn()
{
    SessionSnapshot snapshot = sample("signed-in-memory");
    QCOMPARE(orders(cardsFor(snapshot, m_times)), QList{Order::RetryStorage});
    snapshot.state = State::SignedOut;
    QVERIFY(cardsFor(snapshot, m_times).isEmpty());
}

void PresentationTest::clientSecretInMemory_isSaidOnce_data()
{
    QTest::addColumn<State>("state");
    QTest::addColumn<SessionSnapshot::Storage>("storage");
    QTest::newRow("signed in") << State::SignedIn << SessionSnapshot::Storage::Keychain;
    QTest::newRow("signed in, in memory too") << State::SignedIn << SessionSnapshot::Storage::Memory;
    QTest::newRow("signed out") << State::SignedOut << SessionSnapshot::Storage::Memory;
    QTest::newRow("locked") << State::KeychainLocked << SessionSnapshot::Storage::Keychain;
}

void PresentationTest::clientSecretInMemory_isSaidOnce()
{
    QFETCH(State, state);
    QFETCH(SessionSnapshot::Storage, storage);
    SessionSnapshot snapshot = sample("signed-in-memory");
    snapshot.clientSecretProblem = snapshot.storageProblem;
    snapshot.state = state;
    snapshot.storage = storage;
    const auto cards = cardsFor(snapshot, m_times);
    QCOMPARE(orders(cards), QList{Order::RetryStorage});
    const QString said = cards.first().title + cards.first().text;
    QCOMPARE(said.count(QStringLiteral("client secret")), 1);
    QCOMPARE(said.count(QStringLiteral("asks for it again after a restart")), 1);
}

QTEST_GUILESS_MAIN(PresentationTest)
#include "tst_presentation.moc"
