// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "harness/certificate.h"
#include "harness/redirecttest.h"

namespace framekey::test
{

/// Tests of an account whose redirect address is https on this computer, with the clock at the real day,
/// which certificates made by openssl go by.
class SecuredRedirectTest : public RedirectTest
{
    Q_OBJECT

protected:
    /// The account, at a practice server where its redirect address is registered. Port 0: a free one.
    AccountSettings secured(const QString &host, const Certificate &certificate, quint16 port = 0);
    [[nodiscard]] static quint16 freePort();
    /// What one request over TLS is answered.
    static QByteArray askTls(quint16 port, const QByteArray &request);

private:
    QTemporaryDir m_clients;
};

} // namespace framekey::test
