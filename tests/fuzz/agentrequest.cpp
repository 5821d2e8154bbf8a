// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// A line that some program of this user's sends to the socket (F54).
#include "agent/agentrequest.h"

#include "fuzzbytes.h"

#include <tuple>

using namespace framekey;

namespace
{

bool isSame(const AgentRequest &a, const AgentRequest &b)
{
    const auto members = [](const AgentRequest &each) {
        return std::tie(each.order, each.account, each.minValid, each.force, each.wait, each.mayAsk,
                        each.name, each.scopes, each.again, each.browser, each.text, each.seconds,
                        each.activationToken, each.envFile, each.practice, each.endsMemory, each.address);
    };
    return members(a) == members(b);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray line = test::bytes(data, size);
    const auto request = parseAgentRequest(line);
    if (!request)
        return 0;
    test::mustHold(line.size() <= longestAgentRequest, "no request is longer than the longest");
    test::mustHold(!line.contains('\r'), "nor of two lines to any reader");
    const QByteArray formatted = formatAgentRequest(*request);
    test::mustHold(formatted.count('\n') == 1 && formatted.endsWith('\n'), "a request is one line");
    // What stood there as it is may take more room as an escape.
    if (formatted.size() - 1 > longestAgentRequest)
        return 0;
    const auto again = parseAgentRequest(formatted.chopped(1));
    test::mustHold(again && isSame(*again, *request), "what was understood is understood again, all of it");
    return 0;
}
