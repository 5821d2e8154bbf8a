// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "help.h"
#include "orderline.h"
#include "output.h"
#include "verbs.h"

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <sys/stat.h>
#include <unistd.h>

namespace framekey::command
{

namespace
{

struct AccountOptions {
    OrderOptions order;
    std::string_view what;
    std::string_view first;
    std::string_view second;
    std::string_view envFile;
    bool practice = false;
};

/// From / on: the app stands in another folder. What only this process has (a pipe, its own descriptor) is
/// none.
std::expected<std::string, Trouble> wholePath(std::string_view path)
{
    const std::string given(path);
    struct stat status{};
    char *whole = ::realpath(given.c_str(), nullptr);
    std::string result = whole != nullptr ? whole : "";
    std::free(whole);
    if (result.empty() || ::stat(result.c_str(), &status) != 0)
        return std::unexpected(Trouble{ExitCode::Failed, given + ": " + std::strerror(errno) + '.'});
    const bool isOfProcess = given.starts_with("/dev/") || given.starts_with("/proc/");
    if (!S_ISREG(status.st_mode) || isOfProcess)
        return std::unexpected(
            Trouble{ExitCode::Failed, given + " is no ordinary file.", "Give --env-file the file itself."});
    return result;
}

/// `otherwise`: where the answer says that nothing was added.
ExitCode tell(AccountOptions &options, Request &request, std::string_view done,
              std::string_view otherwise = {})
{
    const auto answer = answered(carryOut(request, options.order));
    if (!answer)
        return answer.error();
    const std::string name = textOf(*answer, "account");
    const bool isOther = !otherwise.empty() && !flagOf(*answer, "added", true);
    say(std::string(isOther ? otherwise : done) + (name.empty() ? std::string(options.first) : name) + ".");
    return options.order.json ? putMembers(*answer) : ExitCode::Good;
}

ExitCode add(AccountOptions &options)
{
    Request request = Request::order("add");
    request.text("name", options.first);
    if (options.practice) {
        request.flag("practice");
    } else {
        const auto path = wholePath(options.envFile);
        if (!path)
            return report(path.error());
        request.text("envFile", *path);
    }
    return tell(options, request, "Added ", options.practice ? "It was there already: " : "Updated ");
}

ExitCode change(AccountOptions &options)
{
    Request request = Request::order(options.what);
    request.text("account", options.first);
    options.order.account = options.first;
    if (options.what == "rename")
        request.text("name", options.second);
    if (options.what == "remove")
        return tell(options, request, "Removed ");
    return tell(options, request, options.what == "rename" ? "The name is now " : "The default is now ");
}

void check(ArgumentReader &reader, const AccountOptions &options)
{
    const bool isAdd = options.what == "add";
    const bool isRename = options.what == "rename";
    if (!isAdd && !isRename && options.what != "remove" && options.what != "default")
        reader.mistake("Behind 'account' stands add, remove, rename or default.");
    else if (options.first.empty())
        reader.mistake("Which account? Its name is missing.");
    else if (isRename == options.second.empty())
        reader.mistake(isRename ? "The new name is missing." : "That is one name too many.");
    else if (isAdd && options.practice == !options.envFile.empty())
        reader.mistake("Give --env-file FILE, or --practice.");
    else if (!isAdd && (options.practice || !options.envFile.empty()))
        reader.mistake("--env-file and --practice are of 'account add'.");
}

} // namespace

ExitCode runAccount(Arguments arguments)
{
    AccountOptions options;
    ArgumentReader reader(arguments);
    while (reader.next()) {
        if (reader.isFlag({"--practice"}))
            options.practice = true;
        else if (!reader.isOption({"--env-file"}, options.envFile) && !options.order.takes(reader) &&
                 !reader.isWord(options.what) && !reader.isWord(options.first) &&
                 !reader.isWord(options.second))
            reader.isNothing();
    }
    if (!reader.wantsHelp())
        check(reader, options);
    if (reader.wantsHelp() || reader.isWrong())
        return helpOrComplain(reader, "account");
    return options.what == "add" ? add(options) : change(options);
}

} // namespace framekey::command
