// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace framekey
{

/// Where the certificate of an https redirect lies and its private key, both PEM.
struct RedirectCertificateFiles {
    QString certificate;
    QString key;

    friend bool operator==(const RedirectCertificateFiles &, const RedirectCertificateFiles &) = default;
};

} // namespace framekey
