// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/scriptscard.h"

#include "ui/buttons.h"
#include "ui/codeblock.h"
#include "ui/fadingnote.h"
#include "ui/flowlayout.h"
#include "ui/scopetext.h"
#include "ui/wrappedtext.h"

#include <QButtonGroup>
#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QPushButton>
#include <QRadioButton>
#include <QVBoxLayout>

namespace framekey
{

ScriptsCard::ScriptsCard(QWidget *parent)
    : Card(tr("For your scripts"), parent)
    , m_command(makeGreyLabel({}, this))
    , m_expander(makeLinkButton({}, this))
    , m_copied(new FadingNote(tr("Copied"), this))
    , m_lines(new QWidget(this))
    , m_choice(new QButtonGroup(this))
{
    m_copied->hide();
    auto *row = new QHBoxLayout;
    row->addWidget(m_command, 1);
    row->addWidget(m_expander);
    body().addLayout(row);
    makeLines();
    body().addWidget(m_lines);
    m_lines->hide();
    m_expander->setText(tr("Show lines"));
    connect(m_expander, &QPushButton::clicked, this, [this] { showLines(m_lines->isHidden()); });
}

void ScriptsCard::makeLines()
{
    auto *column = new QVBoxLayout(m_lines);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    auto *row = new FlowLayout(14);
    for (const ScriptLine &line : scriptLines({.api = QUrl(QStringLiteral("https://any.example"))})) {
        auto *button = new QRadioButton(line.name, m_lines);
        m_choice->addButton(button, static_cast<int>(line.tool));
        row->addWidget(button);
    }
    m_choice->button(static_cast<int>(ScriptLine::Tool::Curl))->setChecked(true);
    connect(m_choice, &QButtonGroup::idToggled, this, [this](int, bool on) {
        if (on)
            showLine();
    });
    column->addLayout(row);
}

// A text editor is too much for the window's start.
void ScriptsCard::makeFirstLines()
{
    auto *column = static_cast<QVBoxLayout *>(m_lines->layout());
    m_code = new CodeBlock(m_lines);
    m_copy = makeButton(tr("Copy"), m_lines);
    connect(m_copy, &QPushButton::clicked, this, &ScriptsCard::copy);
    column->addWidget(m_code);
    auto *row = new FlowLayout;
    row->addWidget(m_copy);
    row->addWidget(m_copied);
    m_copied->show();
    column->addLayout(row);
    const auto choices = m_choice->buttons();
    setTabOrder(choices.last(), m_code);
    setTabOrder(m_code, m_copy);
}

void ScriptsCard::setTarget(const ScriptTarget &target)
{
    if (target == m_target && !m_command->text().isEmpty())
        return;
    m_target = target;
    m_command->setFont(fixedFont(font()));
    // A label aligns a text by the text's own direction.
    m_command->setAlignment((isRightToLeft() ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignAbsolute |
                            Qt::AlignVCenter);
    m_command->setText(breakable(tokenCommand(target)));
    m_expander->setVisible(!target.api.isEmpty());
    if (target.api.isEmpty())
        showLines(false);
    else if (!m_lines->isHidden())
        showLine();
}

void ScriptsCard::showLines(bool shown)
{
    if (shown && !m_code)
        makeFirstLines();
    if (shown)
        showLine();
    m_lines->setVisible(shown);
    m_expander->setText(shown ? tr("Hide lines") : tr("Show lines"));
}

ScriptLine ScriptsCard::line() const
{
    const QList<ScriptLine> lines = scriptLines(m_target);
    return lines.value(m_choice->checkedId());
}

void ScriptsCard::showLine()
{
    const ScriptLine shown = line();
    m_code->setCode(tr("%1 line", "curl, Python, …").arg(shown.name), shown.text);
    m_copy->setAccessibleName(tr("Copy the %1 line", "curl, Python, …").arg(shown.name));
}

void ScriptsCard::copy()
{
    QGuiApplication::clipboard()->setText(line().text);
    m_copied->say(tr("Copied"));
}

} // namespace framekey
