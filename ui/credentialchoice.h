// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/presentation/accountdraft.h"

#include <QObject>

#include <optional>

class QComboBox;
class QLabel;
class QPushButton;

namespace framekey
{

class FormRows;

/// The form's row for a provider that tells several types of credential apart: which one, what it means for
/// the person, and, opened, what to register.
class CredentialChoice : public QObject
{
    Q_OBJECT

public:
    explicit CredentialChoice(FormRows &rows);

    /// Without types there is no row.
    void setProvider(const Provider *provider, const std::optional<CredentialType> &chosen);
    void setStepsShown(bool shown);
    [[nodiscard]] QString chosenId() const;

Q_SIGNALS:
    void chosen(const QString &id);
    void consoleRequested();

private:
    void makeBelow();
    void showWords();
    void showRow();

    FormRows &m_rows;
    QComboBox *m_type;
    QPushButton *m_toggle;
    QPushButton *m_console;
    QLabel *m_steps;
    QList<CredentialType> m_types;
    bool m_stepsShown = false;
};

} // namespace framekey
