// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QPushButton;
class QWidget;

namespace framekey
{

/// The three weights of a button. All are pressed by Space and Return.
[[nodiscard]] QPushButton *makePrimaryButton(const QString &text, QWidget *parent);
[[nodiscard]] QPushButton *makeButton(const QString &text, QWidget *parent);
[[nodiscard]] QPushButton *makeLinkButton(const QString &text, QWidget *parent);
/// The style finds it by the dynamic property "primary"; Qt's "default" moves with the focus.
void setPrimary(QPushButton &button, bool primary);

} // namespace framekey
