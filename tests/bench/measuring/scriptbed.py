# SPDX-FileCopyrightText: 2026 The Framekey developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""A person with accounts, signed in, whose scripts call `framekey`. The app is started by the command, without a
window."""

import json
import os
import signal
import subprocess
from pathlib import Path

from harness.application import Home
from harness.processes import holder_of
from harness.window import wait_for

_BROWSER = Path(__file__).resolve().parent / "bin"
_SCOPES = ["openid", "email", "profile", "offline_access"]


class ScriptBed:
    def __init__(self, programs: Path, folder: Path, accounts: int):
        self._home = Home(folder)
        self._names = [f"account-{number}" for number in range(accounts)]
        self._command = str(programs / "framekey")
        self.certificate, self._key = folder / "certificate.pem", folder / "key.pem"
        _make_certificate(self.certificate, self._key)
        self.tls = ("--cert", str(self.certificate), "--key", str(self._key))
        self._home.environment.pop("QT_LINUX_ACCESSIBILITY_ALWAYS_ON")
        self.environment = self._home.environment | {
            "PATH": f"{_BROWSER}:{os.environ['PATH']}", "SSL_CERT_FILE": str(self.certificate)}
        self.token = [self._command, "token"]
        self.lookup = ["secret-tool", "lookup", "server", "framekey"]

    def write_accounts(self, base: str):
        endpoints = {"authorization": f"{base}/ims/authorize/v2", "token": f"{base}/ims/token/v3",
                     "revocation": f"{base}/ims/revoke", "api": f"{base}/v4"}
        usual = {"provider": "frameio", "clientId": "practice", "redirectUri": "http://127.0.0.1:0/callback",
                 "scopes": _SCOPES, "endpoints": endpoints, "caFile": str(self.certificate)}
        self._home.write_accounts(*[usual | {"name": name} for name in self._names])

    def sign_in(self):
        for name in self._names:
            subprocess.run([self._command, "login", name], env=self.environment, stdin=subprocess.DEVNULL,
                           capture_output=True, timeout=60, check=True)
        self.stop()
        subprocess.run(self.token, env=self.environment, capture_output=True, timeout=60, check=True)
        # Without its window's accounts renewed nothing is at rest.
        wait_for(lambda: {account["state"] for account in self._status()} == {"signed-in"}, "all to be signed in", 60)

    def _status(self) -> list[dict]:
        done = subprocess.run([self._command, "status", "--json"], env=self.environment, capture_output=True, check=True)
        return json.loads(done.stdout)["accounts"]

    def renewing(self, account: int) -> list[str]:
        return [self._command, "token", self._names[account], "--force-refresh"]

    def app(self) -> int:
        """Its process; 0: none runs."""
        return holder_of(Path(self.environment["XDG_RUNTIME_DIR"]) / "framekey" / "lock")

    def stop(self):
        if process := self.app():
            os.kill(process, signal.SIGTERM)
            wait_for(lambda: self.app() == 0, "the app to end", pause=0.01)


def _make_certificate(certificate: Path, key: Path):
    subprocess.run(["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=bench",
                    "-addext", "subjectAltName=IP:127.0.0.1,DNS:localhost", "-keyout", str(key),
                    "-out", str(certificate)], check=True, capture_output=True)
