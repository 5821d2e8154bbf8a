// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "faultspec.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace framekey::practice
{
namespace
{

enum class Argument { None, Number, Text };

struct Kind {
    std::string_view name;
    Argument argument;
};

constexpr std::array kinds = std::to_array<Kind>({
    {"delay", Argument::Number},        {"500", Argument::None},       {"502", Argument::None},
    {"503", Argument::Number},          {"429", Argument::Number},     {"invalid_grant", Argument::None},
    {"invalid_client", Argument::None}, {"error", Argument::Text},     {"status", Argument::Number},
    {"body", Argument::Text},           {"malformed", Argument::None}, {"html", Argument::None},
    {"empty", Argument::None},          {"huge", Argument::None},      {"lost", Argument::None},
    {"drop", Argument::Number},         {"hang", Argument::None},      {"noexpiry", Argument::None},
    {"norefresh", Argument::None},      {"noscope", Argument::None},   {"redirect", Argument::Text},
    {"milliseconds", Argument::None},   {"ride", Argument::None},
});

constexpr std::array<std::string_view, 4> endpoints{"authorize", "token", "me", "revoke"};
constexpr std::array<std::string_view, 2> grantTypes{"authorization_code", "refresh_token"};

std::optional<unsigned long> parsedNumber(std::string_view text)
{
    unsigned long number = 0;
    const char *end = text.data() + text.size();
    const auto [stopped, error] = std::from_chars(text.data(), end, number);
    if (text.empty() || error != std::errc() || stopped != end || number > 1'000'000'000)
        return std::nullopt;
    return number;
}

bool isOneOf(std::string_view text, auto const &known)
{
    return std::ranges::find(known, text) != known.end();
}

/// Takes `,key=value` off the end: from there, because an argument may hold commas of its own.
std::optional<std::pair<std::string_view, std::string_view>> takeOption(std::string_view &spec)
{
    const size_t comma = spec.rfind(',');
    if (comma == std::string_view::npos)
        return std::nullopt;
    const std::string_view option = spec.substr(comma + 1);
    const size_t equals = std::min(option.find('='), option.size());
    if (!isOneOf(option.substr(0, equals), std::array<std::string_view, 4>{"at", "grant", "skip", "times"}))
        return std::nullopt;
    spec = spec.substr(0, comma);
    return std::pair(option.substr(0, equals), option.substr(std::min(equals + 1, option.size())));
}

bool setOption(Fault &fault, std::string_view key, std::string_view value)
{
    if (key == "at") {
        fault.at = value;
        return isOneOf(value, endpoints);
    }
    if (key == "grant") {
        fault.grantType = value;
        return isOneOf(value, grantTypes);
    }
    const auto number = parsedNumber(value);
    if (key == "skip")
        fault.skip = number.value_or(0);
    else
        fault.times = number;
    return number.has_value();
}

bool isGoodArgument(const Kind &kind, std::string_view argument)
{
    if (kind.argument == Argument::None)
        return argument.empty();
    if (kind.name == "status") {
        const auto status = parsedNumber(argument);
        return status && *status >= 200 && *status <= 599;
    }
    return kind.argument == Argument::Number ? parsedNumber(argument).has_value() : !argument.empty();
}

} // namespace

unsigned long Fault::number() const
{
    return parsedNumber(argument).value_or(0);
}

std::expected<Fault, std::string> parseFault(std::string_view spec)
{
    Fault fault{.spec = std::string(spec)};
    const std::string where = "fault '" + fault.spec + "': ";
    while (const auto option = takeOption(spec)) {
        if (!setOption(fault, option->first, option->second))
            return std::unexpected(where + "bad value for " + std::string(option->first));
    }
    const size_t colon = std::min(spec.find(':'), spec.size());
    fault.name = spec.substr(0, colon);
    fault.argument = spec.substr(std::min(colon + 1, spec.size()));
    const auto kind = std::ranges::find(kinds, fault.name, &Kind::name);
    if (kind == kinds.end())
        return std::unexpected(where + "there is no fault of that name");
    if (!isGoodArgument(*kind, fault.argument))
        return std::unexpected(where + "the part behind the colon is missing, wrong or too much");
    if (!fault.grantType.empty() && fault.at != "token")
        return std::unexpected(where + "grant= goes with at=token only");
    return fault;
}

std::string_view faultHelp()
{
    return R"(Faults: NAME[:ARG][,at=authorize|token|me|revoke][,grant=authorization_code|refresh_token][,skip=N][,times=N]
  answered instead:  500  502  503:S  429:S (Retry-After)  status:N  error:CODE  invalid_grant  invalid_client
                     malformed  html  empty  huge (64 MiB)  body:TEXT  redirect:URL (307)  hang
                     ride (Adobe wants something of the person first)
  answered, then:    delay:MS  lost (closed without a byte)  drop:N (reset after N bytes of the body)
  answered without:  noexpiry  norefresh  noscope
  answered with:     milliseconds (expires_in counts them)
The first fault that fits is applied; at=token unless said. skip=N lets N requests pass, times=N hits N.)";
}

} // namespace framekey::practice
