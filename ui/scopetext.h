// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFont>
#include <QFontMetrics>
#include <QRect>
#include <QString>

class QPainter;
class QPalette;

namespace framekey
{

/// A scope's plain words with its token at the far end in small fixed width; where both do not fit side by
/// side the words wrap, and the token goes beneath them.
class ScopeText
{
public:
    ScopeText(const QString &words, const QString &token, const QFont &font);

    [[nodiscard]] int heightForWidth(int width) const;
    [[nodiscard]] int minimumWidth() const;
    void paint(QPainter &painter, const QRect &rect, const QPalette &palette,
               Qt::LayoutDirection direction) const;

private:
    [[nodiscard]] bool isOneRow(int width) const;

    QString m_words;
    QString m_token;
    QFont m_font;
    QFont m_tokenFont;
};

/// The system's fixed-width font, a little smaller than `font`.
[[nodiscard]] QFont fixedFont(const QFont &font);

} // namespace framekey
