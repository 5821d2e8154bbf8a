// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

class QSslCertificate;

namespace framekey
{

/// False where the certificate is surely another key's. `keyPem` is a private key without a passphrase.
/// Qt cannot tell before a browser is there.
[[nodiscard]] bool isKeyPair(const QSslCertificate &certificate, const QByteArray &keyPem);

} // namespace framekey
