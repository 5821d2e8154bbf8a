// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The app as a caller: what a socket answers to a second start (F54). The command's reader is
// `commandanswer`.
#include "agent/agentanswer.h"

#include "fuzzbytes.h"
#include "fuzzchecks.h"

#include <QJsonDocument>

using namespace framekey;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray line = test::bytes(data, size);
    const auto answer = parseAgentAnswer(line);
    if (!answer)
        return 0;
    const QJsonObject said = QJsonDocument::fromJson(line).object();
    test::mustHold(answer->isDone() == (said.value(u"ok") == true),
                   "done is what says it was, and nothing else");
    test::mustHold(said.value(u"version") == 1, "a version that is known");
    test::mustHold(!answer->given && !answer->content.contains(u"token"), "a token stays unread");
    for (const QString &sentence : {answer->problem, answer->next}) {
        test::mustHold(test::isShownLine(sentence, longestProblem), "a sentence moves no cursor (T7)");
        test::mustHold(sentence.isEmpty() || !answer->isDone(), "what was done has no problem");
    }
    const AgentAnswer sentences{.refusal = answer->refusal, .problem = answer->problem, .next = answer->next};
    const auto again = parseAgentAnswer(formatAgentAnswer(sentences).reveal().chopped(1));
    test::mustHold(again && again->refusal == answer->refusal && again->problem == answer->problem &&
                       again->next == answer->next,
                   "what was understood is understood again");
    return 0;
}
