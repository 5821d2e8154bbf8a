// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "clients.h"

#include "secrets.h"

#include <algorithm>
#include <fstream>
#include <nlohmann/json.hpp>

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
    if (client.id.empty() || client.redirectUris.empty())
        throw std::invalid_argument("client_id and redirect_uris must not be empty");
    if (entry.contains("client_secret") && !entry["client_secret"].is_null())
        client.secretSha256 = sha256Hex(entry["client_secret"].get<std::string>());
    return client;
}

} // namespace

Clients Clients::defaults(const Persona &persona)
{
    const std::vector<std::string> redirectUris{"http://127.0.0.1/callback"};
    Clients clients;
    clients.m_clients.push_back({"practice", std::nullopt, redirectUris, persona.allScopes()});
    clients.m_clients.push_back(
        {"practice-web", sha256Hex("practice-secret"), redirectUris, persona.allScopes()});
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
            "\"scopes\": [...]}");
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
    return std::ranges::any_of(client.redirectUris, [&](std::string_view registered) {
        return registered == redirectUri || (asked && withoutLoopbackPort(registered) == asked);
    });
}

} // namespace framekey::practice
