// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "grantbook.h"

#include <cstdio>
#include <fcntl.h>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <nlohmann/json.hpp>
#include <unistd.h>

namespace framekey::practice
{

NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(Grant, clientId, person, redirectUri, codeChallenge, scope)

NLOHMANN_JSON_SERIALIZE_ENUM(Token::Kind, {{Token::Kind::Code, "code"},
                                           {Token::Kind::Access, "access"},
                                           {Token::Kind::Refresh, "refresh"}})

namespace
{

nlohmann::json toJson(const Token &token)
{
    return {{"kind", token.kind},
            {"grant", token.grantId},
            {"scope", token.scope},
            {"expiresAt", token.expiresAt.time_since_epoch().count()},
            {"spent", token.spent}};
}

Token tokenFromJson(const nlohmann::json &value)
{
    return {value.at("kind"), value.at("grant"), value.at("scope").get<Scope>(),
            Instant(std::chrono::milliseconds(value.at("expiresAt").get<std::int64_t>())), value.at("spent")};
}

bool writeWhole(int descriptor, std::string_view text)
{
    while (!text.empty()) {
        const ssize_t written = write(descriptor, text.data(), text.size());
        if (written < 0)
            return false;
        text.remove_prefix(static_cast<size_t>(written));
    }
    return fsync(descriptor) == 0;
}

} // namespace

Instant now()
{
    return std::chrono::floor<std::chrono::milliseconds>(std::chrono::system_clock::now());
}

void GrantBook::erase(const std::string &grantId)
{
    std::erase_if(tokens, [&](const auto &entry) { return entry.second.grantId == grantId; });
    grants.erase(grantId);
}

void GrantBook::dropExpired(Instant instant)
{
    std::erase_if(tokens, [&](const auto &entry) { return entry.second.expiresAt <= instant; });
    std::erase_if(grants, [&](const auto &grant) {
        return std::ranges::none_of(tokens,
                                    [&](const auto &entry) { return entry.second.grantId == grant.first; });
    });
}

GrantBook readGrantBook(const std::string &path)
{
    std::ifstream file(path);
    if (!file)
        return {};
    try {
        const nlohmann::json root = nlohmann::json::parse(file);
        GrantBook book{root.at("grants").get<std::map<std::string, Grant>>(), {}};
        for (const auto &[hash, value] : root.at("tokens").items()) {
            const Token token = tokenFromJson(value);
            if (book.grants.contains(token.grantId))
                book.tokens.emplace(hash, token);
        }
        return book;
    } catch (const nlohmann::json::exception &) {
        std::error_code ignored;
        std::filesystem::rename(path, path + ".broken", ignored);
        std::cerr << "framekey-practice: the state file could not be read; put aside as " << path
                  << ".broken\n";
        return {};
    }
}

bool writeGrantBook(const std::string &path, const GrantBook &book)
{
    nlohmann::json root{{"version", 1}, {"grants", book.grants}, {"tokens", nlohmann::json::object()}};
    for (const auto &[hash, token] : book.tokens)
        root["tokens"][hash] = toJson(token);
    const std::string next = path + ".new";
    std::remove(next.c_str());
    const int descriptor = open(next.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (descriptor < 0)
        return false;
    const bool written = writeWhole(descriptor, root.dump());
    close(descriptor);
    return written && std::rename(next.c_str(), path.c_str()) == 0;
}

} // namespace framekey::practice
