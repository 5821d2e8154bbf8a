// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/presentation/envwords.h"

#include "accounts/envaccount.h"
#include "ui/presentation/accountdraft.h"

#include <QCoreApplication>

namespace framekey
{

QString envFaultText(const EnvFault &fault)
{
    switch (fault.kind) {
    case EnvFault::Kind::Unreadable:
        return QCoreApplication::translate("Env", "This file cannot be read. Choose another one.");
    case EnvFault::Kind::TooLarge:
        return QCoreApplication::translate("Env",
                                           "This file is far too large for a .env file. Choose another one.");
    case EnvFault::Kind::BadLine:
        return QCoreApplication::translate(
                   "Env", "Line %1 of this file is not NAME=value. Mend it and import again.")
            .arg(fault.line);
    case EnvFault::Kind::BadValue:
        return envName(fault.field) + QStringLiteral(": ") + faultText(fault.field, fault.fault);
    case EnvFault::Kind::NoClientId:
        break;
    }
    return QCoreApplication::translate("Env", "CLIENT_ID is missing. Add it and import again.");
}

} // namespace framekey
