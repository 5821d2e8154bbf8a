// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace framekey
{

/// A window can be opened: the display that the environment names answers. What is left of an X session or
/// an `ssh -X` that ended names one that does not, and with such a one QApplication ends the program. An X
/// server on another computer is taken at its word, and so is a QT_QPA_PLATFORM that needs no display.
[[nodiscard]] bool displayAnswers();

} // namespace framekey
