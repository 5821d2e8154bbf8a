// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QSet>
#include <QTimer>

class QSocketNotifier;

namespace framekey
{

/// Tells when the machine's network may have come back: a link has its carrier again, an IPv4 address or a
/// default route was added. What the kernel itself says (rtnetlink(7)), so no service has to run for it.
/// Watched only for as long as somebody waits for it: no event otherwise wakes the program.
class NetworkEvents : public QObject
{
    Q_OBJECT

public:
    explicit NetworkEvents(QObject *parent = nullptr);
    ~NetworkEvents() override;

    void setWatching(bool watching);

Q_SIGNALS:
    /// At most once a second, and up to a second late: events of the kernel come in swarms.
    void mayBeBack();

private:
    void open();
    void close();
    void read();

    int m_descriptor = -1;
    QSocketNotifier *m_notifier = nullptr;
    QSet<int> m_downLinks; ///< indexes of interfaces without a carrier
    QTimer m_settled;
};

} // namespace framekey
