// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/presentation/order.h"

namespace framekey
{

class Session;

/// Gives the order to the session. False for an order that is the window's own.
bool carryOut(Order order, Session &session);

} // namespace framekey
