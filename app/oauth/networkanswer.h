// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "oauth/failure.h"
#include "oauth/tokenresponse.h"

#include <QList>
#include <QSslError>

#include <optional>

class QNetworkReply;

namespace framekey
{

/// The longest answer that is read, in bytes.
inline constexpr qint64 longestAnswer = 256 * 1024;

/// A finished reply read whole: an HTTP answer of any status, or the transport's failure (no answer, cut,
/// TLS, too large). Each reply is read once. What Qt calls an error because of its HTTP status is an answer
/// here.
[[nodiscard]] Outcome<HttpAnswer> readAnswer(QNetworkReply *reply, Failure::Stage stage);

/// Ends a reply for a reason of ours, which `readAnswer` then tells.
void stopReply(QNetworkReply *reply, Failure::Detail reason);
/// The request is out, whole: from here on, no answer does not mean that nothing was done.
void noteSent(QNetworkReply *reply);
/// Keeps what TLS did not like, for the words.
void noteTlsErrors(QNetworkReply *reply, const QList<QSslError> &errors);
/// The first of them; none: TLS liked everything.
[[nodiscard]] std::optional<QSslError::SslError> notedTlsError(const QNetworkReply &reply);

} // namespace framekey
