# SPDX-FileCopyrightText: 2026 The Framekey developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Each fault, where and how often it is applied, and that it does no more than it says."""

import http.client
import json
import threading
import time

from practice import PracticeTest, Server, SignIn, exchange, refresh


class Instead(PracticeTest):
    """Faults that are answered instead: the refresh token is still good afterwards."""

    ANSWERS = {
        "500": (500, {}, b'"error"'), "502": (502, {}, b'"error"'),
        "503:7": (503, {"Retry-After": "7"}, b'"error"'), "429:9": (429, {"Retry-After": "9"}, b'"error"'),
        "status:418": (418, {}, b'"error"'), "invalid_grant": (400, {}, b'"invalid_grant"'),
        "invalid_client": (401, {"WWW-Authenticate": 'Basic realm="framekey-practice", charset="UTF-8"'},
                           b'"invalid_client"'),
        "error:slow_down": (400, {}, b'"slow_down"'),
        "html": (200, {"Content-Type": "text/html"}, b"<!doctype html>"), "empty": (200, {"Content-Length": "0"}, b""),
        'body:{"access_token":"a\\nb","expires_in":-5}': (200, {}, b'{"access_token":"a\\nb","expires_in":-5}'),
        "redirect:http://127.0.0.1:1/x,y": (307, {"Location": "http://127.0.0.1:1/x,y"}, b""),
    }

    def test_answers(self):
        server = self.start("--control")
        refresh_token = SignIn(server).tokens()["refresh_token"]
        for spec, (status, headers, body) in self.ANSWERS.items():
            with self.subTest(spec):
                self.assertEqual(server.post("/_practice/faults", spec + ",times=1").status, 200)
                answer = refresh(server, refresh_token)
                self.assertEqual(answer.status, status)
                self.assertIn(body, answer.body)
                for name, value in headers.items():
                    self.assertEqual(answer.headers[name], value)
        self.assertEqual(refresh(server, refresh_token).status, 200)

    def test_malformed_is_cut_json(self):
        server = self.start("--fault", "malformed")
        answer = refresh(server, "x")
        self.assertEqual((answer.status, answer.headers["Content-Type"]), (200, "application/json"))
        with self.assertRaises(json.JSONDecodeError):
            json.loads(answer.body)

    def test_huge_is_64_mib(self):
        answer = refresh(self.start("--fault", "huge"), "x")
        self.assertEqual((answer.status, len(answer.body)), (200, 64 * 1024 * 1024))

    def test_hang_ends_when_the_client_leaves_or_the_server_stops(self):
        server = self.start("--fault", "hang,times=2", "--log", "/dev/stderr")
        with self.assertRaises(TimeoutError):
            exchange(server.connect(timeout=0.3), "POST", "/oauth2/token", {"grant_type": "refresh_token"})
        failures = []

        def wait_for_answer():
            try:
                refresh(server, "x")
            except (http.client.HTTPException, OSError) as error:
                failures.append(error)

        waiting = threading.Thread(target=wait_for_answer)
        waiting.start()
        time.sleep(0.2)
        started = time.monotonic()
        self.assertEqual(server.stop(), 0)
        self.assertLess(time.monotonic() - started, 1)
        waiting.join(2)
        self.assertEqual(len(failures), 1)


class Lost(PracticeTest):
    """Faults that do the work and spoil the answer."""

    def rotated(self, server: Server, spoiled_refresh) -> None:
        """The old token is spent, so its reuse ends the family."""
        tokens = SignIn(server).tokens()
        spoiled_refresh(server, tokens["refresh_token"])
        self.assert_error(refresh(server, tokens["refresh_token"]), 400, "invalid_grant")
        self.assertEqual(server.me(tokens["access_token"]).status, 401)

    def test_lost_closes_without_a_byte(self):
        def spoiled(server, token):
            with self.assertRaises(http.client.RemoteDisconnected):
                refresh(server, token)
        self.rotated(self.start("--fault", "lost,grant=refresh_token,times=1"), spoiled)

    def test_drop_resets_in_the_body(self):
        def spoiled(server, token):
            connection = server.connect()
            connection.request("POST", "/oauth2/token", f"grant_type=refresh_token&client_id=practice&refresh_token={token}",
                               {"Content-Type": "application/x-www-form-urlencoded"})
            answer = connection.getresponse()
            self.assertEqual(answer.status, 200)
            self.assertGreater(int(answer.headers["Content-Length"]), 100)
            self.assertEqual(answer.read(5), b'{"acc')
            with self.assertRaises(ConnectionResetError):
                answer.read(1)
        self.rotated(self.start("--fault", "drop:5,grant=refresh_token,times=1"), spoiled)

    def test_delay_is_a_slow_answer(self):
        server = self.start("--fault", "delay:400,times=1")
        sign_in = SignIn(server)
        code = sign_in.code()
        started = time.monotonic()
        self.assertEqual(sign_in.redeem(code).status, 200)
        self.assertGreaterEqual(time.monotonic() - started, 0.4)


class Without(PracticeTest):
    def test_fields_left_out(self):
        for spec, field in [("noexpiry", "expires_in"), ("norefresh", "refresh_token"), ("noscope", "scope")]:
            with self.subTest(spec):
                server = self.start("--fault", spec)
                tokens = SignIn(server).tokens()
                self.assertEqual({"access_token", "expires_in", "refresh_token", "scope", "token_type"} - set(tokens),
                                 {field})
                self.assertEqual(server.me(tokens["access_token"]).status, 200)

    def test_a_refresh_without_a_new_token_leaves_the_old_one_good(self):
        server = self.start("--fault", "norefresh,grant=refresh_token,times=1")
        token = SignIn(server).tokens()["refresh_token"]
        self.assertNotIn("refresh_token", refresh(server, token).json)
        self.assertIn("refresh_token", refresh(server, token).json)


class Selection(PracticeTest):
    def statuses(self, server: Server, count: int) -> list[int]:
        return [refresh(server, "x").status for _ in range(count)]

    def test_skip_and_times_count_requests(self):
        self.assertEqual(self.statuses(self.start("--fault", "500,skip=1,times=2"), 5), [400, 500, 500, 400, 400])

    def test_the_first_fault_that_fits_wins_and_all_count(self):
        server = self.start("--fault", "500,times=1", "--fault", "502,skip=1,times=1", "--fault", "503:1,skip=1")
        self.assertEqual(self.statuses(server, 4), [500, 502, 503, 503])

    def test_grant_type(self):
        server = self.start("--fault", "500,grant=authorization_code")
        self.assertEqual(self.statuses(server, 1), [400])
        self.assertEqual(SignIn(server).redeem("x").status, 500)

    def test_endpoints(self):
        server = self.start("--fault", "500,at=me,times=2", "--fault", "503:1,at=revoke,times=1",
                            "--fault", "502,at=authorize,times=1", "--fault", "error:server_error,at=authorize,skip=1")
        self.assertEqual((server.me("x").status, server.me("x", 4).status, server.me("x").status), (500, 500, 401))
        form = {"token": "x", "client_id": "practice"}
        self.assertEqual([server.post("/oauth2/revoke", form).status for _ in range(2)], [503, 200])
        self.assertEqual(SignIn(server).ask().status, 502)
        self.assertEqual(SignIn(server).ask().redirected["error"], "server_error")
        self.assertEqual(self.statuses(server, 1), [400])

    def test_control(self):
        server = self.start("--control")
        tokens = SignIn(server).tokens()
        self.assertEqual(server.post("/_practice/faults", "500,times=1\n502\n").status, 200)
        self.assertEqual(self.statuses(server, 2), [500, 502])
        bad = server.post("/_practice/faults", "nonsense")
        self.assertEqual((bad.status, "nonsense" in bad.json["error"]), (400, True))
        self.assertEqual(self.statuses(server, 1), [502])
        server.post("/_practice/faults", "")
        self.assertEqual(self.statuses(server, 1), [400])
        self.assertEqual(server.me(tokens["access_token"]).status, 200)
        self.assertEqual(server.post("/_practice/revoke-all", "").status, 200)
        self.assertEqual(server.me(tokens["access_token"]).status, 401)
        self.assertEqual(self.start().post("/_practice/faults", "500").status, 404)
