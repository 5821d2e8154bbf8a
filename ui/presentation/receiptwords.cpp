// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/presentation/receiptwords.h"

#include "ui/presentation/failuretext.h"

namespace framekey
{

namespace
{

using Revocation = SessionSnapshot::Receipt::Revocation;

QString revocationText(Revocation revocation, const QString &service)
{
    switch (revocation) {
    case Revocation::NothingToRevoke:
        return ReceiptWords::tr("There was nothing to revoke.");
    case Revocation::Unread:
        return ReceiptWords::tr(
                   "The keychain could not be read, so %1 was not asked to revoke what was kept there. "
                   "You can take Framekey's access away in your account there.")
            .arg(service);
    case Revocation::Unsupported:
        return ReceiptWords::tr("%1 has no way to revoke a sign-in, so it could not be told.").arg(service);
    case Revocation::Pending:
        return ReceiptWords::tr("%1 is being asked to revoke it…").arg(service);
    case Revocation::Revoked:
        return ReceiptWords::tr("%1 has revoked it.").arg(service);
    case Revocation::Failed:
        return ReceiptWords::tr("%1 could not be told to revoke it.").arg(service);
    }
    return {};
}

QString accessTokenText(const SessionSnapshot::Receipt &receipt, const TimeWords &times)
{
    if (!receipt.accessTokenUntil || times.isPast(*receipt.accessTokenUntil))
        return {};
    const QString until = times.atTime(*receipt.accessTokenUntil);
    return receipt.revocation == Revocation::Revoked
               ? ReceiptWords::tr("An access token that a script still holds may work until it ends %1.")
                     .arg(until)
               : ReceiptWords::tr("An access token that a script still holds works until it ends %1.")
                     .arg(until);
}

} // namespace

ReceiptWords ReceiptWords::of(const SessionSnapshot::Receipt &receipt, const QString &service,
                              const TimeWords &times)
{
    ReceiptWords words;
    words.title = tr("You are signed out");
    QStringList sentences{
        receipt.keychainCleared
            ? tr("The sign-in is gone from this computer.")
            : tr("Framekey has forgotten the sign-in, but the keychain could not be cleared.")};
    sentences += revocationText(receipt.revocation, service);
    if (receipt.problem) {
        const FailureText problem = FailureText::of(*receipt.problem, service);
        sentences += problem.happened + u'.';
        words.code = problem.code;
    }
    sentences += accessTokenText(receipt, times);
    sentences.removeAll(QString());
    words.text = sentences.join(u' ');
    const bool clean = receipt.keychainCleared && receipt.revocation != Revocation::Failed &&
                       receipt.revocation != Revocation::Unread;
    words.tone = clean ? Tone::Good : Tone::Warning;
    return words;
}

} // namespace framekey
