// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tokenclipboard.h"

#include <QClipboard>
#include <QCoreApplication>
#include <QGuiApplication>
#include <QMimeData>
#include <QTimer>

namespace framekey
{

namespace
{

QList<QClipboard::Mode> modes()
{
    return QGuiApplication::clipboard()->supportsSelection()
               ? QList{QClipboard::Clipboard, QClipboard::Selection}
               : QList{QClipboard::Clipboard};
}

/// Carries the mark by which its owner knows it again.
class TokenMimeData : public QMimeData
{
public:
    explicit TokenMimeData(const Secret &token)
    {
        setText(QString::fromLatin1(token.reveal()));
        setData(QStringLiteral("x-kde-passwordManagerHint"), QByteArrayLiteral("secret"));
    }
};

} // namespace

TokenClipboard::TokenClipboard(QObject *parent, std::chrono::milliseconds keptFor)
    : QObject(parent), m_timer(new QTimer(this))
{
    m_timer->setSingleShot(true);
    m_timer->setInterval(keptFor);
    connect(m_timer, &QTimer::timeout, this, &TokenClipboard::clear);
    connect(qApp, &QCoreApplication::aboutToQuit, this, &TokenClipboard::clear);
}

TokenClipboard::~TokenClipboard()
{
    clear();
}

void TokenClipboard::put(const Secret &token)
{
    for (const QClipboard::Mode mode : modes())
        QGuiApplication::clipboard()->setMimeData(new TokenMimeData(token), mode);
    m_timer->start();
}

void TokenClipboard::clear()
{
    m_timer->stop();
    QClipboard *clipboard = QGuiApplication::clipboard();
    for (const QClipboard::Mode mode : modes()) {
        if (dynamic_cast<const TokenMimeData *>(clipboard->mimeData(mode)))
            clipboard->clear(mode);
    }
}

} // namespace framekey
