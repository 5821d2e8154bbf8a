// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QWidget;

namespace framekey
{

/// Where the Tab key is before it comes to `widget`; itself, where there is nothing else it stops at.
[[nodiscard]] QWidget *stopBefore(QWidget *widget);

/// Lets the Tab key go through the parts of a page as its layout has them: Qt puts last what is made last.
/// Within a part its own order stays.
void orderTabsAsLaidOut(QWidget &page);

} // namespace framekey
