// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/systemcertificatemaker.h"

#include "desktop/browserstore.h"
#include "session/filereplacement.h"

#include <QDir>
#include <QFile>
#include <QStandardPaths>

#include <cstdio>

namespace framekey
{

namespace
{

using Task = CertificateMaker::Task;

// Browsers refuse what claims to last longer than 398 days.
constexpr int validDays = 397;

constexpr const char *leafOnly = R"([req]
prompt = no
distinguished_name = name
x509_extensions = leaf
[name]
CN = Framekey on this computer
[leaf]
basicConstraints = critical,CA:FALSE
keyUsage = critical,digitalSignature
extendedKeyUsage = serverAuth
subjectAltName = DNS:localhost,IP:127.0.0.1,IP:::1
)";

QString programFor(Task task)
{
    switch (task) {
    case Task::Make:
        return QStringLiteral("openssl");
    case Task::MakeWithMkcert:
        return QStringLiteral("mkcert");
    case Task::Trust:
        break;
    }
    return QStringLiteral("certutil");
}

QString certificateIn(const QString &folder)
{
    return folder + u"/localhost.pem";
}

QString keyIn(const QString &folder)
{
    return folder + u"/localhost-key.pem";
}

ProgramSteps::Step making(Task task, const QString &folder)
{
    const QString certificate = certificateIn(folder) + u".new";
    const QString key = keyIn(folder) + u".new";
    if (task == Task::MakeWithMkcert)
        return {programFor(task),
                {QStringLiteral("-cert-file"), certificate, QStringLiteral("-key-file"), key,
                 QStringLiteral("localhost"), QStringLiteral("127.0.0.1"), QStringLiteral("::1")}};
    return {programFor(task),
            {QStringLiteral("req"), QStringLiteral("-x509"), QStringLiteral("-new"),
             QStringLiteral("-sha256"), QStringLiteral("-newkey"), QStringLiteral("ec"),
             QStringLiteral("-pkeyopt"), QStringLiteral("ec_paramgen_curve:P-256"), QStringLiteral("-nodes"),
             QStringLiteral("-days"), QString::number(validDays), QStringLiteral("-config"),
             folder + u"/openssl.cnf", QStringLiteral("-keyout"), key, QStringLiteral("-out"), certificate}};
}

bool moveOver(const QString &from, const QString &to)
{
    return std::rename(QFile::encodeName(from).constData(), QFile::encodeName(to).constData()) == 0;
}

} // namespace

SystemCertificateMaker::SystemCertificateMaker(const QString &folder, std::chrono::milliseconds patience,
                                               QObject *parent)
    : CertificateMaker(parent), m_folder(folder), m_steps(patience)
{
}

bool SystemCertificateMaker::can(Task task) const
{
    return !QStandardPaths::findExecutable(programFor(task)).isEmpty();
}

RedirectCertificateFiles SystemCertificateMaker::place() const
{
    return {.certificate = certificateIn(m_folder), .key = keyIn(m_folder)};
}

QString SystemCertificateMaker::trustCommand(const QString &certificate) const
{
    return BrowserStore::ofThisUser().command(certificate);
}

QString SystemCertificateMaker::distrustCommand() const
{
    return BrowserStore::ofThisUser().undoingCommand();
}

void SystemCertificateMaker::make(Task task)
{
    if (!can(task)) {
        Q_EMIT failed(Fault::NoProgram);
        return;
    }
    if (!prepareFolder()) {
        Q_EMIT failed(Fault::CannotWrite);
        return;
    }
    if (!m_steps.run({making(task, m_folder)}, [this](bool good) { putInPlace(good); }))
        Q_EMIT failed(Fault::Busy);
}

bool SystemCertificateMaker::prepareFolder() const
{
    return QDir().mkpath(m_folder) &&
           QFile::setPermissions(m_folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner) &&
           replaceFile(m_folder + u"/openssl.cnf", leafOnly);
}

void SystemCertificateMaker::putInPlace(bool good)
{
    const RedirectCertificateFiles files = place();
    if (!good) {
        QFile::remove(files.key + u".new");
        QFile::remove(files.certificate + u".new");
        Q_EMIT failed(Fault::ProgramFailed);
        return;
    }
    const bool kept = QFile::setPermissions(files.key + u".new", QFile::ReadOwner | QFile::WriteOwner) &&
                      moveOver(files.key + u".new", files.key) &&
                      moveOver(files.certificate + u".new", files.certificate);
    if (kept)
        Q_EMIT made(files);
    else
        Q_EMIT failed(Fault::CannotWrite);
}

void SystemCertificateMaker::trust(const QString &certificate)
{
    if (!can(Task::Trust)) {
        Q_EMIT failed(Fault::NoProgram);
        return;
    }
    const BrowserStore store = BrowserStore::ofThisUser();
    if (!store.prepare()) {
        Q_EMIT failed(Fault::CannotWrite);
        return;
    }
    const bool begun = m_steps.run(store.trusting(certificate), [this](bool good) {
        if (good)
            Q_EMIT trusted();
        else
            Q_EMIT failed(Fault::ProgramFailed);
    });
    if (!begun)
        Q_EMIT failed(Fault::Busy);
}

} // namespace framekey
