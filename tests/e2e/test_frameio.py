# SPDX-FileCopyrightText: 2026 The Framekey developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Frame.io (V4) as the README has a person do it: a Web App with its secret, an https redirect with a certificate made in
the form, a real browser; at the practice server's persona, since Adobe's own server cannot be had here."""

import unittest

from harness.life import AccountLife
from harness.listeners import free_port
from harness.window import wait_for

V4_SCOPES = ["openid", "email", "profile", "offline_access", "additional_info.roles"]


class WebApp(AccountLife):
    def setUp(self):
        super().setUp()
        self.server = self.practice_server(persona="frameio")
        endpoints = self.server.endpoints() | {"api": f"{self.server.base}/v4"}
        self.home.write_account(provider="frameio", clientId="practice-web", clientAuthentication="basic",
                                redirectUri=f"https://localhost:{free_port()}/callback", scopes=V4_SCOPES,
                                endpoints=endpoints)
        self.start()
        self.fill_in_the_form()

    def fill_in_the_form(self):
        self.window.says("Status", "Signed out")
        self.window.press("Settings")
        self.window.type("Client secret", "practice-secret")
        self.window.press("Make a certificate")
        wait_for(lambda: "Made, until" in self.window.described(), self.window.described)
        self.window.press("Save")

    def test_from_the_form_to_a_renewal_and_out(self):
        self.assertIn("Ana Lima", self.sign_in(proceed=True)["text"])
        self.window.says("Person", "Ana Lima")
        granted = self.window.items("Granted access")
        self.assertTrue(any("AdobeID" in item for item in granted), granted)
        self.window.says("Renewal", "unused, it lasts until about")
        self.window.press("Renew now")
        wait_for(lambda: self.token_requests("refresh_token"), "a refresh request")
        self.window.says("Status", "Signed in")
        for request in self.token_requests("authorization_code") + self.token_requests("refresh_token"):
            self.assertEqual("Basic", request["authorization_scheme"])
            self.assertNotIn("scope", request)
        self.sign_out()
        self.window.says("Message", "revoked")
        self.assertEqual(1, len(self.server.requests("/ims/revoke")))

    def test_person_whom_frame_io_refuses_stays_signed_in_and_is_told_why(self):
        self.sign_in(person="farah", proceed=True)
        self.window.says("Message", "Adobe signed you in")
        self.window.says("Message", "product profile")
        asked = len(self.server.requests("/v4/me"))
        self.window.press("Check again")
        wait_for(lambda: len(self.server.requests("/v4/me")) > asked, "the account request once more")
        self.window.says("Status", "Signed in")

    def token_requests(self, grant_type: str) -> list[dict]:
        return self.server.requests("/ims/token/v3", grant_type=grant_type)


if __name__ == "__main__":
    unittest.main()
