// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/presentation/accountdraft.h"

#include <QCoreApplication>

namespace framekey
{

namespace
{

using Field = AccountField;
using Fault = AccountFault;

const char *blankText(Field field)
{
    switch (field) {
    case Field::Name:
        return QT_TRANSLATE_NOOP("Fault", "Give the account a name.");
    case Field::ClientId:
        return QT_TRANSLATE_NOOP("Fault", "Enter the client ID. The console shows it.");
    case Field::ClientSecret:
        return QT_TRANSLATE_NOOP("Fault", "Enter the client secret.");
    case Field::RedirectUri:
        return QT_TRANSLATE_NOOP("Fault", "Enter the redirect address exactly as it is registered.");
    case Field::AuthorizationEndpoint:
        return QT_TRANSLATE_NOOP("Fault", "Enter the address where people sign in.");
    case Field::TokenEndpoint:
        return QT_TRANSLATE_NOOP("Fault", "Enter the address that gives tokens.");
    default:
        return QT_TRANSLATE_NOOP("Fault", "Fill this in.");
    }
}

const char *redirectText(Fault fault)
{
    switch (fault) {
    case Fault::UserInfo:
        return QT_TRANSLATE_NOOP("Fault", "A redirect address holds no name or password.");
    case Fault::Fragment:
        return QT_TRANSLATE_NOOP("Fault", "A redirect address has no “#” part.");
    case Fault::Query:
        return QT_TRANSLATE_NOOP("Fault", "A redirect address has no “?” part.");
    case Fault::UnknownScheme:
        return QT_TRANSLATE_NOOP(
            "Fault", "Framekey can use addresses that begin with http://127.0.0.1 or https://, or "
                     "with an app's own scheme, as in adobe+…://.");
    case Fault::NotHttps:
    case Fault::HttpElsewhere:
        return QT_TRANSLATE_NOOP("Fault", "Use http://127.0.0.1 (this computer) or https:// here.");
    case Fault::Port:
        return QT_TRANSLATE_NOOP("Fault", "The port is a number from 0 to 65535; 0 is any free one.");
    default:
        return QT_TRANSLATE_NOOP("Fault",
                                 "This is not an address: it looks like http://127.0.0.1:8910/callback.");
    }
}

const char *addressText(Fault fault)
{
    switch (fault) {
    case Fault::UserInfo:
        return QT_TRANSLATE_NOOP("Fault", "Leave out the name and password in this address.");
    case Fault::Fragment:
        return QT_TRANSLATE_NOOP("Fault", "Leave out the “#” part of this address.");
    case Fault::NotHttps:
    case Fault::HttpElsewhere:
        return QT_TRANSLATE_NOOP(
            "Fault", "This address has to begin with https://, or tokens could be read on the way.");
    case Fault::Port:
        return QT_TRANSLATE_NOOP("Fault", "The port is a number from 1 to 65535.");
    default:
        return QT_TRANSLATE_NOOP("Fault", "This is not an address: it looks like https://example.com/token.");
    }
}

const char *otherText(Fault fault)
{
    switch (fault) {
    case Fault::NotAScope:
        return QT_TRANSLATE_NOOP(
            "Fault", "A scope token has letters, digits and signs, but no quotes or backslashes.");
    case Fault::NotFound:
        return QT_TRANSLATE_NOOP("Fault", "There is no such file, or it cannot be read.");
    case Fault::NotACertificate:
        return QT_TRANSLATE_NOOP("Fault", "This file holds no certificate in PEM form.");
    case Fault::Unknown:
        return QT_TRANSLATE_NOOP("Fault", "This Framekey does not know that service. Choose another.");
    case Fault::ControlCharacter:
        return QT_TRANSLATE_NOOP("Fault",
                                 "There is an invisible character in it. Type it anew instead of pasting.");
    case Fault::Taken:
        return QT_TRANSLATE_NOOP("Fault", "Another account has this name.");
    default:
        return QT_TRANSLATE_NOOP("Fault", "Framekey cannot use this. Check it once more.");
    }
}

const char *sourceText(Field field, Fault fault)
{
    if (fault == Fault::Blank)
        return blankText(field);
    switch (fault) {
    case Fault::Malformed:
    case Fault::NotHttps:
    case Fault::UserInfo:
    case Fault::Fragment:
    case Fault::Query:
    case Fault::HttpElsewhere:
    case Fault::UnknownScheme:
    case Fault::Port:
        return field == Field::RedirectUri ? redirectText(fault) : addressText(fault);
    default:
        return otherText(fault);
    }
}

} // namespace

QString faultText(AccountField field, AccountFault fault)
{
    return QCoreApplication::translate("Fault", sourceText(field, fault));
}

} // namespace framekey
