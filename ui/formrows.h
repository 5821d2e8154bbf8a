// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/accountsettings.h"

#include <QHash>
#include <QList>
#include <QWidget>

class QFormLayout;
class QLabel;
class QLayout;
class QLineEdit;
class QVBoxLayout;

namespace framekey
{

class FieldNote;

/// The rows of a form: label, field, and beneath it a hint or what is wrong. In a narrow window, or with long
/// labels, the labels stand above their fields.
class FormRows : public QWidget
{
    Q_OBJECT

public:
    explicit FormRows(QWidget *parent = nullptr);

    QLineEdit *addLine(AccountField field, const QString &caption, const QString &hint,
                       QWidget *beside = nullptr);
    void addField(AccountField field, const QString &caption, const QString &hint, QWidget *input);
    /// Stands under the field's note.
    void addBelow(AccountField field, QWidget *widget);

    void setShown(AccountField field, bool shown);
    [[nodiscard]] bool isShown(AccountField field) const;
    void setHint(AccountField field, const QString &hint);
    /// Until the next faults are set; empty: nothing is wrong.
    void setProblem(AccountField field, const QString &problem);
    void setFaults(const AccountFaults &faults);
    /// The first field, from the top, that something is wrong with; null where there is none.
    [[nodiscard]] QWidget *firstWrong() const;
    [[nodiscard]] QWidget *input(AccountField field) const;

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    struct Row {
        QLabel *label = nullptr;
        QWidget *input = nullptr;
        FieldNote *note = nullptr;
        QVBoxLayout *cell = nullptr;
    };

    void addRow(AccountField field, const QString &caption, const QString &hint, QWidget *input,
                QLayout *line);
    void chooseWrapping();

    QFormLayout *m_form;
    QHash<AccountField, Row> m_rows;
    QList<AccountField> m_order;
};

} // namespace framekey
