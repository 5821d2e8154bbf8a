// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/accountview.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace framekey
{

class Card;
class Header;
class MessageCard;
class ScopeChooser;
class ScopeList;

/// Before a re-authorization: what changes, and which access to ask for.
class ReauthorizePage : public QWidget
{
    Q_OBJECT

public:
    explicit ReauthorizePage(QWidget *parent = nullptr);

    /// Starts with the scope the account is set up with.
    void begin(const AccountView &view);

Q_SIGNALS:
    void confirmed(const QStringList &scope);
    void anotherPersonWanted();
    void back();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void makeCards();
    void showChooser();
    void showChanges();
    void confirm();

    Header *m_header;
    Card *m_changes;
    ScopeList *m_list;
    QPushButton *m_choose;
    MessageCard *m_warning;
    Card *m_chooserCard;
    ScopeChooser *m_chooser;
    QPushButton *m_continue;
    QPushButton *m_another;
    AccountView m_view;
    QStringList m_granted;
};

} // namespace framekey
