# SPDX-FileCopyrightText: 2026 The Framekey developers
# SPDX-License-Identifier: GPL-3.0-or-later
#
# The preset `sanitized`: every program brings along how it is to be watched and where it notes that, since tests start
# many of them with an environment of their own.
option(FRAMEKEY_SANITIZED "Built with sanitizers and coverage: reports and profiles go into folders of the build" OFF)

if(FRAMEKEY_SANITIZED)
  add_library(framekey-sanitized OBJECT ${CMAKE_CURRENT_LIST_DIR}/../tests/sanitized/defaults.cpp)
  set_target_properties(framekey-sanitized PROPERTIES AUTOMOC OFF AUTOUIC OFF AUTORCC OFF)
  target_compile_definitions(framekey-sanitized PRIVATE
    FRAMEKEY_REPORTS="${CMAKE_BINARY_DIR}/reports" FRAMEKEY_PROFILES="${CMAKE_BINARY_DIR}/profiles"
    FRAMEKEY_SUPPRESSIONS="${CMAKE_CURRENT_SOURCE_DIR}/tests/sanitized/leaks.txt")
  # What only reads the options is not watched itself.
  target_compile_options(framekey-sanitized PRIVATE -fno-sanitize=all)
  link_libraries($<$<STREQUAL:$<TARGET_PROPERTY:TYPE>,EXECUTABLE>:framekey-sanitized>)
endif()
