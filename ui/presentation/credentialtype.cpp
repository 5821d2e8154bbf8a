// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/presentation/credentialtype.h"

#include "oauth/redirecturi.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace framekey
{

namespace
{

struct FormWords {
    Q_DECLARE_TR_FUNCTIONS(CredentialType)
};

bool isWebAddress(const QString &address)
{
    const QString scheme = QUrl(address.trimmed()).scheme();
    return scheme == u"https" || scheme == u"http";
}

/// The provider gives it one: nothing is registered.
bool isAssigned(const CredentialType &type)
{
    return type.redirectUri.isEmpty();
}

} // namespace

const CredentialType *credentialTypeOf(const Provider &provider, const AccountSettings &settings)
{
    const auto &types = provider.credentialTypes;
    const auto fits = [&](const CredentialType &type) {
        return type.clientAuthentication == settings.clientAuthentication &&
               isAssigned(type) == !isWebAddress(settings.redirectUri);
    };
    const auto authenticatesAlike = [&](const CredentialType &type) {
        return type.clientAuthentication == settings.clientAuthentication;
    };
    auto found = std::ranges::find_if(types, fits);
    if (found == types.end())
        found = std::ranges::find_if(types, authenticatesAlike);
    return found == types.end() ? nullptr : &*found;
}

const CredentialType *credentialTypeOf(const Provider &provider, const QString &id)
{
    const auto found = std::ranges::find(provider.credentialTypes, id, &CredentialType::id);
    return found == provider.credentialTypes.end() ? nullptr : &*found;
}

QString registerStepsText(const CredentialType &type)
{
    QStringList lines;
    for (const QString &step : type.registerSteps)
        lines += FormWords::tr("%1. %2", "a numbered step").arg(QLocale().toString(lines.size() + 1), step);
    return lines.join(u'\n');
}

QString secretHint(const AccountDraft &draft)
{
    if (draft.hasKeptSecret())
        return FormWords::tr("One is kept in the keychain; leave this empty to keep it.");
    return draft.credentialType ? FormWords::tr("The console shows it. Kept in the keychain.")
                                : FormWords::tr("Only where the app has one. Kept in the keychain.");
}

QString addressToRegister(const QString &address)
{
    const auto redirect = RedirectUri::parse(address.trimmed());
    return redirect ? redirect->toRegister() : address.trimmed();
}

QString redirectHint(const QString &address, const CredentialType *type)
{
    const auto redirect = RedirectUri::parse(address.trimmed());
    if (type && isAssigned(*type) && !redirect)
        return FormWords::tr("The console shows the address that was assigned to the app. Paste it here.");
    if (!redirect)
        return FormWords::tr("Register exactly the address that stands here.");
    QString hint = FormWords::tr("Register exactly this: %1").arg(redirect->toRegister());
    if (type && isAssigned(*type))
        hint = FormWords::tr("Exactly as the console shows it.");
    else if (type)
        hint += u'\n' + FormWords::tr("As the pattern: %1")
                            .arg(redirect->toRegister().replace(u'.', QStringLiteral("\\.")));
    if (redirect->kind == RedirectUri::Kind::Paste)
        hint += u' ' + FormWords::tr("You will paste the address the browser ends at.");
    if (redirect->kind == RedirectUri::Kind::CustomScheme)
        hint += u' ' + FormWords::tr("The desktop hands it over; it is asked when you sign in.");
    return hint;
}

} // namespace framekey
