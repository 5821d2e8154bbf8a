// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace framekey
{

/// The one question of a start that finds a Framekey without a window: may the sign-in end that only its
/// memory holds? Closing the window is a no.
class TakeOverWindow : public QWidget
{
    Q_OBJECT

public:
    explicit TakeOverWindow(QWidget *parent = nullptr);

Q_SIGNALS:
    /// Once; the window is hidden then.
    void answered(bool takeOver);

protected:
    void closeEvent(QCloseEvent *event) override;

private:
    bool m_takeOver = false;
};

} // namespace framekey
