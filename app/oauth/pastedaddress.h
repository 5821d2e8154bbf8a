// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "oauth/authorizationresponse.h"
#include "oauth/secret.h"

#include <QList>
#include <QString>

#include <optional>

namespace framekey
{

/// What a person's paste may mean. Browsers, chats and mail programs put things round an address and break
/// it, so that there can be several readings; the attempt's `state` says which of them is right.
struct PastedAddress {
    QList<AuthorizationResponse> readings; ///< the likelier first
    std::optional<Secret> code;            ///< the text may be the code alone
};

/// The longest text that is read, in characters; of a longer one nothing is.
inline constexpr qsizetype longestPaste = 8192;

/// `redirectUri`: the one that is waited for; it is no code itself, and neither is any of `noCodes`.
[[nodiscard]] PastedAddress parsePastedAddress(const QString &text, const QString &redirectUri = {},
                                               const QList<Secret> &noCodes = {});

} // namespace framekey
