// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/presentation/activitywords.h"

#include <QListWidget>

namespace framekey
{

/// The list of "who asked", newest first; as tall as its rows, and beyond a good part of a window it scrolls.
/// When rows come in above, the one that is read stays where it is.
class ActivityList : public QListWidget
{
    Q_OBJECT

public:
    explicit ActivityList(QWidget *parent = nullptr);

    void setRows(const QList<ActivityRow> &rows);

    /// Has more rows than it asks room for: then more room is welcome.
    [[nodiscard]] bool isTall() const;

    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void changeEvent(QEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;

private:
    void fill(QListWidgetItem &item, const ActivityRow &row) const;
    [[nodiscard]] int tallest() const;
    [[nodiscard]] int rowOf(const TokenUse &first) const;

    QList<ActivityRow> m_rows;
};

} // namespace framekey
