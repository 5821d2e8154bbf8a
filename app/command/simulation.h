// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "childprocess.h"
#include "trouble.h"

#include <expected>
#include <optional>
#include <string>
#include <string_view>

namespace framekey::command
{

enum class Fault { Expired, Revoked, Offline, Slow };
[[nodiscard]] std::optional<Fault> faultOf(std::string_view word);

/// A folder that is ours alone and goes with this.
class PrivateFolder
{
public:
    PrivateFolder();
    ~PrivateFolder();
    PrivateFolder(const PrivateFolder &) = delete;
    PrivateFolder &operator=(const PrivateFolder &) = delete;

    [[nodiscard]] bool exists() const { return !m_path.empty(); }
    [[nodiscard]] const std::string &path() const { return m_path; }

private:
    std::string m_path;
};

/// A practice server, a Framekey of its own and somebody signed in to it, all in one folder; then something
/// goes wrong. No keychain, display or account of the person's is touched.
class Simulation
{
public:
    Simulation(Fault fault, std::string account) : m_fault(fault), m_account(std::move(account)) {}

    /// Afterwards FRAMEKEY_SOCKET and FRAMEIO_API_URL of this process name it.
    [[nodiscard]] std::expected<void, Trouble> begin();

private:
    [[nodiscard]] std::expected<void, Trouble> startServer();
    [[nodiscard]] std::expected<void, Trouble> startApp();
    [[nodiscard]] std::expected<void, Trouble> signIn();
    [[nodiscard]] std::expected<void, Trouble> goWrong();
    [[nodiscard]] std::expected<void, Trouble> practice(const std::string &option, const std::string &value);
    [[nodiscard]] bool writeAccount() const;
    [[nodiscard]] Words environment() const;

    Fault m_fault;
    std::string m_account;
    PrivateFolder m_folder; // the last to go
    std::string m_practice;
    std::string m_base;
    std::optional<ChildProcess> m_server;
    std::optional<ChildProcess> m_app;
};

} // namespace framekey::command
