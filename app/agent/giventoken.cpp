// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/giventoken.h"

#include "agent/statusdocument.h"

#include <QByteArray>

#include <chrono>

namespace framekey
{

namespace
{

// An object of JSON, member by member. Not through QJsonObject: it keeps copies that nobody wipes, and took a
// sixth of what the app does for a call (docs/performance.md).
class Line
{
public:
    // A buffer that grew would leave a copy behind; no byte becomes more than six.
    explicit Line(qsizetype texts) { m_line.reserve(6 * texts + 128); }

    void text(const char *name, const QByteArray &value)
    {
        member(name);
        m_line += '"';
        for (const char c : value)
            character(c);
        m_line += '"';
    }

    void value(const char *name, const QByteArray &value)
    {
        member(name);
        m_line += value;
    }

    Secret finish()
    {
        m_line += "}\n";
        return Secret::taking(std::move(m_line));
    }

private:
    void member(const char *name)
    {
        m_line += m_line.isEmpty() ? "{\"" : ",\"";
        m_line += name;
        m_line += "\":";
    }

    void character(char c)
    {
        constexpr const char *digits = "0123456789abcdef";
        const auto byte = static_cast<unsigned char>(c);
        if (c == '"' || c == '\\')
            m_line += '\\';
        if (byte >= 0x20)
            m_line += c;
        else
            m_line.append("\\u00").append(digits[byte / 16]).append(digits[byte % 16]);
    }

    QByteArray m_line;
};

} // namespace

Secret formatGivenToken(const GivenToken &given)
{
    const QByteArray account = given.account.toUtf8();
    const QByteArray note = given.note.toUtf8();
    const auto left = std::chrono::floor<std::chrono::seconds>(given.token.remaining);
    Line line(given.token.token.reveal().size() + account.size() + note.size());
    line.text("token", given.token.token.reveal());
    line.text("account", account);
    line.text("expiresAt", wireInstant(given.token.expiresAt).toLatin1());
    line.value("expiresIn", QByteArray::number(qint64(left.count())));
    if (!note.isEmpty())
        line.text("note", note);
    line.value("ok", "true");
    line.value("version", "1");
    return line.finish();
}

} // namespace framekey
