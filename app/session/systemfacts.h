// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace framekey
{

/// What a report says of the computer: nothing of the person, no name, no path.
struct SystemFacts {
    QString framekey = {};
    QString qtBuilt = {};
    QString qtRunning = {};
    QString tlsBuilt = {};
    QString tlsRunning = {};
    QString keychainLibrary = {}; ///< the version it was built with
    QString distribution = {};
    QString kernel = {};
    QString desktop = {};
    QString sessionType = {};
    QString locale = {};
    QString opener = {}; ///< what opens addresses: "BROWSER", "xdg-open", or empty
    bool hasWindow = false;
    bool hasSessionBus = false;
    bool hasSocket = false;
};

} // namespace framekey
