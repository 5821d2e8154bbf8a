// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "oauth/redirectcertificatefiles.h"

#include <QObject>

namespace framekey
{

/// Port: makes the certificate of https redirects on this computer, and makes a browser trust it. Only when
/// the person asks; one thing at a time, which ends with exactly one of the three signals.
class CertificateMaker : public QObject
{
    Q_OBJECT

public:
    /// What is asked for; each needs a program.
    enum class Task {
        Make,           ///< a certificate that vouches for itself
        MakeWithMkcert, ///< one of the person's own authority
        Trust,          ///< in Chromium's store
    };
    enum class Fault { NoProgram, ProgramFailed, CannotWrite, Busy };

    using QObject::QObject;

    /// True where the program for it is there.
    [[nodiscard]] virtual bool can(Task task) const = 0;
    /// Where the pair lies that was made last, there or not. It is one for all accounts.
    [[nodiscard]] virtual RedirectCertificateFiles place() const = 0;
    /// What a person types in a terminal in place of Task::Trust.
    [[nodiscard]] virtual QString trustCommand(const QString &certificate) const = 0;
    /// What a person types to have it no longer trusted.
    [[nodiscard]] virtual QString distrustCommand() const = 0;

public Q_SLOTS:
    virtual void make(framekey::CertificateMaker::Task task) = 0;
    virtual void trust(const QString &certificate) = 0;

Q_SIGNALS:
    void made(const framekey::RedirectCertificateFiles &files);
    void trusted();
    void failed(framekey::CertificateMaker::Fault fault);
};

} // namespace framekey
