// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/presentation/scopelines.h"

#include <QListWidget>

namespace framekey
{

/// A list of scopes, always as tall as its rows. To a screen reader it is a list with one item a scope.
class ScopeList : public QListWidget
{
    Q_OBJECT

public:
    explicit ScopeList(QWidget *parent = nullptr);

    void setLines(const ScopeLines &lines);

    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void changeEvent(QEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;

private:
    ScopeLines m_lines;
};

} // namespace framekey
