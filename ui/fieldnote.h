// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLabel>

namespace framekey
{

/// The line under a field: a hint, or in its place what is wrong with the field. The place is always there,
/// so the form does not jump.
class FieldNote : public QLabel
{
    Q_OBJECT

public:
    FieldNote(const QString &hint, QWidget &field, QWidget *parent = nullptr);

    void setHint(const QString &hint);
    /// Empty: nothing is wrong.
    void setProblem(const QString &problem);
    [[nodiscard]] bool hasProblem() const { return !m_problem.isEmpty(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void showWords();

    QWidget &m_field;
    QString m_hint;
    QString m_problem;
};

} // namespace framekey
