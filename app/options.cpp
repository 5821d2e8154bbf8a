// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "options.h"

#include <QCommandLineParser>
#include <QFileInfo>
#include <QRegularExpression>

#include <algorithm>

namespace framekey
{

QString Options::instanceName() const
{
    return profile.isEmpty() ? QStringLiteral("framekey") : QString(QStringLiteral("framekey-") + profile);
}

namespace
{

// What desktops hand over; whether it is the awaited one is for the Framekey that runs to say.
bool isCustomSchemeAddress(const QString &argument)
{
    static const QRegularExpression privateUse(QStringLiteral("\\A(?=[^:]*[.+])[a-z][a-z0-9+.-]*:"),
                                               QRegularExpression::CaseInsensitiveOption);
    return argument.contains(privateUse);
}

bool isProfileName(const QString &name)
{
    constexpr qsizetype longest = 32;
    return name.size() <= longest && std::ranges::all_of(name, [](QChar c) {
               return (c >= u'a' && c <= u'z') || (c >= u'0' && c <= u'9') || c == u'-';
           });
}

} // namespace

std::expected<Options, QString> parseOptions(const QStringList &arguments)
{
    QCommandLineParser parser;
    const QCommandLineOption profile(QStringLiteral("profile"), QString(), QStringLiteral("NAME"));
    const QCommandLineOption envFile(QStringLiteral("env-file"), QString(), QStringLiteral("FILE"));
    const QCommandLineOption fromEnv(QStringLiteral("from-env"));
    const QCommandLineOption background(QStringLiteral("background"));
    const QCommandLineOption practice(QStringLiteral("practice"));
    const QCommandLineOption version(QStringList{QStringLiteral("v"), QStringLiteral("version")});
    const QCommandLineOption help(QStringList{QStringLiteral("h"), QStringLiteral("help")});
    parser.addOptions({profile, envFile, fromEnv, background, practice, version, help});
    if (!parser.parse(QStringList{QStringLiteral("framekey-app")} + arguments))
        return std::unexpected(parser.errorText());
    const QStringList others = parser.positionalArguments();
    const bool isRedirect = others.size() == 1 && isCustomSchemeAddress(others.constFirst());
    // An address that is not alone is not repeated either: it may hold a code.
    if (!others.isEmpty() && !isRedirect)
        return std::unexpected(
            QStringLiteral("'%1' is not understood.").arg(others.constFirst().section(u'?', 0, 0)));

    Options options;
    if (isRedirect)
        options.redirect = Secret(others.constFirst().toUtf8());
    options.profile = parser.value(profile);
    if (!isProfileName(options.profile))
        return std::unexpected(QStringLiteral("A profile's name is up to 32 of a-z, 0-9 and -."));
    if (parser.isSet(envFile))
        options.envFile = QFileInfo(parser.value(envFile)).absoluteFilePath();
    options.fromEnvironment = parser.isSet(fromEnv);
    options.background = parser.isSet(background);
    options.practice = parser.isSet(practice);
    options.showVersion = parser.isSet(version);
    options.showHelp = parser.isSet(help);
    const bool addsSomething = parser.isSet(envFile) || options.fromEnvironment || options.practice;
    if (isRedirect && (addsSomething || options.background))
        return std::unexpected(QStringLiteral("With an address go no options but --profile."));
    return options;
}

QString optionsHelp()
{
    return QStringLiteral(R"(Usage: framekey-app [OPTIONS]
       framekey-app [--profile NAME] ADDRESS
Signs in to Frame.io in your browser and keeps the sign-in for this desktop.

  --env-file FILE   add or update an account from CLIENT_ID, CLIENT_SECRET, AUTHORIZE_URL, TOKEN_URL,
                    SCOPE, REDIRECT_URI, REVOKE_URL, API_URL in FILE; the secret goes to the keychain,
                    and what FILE leaves out stays as it is. A mistake in FILE changes nothing: the
                    window shows it, and with --background this ends with 1
  --from-env        the same from the environment, where they are unset; not where Framekey runs already
  --background      no window until it is asked for
  --practice        add a practice account where there is none
  --profile NAME    settings, keychain keys and socket of their own
  --version         print the version
  --help            print this text
  ADDRESS           where a browser was redirected to, with a scheme of its own (RFC 8252 7.1): handed to
                    the Framekey that runs, and nothing else is done. Desktops start this by themselves

Where Framekey runs already, this start hands over what it was asked for and ends; with a display it takes
over from one that runs without. Exit code: 0 done, 1 not done (standard error says why),
3 with an ADDRESS: no Framekey runs, 7 it does not wait for this one, 64 wrong options.
)");
}

} // namespace framekey
