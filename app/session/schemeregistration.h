// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/handover.h"

#include <QString>

#include <functional>

namespace framekey
{

/// Port: the program that the desktop hands the addresses of a scheme to, for this user alone. Answers come
/// later, on the caller's thread, and always within seconds.
class SchemeRegistration
{
public:
    using Told = std::function<void(HandOver)>;

    virtual ~SchemeRegistration() = default;
    virtual void ask(const QString &scheme, Told told) = 0;
    /// Makes it this program, and tells what came of it.
    virtual void enter(const QString &scheme, Told told) = 0;
    /// Takes away what `enter` made; another program's registration stays.
    virtual void remove(const QString &scheme) = 0;
};

} // namespace framekey
