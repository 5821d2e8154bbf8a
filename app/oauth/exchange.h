// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "oauth/failure.h"

#include <QDateTime>

#include <chrono>
#include <optional>

class QNetworkReply;

namespace framekey
{

/// How one request to the authorization server went, for whoever looks for what is wrong. Numbers and kinds
/// only: by its type it can hold nothing of what was sent or answered.
struct Exchange {
    enum class Tls {
        None,     ///< http on this computer
        NotSetUp, ///< it did not come to it
        V1_2,
        V1_3,
        Other,
    };
    enum class Certificate {
        NotSeen, ///< no TLS, or it did not come to it
        Trusted,
        SelfSigned,
        UnknownAuthority,
        Ended,
        NotYetValid,
        WrongHost,
        Refused, ///< for another reason
    };

    int httpStatus = 0; ///< 0: no answer
    std::chrono::milliseconds duration{};
    Tls tls = Tls::None;
    Certificate certificate = Certificate::NotSeen;
    std::optional<QDateTime> serverTime = std::nullopt; ///< the Date header's, UTC

    friend bool operator==(const Exchange &, const Exchange &) = default;
};

/// Of a reply that has finished.
[[nodiscard]] Exchange exchangeOf(QNetworkReply &reply, std::chrono::milliseconds duration);

} // namespace framekey
