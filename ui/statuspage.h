// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/accountview.h"
#include "ui/presentation/cardwords.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace framekey
{

class AccessCard;
class Card;
class Footer;
class Header;
class MessageCard;
class ReportRow;
class ScriptsCard;
class TokenCard;
class WaitingCard;

/// One account as it stands now: who, until when, what was granted, and whatever has to be said or asked.
class StatusPage : public QWidget
{
    Q_OBJECT

public:
    explicit StatusPage(QWidget *parent = nullptr);

    /// No account yet: what is needed to make one.
    void showNoAccount(const QList<CardWords> &notices);
    /// `notices` are the window's own and come first.
    void setView(const AccountView &view, const TimeWords &times, const QList<CardWords> &notices,
                 bool hasAccountList);
    void sayCopied(const QString &text);
    /// Where something is wrong, from now on.
    void offerReport() { m_offersReport = true; }
    void sayReportCopied();
    /// To where Return does what is most likely wanted.
    void focusPrimary();

Q_SIGNALS:
    void ordered(framekey::Order order);
    void addressPasted(const QString &text);
    void reportWanted();

private:
    void makeSignIn();
    /// The parts that most starts do not show are made when they are first shown.
    void makeMessage();
    void makeWaiting();
    void makeIntroduction();
    void makeToken();
    void makeScripts();
    void insert(QWidget *part, QWidget *before);
    void setHeader(const AccountView &view);
    void setMessages(const QList<CardWords> &cards);
    void setSections(const SessionSnapshot &snapshot, const Provider *provider = nullptr);
    void setFooter(const SessionSnapshot &snapshot, bool hasAccountList);

    QVBoxLayout *m_column;
    Header *m_header;
    QList<MessageCard *> m_messages; ///< as many as were ever shown at once
    ReportRow *m_report;
    WaitingCard *m_waiting = nullptr; ///< none before the first sign-in
    Card *m_introduction = nullptr;   ///< none but without an account
    TokenCard *m_token = nullptr;     ///< none before somebody is signed in
    AccessCard *m_access;
    ScriptsCard *m_scripts = nullptr; ///< the same
    QPushButton *m_signIn = nullptr;
    QLabel *m_promise = nullptr;
    QPushButton *m_another = nullptr;
    QPushButton *m_practice = nullptr;
    Footer *m_footer;
    bool m_offersReport = false;
    SessionSnapshot::State m_state = SessionSnapshot::State::Starting;
};

} // namespace framekey
