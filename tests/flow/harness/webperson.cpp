// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "harness/webperson.h"

#include <QNetworkReply>
#include <QRegularExpression>
#include <QUrlQuery>

namespace framekey::test
{

// Made here: the first use of TLS loads much, and that must not count as a stall of the program.
WebPerson::WebPerson() : m_tls(QSslConfiguration::defaultConfiguration())
{
    // The tests' own certificate: whether the program trusts it is asked elsewhere.
    m_tls.setPeerVerifyMode(QSslSocket::VerifyNone);
}

bool WebPerson::open(const QUrl &url)
{
    m_opened.append(url);
    if (way == Way::OpenNothing)
        return false;
    // As it was meant when it was opened: by the answer the next one may have been.
    get(url, [this, leaves = way == Way::LookAndLeave](QNetworkReply *reply) {
        if (!leaves)
            logIn(reply);
    });
    return true;
}

void WebPerson::logIn(QNetworkReply *reply)
{
    // A server that will not even show its login page sends the browser back at once.
    if (reply->rawHeader("Location").size() > 0) {
        takeRedirect(reply);
        return;
    }
    static const QRegularExpression field(QStringLiteral("name=\"transaction\" value=\"([^\"]+)\""));
    const QString page = QString::fromUtf8(reply->readAll());
    m_transaction = field.match(page).captured(1);
    // A browser that signed somebody in before is asked for consent at once.
    if (page.contains(u"name=\"decision\"")) {
        decide(reply);
        return;
    }
    post(reply->url().resolved(QUrl(QStringLiteral("/oauth2/auth/login"))),
         {{QStringLiteral("transaction"), m_transaction}, {QStringLiteral("person"), name}},
         [this](QNetworkReply *consent) { decide(consent); });
}

void WebPerson::decide(QNetworkReply *reply)
{
    QList<std::pair<QString, QString>> form{{QStringLiteral("transaction"), m_transaction},
                                            {QStringLiteral("decision"), decision}};
    static const QRegularExpression separators(QStringLiteral("[ ,]"));
    const QStringList ticked = tickedScope.value_or(asked(QStringLiteral("scope")).split(separators));
    for (const QString &token : ticked)
        form.append({QStringLiteral("scope"), token});
    post(reply->url().resolved(QUrl(QStringLiteral("/oauth2/auth/consent"))), form,
         [this](QNetworkReply *decided) { takeRedirect(decided); });
}

void WebPerson::takeRedirect(QNetworkReply *reply)
{
    m_redirect = QUrl::fromEncoded(reply->rawHeader("Location"));
    if (way == Way::ToTheEnd)
        followRedirect();
}

void WebPerson::followRedirect()
{
    QNetworkRequest back = request(m_redirect);
    if (!trusts.isEmpty()) {
        auto tls = QSslConfiguration::defaultConfiguration();
        tls.setCaCertificates(QSslCertificate::fromPath(trusts));
        back.setSslConfiguration(tls);
    }
    m_network.clearConnectionCache(); // it goes by the host and forgets whom to trust
    whenFinished(m_network.get(back), [this](QNetworkReply *reply) {
        m_pageStatus = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
        m_page = reply->readAll();
    });
}

void WebPerson::reset()
{
    m_redirect.clear();
    m_page.clear();
    m_pageStatus = 0;
}

QString WebPerson::asked(const QString &parameter) const
{
    return QUrlQuery(m_opened.value(m_opened.size() - 1)).queryItemValue(parameter, QUrl::FullyDecoded);
}

QNetworkRequest WebPerson::request(const QUrl &url) const
{
    QNetworkRequest request(url);
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    request.setSslConfiguration(m_tls);
    return request;
}

void WebPerson::get(const QUrl &url, Then then)
{
    whenFinished(m_network.get(request(url)), std::move(then));
}

void WebPerson::post(const QUrl &url, const QList<std::pair<QString, QString>> &form, Then then)
{
    QByteArray body;
    for (const auto &[field, value] : form)
        body += field.toLatin1() + '=' + value.toUtf8().toPercentEncoding() + '&';
    QNetworkRequest posted = request(url);
    posted.setHeader(QNetworkRequest::ContentTypeHeader, QStringLiteral("application/x-www-form-urlencoded"));
    whenFinished(m_network.post(posted, body.chopped(1)), std::move(then));
}

void WebPerson::whenFinished(QNetworkReply *reply, Then then)
{
    connect(reply, &QNetworkReply::finished, this, [reply, then = std::move(then)] {
        reply->deleteLater();
        then(reply);
    });
}

} // namespace framekey::test
