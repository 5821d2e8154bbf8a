// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "clientauthentication.h"

#include "secrets.h"

#include <openssl/evp.h>

namespace framekey::practice
{
namespace
{

std::optional<std::string> base64Decoded(std::string_view text)
{
    if (text.empty() || text.size() % 4 != 0)
        return std::nullopt;
    std::string bytes(text.size() / 4 * 3, '\0');
    const int size =
        EVP_DecodeBlock(reinterpret_cast<unsigned char *>(bytes.data()),
                        reinterpret_cast<const unsigned char *>(text.data()), static_cast<int>(text.size()));
    if (size < 0)
        return std::nullopt;
    bytes.resize(bytes.size() - (text.ends_with("==") ? 2 : text.ends_with('=') ? 1 : 0));
    return bytes;
}

std::unexpected<Answer> invalidClient(std::string_view description)
{
    return std::unexpected(errorAnswer(401, "invalid_client", description));
}

std::expected<const Client *, Answer> authenticateBasic(const Request &request, const Clients &clients)
{
    constexpr std::string_view scheme = "Basic ";
    if (!request.authorization.starts_with(scheme))
        return invalidClient("Only HTTP Basic is known here.");
    const auto credentials = base64Decoded(std::string_view(request.authorization).substr(scheme.size()));
    const size_t colon = credentials ? credentials->find(':') : std::string::npos;
    if (colon == std::string::npos)
        return invalidClient("The Authorization header cannot be read.");
    const std::string id = formDecoded(credentials->substr(0, colon));
    const std::string secret = formDecoded(credentials->substr(colon + 1));
    const Client *client = clients.find(id);
    if (client == nullptr || !client->secretSha256 || !sameSecret(sha256Hex(secret), *client->secretSha256))
        return invalidClient("Unknown client or wrong secret.");
    const auto bodyId = request.body.find("client_id");
    if (bodyId && *bodyId != id)
        return invalidClient("client_id in the body is another one than in the header.");
    return client;
}

std::expected<const Client *, Answer> authenticateById(const Request &request, const Clients &clients,
                                                       const Persona &persona)
{
    const auto inQuery = persona.ways.clientIdInQuery ? request.query.find("client_id") : std::nullopt;
    const std::string id = request.body.find("client_id").value_or(inQuery.value_or(std::string()));
    if (inQuery && *inQuery != id)
        return invalidClient("client_id in the query is another one than in the body.");
    const Client *client = clients.find(id);
    if (client == nullptr)
        return invalidClient("Unknown client, or client_id is missing in the body.");
    if (client->secretSha256)
        return invalidClient("This client has a secret and must use HTTP Basic.");
    return client;
}

} // namespace

std::expected<const Client *, Answer> authenticateClient(const Request &request, const Clients &clients,
                                                         const Persona &persona, Record &record)
{
    auto client = request.authorization.empty() ? authenticateById(request, clients, persona)
                                                : authenticateBasic(request, clients);
    if (client)
        record["client_id"] = (*client)->id;
    return client;
}

} // namespace framekey::practice
