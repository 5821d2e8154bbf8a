// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <vector>

namespace framekey::test
{

/// A port of loopback that neither accepts nor refuses: its queue is full, so the kernel drops whoever else
/// knocks, as a firewall does.
class SilentPort
{
public:
    SilentPort();
    ~SilentPort();
    SilentPort(const SilentPort &) = delete;
    SilentPort &operator=(const SilentPort &) = delete;

    [[nodiscard]] quint16 number() const { return m_number; }

private:
    std::vector<int> m_sockets;
    quint16 m_number = 0;
};

} // namespace framekey::test
