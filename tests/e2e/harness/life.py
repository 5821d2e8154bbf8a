# SPDX-FileCopyrightText: 2026 The Framekey developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""One account from sign-in to sign-out, step by step, as a person goes through it in the window and the browser."""

import shlex
import urllib.error
import urllib.request

from .case import EndToEndTest
from .window import wait_for

SCOPES = ["offline", "account.read", "asset.read"]
REDIRECT_URI = "http://127.0.0.1:0/callback"
PUBLIC, CONFIDENTIAL = "framekey-public", "framekey-web"


class AccountLife(EndToEndTest):
    """Steps for an account of `self.server`, an OidcServer."""

    def start_with_public_client(self, **account):
        usual = {"clientId": PUBLIC, "clientAuthentication": "none", "redirectUri": REDIRECT_URI, "scopes": SCOPES,
                 "endpoints": self.server.endpoints()}
        self.home.write_account(**usual | account)
        self.start()

    def confidential_client(self) -> dict[str, str]:
        """By the names of Frame.io's own samples."""
        endpoints = self.server.endpoints()
        return {"CLIENT_ID": CONFIDENTIAL, "CLIENT_SECRET": self.server.last("client_secret"),
                "AUTHORIZE_URL": endpoints["authorization"], "TOKEN_URL": endpoints["token"],
                "REVOKE_URL": endpoints["revocation"], "API_URL": endpoints["api"],
                "SCOPE": " ".join(SCOPES), "REDIRECT_URI": REDIRECT_URI}

    def start_with_env_file(self):
        """Nothing but this file says who the client is."""
        ways = ("{}={}", "export {} = {}")  # both are understood
        lines = [ways[number % 2].format(name, shlex.quote(value))
                 for number, (name, value) in enumerate(self.confidential_client().items())]
        file = self.given / "client.env"
        file.touch(mode=0o600)
        file.write_text("\n".join(["# what the server's administrator sent", *lines, ""]))
        self.start("--env-file", str(file))

    def sign_in(self, **person) -> dict:
        """What the browser shows at its end."""
        self.browser.will("allow", **person)
        self.window.press("Sign in to Frame.io")
        outcome = self.browser.outcome()
        self.window.says("Status", "Signed in")
        return outcome

    def renew(self):
        before = len(self.refreshes())
        self.window.press("Renew now")
        wait_for(lambda: len(self.refreshes()) > before, "a refresh request")
        self.window.says("Status", "Signed in")

    def reauthorize_with(self, scope: str):
        self.browser.will("allow")
        self.window.press("Re-authorize…")
        self.window.press("Choose access…")
        self.window.tick(scope)
        self.window.press("Continue in the browser")
        self.browser.outcome()
        wait_for(lambda: self.granted(scope), lambda: f"{scope} to be granted\n{self.window.described()}")

    def sign_out(self):
        self.window.press("Sign out")
        self.window.says("Status", "Signed out")

    def granted(self, scope: str) -> bool:
        return any(scope in item and "not granted" not in item for item in self.window.items("Granted access"))

    def exchanges(self) -> list[dict]:
        return self.server.requests("/token", grant_type="authorization_code")

    def refreshes(self) -> list[dict]:
        return self.server.requests("/token", grant_type="refresh_token")

    def status_of_account_request(self, access_token: str) -> int:
        """What the server thinks of a token, asked by the test itself."""
        headers = {"Authorization": f"Bearer {access_token}"}
        request = urllib.request.Request(f"{self.server.base}/v2/me", headers=headers)
        try:
            with urllib.request.urlopen(request) as answer:
                return answer.status
        except urllib.error.HTTPError as error:
            with error:
                return error.code
