// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// A line that some program of this user's sends to the socket (F54).
#include "agent/agentrequest.h"

#include "fuzzbytes.h"

using namespace framekey;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray line = test::bytes(data, size);
    const auto request = parseAgentRequest(line);
    if (!request)
        return 0;
    test::mustHold(line.size() <= longestAgentRequest, "no request is longer than the longest");
    const QByteArray formatted = formatAgentRequest(*request);
    test::mustHold(formatted.count('\n') == 1 && formatted.endsWith('\n'), "a request is one line");
    const auto again = parseAgentRequest(formatted.chopped(1));
    test::mustHold(again && again->order == request->order, "what was understood is understood again");
    return 0;
}
