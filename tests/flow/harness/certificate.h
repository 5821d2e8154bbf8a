// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "oauth/redirectcertificatefiles.h"

#include <QString>
#include <QTemporaryDir>

namespace framekey::test
{

/// A certificate and the authority that issued it, which no system trusts; made by openssl in a folder that
/// goes with them.
class Certificate
{
public:
    enum class Validity { Now, Over };

    /// `names` as openssl writes them: "IP:127.0.0.1".
    explicit Certificate(const QString &names = QStringLiteral("IP:127.0.0.1"),
                         Validity validity = Validity::Now);

    /// Rows of a data function with the columns names, over, withCaFile and reason: those that must not be
    /// trusted, each with what shall be said of it.
    static void addUntrusted(const char *unknownAuthority, const char *anotherHost, const char *expired);

    /// The authority's own: whoever trusts it trusts the certificate.
    [[nodiscard]] QString caFile() const { return m_folder.filePath(QStringLiteral("ca.pem")); }
    /// For an account's https redirect.
    [[nodiscard]] RedirectCertificateFiles files() const
    {
        return {.certificate = path("certificate.pem"), .key = path("key.pem")};
    }
    /// For the practice server's command line.
    [[nodiscard]] QStringList options() const;

private:
    [[nodiscard]] QString path(const char *name) const
    {
        return m_folder.filePath(QString::fromLatin1(name));
    }

    QTemporaryDir m_folder;
};

} // namespace framekey::test
