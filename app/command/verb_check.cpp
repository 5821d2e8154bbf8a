// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "appprogram.h"
#include "help.h"
#include "links.h"
#include "orderline.h"
#include "output.h"
#include "tokenwish.h"
#include "verbs.h"

namespace framekey::command
{

namespace
{

std::expected<Json, Trouble> linksOf(Request &request, const OrderOptions &options)
{
    auto answer = carryOut(request, options, true);
    if (!answer)
        return answer;
    Json links = answer->value("links", Json::array());
    for (const Json &one : links) {
        if (!one.is_object())
            return std::unexpected(Trouble{ExitCode::Failed, "Framekey's answer is not understood.", {}});
    }
    return links;
}

std::expected<OrderOptions, ExitCode> readDoctorLine(Arguments arguments, bool &wantsReport)
{
    OrderOptions options;
    std::string_view word;
    ArgumentReader reader(arguments);
    while (reader.next()) {
        const bool isReport = reader.isFlag({"--report"});
        wantsReport = wantsReport || isReport;
        if (!isReport && !options.takes(reader) && !options.takesAccount(reader) && !reader.isWord(word))
            reader.isNothing();
    }
    options.complete(reader, word);
    options.readEnvironment();
    if (reader.wantsHelp() || reader.isWrong())
        return std::unexpected(helpOrComplain(reader, "doctor"));
    return options;
}

// The whole of it, whatever account was named: what is wrong may lie elsewhere.
ExitCode putReport(const OrderOptions &options)
{
    Request request = options.request("report");
    const auto answer = answered(carryOut(request, options, true));
    if (!answer)
        return answer.error();
    if (options.json)
        return putMembers(*answer);
    std::string text;
    for (const Json &line : answer->value("lines", Json::array())) {
        if (line.is_string())
            text += printable(line.get_ref<const std::string &>()) + '\n';
    }
    return put(text);
}

Json programLink()
{
    const auto program = appProgram();
    if (program)
        return link("program", "good", *program + " is there.");
    return link("program", "bad", "framekey-app is neither beside this program nor on PATH.",
                "Install Framekey whole.");
}

Json placeLink(const std::expected<SocketPlace, Trouble> &place)
{
    if (!place)
        return link("socket", "bad", place.error().problem, place.error().next);
    if (lookAtFolder(*place) == Folder::Untrusted)
        return link("socket", "bad", untrusted(place->folder).problem, untrusted(place->folder).next);
    return link("socket", "good", place->path + " can be trusted.");
}

} // namespace

ExitCode runCheck(Arguments arguments)
{
    OrderOptions options;
    std::string_view length;
    std::string_view scopes;
    std::string_view word;
    ArgumentReader reader(arguments);
    while (reader.next()) {
        if (!reader.isOption({"--for"}, length) && !reader.isOption({"--scopes", "-s"}, scopes) &&
            !options.takes(reader) && !options.takesAccount(reader) && !reader.isWord(word))
            reader.isNothing();
    }
    const long seconds = length.empty() ? 8L * 3600 : durationOf(reader, "--for", length);
    options.complete(reader, word);
    options.readEnvironment();
    if (reader.wantsHelp() || reader.isWrong())
        return helpOrComplain(reader, "check");
    Request request = options.request("check");
    request.number("seconds", seconds);
    if (!scopes.empty())
        request.list("scopes", scopes);
    const auto links = linksOf(request, options);
    return links ? putLinks(*links, options.json) : report(links.error());
}

ExitCode runDoctor(Arguments arguments)
{
    bool wantsReport = false;
    const auto options = readDoctorLine(arguments, wantsReport);
    if (!options)
        return options.error();
    if (wantsReport)
        return putReport(*options);
    const auto place = socketPlace();
    Json links = Json::array({programLink(), placeLink(place)});
    Request request = options->request("doctor");
    const auto told = linksOf(request, *options);
    if (told) {
        links.push_back(link("app", "good", "Framekey runs and answers."));
        links.insert(links.end(), told->begin(), told->end());
    } else {
        links.push_back(link("app", "bad", told.error().problem, told.error().next));
    }
    const ExitCode meaning = putLinks(links, options->json);
    return told || meaning == ExitCode::Good ? meaning : told.error().exitCode;
}

} // namespace framekey::command
