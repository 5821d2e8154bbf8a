// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
// What is wrong with the certificate of an https redirect address on this computer.
#include "ui/presentation/failuresentences.h"

#include <QCoreApplication>

#include <algorithm>
#include <iterator>

namespace framekey
{

namespace
{

using Detail = Failure::Detail;

struct Row {
    Detail detail;
    const char *happened;
    const char *meaning;
};

const Row rows[] = {
    {Detail::CertificateMissing, QT_TRANSLATE_NOOP("Failure", "The redirect address needs a certificate"),
     QT_TRANSLATE_NOOP("Failure", "It begins with https://, so Framekey has to show the browser a "
                                  "certificate, and none is chosen. Nothing was opened.")},
    {Detail::CertificateUnreadable, QT_TRANSLATE_NOOP("Failure", "{subject} cannot be read"),
     QT_TRANSLATE_NOOP(
         "Failure",
         "The certificate of the redirect address or its key is gone or closed to you. Nothing was opened.")},
    {Detail::NotACertificate, QT_TRANSLATE_NOOP("Failure", "{subject} holds no certificate"),
     QT_TRANSLATE_NOOP(
         "Failure",
         "Framekey reads certificates in PEM form, which begin with BEGIN CERTIFICATE. Nothing was opened.")},
    {Detail::NotAKey, QT_TRANSLATE_NOOP("Failure", "{subject} holds no key that Framekey can use"),
     QT_TRANSLATE_NOOP("Failure", "It has to be the certificate's private key in PEM form, without a "
                                  "passphrase. Nothing was opened.")},
    {Detail::KeyMismatch, QT_TRANSLATE_NOOP("Failure", "{subject} is the key of another certificate"),
     QT_TRANSLATE_NOOP(
         "Failure",
         "Certificate and key have to be made together, or no browser can be answered. Nothing was opened.")},
    {Detail::CertificateNotYetValid,
     QT_TRANSLATE_NOOP("Failure", "The certificate {subject} is not valid yet"),
     QT_TRANSLATE_NOOP("Failure", "Browsers refuse it before its first day. Perhaps this computer's clock is "
                                  "wrong. Nothing was opened.")},
    {Detail::CertificateExpired, QT_TRANSLATE_NOOP("Failure", "The certificate {subject} has expired"),
     QT_TRANSLATE_NOOP(
         "Failure",
         "Browsers refuse it, so the sign-in could not have come back to Framekey. Nothing was opened.")},
    {Detail::CertificateWrongHost,
     QT_TRANSLATE_NOOP("Failure", "The certificate {subject} is for another address"),
     QT_TRANSLATE_NOOP(
         "Failure",
         "It does not name the host of the redirect address, so browsers refuse it. Nothing was opened.")},
};

} // namespace

FailureSentences certificateSentencesFor(Detail detail)
{
    const auto *row = std::ranges::find(rows, detail, &Row::detail);
    if (row == std::end(rows))
        return {};
    return {row->happened, row->meaning,
            QT_TRANSLATE_NOOP("Failure", "Make a certificate in the settings, or choose other files there."),
            Order::OpenSettings};
}

} // namespace framekey
