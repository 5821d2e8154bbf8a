// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "help.h"
#include "jsonline.h"
#include "output.h"
#include "token.h"
#include "verbs.h"

namespace framekey::command
{

namespace
{

enum class Form { Plain, Json, Header, Curl };

struct TokenOptions {
    TokenWish wish;
    Form form = Form::Plain;
    std::string_view word;

    void take(ArgumentReader &reader);
};

void TokenOptions::take(ArgumentReader &reader)
{
    if (wish.takes(reader))
        return;
    if (reader.isFlag({"--json"}))
        form = Form::Json;
    else if (reader.isFlag({"--header"}))
        form = Form::Header;
    else if (reader.isFlag({"--curl"}))
        form = Form::Curl;
    else if (!reader.isWord(word))
        reader.isNothing();
}

JsonLine json(const Answer &answer)
{
    JsonLine line(6 * (answer.token.reveal().size() + answer.account.size()) + 256);
    answer.account.empty() ? line.null("account") : line.text("account", printable(answer.account));
    line.text("token", answer.token.reveal());
    answer.expiresAt.empty() ? line.null("expiresAt") : line.text("expiresAt", answer.expiresAt);
    answer.expiresIn ? line.number("expiresIn", *answer.expiresIn) : line.null("expiresIn");
    return std::move(line.finish());
}

Secret shaped(const Answer &answer, Form form)
{
    const std::string_view token = answer.token.reveal();
    Secret out(2 * token.size() + 1024);
    if (form == Form::Header)
        out.append("Authorization: Bearer ");
    if (form == Form::Curl)
        out.append("header = \"Authorization: Bearer ");
    for (const char c : token) {
        if (form == Form::Curl && (c == '"' || c == '\\'))
            out.append('\\');
        out.append(c);
    }
    if (form == Form::Curl)
        out.append('"');
    out.append('\n');
    return out;
}

} // namespace

ExitCode runToken(Arguments arguments)
{
    TokenOptions options;
    ArgumentReader reader(arguments);
    while (reader.next())
        options.take(reader);
    options.wish.complete(reader, options.word);
    if (reader.wantsHelp() || reader.isWrong())
        return helpOrComplain(reader, "token");
    const auto answer = obtainToken(options.wish);
    if (!answer)
        return report(answer.error());
    if (options.form == Form::Json)
        return put(json(*answer).line());
    return put(shaped(*answer, options.form).reveal());
}

} // namespace framekey::command
