// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "oauth/clientregistration.h"
#include "oauth/tokenresponse.h"

#include <QStringList>

namespace framekey
{

/// What an API's error body says, most telling first: V4's `{"errors":[{"detail","title"}]}`, V2's with
/// `message` beside it. Eight errors of 512 characters at most; empty for anything else.
[[nodiscard]] QStringList apiErrorTexts(const QByteArray &body);

/// A refusal (401, 403) of the account request, with the cause that the provider's data finds in its words.
/// It is the API's verdict on the person, not the authorization server's on the sign-in.
[[nodiscard]] Failure accountRefusal(const HttpAnswer &answer, const QList<RefusalCause> &causes);

} // namespace framekey
