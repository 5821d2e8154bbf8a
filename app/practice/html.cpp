// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "html.h"

namespace framekey::practice
{
namespace
{

constexpr std::string_view style = R"(
:root{color-scheme:light dark;--page:#f3f4f6;--card:#fff;--text:#1b1e24;--soft:#565d69;--line:#d5d9e0;
--accent:#3b4fd8;--on-accent:#fff;--note:#fff4d6;--note-text:#5a4300}
@media(prefers-color-scheme:dark){:root{--page:#14161a;--card:#1e2127;--text:#eceef2;--soft:#a5acb8;
--line:#383d47;--accent:#9aa6ff;--on-accent:#11142b;--note:#3a2f12;--note-text:#ffe2a0}}
*{box-sizing:border-box}
body{margin:0;padding:2rem 1rem;background:var(--page);color:var(--text);
font:1rem/1.5 system-ui,"Noto Sans","DejaVu Sans",sans-serif}
main{max-width:31rem;margin:0 auto;background:var(--card);border:1px solid var(--line);border-radius:14px;
padding:1.75rem}
.note{max-width:31rem;margin:0 auto 1rem;padding:.6rem 1rem;border-radius:10px;background:var(--note);
color:var(--note-text);font-size:.9rem}
h1{margin:0 0 .5rem;font-size:1.4rem;line-height:1.3}
p{margin:0 0 1rem}.soft{color:var(--soft)}code{font-size:.85em;color:var(--soft);overflow-wrap:anywhere}
button{font:inherit;color:inherit;cursor:pointer;border:1px solid var(--line);border-radius:10px;
background:transparent;padding:.6rem 1.1rem}
button:hover{border-color:var(--accent)}
:focus-visible{outline:3px solid var(--accent);outline-offset:2px}
.person{display:flex;align-items:center;gap:.9rem;width:100%;margin:0 0 .6rem;padding:.75rem 1rem;text-align:left}
.person b{display:grid;place-items:center;flex:none;width:2.5rem;height:2.5rem;border-radius:50%;
background:var(--accent);color:var(--on-accent);font-size:.9rem}
.person span{display:block}
.scope{display:flex;gap:.75rem;padding:.55rem 0;border-top:1px solid var(--line)}
.scope input{flex:none;width:1.15rem;height:1.15rem;margin:.2rem 0 0;accent-color:var(--accent)}
.scope code{display:block}
fieldset{border:0;margin:0;padding:0}legend{padding:0;margin:0 0 .4rem;font-weight:600}
.decision{display:flex;flex-wrap:wrap;gap:.75rem;margin-top:1.25rem}
.primary{background:var(--accent);border-color:var(--accent);color:var(--on-accent);font-weight:600}
)";

/// A source expression for the origin of an address; its scheme alone where CSP cannot name the host.
std::string cspSource(std::string_view uri)
{
    const size_t colon = uri.find(':');
    std::string scheme(uri.substr(0, colon == std::string_view::npos ? 0 : colon + 1));
    std::string_view rest = uri.substr(scheme.size());
    if (!rest.starts_with("//"))
        return scheme;
    rest = rest.substr(0, rest.find_first_of("/?", 2));
    const bool isWebHost = rest.size() > 2 && rest.find_first_of("[;, '\"") == std::string_view::npos &&
                           scheme.starts_with("http");
    return isWebHost ? scheme + std::string(rest) : scheme;
}

} // namespace

std::string escaped(std::string_view text)
{
    std::string safe;
    for (const char character : text) {
        switch (character) {
        case '&':
            safe += "&amp;";
            break;
        case '<':
            safe += "&lt;";
            break;
        case '>':
            safe += "&gt;";
            break;
        case '"':
            safe += "&quot;";
            break;
        case '\'':
            safe += "&#39;";
            break;
        default:
            safe += character;
        }
    }
    return safe;
}

Answer htmlAnswer(int status, std::string_view title, std::string_view content, std::string_view redirectUri)
{
    Answer answer{.status = status, .contentType = "text/html; charset=utf-8"};
    answer.body.append("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
        .append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
        .append("<link rel=\"icon\" href=\"data:,\">\n<title>")
        .append(escaped(title))
        .append(" - practice</title>\n<style>")
        .append(style)
        .append("</style>\n</head>\n<body>\n")
        .append("<p class=\"note\">Practice: nothing here is real Frame.io.</p>\n<main>\n")
        .append(content)
        .append("</main>\n</body>\n</html>\n");
    // Chromium applies form-action to the redirect after a form as well, so the client's origin is named. A
    // blank at the end is none of a header's, and newer cpp-httplib drops one that ends so.
    const std::string source = cspSource(redirectUri);
    answer.headers.emplace("Content-Security-Policy",
                           "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; "
                           "frame-ancestors 'none'; form-action 'self'" +
                               (source.empty() ? source : ' ' + source));
    answer.headers.emplace("Referrer-Policy", "no-referrer");
    return answer;
}

} // namespace framekey::practice
