# SPDX-FileCopyrightText: 2026 The Framekey developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""The state file and the log: what survives, what is told, and that no secret is in either."""

import base64
import json
import re
import stat
import tempfile
from pathlib import Path
from urllib.parse import quote

from practice import REDIRECT, SCOPE, PracticeTest, SignIn, basic, refresh, sha256


class FileTest(PracticeTest):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.state = Path(folder.name, "state.json")
        self.log = Path(folder.name, "log.jsonl")

    def assert_private(self, path: Path):
        self.assertEqual(stat.S_IMODE(path.stat().st_mode), 0o600)

    def lines(self) -> list[dict]:
        return [json.loads(line) for line in self.log.read_text().splitlines()]


class State(FileTest):
    def test_grants_survive_a_restart_and_a_kill(self):
        server = self.start("--state", str(self.state))
        tokens = SignIn(server).tokens("chiyo")
        server.process.kill()
        server.process.wait()
        self.assert_private(self.state)

        server = self.start("--state", str(self.state))
        self.assertEqual(server.me(tokens["access_token"]).json["name"], "Chiyo Tanaka")
        second = refresh(server, tokens["refresh_token"]).json
        server.stop()

        server = self.start("--state", str(self.state))
        self.assertEqual(server.me(second["access_token"]).status, 200)
        self.assert_error(refresh(server, tokens["refresh_token"]), 400, "invalid_grant")
        server.stop()
        self.assert_error(refresh(self.start("--state", str(self.state)), second["refresh_token"]), 400, "invalid_grant")

    def test_it_holds_hashes_only(self):
        sign_in = SignIn(self.start("--state", str(self.state)))
        code = sign_in.code()
        tokens = sign_in.redeem(code).json
        text = self.state.read_text()
        for secret in (code, tokens["access_token"], tokens["refresh_token"]):
            self.assertNotIn(secret, text)
            self.assertIn(sha256(secret), text)

    def test_a_broken_file_is_put_aside(self):
        for text in ["", "{", "[]", '{"grants":1,"tokens":{}}', '{"grants":{},"tokens":{"x":1}}']:
            with self.subTest(text):
                self.state.write_text(text)
                server = self.start("--state", str(self.state))
                self.assertIn("access_token", SignIn(server).tokens())
                server.process.terminate()
                self.assertIn("put aside", server.process.communicate()[1])
                self.assertEqual(self.state.with_suffix(".json.broken").read_text(), text)

    def test_without_it_grants_end_with_the_process(self):
        server = self.start()
        tokens = SignIn(server).tokens()
        server.stop()
        self.assert_error(refresh(self.start(), tokens["refresh_token"]), 400, "invalid_grant")


class Log(FileTest):
    def test_it_tells_what_mattered(self):
        sign_in = SignIn(self.start("--log", str(self.log), "--fault", "503:1,at=revoke"))
        code = sign_in.code(ticked=["offline", "account.read"])
        tokens = sign_in.redeem(code).json
        sign_in.server.me(tokens["access_token"])
        sign_in.server.post("/oauth2/revoke", {"token": tokens["refresh_token"], "client_id": "practice"})
        ask, _, consent, exchange, me, revoke = self.lines()
        self.assert_private(self.log)
        self.assertRegex(ask["time"], r"\A\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z\Z")
        self.assertEqual([ask[name] for name in ("method", "path", "status", "code_challenge_method", "state_present",
                                                 "redirect_uri", "scope", "has_authorization_header")],
                         ["GET", "/oauth2/auth", 200, "S256", True, REDIRECT, SCOPE, False])
        self.assertEqual(ask["query_names"], list(sign_in.query))
        self.assertEqual((consent["scope"], consent["decision"]), ("offline account.read", "allow"))
        self.assertEqual(consent["issued_code_sha256"], sha256(code))
        self.assertEqual(exchange["grant_type"], "authorization_code")
        self.assertEqual(exchange["presented_code_sha256"], sha256(code))
        for kind in ("access_token", "refresh_token"):
            self.assertEqual(exchange[f"issued_{kind}_sha256"], sha256(tokens[kind]))
        self.assertEqual(exchange["body_names"], list(sign_in.token_request(code)))
        self.assertEqual((me["status"], me["authorization_scheme"]), (200, "Bearer"))
        self.assertEqual(me["presented_access_token_sha256"], sha256(tokens["access_token"]))
        self.assertEqual((revoke["status"], revoke["fault"]), (503, "503"))
        self.assertEqual(revoke["presented_token_sha256"], sha256(tokens["refresh_token"]))

    def test_a_request_that_is_never_answered_is_told_at_once(self):
        server = self.start("--log", str(self.log), "--fault", "hang")
        with self.assertRaises(TimeoutError):
            connection = server.connect(timeout=0.5)
            connection.request("POST", "/oauth2/token", "grant_type=refresh_token",
                               {"Content-Type": "application/x-www-form-urlencoded"})
            connection.getresponse()
        self.assertEqual([(line["fault"], line["status"]) for line in self.lines()], [("hang", 0)])

    def test_no_secret_is_in_log_state_or_output(self):
        server = self.start("--log", str(self.log), "--state", str(self.state))
        sign_in = SignIn(server, client_id="practice-web")
        code = sign_in.code()
        right = basic("practice-web", "practice-secret")
        tokens = server.post("/oauth2/token", sign_in.token_request(code), Authorization=right).json
        server.me(tokens["access_token"])
        # The same in the wrong places.
        for secret in (tokens["refresh_token"], "practice-secret"):
            server.post("/oauth2/token?refresh_token=" + secret, {"client_secret": secret}, Authorization=secret)
            server.post("/oauth2/token", secret)
            server.post("/oauth2/token", json.dumps({"refresh_token": secret}))
            server.post("/oauth2/token", {secret: secret, "grant_type": secret})
            server.get("/v2/me?access_token=" + secret)
        server.process.terminate()
        out, err = server.process.communicate()
        kept = "\n".join([self.log.read_text(), self.state.read_text(), out, err])
        self.assertGreater(len(self.lines()), 10)
        for secret in (code, sign_in.verifier, sign_in.query["state"], sign_in.transaction, "practice-secret",
                       right.split()[1], tokens["access_token"], tokens["refresh_token"]):
            for form in (secret, quote(secret, safe=""), base64.b64encode(secret.encode()).decode().rstrip("=")):
                self.assertIsNone(re.search(re.escape(form), kept), secret)


class Secrets(FileTest):
    def test_all_that_was_issued_is_noted_where_it_is_asked_for(self):
        secrets = self.log.with_name("secrets")
        sign_in = SignIn(self.start("--secrets", str(secrets), "--log", str(self.log), "--fault", "500,times=1"))
        code = sign_in.code()
        sign_in.redeem(code)
        first = sign_in.redeem(code).json
        second = refresh(sign_in.server, first["refresh_token"]).json
        noted = [(line["kind"], line["value"]) for line in map(json.loads, secrets.read_text().splitlines())]
        verifier = ("code_verifier", sign_in.verifier)
        tokens = [(kind, answer[kind]) for answer in (first, second) for kind in ("access_token", "refresh_token")]
        self.assertEqual(noted, [("code", code), verifier, verifier, *tokens])
        self.assert_private(secrets)

    def test_a_file_that_cannot_be_written_is_said(self):
        with self.assertRaisesRegex(RuntimeError, "cannot write the secrets' file"):
            self.start("--secrets", "/nowhere/secrets")
