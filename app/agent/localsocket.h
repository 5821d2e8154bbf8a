// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <optional>
#include <utility>

namespace framekey
{

/// A descriptor of a stream socket in the file system, closed with this. Nothing here ever blocks. Not
/// QLocalSocket and QLocalServer: those take three times the processor's time for a call, keep copies of what
/// is written that nobody wipes, and stop listening for good when descriptors run out (F55).
class LocalSocket
{
public:
    enum class Accepting { Accepted, NobodyThere, NoDescriptorLeft };
    enum class Reading { Some, NothingYet, Ended };

    LocalSocket() = default;
    LocalSocket(LocalSocket &&other) noexcept : m_descriptor(std::exchange(other.m_descriptor, -1)) {}
    LocalSocket &operator=(LocalSocket &&other) noexcept
    {
        std::swap(m_descriptor, other.m_descriptor);
        return *this;
    }
    ~LocalSocket() { close(); }

    /// Listens at this path, for this user alone (mode 0600). The path must be free.
    [[nodiscard]] bool listen(const QString &path);
    [[nodiscard]] Accepting accept(LocalSocket &accepted) const;
    /// Appends what has come, up to `most` bytes and no more than 4 KiB at once.
    [[nodiscard]] Reading read(QByteArray &bytes, qsizetype most) const;
    /// At once, into the kernel's buffer, from where a slow peer reads it also when this is closed; as much
    /// as that can hold. A peer that has gone does no harm.
    void write(const QByteArray &bytes) const;
    void close();

    [[nodiscard]] bool isOpen() const { return m_descriptor >= 0; }
    [[nodiscard]] int descriptor() const { return m_descriptor; }

private:
    int m_descriptor = -1;
};

/// Tells whether a path still leads to the same file (its inode). None: nothing is there.
[[nodiscard]] std::optional<quint64> fileNumber(const QString &path);

} // namespace framekey
