// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/presentation/accountrow.h"

#include <QWidget>

class QListWidget;

namespace framekey
{

/// The accounts at the window's side, from two on.
class AccountPane : public QWidget
{
    Q_OBJECT

public:
    explicit AccountPane(QWidget *parent = nullptr);

    void setRows(const QList<AccountRow> &rows, const QString &shownId);

    [[nodiscard]] QSize sizeHint() const override;

Q_SIGNALS:
    void accountChosen(const QString &id);
    void addRequested();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QListWidget *m_list;
    QList<AccountRow> m_rows;
};

} // namespace framekey
