// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "frameio/provider.h"

#include <QJsonObject>

namespace framekey
{

/// Reads the fields of one provider's object and remembers the first that is not as it should be.
class ProviderReader
{
public:
    explicit ProviderReader(const QJsonObject &json) : m_json(json) {}

    [[nodiscard]] const QString &fault() const { return m_fault; }
    void refuse(const QString &name);

    QString text(const QString &name, bool required = false);
    bool flag(const QString &name) { return flag(m_json, name); }
    int days(const QString &name);
    QDate date(const QString &name);
    QString scopeToken(const QString &name);
    QStringList scopeTokens(const QString &name);
    /// Where a person is sent, held to what endpoints are.
    QString page(const QString &name);
    QString redirectUri(const QString &name);
    Endpoints endpoints();
    Quirks quirks();
    QList<ScopeWords> scopes(const QString &name);
    QList<CredentialType> credentialTypes();
    QList<RefusalCause> refusalCauses(const QString &name);

private:
    bool flag(const QJsonObject &json, const QString &name);
    QUrl endpoint(const QJsonObject &json, const QString &name);
    ScopeSource scopeSource(const QJsonObject &quirks);
    CredentialType credentialType(const QJsonObject &json);

    QJsonObject m_json;
    QString m_fault;
};

} // namespace framekey
