// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme.h"

#include <QTest>

using namespace framekey;

/// Contrast, computed from the palettes: WCAG 2.
class ThemeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void contrast_isTheWcagFormula();
    void text_data();
    void text();
    void tones_data();
    void tones();
};

namespace
{

using Role = QPalette::ColorRole;
constexpr double readable = 4.5;
constexpr double visible = 3.0;

void bothSchemes()
{
    QTest::addColumn<int>("scheme");
    QTest::newRow("light") << static_cast<int>(ColorScheme::Light);
    QTest::newRow("dark") << static_cast<int>(ColorScheme::Dark);
}

} // namespace

void ThemeTest::contrast_isTheWcagFormula()
{
    QVERIFY(qFuzzyCompare(contrast(Qt::black, Qt::white), 21.0));
    QVERIFY(qAbs(contrast(QColor(0x76, 0x76, 0x76), Qt::white) - 4.54) < 0.01);
}

void ThemeTest::text_data()
{
    bothSchemes();
}

void ThemeTest::text()
{
    QFETCH(int, scheme);
    const QPalette palette = themePalette(static_cast<ColorScheme>(scheme));
    const auto check = [&palette](Role on, Role under, double least) {
        const double seen = contrast(palette.color(on), palette.color(under));
        QVERIFY2(seen >= least, qPrintable(QStringLiteral("role %1 on %2: %3").arg(on).arg(under).arg(seen)));
    };
    for (const Role ground : {Role::Window, Role::Base, Role::AlternateBase, Role::Light, Role::Midlight}) {
        check(Role::Text, ground, readable);
        check(Role::PlaceholderText, ground, readable);
        check(Role::Link, ground, readable);
    }
    check(Role::BrightText, Role::Base, readable);
    check(Role::ButtonText, Role::Button, readable);
    check(Role::PlaceholderText, Role::Button, readable);
    check(Role::HighlightedText, Role::Highlight, readable);
    // Edges of check boxes and fields.
    check(Role::Dark, Role::Base, readable);
    check(Role::Highlight, Role::Base, visible);
}

void ThemeTest::tones_data()
{
    bothSchemes();
}

void ThemeTest::tones()
{
    QFETCH(int, scheme);
    const QPalette palette = themePalette(static_cast<ColorScheme>(scheme));
    for (const Tone tone : {Tone::Neutral, Tone::Good, Tone::Busy, Tone::Warning, Tone::Problem}) {
        const ToneColors colors = toneColors(palette, tone);
        QVERIFY(contrast(colors.text, colors.fill) >= readable);
        QVERIFY(contrast(colors.text, palette.color(Role::Base)) >= readable);
        QVERIFY(contrast(colors.mark, palette.color(Role::Base)) >= visible);
    }
}

QTEST_GUILESS_MAIN(ThemeTest)
#include "tst_theme.moc"
