// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/presentation/activitywords.h"

#include <QStyledItemDelegate>

namespace framekey
{

/// Draws one row of "who asked": a mark for the outcome, the program with its folder, when; beneath it the
/// outcome in words and what the program says of itself. Where time and program do not fit side by side, the
/// time has a line of its own.
class ActivityDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    enum Role { ProgramRole = Qt::UserRole, FolderRole, WhenRole, OutcomeRole, ClaimsRole, ToneRole };

    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] static int heightOf(const QModelIndex &index, const QFont &font, int width);
};

} // namespace framekey
