# SPDX-FileCopyrightText: 2026 The Framekey developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""What every end-to-end test stands on: a home, an application, servers, and an account of what went wrong."""

import os
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

from .application import Application, Home
from .servers import OidcServer, PracticeServer
from .window import wait_for

_NODE_MODULES = Path(__file__).resolve().parent.parent / "node_modules"


class EndToEndTest(unittest.TestCase):
    def setUp(self):
        for module in ("oidc-provider", "playwright-core"):
            if not (_NODE_MODULES / module).is_dir():
                self.fail(f"{_NODE_MODULES} lacks {module}: run ./dev test, or npm ci in tests/e2e")
        self.folder = Path(tempfile.mkdtemp(prefix="t", dir=os.environ["FRAMEKEY_E2E_FOLDER"]))
        self.given = self.folder / "given"  # what a person was handed, secrets too
        self.given.mkdir(mode=0o700)
        self.home = Home(self.folder / "person")
        self.browser = self.home.browser
        self.application = None
        self.addCleanup(self._end_application)

    def start(self, *arguments: str):
        self.application = Application(self.home, *arguments)
        self.window = self.application.window

    def restart(self, *arguments: str):
        self.assertEqual(self.application.stop(), 0)
        self.start(*arguments)

    def oidc_server(self, *options: str) -> OidcServer:
        return self.enterContext(OidcServer(self.folder / "oidc", *options))

    def practice_server(self, *options: str, **persona: str) -> PracticeServer:
        return self.enterContext(PracticeServer(self.folder / "practice", *options, **persona))

    def assert_keychain_items(self, number: int):
        """Soon: deleting and probing go on behind the window."""
        wait_for(lambda: len(self.keychain_items()) == number,
                 lambda: f"{number} items in the keychain, not {self.keychain_items()}")

    def keychain_items(self) -> list[str]:
        """Labels of what QtKeychain stored in this session's keyring."""
        order = ["secret-tool", "search", "--all", "--unlock", "xdg:schema", "org.qt.keychain"]
        done = subprocess.run(order, capture_output=True, text=True, check=False)
        return [line for line in done.stdout.splitlines() if line.startswith("label =")]

    def _end_application(self):
        if self.application is None:
            return
        if self._has_failed():
            shown = self.window.described() if self.application.is_running() else "  nothing: it has ended"
            printed = self.home.output.read_text(errors="replace")[-4000:]
            print(f"\n{self.id()}: the window shows\n{shown}\nand the application printed\n{printed}", file=sys.stderr)
        self.assertEqual(self.application.stop(), 0, "the application's exit code")

    def _has_failed(self) -> bool:
        result = self._outcome.result
        return any(test is self for test, _ in result.errors + result.failures)
