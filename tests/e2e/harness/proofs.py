# SPDX-FileCopyrightText: 2026 The Framekey developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the server's log and the kernel must show of a sign-in."""

from urllib.parse import parse_qs, urlsplit

_AUTHORIZATION_QUERY = {"response_type", "client_id", "redirect_uri", "scope", "state", "code_challenge",
                        "code_challenge_method"}
_EXCHANGE_BODY = {"grant_type", "code", "redirect_uri", "code_verifier"}
_REFRESH_BODY = {"grant_type", "refresh_token"}
_SECRET_NAMES = {"client_secret", "code", "code_verifier", "access_token", "refresh_token", "token"}
_STATE_LENGTH = 43  # 32 bytes, base64url


class SignInProofs:
    """For an AccountLife whose client is `client_id`, confidential or not."""

    client_id: str
    confidential: bool

    def assert_sign_in_was_right(self, seen_listeners: set[tuple[str, int]], scopes: list[str]):
        """For the first sign-in of a server."""
        request = self.server.requests("/auth")[0]
        self.assertEqual((sorted(request["query"]), request["method"]), (sorted(_AUTHORIZATION_QUERY), "GET"))
        self.assertEqual(request["sent"]["code_challenge_method"], "S256")
        self.assertEqual(request["sent"]["client_id"], self.client_id)
        self.assertEqual(request["sent"]["scope"].split(" "), scopes)
        self.assertGreaterEqual(request["state"], _STATE_LENGTH)
        self.assert_loopback_redirect(request["sent"]["redirect_uri"], seen_listeners)

        exchange, = self.exchanges()
        self.assertEqual(exchange["sent"]["redirect_uri"], request["sent"]["redirect_uri"])
        self.assert_token_request(exchange, _EXCHANGE_BODY)
        self.assert_no_secret_in_any_query()

    def assert_loopback_redirect(self, redirect_uri: str, seen: set[tuple[str, int]]):
        address = urlsplit(redirect_uri)
        self.assertEqual((address.scheme, address.hostname, address.path, address.query),
                         ("http", "127.0.0.1", "/callback", ""))
        self.assertIn(("127.0.0.1", address.port), seen)
        self.assertEqual({"127.0.0.1"}, {host for host, _ in seen})

    def assert_token_request(self, request: dict, body: set[str]):
        self.assertEqual((request["method"], request["query"], request["status"]), ("POST", [], 200))
        self.assertEqual(request["authorization"], "Basic" if self.confidential else None)
        self.assertEqual(sorted(request["body"]), sorted(body if self.confidential else body | {"client_id"}))

    def assert_refresh(self, request: dict):
        self.assert_token_request(request, _REFRESH_BODY)

    def assert_no_secret_in_any_query(self):
        for request in self.server.every_request():
            self.assertEqual(set(), _SECRET_NAMES & set(request["query"]), request)
        for address in self.browser.opened():
            self.assertEqual(_AUTHORIZATION_QUERY, set(parse_qs(urlsplit(address).query)))
