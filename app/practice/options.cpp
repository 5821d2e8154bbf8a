// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "options.h"

#include <CLI/CLI.hpp>
#include <iostream>

namespace framekey::practice
{
namespace
{

constexpr int exitFailed = 1;
constexpr int exitUsage = 64;

struct Texts {
    std::string persona = "frameio-legacy";
    long lifetime = 3600;
    std::string clients;
    std::vector<std::string> faults;
};

void describe(CLI::App &app, Setup &setup, Texts &texts)
{
    app.set_version_flag("--version", "framekey-practice " FRAMEKEY_VERSION);
    app.footer(std::string(faultHelp()));
    app.add_option("--port", setup.port, "Port of 127.0.0.1; 0 is any free one")->check(CLI::Range(0, 65535));
    app.add_option("--persona", texts.persona, "frameio-legacy (V2) or frameio (V4)")->capture_default_str();
    app.add_option("--access-token-lifetime", texts.lifetime, "Seconds an access token lives")
        ->check(CLI::Range(1L, 31'536'000L))
        ->capture_default_str();
    app.add_option("--clients", texts.clients,
                   "JSON file of the clients, instead of practice and practice-web");
    app.add_option("--fault", texts.faults, "Something that goes wrong, see below; may be given often")
        ->take_all()
        ->expected(1)
        ->allow_extra_args(false);
    app.add_option("--log", setup.logPath, "File that gets a line of JSON for each request, no secret in it");
    app.add_option(
        "--secrets", setup.secretsPath,
        "File that gets every code, verifier and token in plain, for tests that look where they are");
    app.add_option("--state", setup.statePath,
                   "File that keeps what was granted (hashes only) over a restart");
    auto *certificate =
        app.add_option("--cert", setup.certificatePath, "PEM certificate chain: serves https");
    auto *key = app.add_option("--key", setup.keyPath, "PEM key of the certificate");
    certificate->needs(key);
    key->needs(certificate);
    app.add_flag("--control", setup.control,
                 "Let tests POST to /_practice/faults, /_practice/expire-all and /_practice/revoke-all");
    app.add_option("--allow", setup.allowedLink,
                   "Be the person of a sign-in's LINK who allows everything; serve nothing");
    app.add_option("--post", setup.postedAddress, "POST to a --control server's ADDRESS; serve nothing");
}

int complain(const std::string &sentence, int exitCode)
{
    std::cerr << "framekey-practice: " << sentence << '\n';
    return exitCode;
}

/// What CLI11 cannot check by itself; 0 when all is well.
int finish(Setup &setup, const Texts &texts)
{
    setup.accessTokenLifetime = std::chrono::seconds(texts.lifetime);
    setup.persona = findPersona(texts.persona);
    if (setup.persona == nullptr)
        return complain("--persona is frameio-legacy or frameio, not " + texts.persona, exitUsage);
    for (const std::string &text : texts.faults) {
        auto fault = parseFault(text);
        if (!fault)
            return complain(fault.error(), exitUsage);
        setup.faults.push_back(*std::move(fault));
    }
    setup.clients = Clients::defaults(*setup.persona);
    if (texts.clients.empty())
        return 0;
    auto clients = Clients::fromFile(texts.clients);
    if (!clients)
        return complain(clients.error(), exitFailed);
    setup.clients = *std::move(clients);
    return 0;
}

} // namespace

std::expected<Setup, int> parseOptions(int argc, char **argv)
{
    CLI::App app(
        "framekey-practice: an authorization server on this machine to try Framekey with. Prints its base "
        "URL; ends with SIGTERM, Ctrl-C and when its standard input closes.");
    Setup setup;
    Texts texts;
    describe(app, setup, texts);
    try {
        app.parse(argc, argv);
    } catch (const CLI::Success &success) {
        return std::unexpected(app.exit(success));
    } catch (const CLI::ParseError &error) {
        return std::unexpected(complain(error.what(), exitUsage));
    }
    if (const int exitCode = finish(setup, texts); exitCode != 0)
        return std::unexpected(exitCode);
    return setup;
}

} // namespace framekey::practice
