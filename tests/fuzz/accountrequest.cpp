// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What the API answers to "who am I": shown in the window and in scripts' terminals (T7).
#include "frameio/accountrequest.h"

#include "fuzzbytes.h"
#include "fuzzchecks.h"

using namespace framekey;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const auto person = AccountRequest::parse(test::bytes(data, size));
    if (!person)
        return 0;
    test::mustHold(!person->name.isEmpty() || !person->email.isEmpty(), "somebody has a name or an e-mail");
    for (const QString &text : {person->id, person->name, person->email}) {
        test::mustHold(test::isShownLine(text, 256), "what is shown is one line of 256 characters at most");
        test::mustHold(text == text.trimmed(), "with no blanks round it");
    }
    return 0;
}
