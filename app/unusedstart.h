// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <memory>

namespace framekey
{

class AccountList;
class Alarm;
class Clock;

/// A start in the background that nobody makes use of: ten minutes after it was made there is no account, and
/// no window was asked for. List and clock outlive it.
class UnusedStart : public QObject
{
    Q_OBJECT

public:
    UnusedStart(const AccountList &accounts, Clock &clock, QObject *parent = nullptr);
    ~UnusedStart() override;

public Q_SLOTS:
    /// Somebody came: the window ends the program from here on.
    void use();

Q_SIGNALS:
    void noticed();

private:
    std::unique_ptr<Alarm> m_alarm;
};

} // namespace framekey
