// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QPainter;
class QRect;
class QStyleOption;
class QStyleOptionButton;
class QStyleOptionComboBox;
class QStyleOptionComplex;

namespace framekey
{

/// How FramekeyStyle's controls look; all colours come from the option's palette.
void paintField(QPainter &painter, const QStyleOption &option, bool hasProblem);
void paintCheckBox(QPainter &painter, const QStyleOption &option);
void paintRadioButton(QPainter &painter, const QStyleOption &option);
void paintFocusRing(QPainter &painter, const QStyleOption &option);
/// Where a dragged row would come to lie.
void paintDropLine(QPainter &painter, const QStyleOption &option);
void paintPushButton(QPainter &painter, const QStyleOptionButton &option, bool primary);
void paintComboBox(QPainter &painter, const QStyleOptionComplex &option, const QRect &arrow);
void paintComboLabel(QPainter &painter, const QStyleOptionComboBox &option, const QRect &text);

} // namespace framekey
