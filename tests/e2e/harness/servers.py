# SPDX-FileCopyrightText: 2026 The Framekey developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""The authorization servers a test signs in to, each a process of its own on loopback."""

import json
import os
import subprocess
import urllib.request
from pathlib import Path

_HERE = Path(__file__).resolve().parent.parent


class Server:
    """Runs while used in `with`; prints its base URL on the first line and ends when its standard input closes."""

    def __init__(self, folder: Path, order: list[str]):
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        self._folder = folder
        self._order = order

    def __enter__(self):
        with open(self._folder / "stderr", "ab") as errors:
            self._process = subprocess.Popen(self._order, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=errors)
        self.base = self._process.stdout.readline().decode().strip()
        if not self.base.startswith("http"):
            raise AssertionError(f"{self._order[:2]} did not start:\n{(self._folder / 'stderr').read_text()}")
        return self

    def __exit__(self, *_):
        self._process.stdin.close()
        self._process.wait(10)
        self._process.stdout.close()


class OidcServer(Server):
    """npm oidc-provider: a server that is not ours."""

    def __init__(self, folder: Path, *options: str):
        self._log, self._secrets = folder / "log", folder / "secrets"
        super().__init__(folder, ["node", str(_HERE / "oidc" / "server.mjs"), "--log", str(self._log),
                                  "--secrets", str(self._secrets), *options])

    def endpoints(self) -> dict[str, str]:
        return {"authorization": f"{self.base}/auth", "token": f"{self.base}/token",
                "revocation": f"{self.base}/token/revocation", "api": f"{self.base}/v2"}

    def requests(self, path: str, **sent: str) -> list[dict]:
        """Requests to one path, those with these parameters."""
        entries = map(json.loads, self._log.read_text().splitlines())
        return [entry for entry in entries if entry["path"] == path and sent.items() <= entry["sent"].items()]

    def every_request(self) -> list[dict]:
        return [json.loads(line) for line in self._log.read_text().splitlines()]

    def secrets(self) -> list[tuple[str, str]]:
        """Kind and value of what may be nowhere, in the order it was issued. `state` is public and not among them."""
        entries = map(json.loads, self._secrets.read_text().splitlines())
        return [(entry["kind"], entry["value"]) for entry in entries if entry["kind"] != "state"]

    def states(self) -> list[tuple[str, str]]:
        """Of the authorization requests."""
        entries = map(json.loads, self._secrets.read_text().splitlines())
        return [(entry["kind"], entry["value"]) for entry in entries if entry["kind"] == "state"]

    def last(self, kind: str) -> str:
        return [value for its_kind, value in self.secrets() if its_kind == kind][-1]


class PracticeServer(Server):
    """Our own framekey-practice."""

    def __init__(self, folder: Path, *options: str, persona: str = "frameio-legacy"):
        self._log = folder / "log"
        program = os.environ["FRAMEKEY_PRACTICE"]
        super().__init__(folder, [program, "--port", "0", "--persona", persona, "--log", str(self._log),
                                  *options])

    def endpoints(self) -> dict[str, str]:
        with urllib.request.urlopen(f"{self.base}/.well-known/oauth-authorization-server") as answer:
            told = json.load(answer)
        return {"authorization": told["authorization_endpoint"], "token": told["token_endpoint"],
                "revocation": told["revocation_endpoint"], "api": f"{self.base}/v2"}

    def every_request(self) -> list[dict]:
        return [json.loads(line) for line in self._log.read_text().splitlines()]

    def requests(self, path: str, **noted: str) -> list[dict]:
        """Requests to one path, those of which the log notes this."""
        return [entry for entry in self.every_request() if entry["path"] == path and noted.items() <= entry.items()]
