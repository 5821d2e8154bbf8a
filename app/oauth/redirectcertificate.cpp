// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "oauth/redirectcertificate.h"

#include "oauth/keypair.h"

#include <QFile>
#include <QFileInfo>
#include <QHostAddress>

#include <algorithm>

namespace framekey
{

namespace
{

using State = RedirectCertificate::State;

constexpr qint64 longestFile = 256 * 1024;
constexpr int soonDays = 14;

/// Empty: it cannot be read. Never waits for a pipe.
QByteArray contentOf(QFile &file)
{
    if (!QFileInfo(file).isFile() || !file.open(QIODevice::ReadOnly))
        return {};
    return file.read(longestFile);
}

QSslKey keyFrom(const QByteArray &pem)
{
    for (const auto algorithm : {QSsl::Ec, QSsl::Rsa}) {
        if (const QSslKey key(pem, algorithm, QSsl::Pem, QSsl::PrivateKey); !key.isNull())
            return key;
    }
    return {};
}

Failure::Detail detailOf(State state)
{
    using Detail = Failure::Detail;
    switch (state) {
    case State::Unreadable:
        return Detail::CertificateUnreadable;
    case State::NotACertificate:
        return Detail::NotACertificate;
    case State::NotAKey:
        return Detail::NotAKey;
    case State::KeyMismatch:
        return Detail::KeyMismatch;
    case State::NotYetValid:
        return Detail::CertificateNotYetValid;
    case State::Expired:
        return Detail::CertificateExpired;
    case State::WrongHost:
        return Detail::CertificateWrongHost;
    case State::Missing:
    case State::Good:
    case State::ExpiresSoon:
    case State::KeyTooOpen:
        break;
    }
    return Detail::CertificateMissing;
}

} // namespace

RedirectCertificate RedirectCertificate::read(const RedirectCertificateFiles &files, const QString &host,
                                              const QDateTime &now)
{
    RedirectCertificate result;
    if (files.certificate.isEmpty() || files.key.isEmpty())
        result.end(State::Missing, {});
    result.readCertificate(files.certificate);
    result.readKey(files.key);
    result.judge(host, now);
    if (result.m_file.isEmpty() && result.m_state != State::Missing)
        result.m_file = files.certificate;
    return result;
}

void RedirectCertificate::readCertificate(const QString &path)
{
    if (m_state != State::Good)
        return;
    QFile file(path);
    const QByteArray pem = contentOf(file);
    m_chain = QSslCertificate::fromData(pem, QSsl::Pem);
    if (m_chain.isEmpty())
        end(pem.isEmpty() ? State::Unreadable : State::NotACertificate, path);
}

void RedirectCertificate::readKey(const QString &path)
{
    if (m_state != State::Good)
        return;
    QFile file(path);
    QByteArray pem = contentOf(file);
    m_key = keyFrom(pem);
    if (m_key.isNull())
        end(pem.isEmpty() ? State::Unreadable : State::NotAKey, path);
    else
        m_matches = isKeyPair(m_chain.first(), pem);
    pem.fill('\0');
    constexpr auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
    m_keyIsOpen = (file.permissions() & others) != 0; // the open file's
    if (m_state == State::Good && !m_matches)
        end(State::KeyMismatch, path);
}

void RedirectCertificate::judge(const QString &host, const QDateTime &now)
{
    if (m_state != State::Good)
        return;
    const QSslCertificate &own = m_chain.first();
    m_endsSoon = now.addDays(soonDays) >= own.expiryDate();
    if (now < own.effectiveDate())
        m_state = State::NotYetValid;
    else if (now >= own.expiryDate())
        m_state = State::Expired;
    else if (!isFor(host))
        m_state = State::WrongHost;
    else if (m_keyIsOpen)
        m_state = State::KeyTooOpen;
    else if (m_endsSoon)
        m_state = State::ExpiresSoon;
}

void RedirectCertificate::end(State state, const QString &file)
{
    m_state = state;
    m_file = file;
}

bool RedirectCertificate::isFor(const QString &host) const
{
    // As browsers do: the common name counts for nothing (RFC 9525 2).
    const auto names = m_chain.first().subjectAlternativeNames();
    const QStringList hosts = names.values(QSsl::DnsEntry);
    if (hosts.contains(host, Qt::CaseInsensitive))
        return true;
    const QStringList addresses = names.values(QSsl::IpAddressEntry);
    const QHostAddress wanted(QString(host).remove(u'[').remove(u']'));
    return !wanted.isNull() && std::ranges::any_of(addresses, [&wanted](const QString &address) {
        return QHostAddress(address) == wanted;
    });
}

bool RedirectCertificate::isForLoopbackAlone() const
{
    if (m_chain.isEmpty())
        return false;
    const auto names = m_chain.first().subjectAlternativeNames();
    const auto isHere = [](QSsl::AlternativeNameEntryType type, const QString &name) {
        const QHostAddress address(name);
        return type == QSsl::DnsEntry
                   ? name.compare(u"localhost", Qt::CaseInsensitive) == 0
                   : type == QSsl::IpAddressEntry && (address == QHostAddress(QHostAddress::LocalHost) ||
                                                      address == QHostAddress(QHostAddress::LocalHostIPv6));
    };
    for (auto name = names.cbegin(); name != names.cend(); ++name) {
        if (!isHere(name.key(), name.value()))
            return false;
    }
    return !names.isEmpty();
}

QDateTime RedirectCertificate::validFrom() const
{
    return m_chain.isEmpty() ? QDateTime() : m_chain.first().effectiveDate();
}

QDateTime RedirectCertificate::validUntil() const
{
    return m_chain.isEmpty() ? QDateTime() : m_chain.first().expiryDate();
}

bool RedirectCertificate::isSelfSigned() const
{
    if (m_chain.isEmpty())
        return false;
    // By name: Qt says no of a certificate that may not issue others.
    const QSslCertificate &own = m_chain.first();
    return own.subjectInfo(QSslCertificate::CommonName) == own.issuerInfo(QSslCertificate::CommonName) &&
           own.subjectInfo(QSslCertificate::Organization) == own.issuerInfo(QSslCertificate::Organization);
}

bool RedirectCertificate::isUsable() const
{
    return m_state == State::Good || m_state == State::ExpiresSoon || m_state == State::KeyTooOpen;
}

Failure RedirectCertificate::failure() const
{
    return {.stage = Failure::Stage::Listening,
            .kind = Failure::Kind::Settings,
            .detail = detailOf(m_state),
            .subject = QFileInfo(m_file).fileName()};
}

QSslConfiguration RedirectCertificate::configuration() const
{
    QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
    tls.setLocalCertificateChain(m_chain);
    tls.setPrivateKey(m_key);
    tls.setProtocol(QSsl::TlsV1_2OrLater);
    // A server's default asks for one, and then the browser would ask the person to choose.
    tls.setPeerVerifyMode(QSslSocket::VerifyNone);
    return tls;
}

} // namespace framekey
