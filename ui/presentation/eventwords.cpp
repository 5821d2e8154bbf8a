// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
// What a report says of each event.
#include "ui/presentation/reportwords.h"

#include "accounts/activity.h"
#include "oauth/httpdate.h"
#include "oauth/responseway.h"
#include "session/event.h"
#include "session/handover.h"

#include <cstdlib>

namespace framekey
{

namespace
{

using What = Event::What;

const char *wordFor(Exchange::Tls tls)
{
    switch (tls) {
    case Exchange::Tls::None:
        return "no TLS";
    case Exchange::Tls::NotSetUp:
        return "TLS not set up";
    case Exchange::Tls::V1_2:
        return "TLS 1.2";
    case Exchange::Tls::V1_3:
        return "TLS 1.3";
    case Exchange::Tls::Other:
        break;
    }
    return "another TLS";
}

const char *wordFor(Exchange::Certificate certificate)
{
    using Certificate = Exchange::Certificate;
    switch (certificate) {
    case Certificate::NotSeen:
        return "no certificate";
    case Certificate::Trusted:
        return "certificate trusted";
    case Certificate::SelfSigned:
        return "certificate refused: self-signed";
    case Certificate::UnknownAuthority:
        return "certificate refused: unknown authority";
    case Certificate::Ended:
        return "certificate refused: expired";
    case Certificate::NotYetValid:
        return "certificate refused: not yet valid";
    case Certificate::WrongHost:
        return "certificate refused: for another host";
    case Certificate::Refused:
        break;
    }
    return "certificate refused";
}

QString clockWords(const Event &event)
{
    const auto &server = event.exchange->serverTime;
    if (!server)
        return QStringLiteral("no Date");
    const qint64 off = server->secsTo(event.at);
    const QString words = off < 0 ? QStringLiteral("this clock %1 s behind").arg(std::abs(off))
                                  : QStringLiteral("this clock %1 s ahead").arg(off);
    return std::abs(off) > clockOff ? words + QStringLiteral(" (WARNING: set the clock)") : words;
}

QString exchangeWords(const Event &event)
{
    const Exchange &exchange = *event.exchange;
    const QString status = exchange.httpStatus == 0 ? QStringLiteral("no answer")
                                                    : QStringLiteral("HTTP %1").arg(exchange.httpStatus);
    return QStringLiteral("%1 in %2 ms; %3, %4; %5")
        .arg(status)
        .arg(exchange.duration.count())
        .arg(QLatin1StringView(wordFor(exchange.tls)), QLatin1StringView(wordFor(exchange.certificate)),
             clockWords(event));
}

const char *arrivalWords(int number)
{
    switch (static_cast<ResponseWay>(number)) {
    case ResponseWay::Browser:
        return "redirect received from the browser; state matched";
    case ResponseWay::Desktop:
        return "redirect received from the desktop; state matched";
    case ResponseWay::PastedAddress:
        return "redirect pasted; state matched";
    case ResponseWay::PastedCode:
        break;
    }
    return "code pasted alone; no state to compare";
}

const char *handOverWords(int number)
{
    switch (static_cast<HandOver>(number)) {
    case HandOver::Ready:
        return "the desktop hands the scheme over to Framekey";
    case HandOver::NotRegistered:
        return "the scheme is not registered with the desktop";
    case HandOver::AnotherProgram:
        return "another program has the scheme";
    case HandOver::OpenerRefuses:
        return "what opens addresses here refuses the scheme";
    case HandOver::NotTaken:
        return "registering the scheme did not work";
    case HandOver::CannotTell:
        break;
    }
    return "the desktop does not tell who has the scheme";
}

const char *refusalWords(int number)
{
    using Result = TokenUse::Result;
    switch (static_cast<Result>(number)) {
    case Result::SignInNeeded:
        return "sign-in needed";
    case Result::KeychainLocked:
        return "keychain locked";
    case Result::TryLater:
        return "try later";
    case Result::Refused:
        return "refused by the person";
    case Result::Cancelled:
        return "sign-in cancelled";
    case Result::Left:
        return "the caller left";
    default:
        return "failed";
    }
}

QString latin(const char *words)
{
    return QString::fromLatin1(words);
}

// Good, or why not.
QString told(const char *good, const char *bad, const Event &event)
{
    return event.failure ? latin(bad) + QStringLiteral(": ") + reportWords(*event.failure) : latin(good);
}

QString refusedRequest(const Event &event)
{
    const Failure::Detail why = event.failure ? event.failure->detail : Failure::Detail::None;
    const QString status = QStringLiteral("a request to the port was refused: HTTP %1").arg(event.number);
    return why == Failure::Detail::None ? status : status + QStringLiteral(", ") + reportWord(why);
}

QString stepWords(const Event &event)
{
    switch (event.what) {
    case What::SignInBegun:
        return latin(event.number != 0 ? "began, as a re-authorization" : "began");
    case What::PortOpened:
        return QStringLiteral("port %1 opened").arg(event.number);
    case What::SchemeAwaited:
        return latin("waits for the desktop's hand-over");
    case What::PasteAwaited:
        return latin("waits for a pasted address");
    case What::KeychainProbed:
        return told("keychain can be written", "keychain cannot be written", event);
    case What::HandOverAsked:
        return latin(handOverWords(event.number));
    case What::BrowserOpened:
        return latin(event.number != 0 ? "browser asked for; the desktop said yes"
                                       : "browser asked for; the desktop said no");
    case What::LinkGiven:
        return latin("link given out; no browser asked for");
    case What::RequestRefused:
        return refusedRequest(event);
    case What::PasteRefused:
        return told("a pasted text was refused", "a pasted text was refused", event);
    case What::ResponseReceived:
        return latin(arrivalWords(event.number));
    case What::IssuerCompared:
        return latin(event.number != 0 ? "issuer matched" : "issuer not compared");
    case What::CodeExchanged:
        return QStringLiteral("code exchange: ") + exchangeWords(event);
    case What::PersonAsked:
        return told("person asked and told", "person asked, not told", event);
    case What::AnotherPerson:
        return latin("another person than before: has to be chosen");
    case What::KeychainWritten:
        return told("keychain written and read back", "keychain not written", event);
    case What::SignedIn:
        return latin("signed in");
    default:
        return told("failed", "failed", event);
    }
}

QString otherWords(const Event &event)
{
    switch (event.what) {
    case What::Started:
        return latin("program: started");
    case What::TookOver:
        return latin("program: took over from one without a display");
    case What::NetworkLost:
        return latin("network: lost");
    case What::NetworkMayBeBack:
        return latin("network: may be back");
    case What::RedirectNotAwaited:
        return latin("program: an address was handed over that no sign-in waits for");
    case What::KeychainRead:
        return QStringLiteral("keychain: ") +
               told(event.number != 0 ? "sign-in read" : "no sign-in kept", "sign-in not read", event);
    case What::RefreshAnswered:
        return QStringLiteral("renewal: token endpoint: ") + exchangeWords(event);
    case What::Renewed:
        return QStringLiteral("renewal: ") +
               told("done; keychain written and read back", "done; keychain not written", event);
    case What::RenewalFailed:
        return QStringLiteral("renewal: %1; not again within %2 s")
            .arg(told("failed", "failed", event))
            .arg(event.number);
    case What::Ended:
        return told("sign-in ended", "sign-in ended", event);
    case What::KeychainLost:
        return QStringLiteral("keychain: ") + told("lost", "lost", event);
    case What::KeychainBack:
        return latin("keychain: back");
    case What::SignedOut:
        return latin("signed out");
    case What::Revoked:
        return latin("revocation: done");
    case What::RevocationFailed:
        return QStringLiteral("revocation: ") + told("failed", "failed", event);
    default:
        return QStringLiteral("script: no token: ") + latin(refusalWords(event.number));
    }
}

} // namespace

QString reportWords(const Event &event)
{
    return event.isStepOfSignIn() ? QStringLiteral("sign-in: ") + stepWords(event) : otherWords(event);
}

} // namespace framekey
