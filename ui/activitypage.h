// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <functional>

class QLabel;
class QPushButton;
class QTimer;

namespace framekey
{

class Activity;
class ActivityList;
class Clock;
class ReportRow;

/// "Who asked": the last requests for tokens. Follows them only while it can be seen, and then draws at most
/// once a second, however many there are.
class ActivityPage : public QWidget
{
    Q_OBJECT

public:
    /// Both outlive it. `namesAccounts` tells whether a row has to name its account.
    ActivityPage(const Activity &activity, const Clock &clock, std::function<bool()> namesAccounts,
                 QWidget *parent = nullptr);

    /// Draws anew: the words of the times have changed.
    void refresh();
    void focusFirst();
    void offerReport();
    void sayReportCopied();

Q_SIGNALS:
    void back();
    void reportWanted();

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void makeLayout();
    void takeChange();
    void takePause();

    const Activity &m_activity;
    const Clock &m_clock;
    std::function<bool()> m_namesAccounts;
    QWidget *m_card = nullptr;
    QLabel *m_nobody = nullptr;
    ActivityList *m_list = nullptr;
    ReportRow *m_report = nullptr;
    QPushButton *m_back = nullptr;
    QTimer *m_pause; ///< runs for a second after each drawing
    bool m_changed = false;
};

} // namespace framekey
