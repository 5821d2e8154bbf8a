// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayList>
#include <QString>
#include <QStringList>

#include <optional>

namespace framekey
{

/// The program that a desktop entry of ours starts.
struct EntryProgram {
    QString path;          ///< absolute
    QStringList arguments; ///< before the address
};

/// The value of `Exec` (Desktop Entry Specification, "The Exec key") that starts this program with one
/// address. None where no entry could start it: a control character in its path, or both `%` and `=`.
[[nodiscard]] std::optional<QString> entryExec(const EntryProgram &program);

/// The name of the entry that has a scheme handed to us; `instance` keeps profiles apart.
[[nodiscard]] QString redirectEntryName(const QString &instance, const QString &scheme);

/// Its whole text; empty where no entry could start the program. `previous`: the entries that were the
/// scheme's default before, to be put back one day.
[[nodiscard]] QByteArray redirectEntry(const EntryProgram &program, const QString &scheme,
                                       const QByteArrayList &previous = {});
/// What such a text remembers.
[[nodiscard]] QByteArrayList previousDefaults(const QByteArray &entry);

/// The entries that a `mimeapps.list` makes the scheme's default.
[[nodiscard]] QByteArrayList defaultsIn(const QByteArray &mimeApps, const QString &scheme);
/// A `mimeapps.list` in which this entry is nobody's default for the scheme any more, but those in its place;
/// all else stays as it was.
[[nodiscard]] QByteArray withoutDefault(const QByteArray &mimeApps, const QString &entryName,
                                        const QString &scheme, const QByteArrayList &inItsPlace = {});

} // namespace framekey
