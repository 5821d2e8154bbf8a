// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "metadata.h"

namespace framekey::practice
{

Answer metadata(const std::string &issuer, const Persona &persona)
{
    const std::vector<std::string> clientAuthentication{"none", "client_secret_basic"};
    const auto at = [&](std::string_view path) { return issuer + std::string(path); };
    nlohmann::ordered_json document;
    document["issuer"] = issuer;
    document["authorization_endpoint"] = at(persona.paths.authorization);
    document["token_endpoint"] = at(persona.paths.token);
    document["revocation_endpoint"] = at(persona.paths.revocation);
    document["scopes_supported"] = persona.allScopes();
    document["response_types_supported"] = {"code"};
    document["response_modes_supported"] = {"query"};
    document["grant_types_supported"] = {"authorization_code", "refresh_token"};
    document["token_endpoint_auth_methods_supported"] = clientAuthentication;
    document["revocation_endpoint_auth_methods_supported"] = clientAuthentication;
    document["code_challenge_methods_supported"] = {"S256"};
    if (persona.ways.laxPkce)
        document["code_challenge_methods_supported"].push_back("plain");
    if (!persona.paths.userinfo.empty())
        document["userinfo_endpoint"] = at(persona.paths.userinfo);
    document["authorization_response_iss_parameter_supported"] = false;
    return jsonAnswer(200, document);
}

} // namespace framekey::practice
