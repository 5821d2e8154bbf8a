# SPDX-FileCopyrightText: 2026 The Framekey developers
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Qt Test's QTRY macros as of 6.8 narrow a duration in whoever uses them (6.4 and 6.11 do not): there the conversions in
# our tests are left to the builds on the other two.
if(Qt6_VERSION VERSION_GREATER_EQUAL 6.7 AND Qt6_VERSION VERSION_LESS 6.11)
  add_compile_options(-Wno-conversion)
endif()
