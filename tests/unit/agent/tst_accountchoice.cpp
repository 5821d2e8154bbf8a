// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/accountchoice.h"

#include "testcase.h"

namespace framekey::test
{

using Kind = Failure::Kind;
using Stage = Failure::Stage;
using Detail = Failure::Detail;
using Refusal = AgentAnswer::Refusal;

/// What a script is told of a failure: whether trying again helps, or a person, or nobody.
class AccountChoiceTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void token_isRefusedByWhatHelps_data();
    void token_isRefusedByWhatHelps();
    void signIn_isRefusedByWhatHelps_data();
    void signIn_isRefusedByWhatHelps();
};

void AccountChoiceTest::token_isRefusedByWhatHelps_data()
{
    QTest::addColumn<Failure>("failure");
    QTest::addColumn<Refusal>("refusal");
    const auto row = [](const char *name, Stage stage, Kind kind, Refusal refusal,
                        Detail detail = Detail::None) {
        QTest::newRow(name) << Failure{.stage = stage, .kind = kind, .detail = detail} << refusal;
    };
    row("keychain", Stage::Storage, Kind::Storage, Refusal::Keychain, Detail::KeychainLocked);
    row("settings", Stage::Settings, Kind::Settings, Refusal::Failed);
    row("other endpoints than those it came from", Stage::Storage, Kind::Settings, Refusal::SignInNeeded,
        Detail::BindingChanged);
    row("a sign-in whose port was taken", Stage::Listening, Kind::Settings, Refusal::SignInNeeded,
        Detail::PortTaken);
    row("a sign-in that was denied", Stage::AuthorizationServer, Kind::Denied, Refusal::SignInNeeded);
    row("network", Stage::Refresh, Kind::Network, Refusal::TryLater);
    row("server in trouble", Stage::Refresh, Kind::Server, Refusal::TryLater);
    row("a network's sign-in page", Stage::Refresh, Kind::Protocol, Refusal::TryLater, Detail::NotJson);
    row("a token of another type", Stage::Refresh, Kind::Protocol, Refusal::Failed, Detail::WrongTokenType);
    row("client refused", Stage::Refresh, Kind::Client, Refusal::Failed);
    row("expired", Stage::Refresh, Kind::Expired, Refusal::SignInNeeded);
}

void AccountChoiceTest::token_isRefusedByWhatHelps()
{
    QFETCH(Failure, failure);
    QTEST(refusalOfToken(failure), "refusal");
}

void AccountChoiceTest::signIn_isRefusedByWhatHelps_data()
{
    QTest::addColumn<Failure>("failure");
    QTest::addColumn<Refusal>("refusal");
    const auto row = [](const char *name, Kind kind, Refusal refusal, Detail detail = Detail::None) {
        QTest::newRow(name) << Failure{.stage = Stage::TokenEndpoint, .kind = kind, .detail = detail}
                            << refusal;
    };
    row("keychain", Kind::Storage, Refusal::Keychain);
    row("denied", Kind::Denied, Refusal::Cancelled);
    row("cancelled", Kind::Cancelled, Refusal::Cancelled);
    row("nobody came", Kind::TimedOut, Refusal::SignInNeeded);
    row("network", Kind::Network, Refusal::TryLater);
    row("server in trouble", Kind::Server, Refusal::TryLater);
    row("another account waits on the port", Kind::Settings, Refusal::TryLater, Detail::AnotherSignIn);
    row("port taken", Kind::Settings, Refusal::Failed, Detail::PortTaken);
    row("client refused", Kind::Client, Refusal::Failed);
}

void AccountChoiceTest::signIn_isRefusedByWhatHelps()
{
    QFETCH(Failure, failure);
    QTEST(refusalOfSignIn(failure), "refusal");
}

static const TestCase<AccountChoiceTest> testCase("accountchoice");

} // namespace framekey::test

#include "tst_accountchoice.moc"
