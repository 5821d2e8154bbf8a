// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace framekey
{

/// Who asked for a token, as far as it can be told: the program that started `framekey`. Shown to the person
/// and trusted for nothing, since any program of the same user can ask (T15 in docs/threats.md).
struct Requester {
    QString program = {}; ///< the executable by its path, from the kernel; empty: it could not be told
    QString script = {};  ///< what the program says that it runs, a file's name; unproved; may be empty
    QString label = {};   ///< what the caller calls itself (`--name`); unproved; may be empty

    friend bool operator==(const Requester &, const Requester &) = default;
};

} // namespace framekey
