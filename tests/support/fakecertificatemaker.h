// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/certificatemaker.h"

#include <QList>
#include <QStringList>

namespace framekey::test
{

/// Notes what it is asked for; the test says how it ends, by the signals.
class FakeCertificateMaker : public CertificateMaker
{
public:
    using CertificateMaker::CertificateMaker;

    QList<Task> able{Task::Make, Task::MakeWithMkcert, Task::Trust};
    QList<Task> asked;
    QStringList trustAsked;
    RedirectCertificateFiles kept; ///< made at another time

    [[nodiscard]] bool can(Task task) const override { return able.contains(task); }
    [[nodiscard]] RedirectCertificateFiles place() const override { return kept; }
    [[nodiscard]] QString trustCommand(const QString &certificate) const override
    {
        return QStringLiteral("certutil -i ") + certificate;
    }
    [[nodiscard]] QString distrustCommand() const override { return QStringLiteral("certutil -D"); }
    void make(Task task) override { asked.append(task); }
    void trust(const QString &certificate) override { trustAsked.append(certificate); }
};

} // namespace framekey::test
