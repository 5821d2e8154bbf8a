// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/agentrequest.h"

#include "oauth/redirectaddress.h"
#include "testcase.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace framekey::test
{

/// One order to the running Framekey, exactly (T7, T23 of reliability).
class AgentRequestTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void request_comesBackAsItWas();
    void everyOrder_comesBackAsItWas();
    void everyWish_comesBackAsItWas();
    void wishLeftOut_hasItsDefault();
    void request_isOneLine();
    void longestAddress_comesBackAsItWas();
    void otherLine_isNoRequest_data();
    void otherLine_isNoRequest();
    void activationToken_isLeftOutWhereStrange_data();
    void activationToken_isLeftOutWhereStrange();
};

void AgentRequestTest::request_comesBackAsItWas()
{
    const AgentRequest request{.activationToken = "kwin-1_TIME42"_ba,
                               .envFile = u"/home/j\u00fcrgen/my \"app\"/.env"_s,
                               .practice = true};
    const auto parsed = parseAgentRequest(formatAgentRequest(request).trimmed());
    QVERIFY(parsed);
    QCOMPARE(parsed->order, AgentRequest::Order::Show);
    QCOMPARE(parsed->activationToken, request.activationToken);
    QCOMPARE(parsed->envFile, request.envFile);
    QVERIFY(parsed->practice && !parsed->endsMemory);
    QVERIFY(parseAgentRequest(formatAgentRequest({}).trimmed()));
}

void AgentRequestTest::everyOrder_comesBackAsItWas()
{
    using Order = AgentRequest::Order;
    for (const Order order :
         {Order::Token, Order::Status, Order::SignIn, Order::Await, Order::Paste, Order::Cancel,
          Order::SignOut, Order::Refresh, Order::Show, Order::Add, Order::Remove, Order::Rename,
          Order::Default, Order::Check, Order::Doctor, Order::TakeOver, Order::Redirect}) {
        AgentRequest request;
        request.order = order;
        request.endsMemory = order == Order::TakeOver;
        const auto parsed = parseAgentRequest(formatAgentRequest(request).trimmed());
        QVERIFY(parsed);
        QCOMPARE(parsed->order, order);
        QCOMPARE(parsed->endsMemory, request.endsMemory);
        QVERIFY(!parsed->practice);
    }
}

void AgentRequestTest::everyWish_comesBackAsItWas()
{
    const AgentRequest request{.order = AgentRequest::Order::Token,
                               .account = u"my account"_s,
                               .minValid = 600s,
                               .force = true,
                               .wait = true,
                               .name = u"nightly"_s,
                               .scopes = QStringList{u"offline"_s, u"asset.read"_s},
                               .again = true,
                               .browser = false,
                               .text = Secret("http://127.0.0.1/callback?code=c"),
                               .seconds = 28800s};
    const auto parsed = parseAgentRequest(formatAgentRequest(request).chopped(1));
    QVERIFY(parsed);
    QCOMPARE(parsed->account, request.account);
    QCOMPARE(parsed->minValid, request.minValid);
    QVERIFY(parsed->force && parsed->wait && parsed->again && !parsed->browser);
    QCOMPARE(parsed->name, request.name);
    QCOMPARE(parsed->scopes, request.scopes);
    QVERIFY(parsed->text == request.text);
    QCOMPARE(parsed->seconds, request.seconds);
}

void AgentRequestTest::wishLeftOut_hasItsDefault()
{
    const auto parsed = parseAgentRequest(R"({"version":1,"order":"token","unknown":[1,{}]})");
    QVERIFY(parsed);
    QCOMPARE(parsed->minValid, 60s);
    QVERIFY(!parsed->force && !parsed->wait && !parsed->again && parsed->browser);
    QVERIFY(!parsed->scopes && !parsed->seconds);
    QVERIFY(parsed->account.isEmpty() && parsed->name.isEmpty());
}

void AgentRequestTest::request_isOneLine()
{
    const QByteArray line = formatAgentRequest({.activationToken = "a"_ba, .envFile = u"/tmp/a\nb"_s});
    QCOMPARE(line.count('\n'), 1);
    QVERIFY(line.endsWith('\n'));
    QCOMPARE(parseAgentRequest(line.chopped(1))->envFile, u"/tmp/a\nb"_s);
}

void AgentRequestTest::longestAddress_comesBackAsItWas()
{
    AgentRequest request;
    request.order = AgentRequest::Order::Redirect;
    request.activationToken = QByteArray(256, 'x');
    request.address = Secret("adobe+x://adobeid/c?code="_ba.leftJustified(longestRedirectAddress, 'c'));
    const auto parsed = parseAgentRequest(formatAgentRequest(request).chopped(1));
    QVERIFY(parsed);
    QVERIFY(parsed->address == request.address);
    QVERIFY(formatAgentRequest(request).size() - 1 <= longestAgentRequest);
    QVERIFY(!formatAgentRequest({}).contains("address"));
}

void AgentRequestTest::otherLine_isNoRequest_data()
{
    QTest::addColumn<QByteArray>("line");
    const QByteArray good = R"({"version":1,"order":"show"})"_ba;
    QVERIFY(parseAgentRequest(good));
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("words") << "show"_ba;
    QTest::newRow("list") << '[' + good + ']';
    QTest::newRow("no version") << R"({"order":"show"})"_ba;
    QTest::newRow("version 2") << R"({"version":2,"order":"show"})"_ba;
    QTest::newRow("version as text") << R"({"version":"1","order":"show"})"_ba;
    QTest::newRow("no order") << R"({"version":1})"_ba;
    QTest::newRow("unknown order") << R"({"version":1,"order":"dump"})"_ba;
    QTest::newRow("order in capitals") << R"({"version":1,"order":"SHOW"})"_ba;
    QTest::newRow("order twice") << R"({"version":1,"order":"show","order":"show"})"_ba;
    QTest::newRow("carriage return behind") << good + '\r';
    QTest::newRow("two requests") << good + good;
    QTest::newRow("HTTP") << "GET / HTTP/1.1"_ba;
    const auto token = [](const QByteArray &more) { return R"({"version":1,"order":"token",)" + more + '}'; };
    QVERIFY(parseAgentRequest(token(R"("minValid":0)")));
    QTest::newRow("negative time") << token(R"("minValid":-1)");
    QTest::newRow("part of a second") << token(R"("minValid":1.5)");
    QTest::newRow("time as text") << token(R"("minValid":"60")");
    QTest::newRow("endless time") << token(R"("minValid":1e300)");
    QTest::newRow("truth as number") << token(R"("wait":1)");
    QTest::newRow("no truth") << token(R"("mayAsk":0)");
    QTest::newRow("account as list") << token(R"("account":["work"])");
    QTest::newRow("scopes as text") << token(R"("scopes":"offline")");
    QTest::newRow("scope as number") << token(R"("scopes":[1])");
    QTest::newRow("one byte too long") << good + QByteArray(longestAgentRequest + 1 - good.size(), ' ');
}

void AgentRequestTest::otherLine_isNoRequest()
{
    QFETCH(QByteArray, line);
    QVERIFY(!parseAgentRequest(line));
}

void AgentRequestTest::activationToken_isLeftOutWhereStrange_data()
{
    QTest::addColumn<QByteArray>("token");
    QTest::addColumn<bool>("kept");
    QTest::newRow("ordinary") << "x-1_TIME9"_ba << true;
    QTest::newRow("longest") << QByteArray(256, 'x') << true;
    QTest::newRow("too long") << QByteArray(257, 'x') << false;
    QTest::newRow("space") << "a b"_ba << false;
    QTest::newRow("escape") << R"(\u001b[2J)"_ba << false;
    QTest::newRow("umlaut") << R"(\u00fc)"_ba << false;
}

void AgentRequestTest::activationToken_isLeftOutWhereStrange()
{
    QFETCH(QByteArray, token);
    QFETCH(bool, kept);
    const auto request =
        parseAgentRequest(R"({"version":1,"order":"show","activationToken":")" + token + R"("})");
    QVERIFY(request);
    QCOMPARE(request->activationToken, kept ? token : QByteArray());
}

static const TestCase<AgentRequestTest> testCase("agentrequest");

} // namespace framekey::test

#include "tst_agentrequest.moc"
