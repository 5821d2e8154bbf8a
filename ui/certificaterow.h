// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/certificatemaker.h"

#include <QDateTime>
#include <QWidget>

class QPushButton;

namespace framekey
{

struct CertificateWords;

/// The field of the form for the certificate of an https redirect address: makes one, takes the person's own,
/// has Chromium trust it.
class CertificateRow : public QWidget
{
    Q_OBJECT

public:
    explicit CertificateRow(QWidget *parent = nullptr);

    /// Without one, files can only be chosen.
    void setMaker(CertificateMaker *maker);
    void setFiles(const RedirectCertificateFiles &files);
    [[nodiscard]] const RedirectCertificateFiles &files() const { return m_files; }
    /// What to say of the files, for this host of the redirect address. Reads them.
    void judge(const QString &host, const QDateTime &now);

Q_SIGNALS:
    void filesChanged();
    /// To stand beneath the field.
    void said(const framekey::CertificateWords &words);

private:
    void makeButtons();
    void begin(CertificateMaker::Task task);
    [[nodiscard]] bool isServedByKept(CertificateMaker::Task task) const;
    void take(const RedirectCertificateFiles &files, bool fresh);
    void setBusy(bool busy);
    void takeMade(const RedirectCertificateFiles &files);
    void chooseFiles();
    void trust();

    CertificateMaker *m_maker = nullptr;
    RedirectCertificateFiles m_files;
    QPushButton *m_make = nullptr;
    QPushButton *m_mkcert = nullptr;
    QPushButton *m_choose = nullptr;
    QPushButton *m_trust = nullptr;
    QString m_host; ///< of the redirect address, and when it was judged last
    QDateTime m_judgedAt;
    bool m_asked = false; ///< the maker is at work for this form
    bool m_fresh = false; ///< made a moment ago
    bool m_found = false; ///< made at another time, and taken in place of a new one
};

} // namespace framekey
