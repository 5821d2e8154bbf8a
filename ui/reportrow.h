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
    explicit ReportRow(QWidget *parent = nullptr);

    void sayCopied();

Q_SIGNALS:
    void wanted();

private:
    FadingNote *m_copied;
};

} // namespace framekey
