# SPDX-FileCopyrightText: 2026 The Framekey developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""A gnome-keyring that ends and is started again under the running application: what is renewed afterwards is kept."""

import os
import signal
import unittest
from pathlib import Path

from harness import keyring
from harness.practicelife import PracticeLife
from harness.window import wait_for


class KeyringRestart(PracticeLife):
    def test_new_refresh_token_is_in_the_new_keyring(self):
        self.start_server()
        self.start()
        self.sign_in()
        before = keyring.file().read_bytes()
        os.kill(keyring.process(), signal.SIGKILL)
        self.daemon = keyring.start(dict(os.environ), Path(os.environ["FRAMEKEY_E2E_FOLDER"]) / "daemons.log")
        self.window.press("Renew now")
        wait_for(self.refreshes, "the refresh request")
        # The first try meets the session of the old one; the second comes a second later.
        wait_for(lambda: keyring.file().read_bytes() != before, "the keyring's file to be written")

        self.restart()
        self.window.says("Status", "Signed in")
        self.window.says("Person", "Ana Lima")
        wait_for(lambda: len(self.refreshes()) == 2, "the next start's renewal")
        self.assertEqual([200, 200], [request["status"] for request in self.refreshes()])
        self.assertEqual(1, len(self.browser.opened()), "no second sign-in")


if __name__ == "__main__":
    unittest.main()
