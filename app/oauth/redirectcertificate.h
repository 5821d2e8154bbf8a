// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "oauth/failure.h"
#include "oauth/redirectcertificatefiles.h"

#include <QDateTime>
#include <QList>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslKey>
#include <QString>

namespace framekey
{

/// What Framekey shows the browser that comes back to an https redirect address on this computer.
/// The private key never leaves it but into TLS.
class RedirectCertificate
{
public:
    enum class State {
        Good,
        ExpiresSoon, ///< within 14 days
        KeyTooOpen,  ///< other users can read the key
        Missing,     ///< none was chosen
        Unreadable,
        NotACertificate,
        NotAKey, ///< or one with a passphrase
        KeyMismatch,
        NotYetValid,
        Expired,
        WrongHost, ///< made for another name than the redirect address has
    };

    /// Reads and judges the two files. `host` is the redirect address's, [::1] with its brackets.
    static RedirectCertificate read(const RedirectCertificateFiles &files, const QString &host,
                                    const QDateTime &now);

    [[nodiscard]] State state() const { return m_state; }
    /// The file that the state is about.
    [[nodiscard]] const QString &file() const { return m_file; }
    /// Both are null where no certificate could be read.
    [[nodiscard]] QDateTime validFrom() const;
    [[nodiscard]] QDateTime validUntil() const;
    /// Within 14 days, whatever else the state says.
    [[nodiscard]] bool endsSoon() const { return m_endsSoon; }
    /// True where it vouches for no other host than this computer.
    [[nodiscard]] bool isForLoopbackAlone() const;
    /// True where no authority issued it.
    [[nodiscard]] bool isSelfSigned() const;
    /// True where a browser can be answered with it, whether or not it will like it.
    [[nodiscard]] bool isUsable() const;
    /// Of one that cannot be used.
    [[nodiscard]] Failure failure() const;
    /// The server's side of TLS, which asks no browser for a certificate.
    [[nodiscard]] QSslConfiguration configuration() const;

private:
    void readCertificate(const QString &path);
    void readKey(const QString &path);
    void judge(const QString &host, const QDateTime &now);
    void end(State state, const QString &file);
    [[nodiscard]] bool isFor(const QString &host) const;

    State m_state = State::Good;
    QString m_file;
    QList<QSslCertificate> m_chain; ///< the browser's first
    QSslKey m_key;
    bool m_matches = true;
    bool m_keyIsOpen = false;
    bool m_endsSoon = false;
};

} // namespace framekey
