// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

class QDebug;

namespace framekey
{

/// A value that must not be seen: a token, a code, a verifier, a client secret.
/// It cannot be printed, streamed or turned into text by accident; `reveal()` is the one way out and
/// is called where the value goes on the wire or into the keychain. Its bytes are wiped when it ends.
class Secret
{
public:
    Secret() = default;
    explicit Secret(const QByteArray &value);
    /// Without a copy: the bytes are wiped with this, where nobody else shares them.
    static Secret taking(QByteArray &&value);
    Secret(const Secret &other);
    Secret(Secret &&other) noexcept;
    Secret &operator=(const Secret &other);
    Secret &operator=(Secret &&other) noexcept;
    ~Secret();

    [[nodiscard]] bool isEmpty() const { return m_value.isEmpty(); }
    /// The bytes themselves, owned by this object; copies that a caller makes are the caller's to end.
    [[nodiscard]] const QByteArray &reveal() const { return m_value; }

    /// Compares without telling by its duration how much was equal.
    friend bool operator==(const Secret &a, const Secret &b);
    friend QDebug operator<<(QDebug, const Secret &) = delete;

private:
    void wipe();

    QByteArray m_value;
};

/// True where every byte is printable ASCII without space, the only form a token may have here:
/// RFC 6749 appendix A.12 and A.17 allow a little more, but no header, line or terminal does.
[[nodiscard]] bool isTokenText(const QByteArray &text);

} // namespace framekey
