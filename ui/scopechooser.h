// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/accountsettings.h"

#include <QWidget>

class QLineEdit;
class QVBoxLayout;

namespace framekey
{

class FieldNote;
class ScopeBox;

/// Which access to ask for: a check box for each scope the provider knows, under headings, and a field for
/// others.
class ScopeChooser : public QWidget
{
    Q_OBJECT

public:
    explicit ScopeChooser(QWidget *parent = nullptr);

    void setCatalogue(const Provider *provider);
    void setScope(const QStringList &scope);
    /// In the order of the catalogue, then the further ones as typed.
    [[nodiscard]] QStringList scope() const;
    void setProblem(const QString &text);
    void focusFirst();
    void focusFurther();

Q_SIGNALS:
    void changed();

private:
    void addHeading(const QString &text);

    QVBoxLayout *m_boxColumn;
    QList<ScopeBox *> m_boxes;
    QList<QWidget *> m_made; ///< boxes and headings of the present catalogue
    QLineEdit *m_further;
    FieldNote *m_note;
};

} // namespace framekey
