// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/presentation/reporttext.h"

#include "accounts/accountlist.h"
#include "oauth/redirecturi.h"
#include "session/clock.h"
#include "session/eventlog.h"
#include "session/session.h"
#include "ui/presentation/reportwords.h"

namespace framekey
{

namespace
{

QString yesOrNo(bool yes)
{
    return yes ? QStringLiteral("yes") : QStringLiteral("no");
}

QString fact(const char *name, const QString &value)
{
    const QString shown = reportValue(value);
    return QString::fromLatin1(name) + QStringLiteral(": ") +
           (shown.isEmpty() ? QStringLiteral("not told") : shown);
}

QStringList systemLines(const SystemFacts &facts)
{
    return {fact("Framekey", facts.framekey),
            fact("Qt", QStringLiteral("%1, built with %2").arg(facts.qtRunning, facts.qtBuilt)),
            fact("TLS", QStringLiteral("%1, built with %2").arg(facts.tlsRunning, facts.tlsBuilt)),
            fact("QtKeychain", facts.keychainLibrary),
            fact("Distribution", facts.distribution),
            fact("Kernel", facts.kernel),
            fact("Desktop", facts.desktop),
            fact("Session type", facts.sessionType),
            fact("Locale", facts.locale),
            fact("Opens addresses", facts.opener.isEmpty() ? QStringLiteral("nothing") : facts.opener),
            fact("Window", yesOrNo(facts.hasWindow)),
            fact("Session bus", yesOrNo(facts.hasSessionBus)),
            fact("Socket", yesOrNo(facts.hasSocket))};
}

// A query may hold what is nobody else's business.
QString placeOf(const QUrl &url)
{
    if (url.isEmpty())
        return QStringLiteral("none");
    return url.adjusted(QUrl::RemoveUserInfo | QUrl::RemoveQuery | QUrl::RemoveFragment)
        .toString(QUrl::FullyEncoded);
}

QString redirectKind(const QString &address)
{
    const auto redirect = RedirectUri::parse(address);
    if (!redirect)
        return QStringLiteral("not an address");
    switch (redirect->kind) {
    case RedirectUri::Kind::Loopback:
    case RedirectUri::Kind::LoopbackTls: {
        const QString scheme =
            redirect->kind == RedirectUri::Kind::Loopback ? QStringLiteral("http") : QStringLiteral("https");
        const QString port = redirect->port == 0 ? QStringLiteral("any free port")
                                                 : QStringLiteral("port %1").arg(redirect->port);
        return QStringLiteral("%1 on this computer (%2), %3").arg(scheme, redirect->host, port);
    }
    case RedirectUri::Kind::CustomScheme:
        return QStringLiteral("a scheme of its own");
    case RedirectUri::Kind::Paste:
        break;
    }
    return QStringLiteral("to be pasted");
}

QString problemWords(const std::optional<Failure> &problem)
{
    return problem ? reportWords(FailureMark::of(*problem)) : QStringLiteral("none");
}

QString secondsUntil(const std::optional<QDateTime> &instant, const QDateTime &now)
{
    return instant ? QStringLiteral("in %1 s").arg(now.secsTo(*instant)) : QStringLiteral("none");
}

QStringList settingLines(const AccountSettings &settings, const Outcome<ClientRegistration> &client)
{
    if (!client)
        return {fact("Provider", settings.provider), fact("Settings", problemWords(client.error()))};
    const bool isBasic = client->authentication == ClientAuthentication::Basic;
    return {fact("Provider", settings.provider),
            fact("Authorization endpoint", placeOf(client->endpoints.authorization)),
            fact("Token endpoint", placeOf(client->endpoints.token)),
            fact("Revocation endpoint", placeOf(client->endpoints.revocation)),
            fact("API", placeOf(client->endpoints.api)),
            fact("Issuer known", yesOrNo(!client->issuer.isEmpty())),
            fact("Certificates of its own", yesOrNo(!client->caFile.isEmpty())),
            fact("Client id", QStringLiteral("%1 characters").arg(client->clientId.size())),
            fact("Client authentication", isBasic ? QStringLiteral("basic") : QStringLiteral("none")),
            fact("Redirect address", redirectKind(client->redirectUri)),
            fact("Scopes", client->requestedScope.join(u' ')),
            fact("Asks each time", yesOrNo(settings.askEachTime))};
}

QStringList stateLines(const SessionSnapshot &session, const QDateTime &now)
{
    const bool inMemory = session.storage == SessionSnapshot::Storage::Memory;
    return {fact("State", reportWord(session.state)),
            fact("Kept in", inMemory ? QStringLiteral("memory") : QStringLiteral("keychain")),
            fact("Can be renewed", yesOrNo(session.renewable)),
            fact("Token ends", secondsUntil(session.expiresAt, now)),
            fact("Next renewal", secondsUntil(session.renewsAt, now)),
            fact("Problem", problemWords(session.problem)),
            fact("Keychain problem", problemWords(session.storageProblem)),
            fact("Client secret problem", problemWords(session.clientSecretProblem)),
            fact("Person confirmed", yesOrNo(session.person.has_value())),
            fact("Person problem", problemWords(session.personProblem))};
}

QString instant(const QDateTime &at)
{
    return at.toUTC().toString(Qt::ISODateWithMs);
}

QString eventLine(const Event &event)
{
    const QString who = event.account == 0 ? QString() : QStringLiteral("account %1: ").arg(event.account);
    QString line = instant(event.at) + u' ' + who + reportWords(event);
    if (event.times == 1)
        return line;
    return QStringLiteral("%1 (%2 times, last %3)").arg(line).arg(event.times).arg(instant(event.lastAt));
}

QStringList eventLines(const QList<Event> &events)
{
    QStringList lines;
    for (const Event &event : events)
        lines += eventLine(event);
    return lines.isEmpty() ? QStringList{QStringLiteral("none")} : lines;
}

QStringList accountLines(const ReportSources &sources)
{
    QStringList lines;
    const auto accounts = sources.accounts.accounts();
    for (const AccountSettings &settings : accounts) {
        const int number = sources.events.numberOf(settings.id);
        const bool isDefault = settings.id == sources.accounts.defaultId();
        lines += QStringLiteral("\n## Account %1%2")
                     .arg(number)
                     .arg(isDefault ? QStringLiteral(", the default") : QString());
        lines += settingLines(settings, sources.accounts.registrationOf(settings.id));
        lines += stateLines(sources.accounts.session(settings.id)->snapshot(), sources.clock.nowUtc());
        lines += QStringLiteral("\n### Last sign-in of account %1").arg(number);
        lines += eventLines(sources.events.lastSignIn(number));
    }
    return lines.isEmpty() ? QStringList{QStringLiteral("\nNo account.")} : lines;
}

} // namespace

QString reportText(const ReportSources &sources)
{
    QStringList lines{QStringLiteral("# Framekey report of %1").arg(instant(sources.clock.nowUtc()))};
    lines += systemLines(sources.facts);
    lines += accountLines(sources);
    QStringList events = eventLines(sources.events.events());
    const QString head = lines.join(u'\n').left(longestReport / 2) + QStringLiteral("\n\n## Last events\n");
    QString text = head + events.join(u'\n') + u'\n';
    // ASCII only, so a character is a byte.
    while (text.size() > longestReport && !events.isEmpty()) {
        events.removeFirst();
        text = head + events.join(u'\n') + u'\n';
    }
    return text;
}

} // namespace framekey
