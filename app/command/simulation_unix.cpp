// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulation.h"

#include "appprogram.h"
#include "interruption.h"
#include "order.h"
#include "output.h"
#include "pause.h"

#include <array>
#include <cstdlib>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>

namespace framekey::command
{

namespace
{

constexpr std::array<std::pair<std::string_view, const char *>, 7> folders{{{"HOME", "home"},
                                                                            {"XDG_CONFIG_HOME", "config"},
                                                                            {"XDG_DATA_HOME", "data"},
                                                                            {"XDG_CACHE_HOME", "cache"},
                                                                            {"XDG_STATE_HOME", "state"},
                                                                            {"XDG_RUNTIME_DIR", "run"},
                                                                            {"TMPDIR", "tmp"}}};

/// Seconds; a sign-in takes less.
constexpr long offlineLifetime = 2;

Trouble failed(std::string problem)
{
    return {ExitCode::Failed, std::move(problem)};
}

} // namespace

std::optional<Fault> faultOf(std::string_view word)
{
    if (word == "expired")
        return Fault::Expired;
    if (word == "revoked")
        return Fault::Revoked;
    if (word == "offline")
        return Fault::Offline;
    return word == "slow" ? std::optional(Fault::Slow) : std::nullopt;
}

std::expected<void, Trouble> Simulation::begin()
{
    if (!m_folder.exists())
        return std::unexpected(failed("No folder can be made in /tmp."));
    using Step = std::expected<void, Trouble> (Simulation::*)();
    for (const Step step :
         {&Simulation::startServer, &Simulation::startApp, &Simulation::signIn, &Simulation::goWrong}) {
        auto done = (this->*step)();
        if (wasInterrupted())
            return std::unexpected(Trouble{ExitCode::Interrupted, "Interrupted."});
        if (!done)
            return done;
    }
    return {};
}

std::expected<void, Trouble> Simulation::startServer()
{
    m_practice = ownProgram("framekey-practice").value_or(std::string());
    if (m_practice.empty())
        return std::unexpected(failed("framekey-practice is neither beside this program nor on PATH."));
    Words order{m_practice, "--port", "0", "--control"};
    // The sign-in itself is quick: the first of each kind.
    if (m_fault == Fault::Slow)
        order.insert(order.end(),
                     {"--fault", "delay:3000,at=me,skip=1", "--fault", "delay:3000,at=token,skip=1"});
    if (m_fault == Fault::Offline)
        order.insert(order.end(), {"--access-token-lifetime", std::to_string(offlineLifetime)});
    auto server = ChildProcess::start(order, environment(), ChildProcess::Output::Read);
    if (!server)
        return std::unexpected(server.error());
    m_server.emplace(*std::move(server));
    m_base = m_server->firstLine();
    if (m_base.empty())
        return std::unexpected(failed("The practice server did not start."));
    ::setenv("FRAMEIO_API_URL", (m_base + "/v2").c_str(), 1);
    return {};
}

Words Simulation::environment() const
{
    Words variables{"DBUS_SESSION_BUS_ADDRESS=disabled:", "LANG=C.UTF-8",
                    "PATH=/usr/local/bin:/usr/bin:/bin"};
    for (const auto &[name, folder] : folders)
        variables.push_back(std::string(name) + '=' + m_folder.path() + '/' + folder);
    return variables;
}

bool Simulation::writeAccount() const
{
    for (const auto &[name, folder] : folders)
        ::mkdir((m_folder.path() + '/' + folder).c_str(), 0700);
    const std::string place = m_folder.path() + "/config/framekey";
    ::mkdir(place.c_str(), 0700);
    const Json endpoints{{"authorization", m_base + "/oauth2/auth"},
                         {"token", m_base + "/oauth2/token"},
                         {"revocation", m_base + "/oauth2/revoke"},
                         {"api", m_base + "/v2"}};
    const Json account{{"name", m_account},
                       {"provider", "practice"},
                       {"clientId", "practice"},
                       {"clientAuthentication", "none"},
                       {"redirectUri", "http://127.0.0.1:0/callback"},
                       {"scopes", {"offline", "account.read", "asset.read"}},
                       {"endpoints", endpoints}};
    const Json document{{"version", 1}, {"default", m_account}, {"accounts", Json::array({account})}};
    const int file = ::open((place + "/accounts.json").c_str(), O_WRONLY | O_CREAT | O_CLOEXEC, 0600);
    const bool isWritten =
        file >= 0 && writeAll(file, document.dump(-1, ' ', false, Json::error_handler_t::replace));
    return file >= 0 && ::close(file) == 0 && isWritten;
}

std::expected<void, Trouble> Simulation::startApp()
{
    const auto program = appProgram();
    if (!program)
        return std::unexpected(program.error());
    if (!writeAccount())
        return std::unexpected(failed("Nothing can be written in " + m_folder.path() + '.'));
    const std::string path = m_folder.path() + "/run/framekey/agent";
    ::setenv("FRAMEKEY_SOCKET", path.c_str(), 1);
    auto app = ChildProcess::start({*program, "--background"}, environment(), ChildProcess::Output::Nowhere);
    if (!app)
        return std::unexpected(app.error());
    m_app.emplace(*std::move(app));
    for (Pause pause; pause.count() < mostPauses && !wasInterrupted(); pause.take()) {
        if (Connection::open(path))
            return {};
    }
    return std::unexpected(failed("The Framekey of the simulation did not start."));
}

std::expected<void, Trouble> Simulation::signIn()
{
    OrderOptions options;
    options.account = m_account;
    Request request = options.request("sign-in");
    request.flag("browser", false);
    const auto begun = carryOut(request, options);
    if (!begun)
        return std::unexpected(begun.error());
    return practice("--allow", textOf(*begun, "link"));
}

std::expected<void, Trouble> Simulation::goWrong()
{
    if (m_fault == Fault::Offline) {
        m_server->end();
        sleepFor(offlineLifetime * 1000L + 100); // until the token is used up
    }
    if (m_fault == Fault::Expired)
        return practice("--post", m_base + "/_practice/expire-all");
    return m_fault == Fault::Revoked ? practice("--post", m_base + "/_practice/revoke-all")
                                     : std::expected<void, Trouble>();
}

std::expected<void, Trouble> Simulation::practice(const std::string &option, const std::string &value)
{
    auto client =
        ChildProcess::start({m_practice, option, value}, environment(), ChildProcess::Output::Nowhere);
    if (!client)
        return std::unexpected(client.error());
    if (client->wait() != 0)
        return std::unexpected(failed("The practice server did not do as it was told (" + option + ")."));
    return {};
}

} // namespace framekey::command
