// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/presentation/statuswords.h"

#include <QColor>
#include <QPalette>

class QApplication;

namespace framekey
{

enum class ColorScheme { Light, Dark };

/// Framekey's own palette. What the roles stand for here: Window the ground, Base a card, AlternateBase a
/// field or code inside a card, PlaceholderText grey text, Mid a card's edge, Dark a field's or box's edge,
/// Highlight the primary button, Link links and focus rings, BrightText what is wrong with a field.
[[nodiscard]] QPalette themePalette(ColorScheme scheme);

/// Colours of a chip or mark. `text` on `fill` and on a card reads at 4.5:1 or better.
struct ToneColors {
    QColor fill;
    QColor text;
    QColor mark;
};
[[nodiscard]] ToneColors toneColors(const QPalette &palette, Tone tone);

/// Style, palette and a caret that does not blink (a blinking one wakes the program 370 times a minute).
void applyTheme(QApplication &application, ColorScheme scheme);

/// WCAG 2 contrast of two opaque colours, 1 to 21.
[[nodiscard]] double contrast(const QColor &a, const QColor &b);

} // namespace framekey
