// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace framekey
{

class FadingNote;

/// The offer to copy a report for those who help, and the word that it was.
class ReportRow : public QWidget
{
    Q_OBJECT

public:
    /// Where its button stands in the row; the word is on its inner side.
    enum class Place { Leading, Trailing };

    explicit ReportRow(Place place, QWidget *parent = nullptr);

    void sayCopied();

Q_SIGNALS:
    void wanted();

private:
    FadingNote *m_copied;
};

} // namespace framekey
