// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "person.h"

#include "form.h"
#include "scope.h"

#include <httplib.h>

namespace framekey::practice
{
namespace
{

constexpr time_t patienceSeconds = 20;

struct Address {
    std::string origin;
    std::string target;
};

Address split(const std::string &address)
{
    const size_t authority = address.find("://");
    const size_t path = authority == std::string::npos ? authority : address.find('/', authority + 3);
    if (path == std::string::npos)
        return {address, "/"};
    return {address.substr(0, path), address.substr(path)};
}

httplib::Client clientOf(const std::string &origin)
{
    httplib::Client client(origin);
    client.set_url_encode(false); // it is, already
    client.set_read_timeout(patienceSeconds);
    return client;
}

std::unexpected<std::string> ended(std::string_view step, const httplib::Result &result)
{
    const std::string how = result ? "answered " + std::to_string(result->status) : "did not answer";
    return std::unexpected(std::string(step) + ' ' + how);
}

/// The page's hidden field; the server writes it so (pages.cpp).
std::string transactionOf(const std::string &page)
{
    constexpr std::string_view before = "name=\"transaction\" value=\"";
    const size_t start = page.find(before);
    if (start == std::string::npos)
        return {};
    const size_t first = start + before.size();
    return page.substr(first, page.find('"', first) - first);
}

/// cpp-httplib 0.11 undoes the %XX of every header; of what is in ours, only a blank has to be one again.
std::string withoutBlanks(const std::string &address)
{
    std::string whole;
    for (const char c : address)
        whole += c == ' ' ? std::string("%20") : std::string(1, c);
    return whole;
}

std::string bodyOf(const std::string &transaction, const std::string &decision, const Scope &scope)
{
    std::string body = "transaction=" + percentEncoded(transaction) + decision;
    for (const std::string &token : scope)
        body += "&scope=" + percentEncoded(token);
    return body;
}

} // namespace

std::expected<void, std::string> allowAll(const std::string &link)
{
    constexpr const char *form = "application/x-www-form-urlencoded";
    const auto [origin, target] = split(link);
    httplib::Client server = clientOf(origin);
    const auto page = server.Get(target);
    const std::string transaction = page ? transactionOf(page->body) : std::string();
    if (transaction.empty())
        return ended("the sign-in page", page);
    const auto person = server.Post("/oauth2/auth/login", bodyOf(transaction, "&person=ana", {}), form);
    if (!person || person->status != 200)
        return ended("the login", person);
    const Scope scope =
        parseScope(Form(target.substr(std::min(target.find('?'), target.size() - 1) + 1)).value("scope"));
    const auto consent =
        server.Post("/oauth2/auth/consent", bodyOf(transaction, "&decision=allow", scope), form);
    if (!consent || !consent->has_header("Location"))
        return ended("the consent", consent);
    const auto [client, redirect] = split(withoutBlanks(consent->get_header_value("Location")));
    httplib::Client waiting = clientOf(client);
    const auto shown = waiting.Get(redirect);
    if (!shown || shown->status != 200)
        return ended("the redirect", shown);
    return {};
}

std::expected<void, std::string> post(const std::string &address)
{
    const auto [origin, target] = split(address);
    httplib::Client server = clientOf(origin);
    const auto answer = server.Post(target, "", "text/plain");
    if (!answer || answer->status != 200)
        return ended(target, answer);
    return {};
}

} // namespace framekey::practice
