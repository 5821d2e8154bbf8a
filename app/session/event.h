// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "oauth/exchange.h"
#include "oauth/failure.h"

#include <QByteArray>
#include <QDateTime>
#include <QString>

#include <optional>

namespace framekey
{

/// A server's own word for an error, where it is a registered one (RFC 6749 4.1.2.1, 5.2). Anything else is
/// kept as "another" alone, whatever it was: a server might say a name.
class ErrorWord
{
public:
    ErrorWord() = default;
    explicit ErrorWord(const QString &serverCode);

    [[nodiscard]] QByteArray text() const { return m_text; } ///< empty: the server gave none

    friend bool operator==(const ErrorWord &, const ErrorWord &) = default;

private:
    QByteArray m_text;
};

/// A failure without any text of others': no host, no account's name.
struct FailureMark {
    Failure::Stage stage = Failure::Stage::Settings;
    Failure::Kind kind = Failure::Kind::Protocol;
    Failure::Detail detail = Failure::Detail::None;
    int httpStatus = 0;
    ErrorWord word = {};

    static FailureMark of(const Failure &failure);
    friend bool operator==(const FailureMark &, const FailureMark &) = default;
};

/// One thing that happened, for the report that people send. By its type it can hold no secret and no
/// person: numbers, kinds and instants, and an `ErrorWord`.
struct Event {
    enum class What {
        Started,
        TookOver,
        NetworkLost,
        NetworkMayBeBack,
        RedirectNotAwaited, ///< an address was handed over that no sign-in waits for

        // The steps of a sign-in.
        SignInBegun,
        PortOpened, ///< number: the port
        SchemeAwaited,
        PasteAwaited,
        KeychainProbed, ///< failure: not writable
        HandOverAsked,  ///< number: the desktop's HandOver
        BrowserOpened,  ///< number: 1 where the desktop said yes
        LinkGiven,      ///< instead: the person opens it
        RequestRefused, ///< to the port; number: HTTP status
        PasteRefused,
        ResponseReceived, ///< number: ResponseWay
        IssuerCompared,   ///< number: 0 where the issuer is not known
        CodeExchanged,
        PersonAsked,
        AnotherPerson, ///< than before: the person has to choose
        KeychainWritten,
        SignedIn,
        SignInFailed,

        // The life of a sign-in.
        KeychainRead, ///< number: 1 where there was something
        RefreshAnswered,
        Renewed,
        RenewalFailed, ///< number: seconds until it may be tried again
        Ended,
        KeychainLost,
        KeychainBack,
        SignedOut,
        Revoked,
        RevocationFailed,
        TokenRefused, ///< to a script; number: TokenUse::Result
    };

    What what = What::Started;
    int number = 0;
    std::optional<FailureMark> failure = std::nullopt;
    std::optional<Exchange> exchange = std::nullopt;
    int account = 0; ///< see EventLog::numberOf; 0: the program itself
    QDateTime at = {};
    QDateTime lastAt = {}; ///< of several
    int times = 1;

    [[nodiscard]] bool isStepOfSignIn() const
    {
        return what >= What::SignInBegun && what <= What::SignInFailed;
    }
};

} // namespace framekey
