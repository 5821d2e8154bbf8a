// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/event.h"

#include <algorithm>
#include <array>

namespace framekey
{

namespace
{

// RFC 6749 4.1.2.1 and 5.2, 6750 3.1, 7009 2.2.1, 8707 2, and OpenID Connect Core 3.1.2.6.
constexpr std::array registered{"access_denied",
                                "account_selection_required",
                                "consent_required",
                                "insufficient_scope",
                                "interaction_required",
                                "invalid_client",
                                "invalid_grant",
                                "invalid_request",
                                "invalid_request_object",
                                "invalid_request_uri",
                                "invalid_scope",
                                "invalid_target",
                                "invalid_token",
                                "login_required",
                                "registration_not_supported",
                                "request_not_supported",
                                "request_uri_not_supported",
                                "server_error",
                                "temporarily_unavailable",
                                "unauthorized_client",
                                "unsupported_grant_type",
                                "unsupported_response_type",
                                "unsupported_token_type"};

} // namespace

ErrorWord::ErrorWord(const QString &serverCode)
{
    const auto isIt = [&serverCode](const char *word) { return serverCode == QLatin1StringView(word); };
    if (const auto *known = std::ranges::find_if(registered, isIt); known != registered.end())
        m_text = *known;
    else if (!serverCode.isEmpty())
        m_text = "another";
}

FailureMark FailureMark::of(const Failure &failure)
{
    FailureMark mark{.stage = failure.stage,
                     .kind = failure.kind,
                     .detail = failure.detail,
                     .httpStatus = failure.httpStatus};
    if (failure.detail != Failure::Detail::Tls) // there it is the local library's sentence
        mark.word = ErrorWord(failure.serverCode);
    return mark;
}

} // namespace framekey
