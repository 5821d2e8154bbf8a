// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "oauth/tlsloading.h"

#include <QSslConfiguration>
#include <QThreadPool>

namespace framekey
{

void loadTlsAhead()
{
    QThreadPool::globalInstance()->start([] { QSslConfiguration::defaultConfiguration(); });
}

} // namespace framekey
