// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QListWidget>

namespace framekey
{

/// The list of accounts as the hand meets it: rows are dragged, or moved by Alt+Up and Alt+Down, and have a
/// menu. It only tells what is wanted; the rows follow when the accounts themselves have moved.
class AccountListView : public QListWidget
{
    Q_OBJECT

public:
    explicit AccountListView(QWidget *parent = nullptr);

    [[nodiscard]] QString idAt(int row) const;

Q_SIGNALS:
    void moveRequested(const QString &id, int position);
    void menuRequested(const QString &id, const QPoint &at);

protected:
    void dropEvent(QDropEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;

private:
    [[nodiscard]] int droppedAt(const QPoint &at) const;
};

} // namespace framekey
