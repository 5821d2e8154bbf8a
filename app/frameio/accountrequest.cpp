// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "frameio/accountrequest.h"

#include "frameio/apierror.h"
#include "oauth/networkanswer.h"
#include "oauth/printabletext.h"
#include "oauth/strictjson.h"
#include "oauth/tokennetwork.h"
#include "oauth/tokenrequests.h"

#include <QNetworkReply>
#include <QTimer>

#include <chrono>

namespace framekey
{

using namespace std::chrono_literals;

namespace
{

constexpr auto answerWithin = 5s;
constexpr qsizetype longestName = 256;
constexpr int unauthorized = 401;
constexpr int forbidden = 403;

// Shown in the window and in scripts' terminals: one line, no control characters.
QString shown(const QJsonValue &value)
{
    return printable(value.toString().left(longestName), QStringLiteral(" ")).simplified();
}

Failure failureFor(const Outcome<HttpAnswer> &answer, const QList<RefusalCause> &causes)
{
    if (!answer)
        return answer.error();
    if (answer->status == unauthorized || answer->status == forbidden)
        return accountRefusal(*answer, causes);
    Failure failure = failureOf(*answer, Failure::Stage::AccountRequest, QDateTime::currentDateTimeUtc());
    // An API's body is not RFC 6749's; its code would say nothing to a person.
    failure.serverCode.clear();
    return failure;
}

} // namespace

std::optional<Person> AccountRequest::parse(const QByteArray &json)
{
    const auto object = parseStrictJsonObject(json);
    if (!object)
        return std::nullopt;
    const QJsonObject me = object->value(u"data").isObject() ? object->value(u"data").toObject() : *object;
    const Person person{
        .id = shown(me.value(u"id")), .name = shown(me.value(u"name")), .email = shown(me.value(u"email"))};
    return person.name.isEmpty() && person.email.isEmpty() ? std::nullopt : std::optional(person);
}

void AccountRequest::ask(const ClientRegistration &client, const Secret &accessToken, Answer answer)
{
    if (client.endpoints.api.isEmpty()) {
        answer(std::unexpected(
            Failure{.stage = Failure::Stage::AccountRequest, .kind = Failure::Kind::Settings}));
        return;
    }
    TokenNetwork *network = makeTokenNetwork(client, Secret()).release();
    network->setParent(this);
    QUrl url = client.endpoints.api;
    url.setPath(url.path() + (url.path().endsWith(u'/') ? QStringLiteral("me") : QStringLiteral("/me")));
    QNetworkRequest request(url);
    request.setRawHeader("Authorization", "Bearer " + accessToken.reveal());
    QNetworkReply *reply = network->get(request);
    QTimer::singleShot(answerWithin, reply, [reply] { stopReply(reply, Failure::Detail::NoAnswer); });
    const auto finish = [network, reply, causes = client.accountRefusedCauses, answer = std::move(answer)] {
        const auto http = readAnswer(reply, Failure::Stage::AccountRequest);
        network->deleteLater();
        const auto person = http && http->status == 200 ? parse(http->body) : std::nullopt;
        answer(person ? Outcome<Person>(*person) : std::unexpected(failureFor(http, causes)));
    };
    connect(reply, &QNetworkReply::finished, this, finish);
}

} // namespace framekey
