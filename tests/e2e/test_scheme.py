# SPDX-FileCopyrightText: 2026 The Framekey developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""A redirect with a scheme of its own: registered on request, handed over by a real Chromium, or pasted."""

import json
import os
import shutil
import subprocess
import unittest
from urllib.parse import parse_qs, urlsplit

from harness.browser import PROGRAMS
from harness.life import SCOPES, AccountLife
from harness.window import wait_for

HANDED_OVER = "io.framekey.e2e+0123456789abcdef://callback/native"  # as in oidc/provider.mjs
ADOBES = "adobe+5f0c3a1b9d2e4f60718293a4b5c6d7e8f9012345://adobeid/practice-native"
V4_SCOPES = ["openid", "email", "profile"]
_HANDING = PROGRAMS.parent / "handing"


class Scheme(AccountLife):
    redirect_uri = HANDED_OVER

    @property
    def scheme(self) -> str:
        return self.redirect_uri.split(":", 1)[0]

    def setUp(self):
        super().setUp()
        self.home.environment |= {"FRAMEKEY_APP": os.environ["FRAMEKEY_APP"],
                                  "PATH": f"{_HANDING}:{os.environ['PATH']}"}

    def start_with_native_client(self, **account):
        self.home.write_account(**({"clientId": "framekey-native", "clientAuthentication": "none", "scopes": SCOPES,
                                    "redirectUri": self.redirect_uri,
                                    "endpoints": self.server.endpoints()} | account))
        self.start()

    def entries(self) -> list[str]:
        folder = self.home.folder / "data" / "applications"
        return sorted(entry.name for entry in folder.glob("io.framekey.*")) if folder.exists() else []

    def sign_in_by_hand_over(self, register: bool):
        self.browser.will("allow", hand_over=self.scheme)
        self.window.press("Sign in to Frame.io")
        if register:
            self.window.says("Message", "does not know yet that it is for Framekey")
            self.assertEqual([], self.browser.opened())
            self.window.press("Register with this desktop")
        self.window.says("Status", "Signed in", patience=60)
        self.browser.has_done_enough()
        self.assertTrue(self.browser.outcome()["handedOver"].startswith(f"{self.redirect_uri}?"))

    def allowed_address(self) -> str:
        """The redirect of a browser that hands nothing over."""
        self.browser.will("allow", hand_over=self.scheme)
        self.browser.has_done_enough()
        self.window.press("Sign in to Frame.io")
        self.window.press("Open the browser")
        return self.browser.outcome()["handedOver"]


class HandOver(Scheme):
    def test_to_oidc_provider_with_iss(self):
        self.server = self.oidc_server("--iss", "on")
        self.start_with_native_client(issuer=self.server.base)
        self.life()
        self.assertIn("iss=", self.browser.handed()[0])

    def test_to_oidc_provider_without_iss(self):
        self.server = self.oidc_server("--iss", "off")
        self.start_with_native_client()
        self.sign_in_by_hand_over(register=True)
        self.assertNotIn("iss=", self.browser.handed()[0])

    def life(self):
        self.sign_in_by_hand_over(register=True)
        self.assertEqual(1, len(self.entries()), self.entries())
        self.window.says("Person", "Ana Lima")
        address, = self.browser.handed()
        exchange, = self.exchanges()
        self.assertEqual(self.redirect_uri, exchange["sent"]["redirect_uri"])
        # Once more it is no one's.
        code, said = self.application.second_start(address)
        self.assertEqual(7, code, said)
        self.assertNotIn(parse_qs(urlsplit(address).query)["code"][0], said)
        # Registered once is enough.
        self.sign_out()
        self.sign_in_by_hand_over(register=False)
        self.remove_account()
        wait_for(lambda: not self.entries(), lambda: f"no entry of ours, but {self.entries()}")

    def remove_account(self):
        self.window.press("Settings")
        self.window.press("Remove account…")
        self.window.press("Remove account")


class AdobesForm(Scheme):
    redirect_uri = ADOBES

    def start_with_adobes_form(self):
        self.server = self.practice_server(persona="frameio")
        self.start_with_native_client(clientId="practice-native", provider="frameio", scopes=V4_SCOPES,
                                      endpoints=self.server.endpoints() | {"api": f"{self.server.base}/v4"})

    def test_through_the_real_xdg_open(self):
        # Chromium's own xdg-open is the system's, which asks GNOME's `gio open`; that reads the entry.
        self.home.environment |= {"PATH": os.environ["PATH"], "XDG_CURRENT_DESKTOP": "GNOME"}
        self.assertEqual("/usr/bin/xdg-open", shutil.which("xdg-open"))
        self.make_person_the_default_browser()
        self.start_with_adobes_form()
        self.sign_in_by_hand_over(register=True)
        query = subprocess.run(["xdg-mime", "query", "default", f"x-scheme-handler/{self.scheme}"], text=True,
                               env=self.home.environment, capture_output=True, check=True)
        self.assertEqual(self.entries(), query.stdout.split())

    def make_person_the_default_browser(self):
        entries = self.home.folder / "data" / "applications"
        entries.mkdir()
        types = "x-scheme-handler/http;x-scheme-handler/https;"
        (entries / "person.desktop").write_text(f"[Desktop Entry]\nType=Application\nName=A person with a browser\n"
                                                f"Exec={PROGRAMS / 'xdg-open'} %u\nMimeType={types}\n")
        (self.home.folder / "config" / "mimeapps.list").write_text(
            "[Default Applications]\nx-scheme-handler/http=person.desktop\nx-scheme-handler/https=person.desktop\n")

    def test_pasted(self):
        self.start_with_adobes_form()
        self.paste(self.allowed_address())
        self.sign_out()
        self.paste(parse_qs(urlsplit(self.allowed_address()).query)["code"][0])
        self.assertEqual([], self.entries())  # nothing was asked of the desktop

    def paste(self, text: str):
        self.window.press("Paste the address…")
        self.window.type("Address the browser ended at", f" <{text}> ")
        self.window.press("Finish sign-in")
        self.window.says("Status", "Signed in")

    def test_refusing_xdg_open_is_found_out_before_the_browser_opens(self):
        # Without a desktop Debian 12's takes a scheme with digits for a file's name.
        opener = self.folder / "opener"
        opener.mkdir()
        script = opener / "xdg-open"
        script.write_text("#!/bin/sh\negrep -q '^[[:alpha:]+\\.\\-]+:'\n")
        script.chmod(0o700)
        self.home.environment["PATH"] = f"{opener}:{os.environ['PATH']}"
        self.start_with_adobes_form()
        self.window.press("Sign in to Frame.io")
        self.window.says("Message", "xdg-open")
        self.assertFalse(self.window.offers("Register with this desktop"))
        self.window.type("Address the browser ended at", json.dumps("neither address nor code"))
        self.window.press("Cancel")
        self.window.says("Status", "Signed out")


if __name__ == "__main__":
    unittest.main()
