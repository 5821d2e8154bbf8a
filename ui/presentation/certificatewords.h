// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "oauth/redirectcertificate.h"
#include "session/certificatemaker.h"

#include <QCoreApplication>
#include <QString>

namespace framekey
{

/// What the form says of the certificate of an https redirect address.
struct CertificateWords {
    Q_DECLARE_TR_FUNCTIONS(CertificateWords)

public:
    QString text;
    bool isProblem = false; ///< no browser can be answered, or others can read the key

    static CertificateWords of(const RedirectCertificate &certificate);
    /// After one was made: what browsers will say to it, and what helps.
    static CertificateWords made(const RedirectCertificate &certificate);
    /// In place of making one: one made for another account serves this one too.
    static CertificateWords existing(const RedirectCertificate &certificate);
    /// `undoing`: the command that takes it back.
    static CertificateWords trusted(const QString &undoing);
    static CertificateWords failed(CertificateMaker::Fault fault);
};

} // namespace framekey
