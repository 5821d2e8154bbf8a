// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLineEdit>

namespace framekey
{

/// A read-only address in fixed width: whole when it is selected, with an ellipsis at its end otherwise.
class LinkField : public QLineEdit
{
    Q_OBJECT

public:
    explicit LinkField(const QString &name, QWidget *parent = nullptr);

    void setLink(const QString &link);

protected:
    void paintEvent(QPaintEvent *event) override;
};

} // namespace framekey
