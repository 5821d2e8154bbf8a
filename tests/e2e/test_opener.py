# SPDX-FileCopyrightText: 2026 The Framekey developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""The browser is opened as the desktop says: through the system's own xdg-open and the person's mimeapps.list."""

import os
import shutil
import subprocess
import unittest
from urllib.parse import parse_qs, quote, urlencode, urlsplit

from harness.browser import PROGRAMS
from harness.life import AccountLife

# What a shell, or the Exec of a desktop entry, would make something else of.
_OF_THE_SERVER = {"meta": "$(id);`id`'*~ |%u", "quoted": '"\\%s'}

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
        endpoints = self.server.endpoints()
        authorization = f"{endpoints['authorization']}?{urlencode(_OF_THE_SERVER, quote_via=quote)}"
        self.start_with_public_client(endpoints=endpoints | {"authorization": authorization})
        link = self.link_before_any_browser()
        self.assertEqual(_OF_THE_SERVER, {name: parse_qs(urlsplit(link).query)[name][0] for name in _OF_THE_SERVER})
        self.browser.will("allow")
        self.window.press("Open the browser again")
        self.assertIn("Ana Lima", self.browser.outcome()["text"])
        self.window.says("Status", "Signed in")
        self.assertEqual([link], self.browser.opened())
        said = self.login.communicate(timeout=20)[1]
        self.assertEqual(0, self.login.returncode, said)

    def link_before_any_browser(self) -> str:
        self.window.button("Sign in to Frame.io")
        order = [os.environ["FRAMEKEY_COMMAND"], "login", "--no-browser"]
        self.login = subprocess.Popen(order, env=self.home.environment, stdin=subprocess.DEVNULL,
                                      stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        self.addCleanup(self.login.kill)
        return self.login.stdout.readline().strip()

    def make_default_browser(self):
        entries = self.home.folder / "data" / "applications"
        entries.mkdir()
        (entries / "person.desktop").write_text(_ENTRY.format(program=PROGRAMS / "xdg-open"))
        (self.home.folder / "config" / "mimeapps.list").write_text(_DEFAULTS)


if __name__ == "__main__":
    unittest.main()
