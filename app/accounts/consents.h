// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/requester.h"

#include <QDateTime>
#include <QList>
#include <QObject>
#include <QString>

#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace framekey
{

class Alarm;
class Clock;

/// "May this program have a token of this account?", asked of the person each time, where the account is set
/// up so (`askEachTime`). Without an answer in time it is no. So that a program that asks in a loop does not
/// fill the screen: for a few seconds after a "no" the same requester's next is no as well, and so is the
/// ninth at once for one account.
class Consents : public QObject
{
    Q_OBJECT

public:
    struct Question {
        quint64 id = 0;
        QString accountId = {};
        QString accountName = {};
        Requester requester = {};
        QDateTime until = {}; ///< UTC; then "no" is the answer

        friend bool operator==(const Question &, const Question &) = default;
    };
    using Answer = std::function<void(bool allowed)>;

    /// The clock outlives it.
    explicit Consents(Clock &clock, QObject *parent = nullptr);
    ~Consents() override;

    /// The answer comes once and later, unless the question is dropped. Returns the question's id.
    quint64 ask(const QString &accountId, const QString &accountName, const Requester &requester,
                Answer answer);
    /// Who asked has gone: the question goes too, unanswered.
    void drop(quint64 id);
    /// The oldest first.
    [[nodiscard]] QList<Question> questions() const;

public Q_SLOTS:
    void allow(quint64 id) { settle(id, true); }
    void refuse(quint64 id) { settle(id, false); }

Q_SIGNALS:
    void changed();
    void asked(const framekey::Consents::Question &question);

private:
    struct Open;
    [[nodiscard]] bool mayAsk(const QString &accountId, const Requester &requester) const;
    void settle(quint64 id, bool allowed);

    Clock &m_clock;
    std::vector<std::unique_ptr<Open>> m_open;
    quint64 m_lastId = 0;
    std::optional<Question> m_refused; ///< the last one that was
    std::chrono::milliseconds m_refusedAt{0};
};

} // namespace framekey
