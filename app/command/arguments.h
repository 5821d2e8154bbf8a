// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "trouble.h"

#include <array>
#include <initializer_list>
#include <optional>
#include <span>
#include <string_view>

namespace framekey::command
{

using Arguments = std::span<char *const>;

/// Reads a verb's arguments one after another: flags, options with a value (`--name V`, `--name=V`, `-n V`,
/// `-nV`) and words. A verb asks of each what it is; what nothing was, is a mistake, answered with the
/// nearest name that was asked for. Nothing is built for it, so that it costs `token` nothing.
class ArgumentReader
{
public:
    using Names = std::initializer_list<std::string_view>;

    /// What stands behind `--`: nothing may, or a command.
    enum class Behind { Nothing, Command };

    explicit ArgumentReader(Arguments arguments, Behind behind = Behind::Nothing)
        : m_left(arguments), m_behind(behind)
    {
    }

    /// Moves to the next argument. False at the end, after `--` and after a mistake.
    bool next();
    bool isFlag(Names names);
    /// One whose value is empty is a mistake: a variable of a script that is not set.
    bool isOption(Names names, std::string_view &value);
    /// A word, the first that fills `value`: a second one is not it.
    bool isWord(std::string_view &value);
    /// The last thing asked of an argument: it is a mistake.
    void isNothing();
    void mistake(std::string problem);

    [[nodiscard]] bool wantsHelp() const { return m_wantsHelp; }
    [[nodiscard]] bool isWrong() const { return m_isWrong; }
    [[nodiscard]] const Trouble &trouble() const { return m_trouble; }
    /// What stands behind `--`.
    [[nodiscard]] Arguments rest() const { return m_left; }
    [[nodiscard]] std::string_view current() const { return m_current; }

private:
    bool isOneOf(Names names, std::string_view asked);
    /// The name of the option, and its value where one is there.
    struct Option {
        std::string_view name;
        std::optional<std::string_view> value;
    };
    std::optional<Option> optionOf(Names names);
    void remember(std::string_view name);
    [[nodiscard]] std::string_view nearest(std::string_view given) const;

    Arguments m_left;
    std::string_view m_current;
    std::array<std::string_view, 48> m_asked; ///< long names that the current argument was not
    std::size_t m_askedCount = 0;
    Trouble m_trouble{ExitCode::Usage, {}, {}};
    Behind m_behind;
    bool m_wantsHelp = false;
    bool m_isWrong = false;
};

} // namespace framekey::command
