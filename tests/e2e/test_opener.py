# SPDX-FileCopyrightText: 2026 The Framekey developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""The browser is opened as the desktop says: through the system's own xdg-open and the person's mimeapps.list."""

import os
import shutil
import unittest

from harness.browser import PROGRAMS
from harness.life import AccountLife

_ENTRY = """[Desktop Entry]
Type=Application
Name=A person with a browser
Exec={program} %u
MimeType=x-scheme-handler/http;x-scheme-handler/https;
"""
_DEFAULTS = """[Default Applications]
x-scheme-handler/http=person.desktop
x-scheme-handler/https=person.desktop
"""


class SystemOpener(AccountLife):
    def test_sign_in_through_the_desktops_own_browser(self):
        self.home.environment["PATH"] = os.environ["PATH"]
        self.assertEqual("/usr/bin/xdg-open", shutil.which("xdg-open"))
        self.make_default_browser()
        self.server = self.oidc_server()
        self.start_with_public_client()
        self.assertIn("Ana Lima", self.sign_in()["text"])
        address, = self.browser.opened()
        self.assertTrue(address.startswith(self.server.endpoints()["authorization"] + "?"), address)

    def make_default_browser(self):
        entries = self.home.folder / "data" / "applications"
        entries.mkdir()
        (entries / "person.desktop").write_text(_ENTRY.format(program=PROGRAMS / "xdg-open"))
        (self.home.folder / "config" / "mimeapps.list").write_text(_DEFAULTS)


if __name__ == "__main__":
    unittest.main()
