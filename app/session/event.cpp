// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/event.h"

#include <algorithm>

namespace framekey
{

ErrorWord::ErrorWord(const QString &serverCode)
{
    constexpr qsizetype longest = 40;
    const bool isWord = serverCode.size() <= longest && std::ranges::all_of(serverCode, [](QChar c) {
                            return (c >= u'a' && c <= u'z') || c == u'_';
                        });
    m_text = isWord ? serverCode.toLatin1() : QByteArrayLiteral("another");
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
