// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/programsteps.h"
#include "session/certificatemaker.h"

namespace framekey
{

/// Makes certificates with the programs `openssl` and `mkcert`, so that a new key is written by the program
/// that made it and passes through nothing else, and has Chromium trust them with `certutil`.
class SystemCertificateMaker : public CertificateMaker
{
    Q_OBJECT

public:
    /// They go to this folder, which only the person can look into.
    explicit SystemCertificateMaker(const QString &folder,
                                    std::chrono::milliseconds patience = std::chrono::seconds(30),
                                    QObject *parent = nullptr);

    [[nodiscard]] bool can(Task task) const override;
    [[nodiscard]] RedirectCertificateFiles place() const override;
    [[nodiscard]] QString trustCommand(const QString &certificate) const override;
    [[nodiscard]] QString distrustCommand() const override;
    void make(Task task) override;
    void trust(const QString &certificate) override;

private:
    [[nodiscard]] bool prepareFolder() const;
    void putInPlace(bool good);

    QString m_folder;
    ProgramSteps m_steps;
};

} // namespace framekey
