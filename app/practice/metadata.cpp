// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "metadata.h"

namespace framekey::practice
{

Answer metadata(const std::string &issuer, const Persona &persona)
{
    const std::vector<std::string> clientAuthentication{"none", "client_secret_basic"};
    nlohmann::ordered_json document;
    document["issuer"] = issuer;
    document["authorization_endpoint"] = issuer + "/oauth2/auth";
    document["token_endpoint"] = issuer + "/oauth2/token";
    document["revocation_endpoint"] = issuer + "/oauth2/revoke";
    document["scopes_supported"] = persona.allScopes();
    document["response_types_supported"] = {"code"};
    document["response_modes_supported"] = {"query"};
    document["grant_types_supported"] = {"authorization_code", "refresh_token"};
    document["token_endpoint_auth_methods_supported"] = clientAuthentication;
    document["revocation_endpoint_auth_methods_supported"] = clientAuthentication;
    document["code_challenge_methods_supported"] = {"S256"};
    document["authorization_response_iss_parameter_supported"] = false;
    return jsonAnswer(200, document);
}

} // namespace framekey::practice
