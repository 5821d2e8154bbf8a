// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/presentation/failuretext.h"

#include "ui/presentation/failuresentences.h"

#include <QCoreApplication>

namespace framekey
{

namespace
{

struct Names {
    QString service;
    QString subject;
};

Names namesFor(const Failure &failure, const QString &service)
{
    if (failure.subject.isEmpty()) {
        const bool local = failure.stage == Failure::Stage::Listening;
        return {service, local ? FailureText::tr("the redirect address") : service};
    }
    bool isPort = false;
    failure.subject.toUShort(&isPort);
    isPort = isPort && failure.detail != Failure::Detail::AnotherSignIn; // an account may have such a name
    return {service, isPort ? FailureText::tr("port %1").arg(failure.subject) : failure.subject};
}

QString said(const char *source, const Names &names)
{
    QString text = QCoreApplication::translate("Failure", source);
    text.replace(QStringLiteral("{service}"), names.service);
    return text.replace(QStringLiteral("{subject}"), names.subject);
}

/// The first of the three that says anything.
const char *firstOf(const char *finest, const char *finer, const char *general)
{
    if (finest)
        return finest;
    return finer ? finer : general;
}

QString codeOf(const Failure &failure)
{
    if (!failure.serverCode.isEmpty())
        return shownServerCode(failure.serverCode);
    return failure.httpStatus >= 400 ? QStringLiteral("HTTP %1").arg(failure.httpStatus) : QString();
}

QString waitAsked(const Failure &failure)
{
    const auto minutes = std::chrono::ceil<std::chrono::minutes>(*failure.retryAfter).count();
    return FailureText::tr("It asks to be left alone for %n minute(s).", nullptr, static_cast<int>(minutes));
}

} // namespace

FailureText FailureText::of(const Failure &failure, const QString &service)
{
    const FailureSentences finest = sentencesFor(failure.detail);
    const FailureSentences finer = sentencesFor(failure.kind, failure.stage);
    const FailureSentences general = sentencesFor(failure.stage);
    const Names names = namesFor(failure, service);

    FailureText text;
    text.happened = said(firstOf(finest.happened, finer.happened, general.happened), names);
    text.meaning = said(firstOf(finest.meaning, finer.meaning, general.meaning), names);
    text.toDo = said(firstOf(finest.toDo, finer.toDo, general.toDo), names);
    // The button belongs to the sentence that says what to do.
    text.order = finest.toDo ? finest.order : finer.toDo ? finer.order : general.order;
    if (failure.retryAfter && failure.retryAfter->count() > 0)
        text.meaning += u' ' + waitAsked(failure);
    text.code = codeOf(failure);
    return text;
}

QString FailureText::ofPastedAddress(const Failure &failure, const QString &service)
{
    if (failure.detail == Failure::Detail::StateMismatch)
        return FailureText::tr(
            "This address belongs to another sign-in. Paste the one the browser ended at this time.");
    if (failure.detail == Failure::Detail::MissingCode)
        return FailureText::tr("There is no code in this. Allow access in the browser first, then copy the "
                               "whole address it ends at: by that Framekey can tell that it is yours.");
    if (failure.kind == Failure::Kind::Protocol && failure.detail == Failure::Detail::None)
        return FailureText::tr(
            "This is not the address the browser ends at. It begins with the redirect address and "
            "holds a code.");
    const FailureText text = of(failure, service);
    return text.happened + QStringLiteral(". ") + text.toDo;
}

} // namespace framekey
