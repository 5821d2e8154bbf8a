// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/presentation/scopelines.h"

#include <QCoreApplication>

namespace framekey
{

namespace
{

using Mark = ScopeLine::Mark;

/// The mark in words, shown behind the scope's own; empty where the tick or ring says it all.
const char *shownNote(Mark mark)
{
    switch (mark) {
    case Mark::Added:
        return QT_TRANSLATE_NOOP("Scope", "%1: will be added");
    case Mark::Dropped:
        return QT_TRANSLATE_NOOP("Scope", "%1: will be dropped");
    case Mark::NotGranted:
        return QT_TRANSLATE_NOOP("Scope", "%1: asked for, not granted");
    case Mark::Granted:
    case Mark::WasGranted:
    case Mark::WillAsk:
    case Mark::NotTold:
        break;
    }
    return nullptr;
}

/// Said to a screen reader, which does not see the mark.
const char *spokenNote(Mark mark)
{
    switch (mark) {
    case Mark::Granted:
        return QT_TRANSLATE_NOOP("Scope", "granted");
    case Mark::WasGranted:
        return QT_TRANSLATE_NOOP("Scope", "was granted");
    case Mark::WillAsk:
        return QT_TRANSLATE_NOOP("Scope", "will be asked for");
    case Mark::NotTold:
        return QT_TRANSLATE_NOOP("Scope", "asked for, not told whether granted");
    case Mark::Added:
    case Mark::Dropped:
    case Mark::NotGranted:
        break;
    }
    return nullptr;
}

ScopeLine line(Mark mark, const QString &token, const Provider *provider)
{
    ScopeLine result{mark, token, scopeWords(provider, token), {}};
    if (const char *note = shownNote(mark))
        result.words = QCoreApplication::translate("Scope", note).arg(result.words);
    result.accessibleName = result.words + QStringLiteral(", ") + token;
    if (const char *note = spokenNote(mark))
        result.accessibleName += QStringLiteral(", ") + QCoreApplication::translate("Scope", note);
    return result;
}

} // namespace

QString scopeWords(const Provider *provider, const QString &token)
{
    const QString words = provider ? provider->wordsFor(token) : QString();
    if (words.isEmpty() || words == token)
        return QCoreApplication::translate("Scope", "Further access");
    return QCoreApplication::translate("ScopeWords", words.toUtf8().constData());
}

ScopeLines grantedLines(const SessionSnapshot &snapshot, const Provider *provider)
{
    const bool ended = snapshot.state == SessionSnapshot::State::SignInNeeded;
    ScopeLines lines;
    if (!snapshot.grantedScope) {
        for (const QString &token : snapshot.requestedScope)
            lines += line(Mark::NotTold, token, provider);
        return lines;
    }
    const QStringList &granted = *snapshot.grantedScope;
    for (const QString &token : granted)
        lines += line(ended ? Mark::WasGranted : Mark::Granted, token, provider);
    for (const QString &token : snapshot.requestedScope) {
        if (!granted.contains(token))
            lines += line(Mark::NotGranted, token, provider);
    }
    return lines;
}

ScopeLines askedLines(const QStringList &scope, const Provider *provider)
{
    ScopeLines lines;
    for (const QString &token : scope)
        lines += line(Mark::WillAsk, token, provider);
    return lines;
}

ScopeLines changeLines(const QStringList &granted, const QStringList &wanted, const Provider *provider)
{
    ScopeLines lines;
    for (const QString &token : wanted)
        lines += line(granted.contains(token) ? Mark::Granted : Mark::Added, token, provider);
    for (const QString &token : granted) {
        const bool added = provider && provider->addsByItself(token); // it will be there again
        if (!wanted.contains(token) && !added)
            lines += line(Mark::Dropped, token, provider);
    }
    return lines;
}

bool losesRenewal(const QStringList &granted, const QStringList &wanted, const Provider *provider)
{
    const QString offline = provider ? provider->offlineScope : QString();
    return !offline.isEmpty() && granted.contains(offline) && !wanted.contains(offline);
}

} // namespace framekey
