// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <functional>

class QWidget;

namespace framekey
{

/// Asks for an existing file, hidden ones too, without blocking. `chosen` is called once, or never.
void chooseFile(QWidget *parent, const QString &title, const QString &filters,
                std::function<void(const QString &path)> chosen);

} // namespace framekey
