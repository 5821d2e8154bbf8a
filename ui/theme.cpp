// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme.h"

#include "ui/framekeystyle.h"

#include <QApplication>
#include <QStyleHints>

#include <cmath>

namespace framekey
{

namespace
{

using Role = QPalette::ColorRole;

struct RoleColors {
    Role role;
    QRgb light;
    QRgb dark;
};

constexpr RoleColors roleColors[] = {
    {Role::Window, 0xfff4f4f7, 0xff1d1e22},      {Role::WindowText, 0xff1b1b20, 0xffededf2},
    {Role::Base, 0xfffdfdfe, 0xff26272c},        {Role::AlternateBase, 0xfff0f0f5, 0xff1b1c20},
    {Role::Text, 0xff1b1b20, 0xffededf2},        {Role::PlaceholderText, 0xff62626d, 0xffa6a7b1},
    {Role::Button, 0xffffffff, 0xff34353b},      {Role::ButtonText, 0xff1b1b20, 0xffededf2},
    {Role::BrightText, 0xff9c2314, 0xffffa99c},  {Role::Light, 0xffe8e8ef, 0xff161719},
    {Role::Midlight, 0xffebebf1, 0xff3c3d44},    {Role::Mid, 0xffd8d8e1, 0xff43444c},
    {Role::Dark, 0xff70707c, 0xff92939e},        {Role::Shadow, 0xffb9b9c4, 0xff101114},
    {Role::Highlight, 0xff5846f6, 0xff6b5bf5},   {Role::HighlightedText, 0xffffffff, 0xffffffff},
    {Role::Link, 0xff4a37d6, 0xffb3a6ff},        {Role::LinkVisited, 0xff4a37d6, 0xffb3a6ff},
    {Role::ToolTipBase, 0xfffdfdfe, 0xff26272c}, {Role::ToolTipText, 0xff1b1b20, 0xffededf2},
};

struct ToneRow {
    Tone tone;
    QRgb lightFill, lightText, lightMark;
    QRgb darkFill, darkText, darkMark;
};

constexpr ToneRow toneRows[] = {
    {Tone::Neutral, 0xffe6e6ed, 0xff4b4b56, 0xff7c7c88, 0xff3a3b42, 0xffd0d0d8, 0xff9c9da8},
    {Tone::Good, 0xffdcebe2, 0xff17603a, 0xff238653, 0xff1f3a2c, 0xff7be3a4, 0xff3fb873},
    {Tone::Busy, 0xffe5e2fd, 0xff3f2fc0, 0xff5846f6, 0xff312d55, 0xffcdc5ff, 0xff9c8cff},
    {Tone::Warning, 0xfff7e8d2, 0xff7a4a00, 0xffa86200, 0xff3f3220, 0xfff0bf73, 0xffd9972f},
    {Tone::Problem, 0xfff6dfdb, 0xff9c2314, 0xffc0341f, 0xff472925, 0xffffa99c, 0xfff0705c},
};

double linear(double channel)
{
    return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
}

double luminance(const QColor &color)
{
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
}

} // namespace

QPalette themePalette(ColorScheme scheme)
{
    const bool dark = scheme == ColorScheme::Dark;
    QPalette palette;
    for (const RoleColors &row : roleColors)
        palette.setColor(row.role, QColor::fromRgb(dark ? row.dark : row.light));
    const QColor grey = palette.color(Role::PlaceholderText);
    for (const Role role : {Role::WindowText, Role::Text, Role::ButtonText})
        palette.setColor(QPalette::Disabled, role, grey);
    return palette;
}

ToneColors toneColors(const QPalette &palette, Tone tone)
{
    const bool dark = palette.color(Role::Window).lightness() < 128;
    for (const ToneRow &row : toneRows) {
        if (row.tone == tone)
            return dark ? ToneColors{QColor(row.darkFill), QColor(row.darkText), QColor(row.darkMark)}
                        : ToneColors{QColor(row.lightFill), QColor(row.lightText), QColor(row.lightMark)};
    }
    return {};
}

void applyTheme(QApplication &, ColorScheme scheme)
{
    // Once only: a new style would make every widget anew, for a change of colours.
    if (!qobject_cast<FramekeyStyle *>(QApplication::style()))
        QApplication::setStyle(new FramekeyStyle);
    QApplication::setPalette(themePalette(scheme));
    QApplication::setCursorFlashTime(0);
}

double contrast(const QColor &a, const QColor &b)
{
    const double one = luminance(a) + 0.05;
    const double other = luminance(b) + 0.05;
    return one > other ? one / other : other / one;
}

} // namespace framekey
