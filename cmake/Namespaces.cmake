# SPDX-FileCopyrightText: 2026 The Framekey developers
# SPDX-License-Identifier: GPL-3.0-or-later
include_guard(GLOBAL)

find_program(FRAMEKEY_UNSHARE unshare REQUIRED)

# Whether this machine lets an ordinary user make these namespaces, as options of unshare: as root the tests run as one,
# so it is one who has to be allowed this.
function(framekey_may_make_namespaces result)
  execute_process(COMMAND id -u OUTPUT_VARIABLE user OUTPUT_STRIP_TRAILING_WHITESPACE COMMAND_ERROR_IS_FATAL ANY)
  set(ordinarily)
  if(user EQUAL 0)
    set(ordinarily runuser -u nobody --)
  endif()
  execute_process(COMMAND ${ordinarily} ${FRAMEKEY_UNSHARE} --map-root-user ${ARGN} true
                  RESULT_VARIABLE refused OUTPUT_QUIET ERROR_QUIET)
  if(refused)
    set(${result} FALSE PARENT_SCOPE)
  else()
    set(${result} TRUE PARENT_SCOPE)
  endif()
endfunction()
