// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/sessionsnapshot.h"

#include <QString>

namespace framekey
{

/// How something stands, for colour and shape; never said by colour alone.
enum class Tone { Neutral, Good, Busy, Warning, Problem };

/// The text of the status chip: design section 6.
[[nodiscard]] QString statusText(SessionSnapshot::State state);
[[nodiscard]] Tone statusTone(SessionSnapshot::State state);

/// "Ana Lima, ana@northlight.example"; "not confirmed" where nobody told.
[[nodiscard]] QString personText(const std::optional<Person> &person);
/// The short form: the name, else the e-mail address; empty where nobody told.
[[nodiscard]] QString personName(const std::optional<Person> &person);

} // namespace framekey
