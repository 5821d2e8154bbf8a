// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace framekey
{

/// Has the next job find the keyring's service, and make a session with it, anew.
void forgetKeyringService();

} // namespace framekey
