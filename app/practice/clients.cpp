// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "clients.h"

#include "secrets.h"

#include <algorithm>
#include <fstream>
#include <nlohmann/json.hpp>
#include <regex>

namespace framekey::practice
{
namespace
{

/// What follows the port of an http://127.0.0.1 address; nothing for any other address.
std::optional<std::string_view> withoutLoopbackPort(std::string_view uri)
{
    constexpr std::string_view loopback = "http://127.0.0.1";
    if (!uri.starts_with(loopback))
        return std::nullopt;
    uri.remove_prefix(loopback.size());
    if (uri.starts_with(':')) {
        const size_t end = std::min(uri.find_first_not_of("0123456789", 1), uri.size());
        if (end < 2 || end > 6)
            return std::nullopt;
        uri.remove_prefix(end);
    }
    if (!uri.starts_with('/'))
        return std::nullopt;
    return uri;
}

Client clientFromJson(const nlohmann::json &entry)
{
    Client client{entry.at("client_id").get<std::string>(), std::nullopt,
                  entry.at("redirect_uris").get<std::vector<std::string>>(), entry.at("scopes").get<Scope>()};
    client.redirectPatterns = entry.value("redirect_patterns", std::vector<std::string>());
    for (const std::string &pattern : client.redirectPatterns)
        static_cast<void>(std::regex(pattern)); // throws where it is none
    client.getsRefreshTokens = entry.value("refresh_tokens", true);
    if (client.id.empty() || client.redirectUris.empty())
        throw std::invalid_argument("client_id and redirect_uris must not be empty");
    if (entry.contains("client_secret") && !entry["client_secret"].is_null())
        client.secretSha256 = sha256Hex(entry["client_secret"].get<std::string>());
    return client;
}

constexpr const char *loopbackRedirect = "http://127.0.0.1/callback";
constexpr const char *httpsRedirect = "https://localhost:8910/callback";
constexpr const char *httpsPattern = R"(https://localhost(:\d{1,5})?/[^?#]*)";
/// As Adobe assigns one: forty hexadecimal digits for the credential, then its client ID.
constexpr const char *assignedRedirect =
    "adobe+5f0c3a1b9d2e4f60718293a4b5c6d7e8f9012345://adobeid/practice-native";

} // namespace

Clients Clients::defaults(const Persona &persona)
{
    const Scope scope = persona.allScopes();
    const std::string secret = sha256Hex("practice-secret");
    Clients clients;
    clients.m_clients.push_back({"practice", std::nullopt, {loopbackRedirect}, scope});
    if (!persona.ways.silentRedirect) {
        clients.m_clients.push_back({"practice-web", secret, {loopbackRedirect}, scope});
        return clients;
    }
    // Adobe's guide gives refresh tokens to Web App credentials alone.
    clients.m_clients.push_back({"practice-web", secret, {httpsRedirect}, scope, {httpsPattern}});
    clients.m_clients.push_back(
        {"practice-spa", std::nullopt, {httpsRedirect}, scope, {httpsPattern}, false});
    clients.m_clients.push_back({"practice-native", std::nullopt, {assignedRedirect}, scope, {}, false});
    return clients;
}

std::expected<Clients, std::string> Clients::fromFile(const std::string &path)
{
    std::ifstream file(path);
    if (!file)
        return std::unexpected("cannot read the clients file " + path);
    try {
        Clients clients;
        for (const nlohmann::json &entry : nlohmann::json::parse(file))
            clients.m_clients.push_back(clientFromJson(entry));
        if (clients.m_clients.empty())
            return std::unexpected("the clients file " + path + " names no client");
        return clients;
    } catch (const nlohmann::json::parse_error &error) {
        // Its text would show what stands in the file, secrets among it.
        return std::unexpected("the clients file " + path + " is no JSON (byte " +
                               std::to_string(error.byte) + ")");
    } catch (const std::exception &) {
        return std::unexpected(
            "the clients file " + path +
            " must be an array of {\"client_id\", \"client_secret\" (optional), \"redirect_uris\": [...], "
            "\"redirect_patterns\": [...] (optional), \"scopes\": [...], \"refresh_tokens\": true "
            "(optional)}");
    }
}

const Client *Clients::find(std::string_view id) const
{
    const auto found = std::ranges::find(m_clients, id, &Client::id);
    return found == m_clients.end() ? nullptr : &*found;
}

bool isRegistered(const Client &client, std::string_view redirectUri)
{
    const auto asked = withoutLoopbackPort(redirectUri);
    const auto isSame = [&](std::string_view registered) {
        return registered == redirectUri || (asked && withoutLoopbackPort(registered) == asked);
    };
    const auto fits = [&](const std::string &pattern) {
        return std::regex_match(redirectUri.begin(), redirectUri.end(), std::regex(pattern));
    };
    // The expressions of the library recurse by character.
    constexpr size_t longestForPatterns = 256;
    return std::ranges::any_of(client.redirectUris, isSame) ||
           (redirectUri.size() <= longestForPatterns && std::ranges::any_of(client.redirectPatterns, fits));
}

} // namespace framekey::practice
