// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/browserpage.h"

#include <QFile>

namespace framekey
{

namespace
{

QString fileName(BrowserPage page)
{
    switch (page) {
    case BrowserPage::SignedIn:
        return QStringLiteral("signed-in");
    case BrowserPage::Denied:
        return QStringLiteral("denied");
    case BrowserPage::Failed:
        return QStringLiteral("failed");
    case BrowserPage::Cancelled:
        return QStringLiteral("cancelled");
    case BrowserPage::StillWorking:
        return QStringLiteral("still-working");
    case BrowserPage::Question:
        return QStringLiteral("question");
    case BrowserPage::Refused:
        return QStringLiteral("refused");
    }
    Q_UNREACHABLE();
}

QByteArray read(const QString &name)
{
    QFile file(u":/framekey/pages/" + name + u".html");
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

QByteArray browserPage(BrowserPage page, const QString &person)
{
    const QString as =
        person.isEmpty() ? QString() : QString(QStringLiteral(" as ") + person.toHtmlEscaped());
    QByteArray html = read(QStringLiteral("frame"));
    html.replace("<!--content-->", read(fileName(page)));
    html.replace("<!--as-person-->", as.toUtf8());
    return html;
}

} // namespace framekey
