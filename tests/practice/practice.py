# SPDX-FileCopyrightText: 2026 The Framekey developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Starts framekey-practice and speaks to it as a client and as the person in the browser do."""

import base64
import hashlib
import http.client
import json
import os
import re
import secrets
import ssl
import subprocess
import unittest
from contextlib import closing
from typing import NamedTuple
from urllib.parse import parse_qs, urlencode, urlsplit

PROGRAM = os.environ["FRAMEKEY_PRACTICE"]
REDIRECT = "http://127.0.0.1:8910/callback"
SCOPE = "offline account.read asset.read"
SECONDS = 10


class Response(NamedTuple):
    status: int
    headers: http.client.HTTPMessage
    body: bytes

    @property
    def json(self):
        return json.loads(self.body)

    @property
    def text(self) -> str:
        return self.body.decode()

    @property
    def location(self) -> str:
        return self.headers["Location"]

    @property
    def redirected(self) -> dict:
        """The parameters the client is sent."""
        return {name: values[0] for name, values in parse_qs(urlsplit(self.location).query).items()}


class Server:
    """The running program. Its standard input is a pipe that is held open until stop()."""

    def __init__(self, *options: str, certificate: str = ""):
        self.process = subprocess.Popen([PROGRAM, *options], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                                        stderr=subprocess.PIPE, text=True)
        self.base = self.process.stdout.readline().rstrip("\n")
        if not self.base:
            raise RuntimeError(self.process.communicate(timeout=SECONDS)[1])
        self.port = urlsplit(self.base).port
        self._tls = ssl.create_default_context(cafile=certificate) if certificate else None

    def stop(self) -> int:
        if self.process.poll() is None:
            self.process.terminate()
        self.process.communicate(timeout=SECONDS)
        return self.process.returncode

    def connect(self, timeout: float = SECONDS) -> http.client.HTTPConnection:
        if self._tls:
            return http.client.HTTPSConnection("127.0.0.1", self.port, timeout=timeout, context=self._tls)
        return http.client.HTTPConnection("127.0.0.1", self.port, timeout=timeout)

    def get(self, path: str, **headers: str) -> Response:
        with closing(self.connect()) as connection:
            return exchange(connection, "GET", path, headers=headers)

    def post(self, path: str, form, **headers: str) -> Response:
        with closing(self.connect()) as connection:
            return exchange(connection, "POST", path, form, headers)

    def me(self, access_token: str, version: int = 2) -> Response:
        return self.get(f"/v{version}/me", Authorization=f"Bearer {access_token}")


def exchange(connection, method: str, path: str, form=None, headers=None) -> Response:
    headers = dict(headers or {})
    body = None
    if form is not None:
        body = form if isinstance(form, (str, bytes)) else urlencode(form, doseq=True)
        headers.setdefault("Content-Type", "application/x-www-form-urlencoded")
    connection.request(method, path, body, headers)
    received = connection.getresponse()
    return Response(received.status, received.headers, received.read())


def s256(verifier: str) -> str:
    return base64.urlsafe_b64encode(hashlib.sha256(verifier.encode()).digest()).rstrip(b"=").decode()


def sha256(secret: str) -> str:
    return hashlib.sha256(secret.encode()).hexdigest()


def basic(client_id: str, secret: str) -> str:
    return "Basic " + base64.b64encode(f"{client_id}:{secret}".encode()).decode()


class SignIn:
    """One authorization code flow of a public client; each step may be given other parameters."""

    def __init__(self, server: Server, client_id: str = "practice", redirect_uri: str = REDIRECT, scope: str = SCOPE):
        self.server = server
        self.verifier = secrets.token_urlsafe(32)
        self.query = {"response_type": "code", "client_id": client_id, "redirect_uri": redirect_uri, "scope": scope,
                      "state": secrets.token_urlsafe(32), "code_challenge": s256(self.verifier),
                      "code_challenge_method": "S256"}

    def ask(self, **changed) -> Response:
        """The authorization request; a parameter changed to None is left out."""
        query = {name: value for name, value in {**self.query, **changed}.items() if value is not None}
        return self.server.get("/oauth2/auth?" + urlencode(query, doseq=True))

    def log_in(self, person: str = "ana", **changed) -> Response:
        page = self.ask(**changed)
        self.transaction = re.search(r'name="transaction" value="([^"]+)"', page.text)[1]
        return self.server.post("/oauth2/auth/login", {"transaction": self.transaction, "person": person})

    def decide(self, decision: str = "allow", ticked=None) -> Response:
        """None ticks every box."""
        ticked = self.query["scope"].split() if ticked is None else ticked
        return self.server.post("/oauth2/auth/consent",
                                {"transaction": self.transaction, "scope": ticked, "decision": decision})

    def code(self, person: str = "ana", ticked=None) -> str:
        self.log_in(person)
        return self.decide(ticked=ticked).redirected["code"]

    def token_request(self, given_code: str, **changed) -> dict:
        form = {"grant_type": "authorization_code", "code": given_code, "redirect_uri": self.query["redirect_uri"],
                "code_verifier": self.verifier, "client_id": self.query["client_id"], **changed}
        return {name: value for name, value in form.items() if value is not None}

    def redeem(self, given_code: str, **changed) -> Response:
        return self.server.post("/oauth2/token", self.token_request(given_code, **changed))

    def tokens(self, person: str = "ana", ticked=None) -> dict:
        return self.redeem(self.code(person, ticked)).json


def refresh(server: Server, refresh_token: str, **more) -> Response:
    return server.post("/oauth2/token",
                       {"grant_type": "refresh_token", "refresh_token": refresh_token, "client_id": "practice", **more})


class PracticeTest(unittest.TestCase):
    """A test that starts servers; they end with it."""

    def start(self, *options: str, **more) -> Server:
        server = Server(*options, **more)
        self.addCleanup(server.stop)
        return server

    def assert_error(self, response: Response, status: int, code: str):
        self.assertEqual((response.status, response.json["error"]), (status, code), response.text)
