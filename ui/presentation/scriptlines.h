// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <QUrl>

namespace framekey
{

/// What a script of this account asks, and by which name it asks for the token.
struct ScriptTarget {
    QUrl api = {};        ///< with its version, as "https://api.frame.io/v4"; empty: not known
    QString account = {}; ///< empty: the default

    friend bool operator==(const ScriptTarget &, const ScriptTarget &) = default;
};

/// A line to paste into a shell (sh, bash, zsh or fish): asks the API who is signed in, with a fresh token
/// that stands in no argument, no file and no environment.
struct ScriptLine {
    enum class Tool { Curl, Python, Node };

    Tool tool = Tool::Curl;
    QString name; ///< "Python"
    QString text;

    friend bool operator==(const ScriptLine &, const ScriptLine &) = default;
};

/// The command alone: `framekey token`.
[[nodiscard]] QString tokenCommand(const ScriptTarget &target);
/// None where the API is not known.
[[nodiscard]] QList<ScriptLine> scriptLines(const ScriptTarget &target);

} // namespace framekey
