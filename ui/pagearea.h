// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QScrollArea>

class QVBoxLayout;

namespace framekey
{

/// The scrolling ground of the window: one page at a time, in a centred column no wider than reads well.
class PageArea : public QScrollArea
{
    Q_OBJECT

public:
    explicit PageArea(QWidget *parent = nullptr);

    /// Shows this page from its top and hides the others.
    void showPage(QWidget *page);
    /// Stands above every page while it is not hidden. Taken over.
    void setBanner(QWidget *banner);
    [[nodiscard]] QWidget *page() const { return m_page; }
    [[nodiscard]] int heightForWidth(int width) const override;

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    QVBoxLayout *m_column;
    QWidget *m_page = nullptr;
};

} // namespace framekey
