// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "oauth/secret.h"

#include <QObject>

#include <chrono>

class QTimer;

namespace framekey
{

/// A token on the clipboard and the selection, for 30 seconds and at most until the program ends. Clipboard
/// histories that know KDE's hint do not keep it.
class TokenClipboard : public QObject
{
    Q_OBJECT

public:
    explicit TokenClipboard(QObject *parent = nullptr,
                            std::chrono::milliseconds keptFor = std::chrono::seconds(30));
    ~TokenClipboard() override;

    void put(const Secret &token);
    /// Empties what is still ours; what somebody else copied since stays.
    void clear();

private:
    QTimer *m_timer;
};

} // namespace framekey
