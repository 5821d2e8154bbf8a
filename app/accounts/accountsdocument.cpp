// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "accounts/accountsdocument.h"

#include "oauth/strictjson.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace framekey
{

namespace
{

constexpr int version = 1;

// Takes fields out of one account and remembers whether any had a wrong type.
class AccountReader
{
public:
    explicit AccountReader(const QJsonObject &json) : m_json(json) {}

    [[nodiscard]] bool isFaulty() const { return m_faulty; }

    QString text(const char *name, bool required = false)
    {
        const QJsonValue value = m_json.value(QLatin1StringView(name));
        if (required ? value.toString().isEmpty() : !value.isUndefined() && !value.isString())
            m_faulty = true;
        return value.toString();
    }

    // Of an address that cannot be read QUrl keeps nothing, and saving would lose it.
    QUrl address(const char *name)
    {
        const QUrl url(text(name));
        m_faulty = m_faulty || !(url.isEmpty() || url.isValid());
        return url;
    }

    QStringList list(const char *name)
    {
        const QJsonValue value = m_json.value(QLatin1StringView(name));
        m_faulty = m_faulty || !(value.isUndefined() || value.isArray());
        QStringList texts;
        for (const auto &entry : value.toArray()) {
            m_faulty = m_faulty || !entry.isString();
            texts.append(entry.toString());
        }
        return texts;
    }

    AccountReader object(const char *name)
    {
        const QJsonValue value = m_json.value(QLatin1StringView(name));
        m_faulty = m_faulty || !(value.isUndefined() || value.isObject());
        return AccountReader(value.toObject());
    }

    bool truth(const char *name)
    {
        const QJsonValue value = m_json.value(QLatin1StringView(name));
        m_faulty = m_faulty || !(value.isUndefined() || value.isBool());
        return value.toBool();
    }

    void refuse() { m_faulty = true; }

private:
    QJsonObject m_json;
    bool m_faulty = false;
};

std::optional<AccountSettings> readAccount(const QJsonValue &value)
{
    if (!value.isObject())
        return std::nullopt;
    AccountReader reader(value.toObject());
    AccountSettings settings;
    settings.id = reader.text("id");
    settings.name = reader.text("name", true);
    settings.provider = reader.text("provider", true);
    settings.clientId = reader.text("clientId", true);
    const QString authentication = reader.text("clientAuthentication");
    if (authentication == u"basic")
        settings.clientAuthentication = ClientAuthentication::Basic;
    else if (!authentication.isEmpty() && authentication != u"none")
        reader.refuse();
    settings.redirectUri = reader.text("redirectUri");
    AccountReader certificate = reader.object("redirectCertificate");
    settings.redirectCertificate = {.certificate = certificate.text("certificate"),
                                    .key = certificate.text("key")};
    settings.scopes = reader.list("scopes");
    AccountReader endpoints = reader.object("endpoints");
    settings.endpoints = {.authorization = endpoints.address("authorization"),
                          .token = endpoints.address("token"),
                          .revocation = endpoints.address("revocation"),
                          .api = endpoints.address("api")};
    settings.issuer = reader.text("issuer");
    settings.caFile = reader.text("caFile");
    settings.askEachTime = reader.truth("askEachTime");
    return reader.isFaulty() || endpoints.isFaulty() || certificate.isFaulty() ? std::nullopt
                                                                               : std::optional(settings);
}

void insertGiven(QJsonObject &json, const char *name, const QString &text)
{
    if (!text.isEmpty())
        json.insert(QLatin1StringView(name), text);
}

QJsonObject toJson(const AccountSettings &settings)
{
    QJsonObject endpoints;
    insertGiven(endpoints, "authorization", settings.endpoints.authorization.toString(QUrl::FullyEncoded));
    insertGiven(endpoints, "token", settings.endpoints.token.toString(QUrl::FullyEncoded));
    insertGiven(endpoints, "revocation", settings.endpoints.revocation.toString(QUrl::FullyEncoded));
    insertGiven(endpoints, "api", settings.endpoints.api.toString(QUrl::FullyEncoded));
    const bool basic = settings.clientAuthentication == ClientAuthentication::Basic;
    QJsonObject json{
        {QStringLiteral("id"), settings.id},
        {QStringLiteral("name"), settings.name},
        {QStringLiteral("provider"), settings.provider},
        {QStringLiteral("clientId"), settings.clientId},
        {QStringLiteral("clientAuthentication"), basic ? QStringLiteral("basic") : QStringLiteral("none")},
        {QStringLiteral("redirectUri"), settings.redirectUri},
        {QStringLiteral("scopes"), QJsonArray::fromStringList(settings.scopes)},
    };
    if (!endpoints.isEmpty())
        json.insert(QStringLiteral("endpoints"), endpoints);
    QJsonObject certificate;
    insertGiven(certificate, "certificate", settings.redirectCertificate.certificate);
    insertGiven(certificate, "key", settings.redirectCertificate.key);
    if (!certificate.isEmpty())
        json.insert(QStringLiteral("redirectCertificate"), certificate);
    insertGiven(json, "issuer", settings.issuer);
    insertGiven(json, "caFile", settings.caFile);
    if (settings.askEachTime)
        json.insert(QStringLiteral("askEachTime"), true);
    return json;
}

} // namespace

std::expected<AccountsDocument, AccountsFault> parseAccounts(const QByteArray &json)
{
    if (json.size() > longestAccountsFile)
        return std::unexpected(AccountsFault::TooLarge);
    const auto object = parseStrictJsonObject(json);
    if (!object)
        return std::unexpected(AccountsFault::NotJson);
    const QJsonValue found = object->value(u"version");
    if (found.isDouble() && found.toDouble() > version)
        return std::unexpected(AccountsFault::Newer);
    if (found.toDouble() != version || !object->value(u"accounts").isArray())
        return std::unexpected(AccountsFault::NotAccounts);
    AccountsDocument document;
    document.defaultName = object->value(u"default").toString();
    for (const auto &value : object->value(u"accounts").toArray()) {
        const auto account = readAccount(value);
        if (!account)
            return std::unexpected(AccountsFault::NotAccounts);
        document.accounts.append(*account);
    }
    return document;
}

QByteArray formatAccounts(const AccountsDocument &document)
{
    QJsonArray accounts;
    for (const AccountSettings &settings : document.accounts)
        accounts.append(toJson(settings));
    const QJsonObject json{{QStringLiteral("version"), version},
                           {QStringLiteral("default"), document.defaultName},
                           {QStringLiteral("accounts"), accounts}};
    return QJsonDocument(json).toJson(QJsonDocument::Indented);
}

} // namespace framekey
