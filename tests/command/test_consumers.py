# SPDX-FileCopyrightText: 2026 The Framekey developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""The lines that help and docs/scripting.md give, with the programs they are for."""

import http.server
import os
import re
import subprocess
import threading
import unittest
from pathlib import Path

from harness.case import CommandTest
from harness.fakeapp import GOOD, TOKEN

SCRIPTING = Path(__file__).resolve().parent.parent.parent / "docs" / "scripting.md"


class Consumers(CommandTest):
    """The lines that the help gives, with the real curl."""

    def setUp(self):
        super().setUp()
        self.app(token=GOOD | {"token": TOKEN})
        self.server = self.enterContext(HeaderServer())

    def got(self, order: str) -> str:
        done = subprocess.run(["sh", "-c", order.replace("framekey", f'"{self.program}"')], capture_output=True, text=True,
                              env=self.environment | {"API": self.server.base}, check=False, timeout=20)
        self.assertEqual(done.returncode, 0, done.stderr)
        return done.stdout

    def test_header(self):
        self.assertEqual(self.got('framekey token --header | curl -sS -H @- "$API"'), f"Bearer {TOKEN}")

    def test_curl(self):
        self.assertEqual(self.got('framekey token --curl | curl -sS --config - "$API"'), f"Bearer {TOKEN}")

    def test_no_argument_holds_the_token_while_it_runs(self):
        for order in ('framekey token --header | curl -sS -H @- "$API/slow"', 'framekey token --curl | curl -sS --config - "$API/slow"',
                      "framekey exec -- python3 -c 'import os, urllib.request as r; print(r.urlopen(r.Request(os.environ[\"API\"] + \"/slow\","
                      " headers={\"Authorization\": \"Bearer \" + os.environ[\"FRAMEIO_TOKEN\"]})).read().decode(), end=\"\")'"):
            self.server.seen.clear()
            self.assertEqual(self.got(order), f"Bearer {TOKEN}")
            self.assertNotIn(TOKEN.encode(), self.server.seen[0])
            self.assertIn(b"curl" if "curl" in order else b"python3", self.server.seen[0])


class Documented(CommandTest):
    """The programs of docs/scripting.md, as they stand there but for the API's address."""

    def printed(self, language: str, runner: list[str], ending: str) -> str:
        self.app()
        server = self.enterContext(HeaderServer())
        block = re.search(rf"```{language}\n(.*?)```", SCRIPTING.read_text(), re.DOTALL)[1]
        file = self.folder / f"program{ending}"
        file.write_text(block.replace("https://api.frame.io/v2/me", server.base))
        environment = self.environment | {"PATH": f"{self.programs}:/usr/local/bin:/usr/bin:/bin"}
        done = subprocess.run([*runner, str(file)], capture_output=True, text=True, env=environment, check=False, timeout=30)
        return done.stdout + done.stderr

    def test_python(self):
        self.assertEqual(self.printed("python", ["python3"], ".py"), f"Bearer {TOKEN}\n")

    def test_node(self):
        self.assertEqual(self.printed("js", ["node", "--no-warnings"], ".mjs"), f"Bearer {TOKEN}\n")


class HeaderServer:
    """Answers with the Authorization header it got; for /slow it first notes every process's arguments."""

    def __enter__(self):
        seen = self.seen = []

        class Handler(http.server.BaseHTTPRequestHandler):
            def do_GET(self):
                if self.path == "/slow":
                    seen.append(all_arguments())
                body = self.headers.get("Authorization", "").encode()
                self.send_response(200)
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *_):
                pass

        self._server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.base = f"http://127.0.0.1:{self._server.server_port}"
        threading.Thread(target=self._server.serve_forever, daemon=True).start()
        return self

    def __exit__(self, *_):
        self._server.shutdown()
        self._server.server_close()


def all_arguments() -> bytes:
    found = b""
    for pid in filter(str.isdigit, os.listdir("/proc")):
        try:
            with open(f"/proc/{pid}/cmdline", "rb") as file:
                found += file.read() + b"\n"
        except OSError:
            continue  # it has ended
    return found


if __name__ == "__main__":
    unittest.main()
