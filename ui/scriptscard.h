// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/card.h"
#include "ui/presentation/scriptlines.h"

class QButtonGroup;
class QLabel;
class QPushButton;

namespace framekey
{

class CodeBlock;
class FadingNote;

/// "For your scripts": the command, and on demand lines to paste for curl, Python and Node.
class ScriptsCard : public Card
{
    Q_OBJECT

public:
    explicit ScriptsCard(QWidget *parent = nullptr);

    void setTarget(const ScriptTarget &target);

private:
    void makeLines();
    void makeFirstLines();
    void showLines(bool shown);
    void showLine();
    void copy();
    [[nodiscard]] ScriptLine line() const;

    QLabel *m_command;
    QPushButton *m_expander;
    FadingNote *m_copied;
    QWidget *m_lines;            ///< hidden until asked for
    QButtonGroup *m_choice;      ///< ids are ScriptLine::Tool
    CodeBlock *m_code = nullptr; ///< made when first shown, and so is what follows it
    QPushButton *m_copy = nullptr;
    ScriptTarget m_target;
};

} // namespace framekey
