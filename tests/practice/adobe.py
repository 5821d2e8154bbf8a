# SPDX-FileCopyrightText: 2026 The Framekey developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""The persona frameio: how a client and a browser with cookies speak to it."""

import base64
import json
import re
from urllib.parse import urlencode

from practice import Response, Server, SignIn, basic

HTTPS = "https://localhost:8910/callback"
SCOPE = "openid,email,profile,offline_access"
WEB = basic("practice-web", "practice-secret")


class AdobeSignIn(SignIn):
    """The same flow at Adobe's addresses, in a browser that keeps its cookie."""

    def __init__(self, server: Server, client_id: str = "practice-web", redirect_uri: str = HTTPS, scope: str = SCOPE):
        super().__init__(server, client_id, redirect_uri, scope)
        self.cookie = ""

    def ask(self, **changed) -> Response:
        query = {name: value for name, value in {**self.query, **changed}.items() if value is not None}
        return self.server.get("/ims/authorize/v2?" + urlencode(query, doseq=True), **self.cookies())

    def cookies(self) -> dict:
        return {"Cookie": self.cookie} if self.cookie else {}

    def log_in(self, person: str = "ana", **changed) -> Response:
        page = super().log_in(person, **changed)
        self.cookie = page.headers["Set-Cookie"].split(";")[0]
        return page

    def go_on(self, **changed) -> Response:
        """As whoever signed in last: the consent page comes at once."""
        page = self.ask(**changed)
        self.transaction = re.search(r'name="transaction" value="([^"]+)"', page.text)[1]
        return page

    def decide(self, decision: str = "allow", ticked=None) -> Response:
        ticked = re.split("[ ,]", self.query["scope"]) if ticked is None else ticked
        form = {"transaction": self.transaction, "scope": ticked, "decision": decision}
        return self.server.post("/oauth2/auth/consent", form, **self.cookies())

    def redeem(self, given_code: str, query: str = "", **changed) -> Response:
        """As Adobe's guide has it: no redirect_uri; Basic for the Web App, client_id for the others."""
        form = self.token_request(given_code, **{"redirect_uri": None, **changed})
        return self.server.post("/ims/token/v3" + query, form, **self.authorization())

    def authorization(self) -> dict:
        return {"Authorization": WEB} if self.query["client_id"] == "practice-web" else {}

    def refresh(self, refresh_token: str, **more) -> Response:
        form = {"grant_type": "refresh_token", "refresh_token": refresh_token, "client_id": self.query["client_id"]}
        return self.server.post("/ims/token/v3", {**form, **more}, **self.authorization())

    def me(self, access_token: str) -> Response:
        return self.server.me(access_token, 4)


def payload(access_token: str) -> dict:
    middle = access_token.split(".")[1]
    return json.loads(base64.urlsafe_b64decode(middle + "=" * (-len(middle) % 4)))
