// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/clock.h"

#include <QObject>

#include <chrono>
#include <memory>
#include <optional>
#include <vector>

namespace framekey
{

class RenewalTurn;

/// Spreads the renewals of many accounts, which would otherwise all begin at once when Framekey starts, the
/// machine wakes up or the network comes back. One refresh begins at a time: not before the last one has
/// ended, for as long as that may be hoped for, and a second or more after it began. Those somebody waits for
/// go first and wait for no answer of another. One account alone never waits.
class RenewalTurns : public QObject
{
    Q_OBJECT

public:
    explicit RenewalTurns(Clock &clock, QObject *parent = nullptr);
    ~RenewalTurns() override;

    /// Framekey ends: from now on only those get their turn whom somebody waits for.
    void stop();

private:
    friend class RenewalTurn;
    struct Begun {
        RenewalTurn *turn = nullptr;
        std::chrono::milliseconds at{}; ///< since boot
    };

    void take(RenewalTurn *turn);
    void leave(RenewalTurn *turn);
    void forget(RenewalTurn *turn);
    void next();
    void begin(RenewalTurn *turn);
    [[nodiscard]] RenewalTurn *first() const;
    [[nodiscard]] std::chrono::milliseconds waitOf(const RenewalTurn &turn) const;

    Clock &m_clock;
    std::unique_ptr<Alarm> m_alarm;
    std::vector<RenewalTurn *> m_waiting; ///< in the order they came
    std::vector<Begun> m_running;
    std::optional<Begun> m_last; ///< its turn is null where that account is gone
    std::chrono::milliseconds m_gap{};
    bool m_stopped = false;
};

/// One account's place among those. What it was taken for is decided anew when the turn has come.
class RenewalTurn : public QObject
{
    Q_OBJECT

public:
    /// `turns` outlives this.
    explicit RenewalTurn(RenewalTurns &turns);
    ~RenewalTurn() override;

    enum class Haste { None, SomebodyWaits };
    /// Asks for a turn; `came` follows now or later. Asking again loses no place, and may be in more haste.
    void ask(Haste haste);
    /// The refresh has ended, or none is wanted any more.
    void end();
    [[nodiscard]] bool isWaiting() const { return m_isWaiting; }

Q_SIGNALS:
    void came();

private:
    friend class RenewalTurns;

    RenewalTurns &m_turns;
    Haste m_haste = Haste::None;
    bool m_isWaiting = false;
};

} // namespace framekey
