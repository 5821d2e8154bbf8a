// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLineEdit;

namespace framekey
{

class FieldNote;

/// Where the address that the browser ended at is pasted, with what was wrong with it beside.
class PasteRow : public QWidget
{
    Q_OBJECT

public:
    explicit PasteRow(QWidget *parent = nullptr);

    void setProblem(const QString &text);
    void takeFocus();
    void clear();

Q_SIGNALS:
    void addressPasted(const QString &text);

private:
    void finish();

    QLineEdit *m_field;
    FieldNote *m_note;
};

} // namespace framekey
