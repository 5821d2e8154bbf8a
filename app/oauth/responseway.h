// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace framekey
{

/// How an attempt's authorization response came.
enum class ResponseWay {
    Browser,
    Desktop, ///< handed over (RFC 8252 7.1)
    PastedAddress,
    PastedCode, ///< alone, so that there was no `state` to compare
};

} // namespace framekey
