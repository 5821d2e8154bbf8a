# SPDX-FileCopyrightText: 2026 The Framekey developers
# SPDX-License-Identifier: GPL-3.0-or-later
#
# The .deb. It has no maintainer scripts: desktop entries and icons are dpkg's triggers' business, and what people keep
# in their homes is theirs, a purge or not.

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME framekey)
set(CPACK_PACKAGE_CONTACT "The Framekey developers <maintainers@framekey.invalid>")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_PACKAGE_DIRECTORY ${PROJECT_BINARY_DIR})
set(CPACK_STRIP_FILES ON)
set(CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS
    OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE WORLD_READ WORLD_EXECUTE)

set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_RELEASE 1)
set(CPACK_DEBIAN_PACKAGE_SECTION net)
set(CPACK_DEBIAN_PACKAGE_PRIORITY optional)
set(CPACK_DEBIAN_PACKAGE_CONTROL_STRICT_PERMISSION ON)

# The libraries name themselves (libqt6gui6 holds the xcb plugin); these are run or loaded by name.
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_DEPENDS xdg-utils)
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS
    "gnome-keyring | kwalletmanager | libkf5wallet-bin | libkf6wallet-bin, libsecret-1-0, qt6-wayland, openssl, libnss3-tools, default-dbus-session-bus | dbus-session-bus")

set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "Frame.io sign-in for a desktop")
set(CPACK_DEBIAN_PACKAGE_DESCRIPTION
"Framekey signs a person in to Frame.io with their own browser (OAuth 2.0
authorization code flow with PKCE), shows who is signed in, what was granted
and until when, and renews, re-authorizes or signs out with a click.
.
The command framekey gives scripts a fresh access token, and starts Framekey
where it does not run.
.
Refresh tokens are kept in the desktop's keychain. A practice server is
included, so that everything can be tried with nothing registered anywhere.
.
Framekey is not made by Frame.io or Adobe.")

include(CPack)
