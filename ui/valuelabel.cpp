// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/valuelabel.h"

namespace framekey
{

ValueLabel::ValueLabel(const QString &caption, QWidget *parent) : QLabel(parent), m_caption(caption)
{
    setTextFormat(Qt::PlainText);
    setWordWrap(true);
}

void ValueLabel::setValue(const QString &value)
{
    // Setting the same text again would lay out the whole page anew.
    if (text() == value)
        return;
    setText(value);
    setAccessibleName(m_caption + QStringLiteral(": ") + value);
}

void ValueLabel::setRichValue(const QString &shown, const QString &said)
{
    setTextFormat(Qt::RichText);
    setText(shown);
    setAccessibleName(m_caption + QStringLiteral(": ") + said);
}

} // namespace framekey
