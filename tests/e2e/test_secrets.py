# SPDX-FileCopyrightText: 2026 The Framekey developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""A whole life with everything logged that can be: no secret is in output, files, arguments or environments. Where no
keychain keeps them they are in no file at all."""

import os
import signal
import subprocess
import unittest
from pathlib import Path

from harness import keyring
from harness.forms import NOTING, allow
from harness.life import AccountLife
from harness.secretsearch import SECRET_KINDS, Find, ProcessWatch, SecretSearch
from harness.window import wait_for

_SESSION = Path(os.environ["FRAMEKEY_E2E_FOLDER"])
_KEYRINGS = _SESSION / "data" / "keyrings"


class SecretsTest(AccountLife):
    def search(self) -> SecretSearch:
        secrets = self.server.secrets()
        self.assertEqual(SECRET_KINDS, {kind for kind, _ in secrets})
        return SecretSearch(secrets)

    def found_in_files(self, search: SecretSearch, *keyrings: Path) -> set[Find]:
        """Everywhere but where they belong: the keyring's encrypted file, the browser, the server, the given file."""
        return search.in_folder(_SESSION, apart_from={*keyrings, self.browser.folder, self.folder / "oidc", self.given})


class Secrets(SecretsTest):
    def test_are_nowhere(self):
        self.home.environment["QT_LOGGING_RULES"] = "*=true"
        self.server = self.oidc_server()
        with ProcessWatch(os.getpid()) as watch:
            self.live()
        self.assertIn("framekey-app", watch.programs)
        self.assertIn("node", watch.programs)
        self.assertIn(b"qt.", self.home.output.read_bytes(), "Qt's own logging is on")

        search = self.search()
        self.assertEqual(set(), watch.found(search))
        self.assertEqual(set(), self.found_in_openers(search))
        self.assertEqual(set(), self.found_in_files(search, _KEYRINGS))

    def test_leave_the_environment(self):
        self.server = self.oidc_server()
        self.home.environment |= self.confidential_client()
        self.start("--from-env")
        self.window.button("Sign in to Frame.io")
        with ProcessWatch(os.getpid()) as watch:
            self.sign_in()
        self.assertIn("framekey-app", watch.programs)
        self.assertIn("node", watch.programs)
        search = SecretSearch(self.server.secrets())
        self.assertEqual(set(), watch.found(search))
        self.assertEqual(set(), self.found_in_openers(search))

    def live(self):
        self.start_with_env_file()
        self.sign_in()
        self.renew()
        self.restart()
        self.window.says("Status", "Signed in")
        self.reauthorize_with("comment.create")
        # While signed in, too: what is deleted at sign-out must not have been there before.
        search = self.search()
        self.assertEqual(set(), self.found_in_files(search, _KEYRINGS))
        self.assertEqual(set(), search.in_bytes(self.window.described().encode(), "the window"))
        self.sign_out()
        self.assertEqual(0, self.application.stop())

    def found_in_openers(self, search: SecretSearch) -> set[Find]:
        openers = self.browser.openers()
        for address in self.browser.opened():
            self.assertIn(address.encode() + b"\0", openers)
        self.assertIn(b"\0FRAMEKEY_E2E_BROWSER=", openers)
        return search.in_bytes(openers, "what opens addresses")


class WithoutKeychain(SecretsTest):
    """The sign-in works until the program is quit, and only its memory holds it."""

    def test_that_is_locked(self):
        self.addCleanup(keyring.unlock)
        self.live_without(keyring.lock)
        self.window.says("Status", "Keychain locked")

    def test_that_is_absent(self):
        self.addCleanup(lambda: keyring.start(dict(os.environ), _SESSION / "daemons.log"))
        self.live_without(lambda: os.kill(keyring.process(), signal.SIGKILL))
        self.window.says("Status", "Signed out")

    def live_without(self, take_away):
        self.home.environment |= {"QT_LOGGING_RULES": "*=true", "PATH": f"{NOTING}:{os.environ['PATH']}"}
        self.server = self.oidc_server()
        self.start_with_env_file()
        self.window.button("Sign in to Frame.io")
        take_away()
        before = keyring.file().read_bytes()
        self.window.press("Sign in to Frame.io")
        page = allow(wait_for(self.browser.opened, "an address to be opened")[0])
        self.assertIn("Ana Lima", page)
        self.window.says("Kept in", "memory only")
        self.renew()
        self.assertEqual(200, self.status_of_account_request(self.printed_token()))
        self.assertEqual(set(), self.found_in_files(self.search()))
        self.restart()
        self.assertEqual(set(), self.found_in_files(self.search()))
        self.assertEqual(before, keyring.file().read_bytes())

    def printed_token(self) -> str:
        order = [os.environ["FRAMEKEY_COMMAND"], "token"]
        return subprocess.run(order, env=self.home.environment, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                              timeout=30, check=True).stdout.decode().strip()


if __name__ == "__main__":
    unittest.main()
