// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/translation.h"

#include <QCoreApplication>
#include <QLocale>
#include <QTranslator>

namespace framekey
{

void installTranslation(QCoreApplication &application, const QLocale &locale)
{
    const QString folder = QStringLiteral(":/framekey/i18n");
    auto *translator = new QTranslator(&application);
    if (translator->load(locale, QStringLiteral("framekey"), QStringLiteral("_"), folder) ||
        translator->load(QStringLiteral("framekey_en"), folder))
        QCoreApplication::installTranslator(translator);
}

} // namespace framekey
