# SPDX-FileCopyrightText: 2026 The Framekey developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""The program itself: its command line, its first line, its ends, and its connections."""

import signal
import socket
import subprocess
import tempfile
import time
from pathlib import Path

from practice import PROGRAM, SECONDS, PracticeTest, SignIn, exchange


def run(*options: str) -> subprocess.CompletedProcess:
    return subprocess.run([PROGRAM, *options], stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=SECONDS)


class CommandLine(PracticeTest):
    def test_help_and_version(self):
        for option, word in [("--help", "--access-token-lifetime"), ("--help", "noexpiry"), ("--version", "0.1.0")]:
            ended = run(option)
            self.assertEqual((ended.returncode, ended.stderr), (0, ""))
            self.assertIn(word, ended.stdout)

    def test_bad_usage_is_64(self):
        for options in [["--nonsense"], ["positional"], ["--port", "x"], ["--port", "65536"], ["--persona", "vimeo"],
                        ["--access-token-lifetime", "0"], ["--cert", "c.pem"], ["--key", "k.pem"], ["--fault"],
                        ["--fault", "nonsense"], ["--fault", "delay"], ["--fault", "delay:x"], ["--fault", "500:1"],
                        ["--fault", "lost,at=nowhere"], ["--fault", "lost,skip="], ["--fault", "lost,times=-1"],
                        ["--fault", "lost,at=me,grant=refresh_token"], ["--fault", "redirect:"],
                        ["--fault", "status:99"], ["--fault", "lost,other=1"]]:
            with self.subTest(options):
                ended = run(*options)
                self.assertEqual((ended.returncode, ended.stdout), (64, ""))
                self.assertRegex(ended.stderr, r"\Aframekey-practice: .+\n\Z")

    def test_bad_clients_files_are_1(self):
        secret = "t0p-secret"
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder, "clients.json")
            for text in [None, "", "{", "{}", "[]", "[1]", f'[{{"client_secret": "{secret}"}}]', f'{{"{secret}',
                         '[{"client_id":"","redirect_uris":["x:/"],"scopes":[]}]',
                         '[{"client_id":"a","redirect_uris":[],"scopes":[]}]',
                         '[{"client_id":"a","redirect_uris":"x:/","scopes":[]}]']:
                with self.subTest(text):
                    if text is not None:
                        path.write_text(text)
                    ended = run("--clients", str(path))
                    self.assertEqual((ended.returncode, ended.stdout), (1, ""))
                    self.assertIn(str(path), ended.stderr)
                    self.assertNotIn(secret, ended.stderr)

    def test_other_troubles_at_the_start_are_1(self):
        taken = self.start()
        for options in [["--port", str(taken.port)], ["--cert", "/nonexistent", "--key", "/nonexistent"],
                        ["--log", "/nonexistent/log"]]:
            ended = run(*options)
            self.assertEqual((ended.returncode, ended.stdout), (1, ""))
            self.assertIn(options[1], ended.stderr)


class Ends(PracticeTest):
    def ended_with(self, server, seconds: float = 1) -> int:
        return server.process.wait(seconds)

    def test_signals_end_it_well_though_clients_idle(self):
        for number in (signal.SIGTERM, signal.SIGINT):
            server = self.start()
            idle = [socket.create_connection(("127.0.0.1", server.port)) for _ in range(3)]
            kept = server.connect()
            self.assertEqual(exchange(kept, "GET", "/v2/me").status, 401)
            server.process.send_signal(number)
            self.assertEqual(self.ended_with(server), 0)
            for connection in idle:
                connection.close()
            kept.close()

    def test_a_signal_right_after_the_first_line_is_heeded(self):
        for _ in range(30):
            server = self.start()
            server.process.terminate()
            self.assertEqual(self.ended_with(server), 0)

    def test_end_of_standard_input_ends_it(self):
        server = self.start()
        server.process.stdin.write("anything\n")
        server.process.stdin.flush()
        self.assertEqual(server.get("/").status, 200)
        server.process.stdin.close()
        server.process.stdin = None
        self.assertEqual(self.ended_with(server), 0)

    def test_dev_null_a_file_and_a_closed_input_do_not(self):
        for redirected in ("</dev/null", f"<{PROGRAM}", "<&-"):
            with self.subTest(redirected):
                process = subprocess.Popen(["sh", "-c", f'exec "$0" {redirected}', PROGRAM], stdout=subprocess.PIPE,
                                           stderr=subprocess.PIPE, text=True)
                self.assertRegex(process.stdout.readline(), r"\Ahttp://127\.0\.0\.1:\d+\n\Z")
                with self.assertRaises(subprocess.TimeoutExpired):
                    process.wait(0.3)
                process.terminate()
                self.assertEqual(process.wait(1), 0)
                process.communicate()


class Connections(PracticeTest):
    def test_only_loopback_is_listened_on(self):
        server = self.start()
        listed = Path(f"/proc/{server.process.pid}/net/tcp").read_text().splitlines()
        rows = [line.split() for line in listed if f":{server.port:04X} " in line]
        self.assertEqual({row[1] for row in rows if row[3] == "0A"}, {f"0100007F:{server.port:04X}"})

    def test_idle_connections_hold_nobody_up(self):
        server = self.start()
        idle = [socket.create_connection(("127.0.0.1", server.port)) for _ in range(80)]
        half = socket.create_connection(("127.0.0.1", server.port))
        half.sendall(b"GET /v2/me HTTP/1.1\r\nHost:")
        started = time.monotonic()
        self.assertIn("access_token", SignIn(server).tokens())
        self.assertLess(time.monotonic() - started, 1)
        for connection in [*idle, half]:
            connection.close()

    def test_one_connection_carries_many_requests(self):
        connection = self.start().connect()
        used = None
        # Newer releases of cpp-httplib close behind every error.
        for _ in range(20):
            self.assertEqual(exchange(connection, "GET", "/.well-known/oauth-authorization-server").status, 200)
            used = used or connection.sock.getsockname()
            self.assertEqual(connection.sock.getsockname(), used)
        connection.close()

    def test_strange_requests_are_refused(self):
        server = self.start()
        for method, path, status in [("PUT", "/oauth2/token", 405), ("DELETE", "/v2/me", 405), ("OPTIONS", "/x", 404),
                                     ("PATCH", "/../x", 404)]:
            self.assertEqual(exchange(server.connect(), method, path, "").status, status)
        self.assertEqual(server.post("/oauth2/token", "a=" + "b" * 70_000).status, 413)
        broken = server.post("/oauth2/token", b"client_id=practice&grant_type=\xff%ff%zz&\x00=%00&=&&")
        self.assert_error(broken, 400, "unsupported_grant_type")
        self.assertNotIn("EXCEPTION_WHAT", broken.headers)
