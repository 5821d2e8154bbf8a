// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "persona.h"

#include <algorithm>
#include <array>

namespace framekey::practice
{
namespace
{

constexpr std::array legacyCatalogue = std::to_array<ScopeMeaning>({
    {"offline", "Stay signed in: get new access without asking you again"},
    {"account.read", "See your accounts and who you are"},
    {"action.create", "Create custom actions"},
    {"action.read", "See custom actions"},
    {"action.update", "Change custom actions"},
    {"action.delete", "Delete custom actions"},
    {"asset.create", "Upload files and make folders"},
    {"asset.read", "See and download files and folders"},
    {"asset.update", "Change files and folders"},
    {"asset.delete", "Delete files and folders"},
    {"auditlog.read", "Read the audit log"},
    {"comment.create", "Write comments"},
    {"comment.read", "Read comments"},
    {"comment.update", "Change comments"},
    {"comment.delete", "Delete comments"},
    {"presentation.create", "Create presentations"},
    {"presentation.read", "See presentations"},
    {"presentation.update", "Change presentations"},
    {"presentation.delete", "Delete presentations"},
    {"project.create", "Create projects"},
    {"project.read", "See projects"},
    {"project.update", "Change projects"},
    {"project.delete", "Delete projects"},
    {"reviewlink.create", "Create review links"},
    {"reviewlink.read", "See review links"},
    {"reviewlink.update", "Change review links"},
    {"reviewlink.delete", "Delete review links"},
    {"team.create", "Create teams"},
    {"team.read", "See teams"},
    {"team.update", "Change teams"},
    {"webhook.create", "Create webhooks"},
    {"webhook.read", "See webhooks"},
    {"webhook.update", "Change webhooks"},
    {"webhook.delete", "Delete webhooks"},
});

constexpr std::array catalogue = std::to_array<ScopeMeaning>({
    {"openid", "Know that it is you"},
    {"profile", "See your name"},
    {"email", "See your e-mail address"},
    {"offline_access", "Stay signed in: get new access without asking you again"},
    {"additional_info.roles", "See your roles in your organization"},
});

// Frame.io's guide to OAuth apps, as far as it was public in November 2026.
constexpr EndpointPaths legacyPaths{.authorization = "/oauth2/auth",
                                    .token = "/oauth2/token",
                                    .revocation = "/oauth2/revoke",
                                    .configuration = {},
                                    .userinfo = {}};
constexpr Ways legacyWays{.scopeInRedirect = true, .scopeInTokenResponse = true, .bothApiVersions = true};

// github AdobeDocs/adobe-dev-console, src/pages/guides/authentication/UserAuthentication/ims.md.
constexpr EndpointPaths adobePaths{.authorization = "/ims/authorize/v2",
                                   .token = "/ims/token/v3",
                                   .revocation = "/ims/revoke",
                                   .configuration = "/ims/.well-known/openid-configuration",
                                   .userinfo = "/ims/userinfo/v2"};
constexpr Ways adobeWays{.laxPkce = true,
                         .silentRedirect = true,
                         .remembersPerson = true,
                         .clientIdInQuery = true,
                         .laxExchange = true,
                         .readableTokens = true};

const std::array personas = std::to_array<Persona>({
    {.name = "frameio-legacy",
     .catalogue = legacyCatalogue,
     .people = unhinderedPeople(),
     .paths = legacyPaths,
     .scopeSeparators = " ",
     .refreshScope = "offline",
     .personScope = "account.read",
     .addedScope = {},
     .refreshTokenLifetime = std::chrono::days(30),
     .ways = legacyWays},
    {.name = "frameio",
     .catalogue = catalogue,
     .people = everyone(),
     .paths = adobePaths,
     .scopeSeparators = " ,",
     .refreshScope = "offline_access",
     .personScope = "AdobeID",
     .addedScope = "AdobeID",
     .refreshTokenLifetime = std::chrono::days(14),
     .ways = adobeWays},
});

} // namespace

Scope Persona::allScopes() const
{
    Scope all;
    for (const ScopeMeaning &meaning : catalogue)
        all.emplace_back(meaning.token);
    return all;
}

std::string_view Persona::words(std::string_view token) const
{
    const auto found = std::ranges::find(catalogue, token, &ScopeMeaning::token);
    return found == catalogue.end() ? token : found->words;
}

const Person *Persona::findPerson(std::string_view key) const
{
    const auto found = std::ranges::find(people, key, &Person::key);
    return found == people.end() ? nullptr : &*found;
}

const Persona *findPersona(std::string_view name)
{
    const auto found = std::ranges::find(personas, name, &Persona::name);
    return found == personas.end() ? nullptr : &*found;
}

} // namespace framekey::practice
