// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "accounts/envaccount.h"

#include "oauth/scope.h"

#include <QFile>

#include <algorithm>

namespace framekey
{

namespace
{

constexpr qint64 longestFile = 64 * 1024;

bool isName(const QByteArray &text)
{
    const auto legal = [](char c) { return std::isalnum(static_cast<unsigned char>(c)) || c == '_'; };
    return !text.isEmpty() && std::ranges::all_of(text, legal) &&
           !std::isdigit(static_cast<unsigned char>(text.front()));
}

// The value as a shell would read it, for what sample files hold: one quoted text, or plain text up to a
// comment.
std::optional<QByteArray> unquote(const QByteArray &value)
{
    if (value.isEmpty() || (value.front() != '"' && value.front() != '\'')) {
        qsizetype comment = value.startsWith('#') ? 0 : value.indexOf(" #");
        comment = comment < 0 ? value.indexOf("\t#") : comment;
        return (comment < 0 ? value : value.left(comment)).trimmed();
    }
    const char quote = value.front();
    QByteArray text;
    for (qsizetype i = 1; i < value.size(); ++i) {
        if (value[i] == quote) {
            const QByteArray rest = value.mid(i + 1).trimmed();
            return rest.isEmpty() || rest.startsWith('#') ? std::optional(text) : std::nullopt;
        }
        if (quote == '"' && value[i] == '\\' && i + 1 < value.size())
            ++i;
        text += value[i];
    }
    return std::nullopt;
}

QString textOf(const EnvNames &names, const char *name)
{
    return QString::fromUtf8(names.value(QLatin1StringView(name)).reveal()).trimmed();
}

} // namespace

std::expected<EnvNames, EnvFault> parseEnv(const QByteArray &text)
{
    if (text.size() > longestFile)
        return std::unexpected(EnvFault{.kind = EnvFault::Kind::TooLarge});
    EnvNames names;
    int number = 0;
    for (QByteArray line : text.split('\n')) {
        ++number;
        line = line.trimmed();
        if (line.isEmpty() || line.startsWith('#'))
            continue;
        if (line.startsWith("export ") || line.startsWith("export\t"))
            line = line.mid(7).trimmed();
        const qsizetype equals = line.indexOf('=');
        const QByteArray name = line.left(equals).trimmed();
        const auto value = unquote(line.mid(equals + 1).trimmed());
        if (equals < 0 || !isName(name) || !value)
            return std::unexpected(EnvFault{.kind = EnvFault::Kind::BadLine, .line = number});
        names.insert(QString::fromLatin1(name), Secret(*value));
    }
    return names;
}

std::expected<EnvNames, EnvFault> readEnvFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return std::unexpected(EnvFault{.kind = EnvFault::Kind::Unreadable});
    return parseEnv(file.read(longestFile + 1));
}

std::expected<EnvAccount, EnvFault> accountFromEnv(const EnvNames &names, const ProviderCatalogue &catalogue)
{
    const QUrl authorization(textOf(names, "AUTHORIZE_URL"));
    const QUrl token(textOf(names, "TOKEN_URL"));
    const Provider *provider = catalogue.findByTokenEndpoint(token);
    if (authorization.isEmpty() && token.isEmpty())
        provider = catalogue.find(QStringLiteral("frameio-legacy"));
    if (!provider || (!authorization.isEmpty() && authorization != provider->endpoints.authorization))
        provider = catalogue.find(QStringLiteral("custom"));

    EnvAccount account{.settings = newAccount(*provider), .clientSecret = {}};
    AccountSettings &settings = account.settings;
    settings.clientId = textOf(names, "CLIENT_ID");
    if (settings.clientId.isEmpty())
        return std::unexpected(EnvFault{.kind = EnvFault::Kind::NoClientId});
    if (provider->endpointsEditable) {
        settings.endpoints.authorization = authorization;
        settings.endpoints.token = token;
        if (!token.host().isEmpty())
            settings.name = token.host();
    }
    settings.endpoints.revocation = QUrl(textOf(names, "REVOKE_URL"));
    settings.endpoints.api = QUrl(textOf(names, "API_URL"));
    const QString redirect = textOf(names, "REDIRECT_URI");
    if (!redirect.isEmpty())
        settings.redirectUri = redirect;
    const QStringList scope = parseScope(textOf(names, "SCOPE"));
    settings.scopes = scope.isEmpty() ? parseScope(QStringLiteral("offline account.read asset.read")) : scope;
    const Secret secret = names.value(QStringLiteral("CLIENT_SECRET"));
    if (!secret.isEmpty()) {
        settings.clientAuthentication = ClientAuthentication::Basic;
        account.clientSecret = secret;
    }
    return account;
}

} // namespace framekey
