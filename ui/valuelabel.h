// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLabel>

namespace framekey
{

/// A label whose accessible name is always "Caption: shown text".
class ValueLabel : public QLabel
{
    Q_OBJECT

public:
    explicit ValueLabel(const QString &caption, QWidget *parent = nullptr);

    void setValue(const QString &value);
    /// `shown` in the label, `said` behind the caption: for a heading and its text in one.
    void setRichValue(const QString &shown, const QString &said);

private:
    QString m_caption;
};

} // namespace framekey
