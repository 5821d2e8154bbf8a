// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "form.h"

#include <map>
#include <nlohmann/json.hpp>
#include <string>

namespace framekey::practice
{

/// What one request asked, free of the HTTP library.
struct Request {
    std::string method{};
    std::string path{};
    Form query{};
    Form body{}; ///< empty where the content is no form
    std::string content{};
    std::string authorization{}; ///< the header's value, empty without one
    std::string cookie{};        ///< likewise
    int remotePort = 0;
};

/// What it is answered with.
struct Answer {
    int status = 200;
    std::string contentType = "application/json";
    std::string body{};
    std::multimap<std::string, std::string> headers{};
};

/// What the log tells of one request. Never a secret: codes and tokens go in as SHA-256 only.
using Record = nlohmann::ordered_json;

/// The text of a JSON value; bytes that are no UTF-8 are replaced, not thrown over.
std::string dumped(const nlohmann::ordered_json &value);
Answer jsonAnswer(int status, const nlohmann::ordered_json &value);
/// An error response of the token or revocation endpoint (RFC 6749 section 5.2).
Answer errorAnswer(int status, std::string_view code, std::string_view description);
Answer redirectAnswer(int status, const std::string &location);

} // namespace framekey::practice
