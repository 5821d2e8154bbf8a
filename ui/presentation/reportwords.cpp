// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/presentation/reportwords.h"

#include "session/event.h"

#include <algorithm>
#include <iterator>

namespace framekey
{

namespace
{

using Detail = Failure::Detail;
using Kind = Failure::Kind;
using Stage = Failure::Stage;
using State = SessionSnapshot::State;

template <typename Value>
struct Row {
    Value value;
    const char *word;
};

constexpr Row<Stage> stages[] = {{Stage::Settings, "settings"},
                                 {Stage::Listening, "redirect-address"},
                                 {Stage::Browser, "browser"},
                                 {Stage::AuthorizationServer, "authorization-response"},
                                 {Stage::TokenEndpoint, "code-exchange"},
                                 {Stage::Refresh, "refresh"},
                                 {Stage::AccountRequest, "account-request"},
                                 {Stage::Revocation, "revocation"},
                                 {Stage::Storage, "keychain"}};

constexpr Row<Kind> kinds[] = {{Kind::Denied, "denied"},      {Kind::Cancelled, "cancelled"},
                               {Kind::TimedOut, "timed-out"}, {Kind::Expired, "expired"},
                               {Kind::Network, "network"},    {Kind::Server, "server"},
                               {Kind::Protocol, "protocol"},  {Kind::Client, "client"},
                               {Kind::Storage, "keychain"},   {Kind::Settings, "settings"}};

constexpr Row<State> states[] = {
    {State::Starting, "starting"},    {State::SignedOut, "signed-out"},
    {State::SigningIn, "signing-in"}, {State::SignedIn, "signed-in"},
    {State::Renewing, "renewing"},    {State::SignInNeeded, "sign-in-needed"},
    {State::Offline, "offline"},      {State::KeychainLocked, "keychain-locked"}};

constexpr Row<Detail> details[] = {{Detail::PortTaken, "port-taken"},
                                   {Detail::CannotListen, "cannot-listen"},
                                   {Detail::BrowserNotOpened, "browser-not-opened"},
                                   {Detail::HostNotFound, "host-not-found"},
                                   {Detail::ConnectionRefused, "connection-refused"},
                                   {Detail::Unreachable, "unreachable"},
                                   {Detail::ConnectionLost, "connection-lost"},
                                   {Detail::NoAnswer, "no-answer"},
                                   {Detail::ProxyAuthentication, "proxy-wants-a-password"},
                                   {Detail::Tls, "tls-refused"},
                                   {Detail::Redirected, "redirected"},
                                   {Detail::NotJson, "not-json"},
                                   {Detail::TooLarge, "too-large"},
                                   {Detail::NoAccessToken, "no-access-token"},
                                   {Detail::WrongTokenType, "wrong-token-type"},
                                   {Detail::UnusableToken, "unusable-token"},
                                   {Detail::MixUp, "issuer-mismatch"},
                                   {Detail::StateMismatch, "state-mismatch"},
                                   {Detail::MissingCode, "missing-code"},
                                   {Detail::KeychainLocked, "keychain-locked"},
                                   {Detail::KeychainAbsent, "keychain-absent"},
                                   {Detail::KeychainSlow, "keychain-slow"},
                                   {Detail::KeychainNewer, "keychain-item-newer"},
                                   {Detail::WrongAnswer, "wrong-answer"},
                                   {Detail::NoPractice, "no-practice-server"},
                                   {Detail::SecretMissing, "client-secret-missing"},
                                   {Detail::BindingChanged, "binding-changed"},
                                   {Detail::AnotherSignIn, "port-taken-by-another-sign-in"},
                                   {Detail::NotRenewable, "not-renewable"},
                                   {Detail::CertificateMissing, "certificate-missing"},
                                   {Detail::CertificateUnreadable, "certificate-unreadable"},
                                   {Detail::NotACertificate, "not-a-certificate"},
                                   {Detail::NotAKey, "not-a-key"},
                                   {Detail::KeyMismatch, "key-mismatch"},
                                   {Detail::CertificateNotYetValid, "certificate-not-yet-valid"},
                                   {Detail::CertificateExpired, "certificate-expired"},
                                   {Detail::CertificateWrongHost, "certificate-wrong-host"},
                                   {Detail::ScopeMissing, "scope-missing"},
                                   {Detail::NotLinked, "not-linked"},
                                   {Detail::NoProductProfile, "no-product-profile"},
                                   {Detail::AccountLocked, "account-locked"},
                                   {Detail::AccountRefused, "account-refused"}};

template <typename Value, std::size_t Size>
QString wordIn(const Row<Value> (&rows)[Size], Value value)
{
    const auto *row = std::ranges::find(rows, value, &Row<Value>::value);
    return row == std::end(rows) ? QString() : QString::fromLatin1(row->word);
}

} // namespace

QString reportWord(Stage stage)
{
    return wordIn(stages, stage);
}

QString reportWord(Kind kind)
{
    return wordIn(kinds, kind);
}

QString reportWord(Detail detail)
{
    return wordIn(details, detail);
}

QString reportWord(State state)
{
    return wordIn(states, state);
}

QString reportWords(const FailureMark &failure)
{
    QStringList parts{reportWord(failure.kind)};
    if (failure.detail != Detail::None)
        parts += reportWord(failure.detail);
    if (failure.httpStatus != 0)
        parts += QStringLiteral("HTTP %1").arg(failure.httpStatus);
    if (const QByteArray word = failure.word.text(); !word.isEmpty())
        parts += QStringLiteral("the server says %1").arg(QString::fromLatin1(word));
    return parts.join(QStringLiteral(", ")) + QStringLiteral(" at ") + reportWord(failure.stage);
}

QString reportValue(const QString &text)
{
    constexpr qsizetype longest = 400;
    QString value = text.left(longest).trimmed();
    std::ranges::replace_if(value, [](QChar c) { return c.unicode() < 0x20 || c.unicode() > 0x7e; }, u'?');
    return value;
}

} // namespace framekey
