// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/card.h"

namespace framekey
{

class ScopeBox;

/// What scripts may do with an account: whether the person is asked each time.
class ScriptSettingsCard : public Card
{
    Q_OBJECT

public:
    explicit ScriptSettingsCard(QWidget *parent = nullptr);

    void setAskEachTime(bool ask);
    [[nodiscard]] bool askEachTime() const;

private:
    ScopeBox *m_askEachTime;
};

} // namespace framekey
