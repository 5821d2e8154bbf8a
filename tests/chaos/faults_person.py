# SPDX-FileCopyrightText: 2026 The Framekey developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the person does meanwhile, and what a stranger does to a sign-in that waits."""

import subprocess

from fault import Fault

_FORGED = ("?code=forged&state=x", "?error=access_denied", "?code=a&code=b&state=", "/other?code=forged&state=x",
           "?error=access_denied&state=x&error_description=%3Cscript%3E")


class RenewedNow(Fault):
    part = "person"
    lasts = (0.1, 0.2)

    def begin(self):
        self.world.call("refresh", "--timeout", "5")


class SignedOutAndIn(Fault):
    """The person signs in again as soon as the app says that nobody is (`person.py`)."""

    part = "person"
    weight = 1
    lasts = (3.0, 6.0)

    def begin(self):
        self.world.person.signs_out()


class RedirectsForged(Fault):
    """At the port of a sign-in that waits for its own."""

    part = "person"
    lasts = (2.0, 4.0)

    def begin(self):
        self.world.person.signs_in_again(before=self._forge)

    @staticmethod
    def _forge(redirect_uri: str):
        for forged in _FORGED:
            order = ["curl", "--silent", "--max-time", "2", "--output", "/dev/null", redirect_uri + forged]
            subprocess.run(order, check=False)


FAULTS = [RenewedNow, SignedOutAndIn, RedirectsForged]
