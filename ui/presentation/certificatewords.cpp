// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/presentation/certificatewords.h"

#include <QFileInfo>
#include <QLocale>

namespace framekey
{

namespace
{

using State = RedirectCertificate::State;

QString day(const QDateTime &instant)
{
    return QLocale().toString(instant.toLocalTime().date(), QLocale::ShortFormat);
}

QString problem(const RedirectCertificate &certificate)
{
    const QString file = QFileInfo(certificate.file()).fileName();
    switch (certificate.state()) {
    case State::Missing:
        return CertificateWords::tr("There is none yet. The browser comes back over https://, and without a "
                                    "certificate Framekey cannot answer it.");
    case State::Unreadable:
        return CertificateWords::tr("%1 cannot be read.").arg(file);
    case State::NotACertificate:
        return CertificateWords::tr("%1 holds no certificate in PEM form.").arg(file);
    case State::NotAKey:
        return CertificateWords::tr("%1 holds no private key in PEM form without a passphrase.").arg(file);
    case State::KeyMismatch:
        return CertificateWords::tr("%1 is the key of another certificate.").arg(file);
    case State::NotYetValid:
        return CertificateWords::tr("%1 is not valid yet. Is this computer’s clock right?").arg(file);
    case State::Expired:
        return CertificateWords::tr("%1 expired on %2.").arg(file, day(certificate.validUntil()));
    case State::WrongHost:
        return CertificateWords::tr("%1 is not made for the host of the redirect address.").arg(file);
    case State::KeyTooOpen:
        return CertificateWords::tr("It works, but other people on this computer can read its key. Make a "
                                    "new one, or close the key’s file to others.");
    case State::Good:
    case State::ExpiresSoon:
        break;
    }
    return {};
}

} // namespace

CertificateWords CertificateWords::of(const RedirectCertificate &certificate)
{
    const QString file = QFileInfo(certificate.file()).fileName();
    const QString until = day(certificate.validUntil());
    const QString endsSoon = tr("%1 ends soon, on %2. Make a new one in time.").arg(file, until);
    if (const QString text = problem(certificate); !text.isEmpty())
        // That there is none yet is no mistake: a new account begins so.
        return {certificate.isUsable() && certificate.endsSoon() ? QString(text + u' ' + endsSoon) : text,
                certificate.state() != State::Missing};
    if (certificate.endsSoon())
        return {endsSoon, false};
    return {tr("%1, until %2. A browser that does not trust it warns: there, choose “Advanced”, then go on "
               "to localhost.")
                .arg(file, until),
            false};
}

CertificateWords CertificateWords::made(const RedirectCertificate &certificate)
{
    const QString until = day(certificate.validUntil());
    if (certificate.isSelfSigned())
        return {tr("Made, until %1. Nobody but this computer knows it, so your browser will warn when you "
                   "come back from signing in: choose “Advanced”, then go on to localhost. Or trust it in "
                   "Chromium now.")
                    .arg(until),
                false};
    return {tr("Made with mkcert, until %1. A browser that trusts your mkcert authority does not warn. For a "
               "new user “mkcert -install” does nothing: trust it in Chromium here.")
                .arg(until),
            false};
}

CertificateWords CertificateWords::existing(const RedirectCertificate &certificate)
{
    return {tr("Uses the one made on %1, until %2. It serves every account on this computer; a new one is "
               "made when it comes to its end.")
                .arg(day(certificate.validFrom()), day(certificate.validUntil())),
            false};
}

CertificateWords CertificateWords::trusted(const QString &undoing)
{
    return {tr("Chromium and Chrome trust it from their next start on. Firefox has a list of its own and "
               "warns once. To undo it, run in a terminal: %1")
                .arg(undoing),
            false};
}

CertificateWords CertificateWords::failed(CertificateMaker::Fault fault)
{
    using Fault = CertificateMaker::Fault;
    switch (fault) {
    case Fault::NoProgram:
        return {tr("The program for it is not installed: openssl, or for Chromium’s list libnss3-tools."),
                true};
    case Fault::CannotWrite:
        return {tr("Framekey cannot write to its folder."), true};
    case Fault::Busy:
        return {tr("Framekey is still at the one before. Try again in a moment."), true};
    case Fault::ProgramFailed:
        break;
    }
    return {tr("The program for it failed. Choose files of your own instead."), true};
}

} // namespace framekey
