# SPDX-FileCopyrightText: 2026 The Framekey developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""The same over https: sign-in, kept connections, and answers that never come."""

import http.client
import socket
import ssl
import subprocess
import tempfile
import time
from pathlib import Path

from adobe import AdobeSignIn
from practice import PracticeTest, SignIn, exchange, refresh


class Tls(PracticeTest):
    @classmethod
    def setUpClass(cls):
        folder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(folder.cleanup)
        cls.certificate, cls.key = str(Path(folder.name, "cert.pem")), str(Path(folder.name, "key.pem"))
        subprocess.run(["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1",
                        "-nodes", "-days", "2", "-subj", "/CN=framekey-practice test",
                        "-addext", "subjectAltName=IP:127.0.0.1,DNS:localhost",
                        "-keyout", cls.key, "-out", cls.certificate], check=True, capture_output=True)

    def start_tls(self, *options: str):
        return self.start("--cert", self.certificate, "--key", self.key, *options, certificate=self.certificate)

    def test_whole_flow_and_issuer(self):
        server = self.start_tls()
        self.assertTrue(server.base.startswith("https://127.0.0.1:"))
        self.assertEqual(server.get("/.well-known/oauth-authorization-server").json["issuer"], server.base)
        self.assertEqual(server.me(SignIn(server).tokens()["access_token"]).status, 200)

    def test_adobes_persona_keeps_its_cookie_to_https(self):
        sign_in = AdobeSignIn(self.start_tls("--persona", "frameio"))
        self.assertTrue(sign_in.log_in().headers["Set-Cookie"].endswith("; Secure"))
        tokens = sign_in.redeem(sign_in.decide().redirected["code"]).json
        self.assertEqual(sign_in.me(tokens["access_token"]).status, 200)

    def test_one_connection_carries_many_requests(self):
        connection = self.start_tls().connect()
        exchange(connection, "GET", "/v2/me")
        used = connection.sock
        for _ in range(20):
            self.assertEqual(exchange(connection, "GET", "/v2/me").status, 401)
            self.assertIs(connection.sock, used)
        connection.close()

    def test_silent_connections_hold_nobody_up_nor_the_end(self):
        server = self.start_tls()
        silent = [socket.create_connection(("127.0.0.1", server.port)) for _ in range(20)]
        kept = server.connect()
        kept.connect()
        started = time.monotonic()
        self.assertEqual(server.get("/v2/me").status, 401)
        self.assertLess(time.monotonic() - started, 1)
        server.process.terminate()
        self.assertEqual(server.process.wait(1), 0)
        for connection in [*silent, kept]:
            connection.close()

    def test_lost_rotates_and_sends_no_byte(self):
        server = self.start_tls("--fault", "lost,grant=refresh_token,times=1")
        token = SignIn(server).tokens()["refresh_token"]
        with self.assertRaises((http.client.RemoteDisconnected, ssl.SSLEOFError)):
            refresh(server, token)
        self.assert_error(refresh(server, token), 400, "invalid_grant")

    def test_drop_ends_in_the_body(self):
        server = self.start_tls("--fault", "drop:5")
        connection = server.connect()
        connection.request("POST", "/oauth2/token", "grant_type=x&client_id=practice",
                           {"Content-Type": "application/x-www-form-urlencoded"})
        answer = connection.getresponse()
        # Older Python's TLS takes the reset for an end, newer tells of it: either way the body stops short.
        with self.assertRaises((http.client.IncompleteRead, ConnectionResetError)) as short:
            answer.read()
        self.assertEqual((answer.status, getattr(short.exception, "partial", b'{"err')), (400, b'{"err'))
        connection.close()

    def test_hang_ends_with_the_server(self):
        server = self.start_tls("--fault", "hang")
        with self.assertRaises(TimeoutError):
            exchange(server.connect(timeout=0.3), "POST", "/oauth2/token", {"grant_type": "x"})
        started = time.monotonic()
        self.assertEqual(server.stop(), 0)
        self.assertLess(time.monotonic() - started, 1)
