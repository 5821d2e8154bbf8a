// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "requestlog.h"

#include "scope.h"
#include "secrets.h"

#include <array>
#include <chrono>
#include <ctime>

namespace framekey::practice
{
namespace
{

/// RFC 3339 in UTC with milliseconds.
std::string timestamp()
{
    timespec time{};
    clock_gettime(CLOCK_REALTIME, &time);
    tm utc{};
    gmtime_r(&time.tv_sec, &utc);
    std::array<char, 32> text{};
    const size_t size = std::strftime(text.data(), text.size(), "%Y-%m-%dT%H:%M:%S.", &utc);
    const std::string milliseconds = std::to_string(1000 + time.tv_nsec / 1'000'000);
    return std::string(text.data(), size) + milliseconds.substr(1) + 'Z';
}

/// Names as protocols write them; anything else may be a secret in the wrong place.
bool isUsualName(std::string_view name)
{
    return name.size() <= 32 &&
           name.find_first_not_of("abcdefghijklmnopqrstuvwxyz_") == std::string_view::npos;
}

nlohmann::ordered_json namesOf(const Form &form)
{
    nlohmann::ordered_json names = nlohmann::ordered_json::array();
    for (const std::string &name : form.names())
        names.push_back(isUsualName(name) ? name : "(other)");
    return names;
}

void addValues(Record &record, const Form &form)
{
    for (const char *name :
         {"response_type", "client_id", "redirect_uri", "code_challenge_method", "scope", "prompt"}) {
        if (const auto value = form.find(name))
            record[name] = *value;
    }
    if (const std::vector<std::string> ticked = form.values("scope"); ticked.size() > 1)
        record["scope"] = toText(ticked);
    if (form.find("state"))
        record["state_present"] = true;
    constexpr auto secrets = std::to_array<std::string_view>({"code", "refresh_token", "token"});
    for (const std::string_view name : secrets) {
        if (const auto value = form.find(name))
            record["presented_" + std::string(name) + "_sha256"] = sha256Hex(*value);
    }
}

} // namespace

Record recordOf(const Request &request)
{
    Record record{{"time", timestamp()},
                  {"method", request.method},
                  {"path", request.path},
                  {"status", 0},
                  {"remote_port", request.remotePort},
                  {"has_authorization_header", !request.authorization.empty()},
                  {"authorization_scheme", nullptr},
                  {"query_names", namesOf(request.query)},
                  {"body_names", namesOf(request.body)},
                  {"fault", nullptr}};
    for (const std::string_view scheme : {"Basic", "Bearer"}) {
        if (request.authorization.starts_with(std::string(scheme) + ' '))
            record["authorization_scheme"] = scheme;
    }
    if (record["authorization_scheme"] == "Bearer")
        record["presented_access_token_sha256"] = sha256Hex(request.authorization.substr(7));
    const std::string grantType = request.body.value("grant_type");
    if (!grantType.empty())
        record["grant_type"] =
            grantType == "authorization_code" || grantType == "refresh_token" ? grantType : "(other)";
    addValues(record, request.method == "POST" ? request.body : request.query);
    return record;
}

} // namespace framekey::practice
