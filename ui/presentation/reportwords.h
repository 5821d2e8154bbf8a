// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/sessionsnapshot.h"

#include <QString>

namespace framekey
{

struct Event;
struct FailureMark;

// The words of reports: English, not translated, the same in every version as far as can be.

[[nodiscard]] QString reportWord(Failure::Stage stage);
[[nodiscard]] QString reportWord(Failure::Kind kind);
[[nodiscard]] QString reportWord(Failure::Detail detail);
[[nodiscard]] QString reportWord(SessionSnapshot::State state);

/// "network, host-not-found at token-endpoint"
[[nodiscard]] QString reportWords(const FailureMark &failure);
/// "sign-in: port 41234 opened", without its time and account.
[[nodiscard]] QString reportWords(const Event &event);

/// As one word of a line: printable ASCII, no blanks at its ends, at most 400 characters.
[[nodiscard]] QString reportValue(const QString &text);

} // namespace framekey
