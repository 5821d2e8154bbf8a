// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "oauth/tlsloading.h"

#include <QSslConfiguration>

namespace framekey
{

std::jthread loadTlsAhead()
{
    return std::jthread([] { QSslConfiguration::defaultConfiguration(); });
}

} // namespace framekey
