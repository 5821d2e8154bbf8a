// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/logo.h"

#include "ui/marks.h"

#include <QPainter>
#include <QPixmap>

namespace framekey
{

QIcon logoIcon()
{
    QIcon icon;
    for (const int size : {16, 32, 64}) {
        QPixmap pixmap(size, size);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        paintLogo(painter, QRectF(pixmap.rect()));
        painter.end();
        icon.addPixmap(pixmap);
    }
    return icon;
}

} // namespace framekey
