# SPDX-FileCopyrightText: 2026 The Framekey developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""A whole life with everything logged that can be: no secret is in output, files, arguments or environments."""

import os
import unittest
from pathlib import Path

from harness.life import AccountLife
from harness.secretsearch import ProcessWatch, SecretSearch

_KINDS = {"client_secret", "code", "code_verifier", "access_token", "refresh_token"}


class Secrets(AccountLife):
    def test_are_nowhere(self):
        self.home.environment["QT_LOGGING_RULES"] = "*=true"
        self.server = self.oidc_server()
        with ProcessWatch(os.getpid()) as watch:
            self.live()
        secrets = self.server.secrets()
        self.assertEqual(_KINDS, {kind for kind, _ in secrets})
        self.assertIn("framekey-app", watch.programs)
        self.assertIn("node", watch.programs)
        self.assertIn(b"qt.", self.home.output.read_bytes(), "Qt's own logging is on")

        search = SecretSearch(secrets)
        self.assertEqual(set(), watch.found(search))
        self.assertEqual(set(), self.found_in_files(search))

    def test_leave_the_environment(self):
        self.server = self.oidc_server()
        self.home.environment |= self.confidential_client()
        self.start("--from-env")
        self.window.button("Sign in to Frame.io")
        with ProcessWatch(os.getpid()) as watch:
            self.sign_in()
        self.assertIn("framekey-app", watch.programs)
        self.assertIn("node", watch.programs)
        self.assertEqual(set(), watch.found(SecretSearch(self.server.secrets())))

    def live(self):
        self.start_with_env_file()
        self.sign_in()
        self.renew()
        self.restart()
        self.window.says("Status", "Signed in")
        self.reauthorize_with("comment.create")
        # While signed in, too: what is deleted at sign-out must not have been there before.
        search = SecretSearch(self.server.secrets())
        self.assertEqual(set(), self.found_in_files(search))
        self.assertEqual(set(), search.in_bytes(self.window.described().encode(), "the window"))
        self.sign_out()
        self.assertEqual(0, self.application.stop())

    def found_in_files(self, search: SecretSearch):
        """Everywhere but where they belong: the keyring's encrypted file, the browser, the server, the given file."""
        session = Path(os.environ["FRAMEKEY_E2E_FOLDER"])
        theirs = {session / "data" / "keyrings", self.browser.folder, self.folder / "oidc", self.given}
        return search.in_folder(session, apart_from=theirs)


if __name__ == "__main__":
    unittest.main()
