// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/externaluseragent.h"

#include <QNetworkAccessManager>
#include <QObject>
#include <QSslConfiguration>
#include <QStringList>
#include <QUrl>

#include <functional>
#include <optional>

namespace framekey::test
{

/// A person with a browser: opens the address, logs in, decides, and follows the redirect to the page at its
/// end, through plain HTTP and with nothing of the program's.
class WebPerson : public QObject, public ExternalUserAgent
{
    Q_OBJECT

public:
    enum class Way {
        ToTheEnd,      ///< allows or denies, and follows the redirect
        ToTheRedirect, ///< the same, but the redirect is only noted
        OpenNothing,   ///< the desktop could not open a browser
        LookAndLeave,  ///< the address is opened and nothing more
    };

    WebPerson();

    bool open(const QUrl &url) override;

    Way way = Way::ToTheEnd;
    QString name = QStringLiteral("ana");
    QString decision = QStringLiteral("allow");
    std::optional<QStringList> tickedScope; ///< none: every box
    /// With this authority's certificates alone the person goes back to Framekey; empty: with any.
    QString trusts;

    /// Each address that was to be opened.
    [[nodiscard]] const QList<QUrl> &opened() const { return m_opened; }
    /// The value of a parameter of the last authorization request, decoded.
    [[nodiscard]] QString asked(const QString &parameter) const;
    /// Where the server sent the browser at the end; empty until then.
    [[nodiscard]] const QUrl &redirect() const { return m_redirect; }
    /// What the browser showed at the end.
    [[nodiscard]] const QByteArray &page() const { return m_page; }
    [[nodiscard]] int pageStatus() const { return m_pageStatus; }
    [[nodiscard]] bool hasPage() const { return m_pageStatus != 0; }
    /// Follows the redirect that was only noted.
    void followRedirect();
    /// Forgets redirect and page of the attempt before.
    void reset();

private:
    using Then = std::function<void(QNetworkReply *)>;

    void logIn(QNetworkReply *reply);
    void decide(QNetworkReply *reply);
    void takeRedirect(QNetworkReply *reply);
    void get(const QUrl &url, Then then);
    void post(const QUrl &url, const QList<std::pair<QString, QString>> &form, Then then);
    void whenFinished(QNetworkReply *reply, Then then);
    [[nodiscard]] QNetworkRequest request(const QUrl &url) const;

    QNetworkAccessManager m_network;
    QSslConfiguration m_tls;
    QList<QUrl> m_opened;
    QString m_transaction;
    QUrl m_redirect;
    QByteArray m_page;
    int m_pageStatus = 0;
};

} // namespace framekey::test
