# SPDX-FileCopyrightText: 2026 The Framekey developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""An account of framekey-practice, whose person needs no browser: the test posts the server's forms itself."""

import os
import re
import urllib.request
from pathlib import Path
from urllib.parse import urlencode, urljoin

from .case import EndToEndTest
from .servers import PracticeServer
from .window import wait_for

SCOPES = ["offline", "account.read", "asset.read"]
_NOTING = Path(__file__).resolve().parent.parent / "browser" / "noting"


def allow(address: str, person: str = "ana") -> str:
    """Logs in and allows everything; the page that Framekey answers the redirect with."""
    transaction = re.search(r'name="transaction" value="([^"]+)"', _page(address))[1]
    _page(urljoin(address, "/oauth2/auth/login"), transaction=transaction, person=person)
    return _page(urljoin(address, "/oauth2/auth/consent"), transaction=transaction, scope=SCOPES, decision="allow")


def _page(address: str, **form) -> str:
    body = urlencode(form, doseq=True).encode() if form else None
    with urllib.request.urlopen(address, body, timeout=20) as answer:
        return answer.read().decode()


class PracticeLife(EndToEndTest):
    """Steps for an account of `self.server`."""

    server: PracticeServer

    def setUp(self):
        super().setUp()
        self.home.environment["PATH"] = f"{_NOTING}:{os.environ['PATH']}"

    def start_server(self, *options: str):
        self.server = self.practice_server(*options)
        self.write_account()

    def write_account(self, **changed):
        account = {"provider": "practice", "clientId": "practice", "clientAuthentication": "none", "scopes": SCOPES,
                   "endpoints": self.server.endpoints()}
        self.home.write_account(**account | changed)

    def begin_sign_in(self) -> str:
        """The address that is opened."""
        before = len(self.browser.opened())
        self.window.press("Sign in to Frame.io")
        return wait_for(lambda: self.browser.opened()[before:], "an address to be opened")[0]

    def sign_in(self):
        page = allow(self.begin_sign_in())
        self.assertIn("Ana Lima", page)
        self.window.says("Status", "Signed in")

    def refreshes(self) -> list[dict]:
        return self.server.requests("/oauth2/token", grant_type="refresh_token")
