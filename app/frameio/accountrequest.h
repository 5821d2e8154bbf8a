// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/personsource.h"

#include <QByteArray>
#include <QObject>

namespace framekey
{

/// "Who am I" at Frame.io's API: `GET {api}/me` with the access token, its answer flat (V2) or under `data`
/// (V4).
class AccountRequest : public QObject, public PersonSource
{
    Q_OBJECT

public:
    using QObject::QObject;
    void ask(const ClientRegistration &client, const Secret &accessToken, Answer answer) override;

    /// Reads the answer's body; none where there is neither a name nor an e-mail in it.
    [[nodiscard]] static std::optional<Person> parse(const QByteArray &json);
};

} // namespace framekey
