// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "oauth/pastedaddress.h"

#include <QRegularExpression>

#include <algorithm>

namespace framekey
{

namespace
{

constexpr qsizetype shortestCode = 8;
constexpr qsizetype mostReadings = 32;

// Zero-width characters that chats put in as places to break at, and byte order marks.
QString withoutInvisible(const QString &text)
{
    static const QRegularExpression invisible(
        QStringLiteral("[\\x{200b}-\\x{200f}\\x{2060}\\x{feff}\\x{ad}]"));
    return QString(text).remove(invisible);
}

// [text](address) of Markdown, <address|text> of Slack, href="address" of HTML.
QString linkTarget(const QString &text)
{
    static const QRegularExpression link(
        QStringLiteral("\\]\\(\\s*<?([^)>]+)|<([^|<>]+)\\||href\\s*=\\s*[\"']([^\"']+)"),
        QRegularExpression::CaseInsensitiveOption);
    const QRegularExpressionMatch match = link.match(text);
    return match.hasMatch() ? match.captured(match.lastCapturedIndex()) : text;
}

QString unwrapped(const QString &word)
{
    static const QRegularExpression wrapping(
        QStringLiteral("^[<\"'`(\\[{*\\x{2018}-\\x{201f}\\x{ab}\\x{bb}]+|[>\"'`)\\]},.;:!*\\\\\\x{2026}\\x{"
                       "2018}-\\x{201f}\\x{ab}\\x{bb}]+$"));
    return QString(word).remove(wrapping);
}

QString withoutEntities(QString text)
{
    static const QRegularExpression ampersand(QStringLiteral("&(amp|#38|#x26);"),
                                              QRegularExpression::CaseInsensitiveOption);
    return text.replace(ampersand, QStringLiteral("&"));
}

QString decoded(const QString &text)
{
    static const QRegularExpression broken(QStringLiteral("%(?![0-9A-Fa-f]{2})"));
    return text.contains(broken) ? text : QString::fromUtf8(QByteArray::fromPercentEncoding(text.toUtf8()));
}

// Single words first; then what was broken over lines, then what was broken by blanks too.
QStringList candidates(const QString &text)
{
    static const QRegularExpression space(QStringLiteral("\\s+"),
                                          QRegularExpression::UseUnicodePropertiesOption);
    static const QRegularExpression lineBreak(QStringLiteral("[ \\t>]*[\\r\\n\\x{2028}\\x{2029}][\\s>]*"),
                                              QRegularExpression::UseUnicodePropertiesOption);
    QStringList words = text.split(space, Qt::SkipEmptyParts);
    words += QString(text).remove(lineBreak).split(space, Qt::SkipEmptyParts);
    words += QString(text).remove(space);
    std::ranges::transform(words, words.begin(), unwrapped);
    words.removeDuplicates();
    return words;
}

// Every query in it: an address may stand in another's parameter, as in the warning pages of mail services.
void addReadings(QList<AuthorizationResponse> &readings, const QString &address)
{
    static const QRegularExpression query(QStringLiteral("(?:^|\\?)(?=[A-Za-z0-9_.-]+=)([^?#]*)"));
    for (const QRegularExpressionMatch &match : query.globalMatch(address)) {
        const auto response = AuthorizationResponse::parse(match.captured(1).toUtf8());
        if (response && (response->code || response->error) && readings.size() < mostReadings)
            readings.append(*response);
    }
}

// With `code=` before it or not. Only what codes are made of: a password or an address from the clipboard is
// not to be sent anywhere.
std::optional<Secret> codeAlone(const QString &text, const QString &redirectUri, const QList<Secret> &noCodes)
{
    static const QRegularExpression whole(QStringLiteral("^[A-Za-z0-9._~+/-]+={0,2}$"));
    const QStringList words = candidates(text);
    // One word, or one that was broken over lines; of a sentence none is the code.
    static const QRegularExpression blankInside(QStringLiteral("[^\\s]([ \\t]|\\x{a0})+[^\\s]"));
    if (words.isEmpty() || text.trimmed().contains(blankInside))
        return std::nullopt;
    static const QRegularExpression itsName(QStringLiteral("^\\??code="));
    const QString word = decoded(QString(words.constLast()).remove(itsName));
    const Secret code(word.toUtf8());
    const bool isOne = code.reveal().size() >= shortestCode && isTokenText(code.reveal()) &&
                       whole.match(word).hasMatch() && !redirectUri.contains(word) && !noCodes.contains(code);
    return isOne ? std::optional(code) : std::nullopt;
}

// What says whose it is, is vetted by that.
bool saysWhoseItIs(const AuthorizationResponse &reading)
{
    return reading.state || reading.error || reading.issuer;
}

} // namespace

PastedAddress parsePastedAddress(const QString &text, const QString &redirectUri,
                                 const QList<Secret> &noCodes)
{
    PastedAddress pasted;
    if (text.size() > longestPaste)
        return pasted;
    const QString address = withoutEntities(linkTarget(withoutInvisible(text)));
    const QStringList words = candidates(address);
    for (const QString &word : words)
        addReadings(pasted.readings, word);
    for (const QString &word : words)
        addReadings(pasted.readings, decoded(word));
    if (std::ranges::none_of(pasted.readings, saysWhoseItIs))
        pasted.code = codeAlone(address, redirectUri, noCodes);
    return pasted;
}

} // namespace framekey
