// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace framekey::test
{

/// What AddressSanitizer keeps back of freed memory, in KiB: no growth of the program's own.
#ifdef FRAMEKEY_SANITIZED
inline constexpr qint64 keptBySanitizer = 2 * 1024;
#else
inline constexpr qint64 keptBySanitizer = 0;
#endif

/// The most memory this process has held since it was made, in KiB (VmHWM).
class MemoryPeak
{
public:
    MemoryPeak();
    /// How much more than at the start of this object, at the most.
    [[nodiscard]] qint64 growth() const;

private:
    qint64 m_start;
};

} // namespace framekey::test
