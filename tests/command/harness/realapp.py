# SPDX-FileCopyrightText: 2026 The Framekey developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""The real framekey-app beside the real framekey, signed in to the real framekey-practice. Without a session bus there is
no keychain, and everything lives in the app's memory."""

import json
import os
import signal
import subprocess
import urllib.error
import urllib.request
from pathlib import Path

from .case import CommandTest, wait_for

SCOPES = ["offline", "account.read", "asset.read"]


class RealAppTest(CommandTest):
    def setUp(self):
        super().setUp()
        for variable in ("FRAMEKEY_APP", "FRAMEKEY_PRACTICE"):
            real = Path(os.environ[variable])
            (self.programs / real.name).symlink_to(real)
        self.environment |= {"DBUS_SESSION_BUS_ADDRESS": os.environ.get("DBUS_SESSION_BUS_ADDRESS", "disabled:")}
        for name in ("CONFIG", "DATA", "CACHE", "STATE"):
            (self.folder / name.lower()).mkdir(mode=0o700)
            self.environment[f"XDG_{name}_HOME"] = str(self.folder / name.lower())
        self.addCleanup(self.end_app)

    def start_practice(self, *options: str) -> str:
        """Its base address. It ends with the test."""
        server = subprocess.Popen([str(self.programs / "framekey-practice"), "--port", "0", "--control", "--log",
                                   str(self.folder / "requests"), *options], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        self.practice_server = server
        self.addCleanup(server.wait, 10)
        self.addCleanup(server.stdin.close)
        self.addCleanup(server.stdout.close)
        base = server.stdout.readline().decode().strip()
        self.write_account(base)
        return base

    def write_account(self, base: str):
        account = {"name": "work", "provider": "practice", "clientId": "practice", "clientAuthentication": "none",
                   "redirectUri": "http://127.0.0.1:0/callback", "scopes": SCOPES,
                   "endpoints": {"authorization": f"{base}/oauth2/auth", "token": f"{base}/oauth2/token",
                                 "revocation": f"{base}/oauth2/revoke", "api": f"{base}/v2"}}
        file = self.folder / "config" / "framekey" / "accounts.json"
        file.parent.mkdir(mode=0o700)
        file.write_text(json.dumps({"version": 1, "default": "work", "accounts": [account]}))

    def practice(self, *arguments: str):
        subprocess.run([str(self.programs / "framekey-practice"), *arguments], check=True, timeout=30)

    def sign_in(self, *options: str):
        process = self.start("login", "--no-browser", *options)
        self.practice("--allow", process.stdout.readline().strip())
        _, said = process.communicate(timeout=30)
        self.assertEqual(process.returncode, 0, said)
        self.assertIn("Signed in as Ana Lima.", said)

    def me(self, base: str, token: str) -> int:
        """What the API says of a token."""
        request = urllib.request.Request(f"{base}/v2/me", headers={"Authorization": f"Bearer {token}"})
        try:
            with urllib.request.urlopen(request, timeout=20) as answer:
                return answer.status
        except urllib.error.HTTPError as error:
            with error:
                return error.code

    def refreshes(self) -> int:
        lines = (self.folder / "requests").read_text().splitlines()
        return sum(json.loads(line).get("grant_type") == "refresh_token" for line in lines)

    def apps(self) -> list[int]:
        """Processes that run with this test's runtime folder."""
        wanted = f"XDG_RUNTIME_DIR={self.runtime}".encode()
        found = []
        for folder in Path("/proc").glob("[0-9]*"):
            try:
                is_app = (folder / "comm").read_text().strip() == "framekey-app"
                if is_app and wanted in (folder / "environ").read_bytes().split(b"\0"):
                    found.append(int(folder.name))
            except OSError:
                continue  # it has ended, or is not ours
        return found

    def end_app(self):
        for pid in self.apps():
            os.kill(pid, signal.SIGTERM)
        wait_for(lambda: not self.apps(), "the app's end")
