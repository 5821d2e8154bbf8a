# SPDX-FileCopyrightText: 2026 The Framekey developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""The server's faults: stopped, killed, and every wrong answer it knows."""

from fault import Fault
from faults_app import kill_app
from patience import waited_for

_TRIES = 2
_TO_SIGN_IN, _TO_RENEW = 40.0, 6.0  # seconds


class ServerStopped(Fault):
    """Connections are taken by the kernel, and nobody answers."""

    part = "server"
    lasts = (0.5, 4.0)

    def begin(self):
        self.stopped = self.world.journal.begin("server out")
        self.world.server.stop_answering()

    def end(self):
        self.world.server.go_on_answering()
        self.world.journal.end(self.stopped)


class ServerKilled(Fault):
    """Started again with what it granted, on the same port."""

    part = "server"
    lasts = (0.2, 4.0)

    def begin(self):
        self.gone = self.world.journal.begin("server out")
        self.world.server.kill()

    def end(self):
        self.world.server.start_again()
        self.world.journal.end(self.gone)


class ServerAnswers(Fault):
    """Wrongly, to what its specification says (framekey-practice --help)."""

    part = "server"
    weight = 10
    lasts = (1.0, 5.0)
    arguments = ("500", "502", "503:2", "429:3", "status:504", "html", "empty", "malformed", "drop:5", "lost",
                 "hang,times=2", "huge,times=1", "delay:1500", "redirect:http://127.0.0.1:9/", "body:[1]",
                 'body:{"access_token":"a","access_token":"b","token_type":"bearer"}', "noexpiry", "noscope",
                 "status:200", "error:temporarily_unavailable", "500,at=me", "hang,at=me,times=1", "503:2,at=revoke",
                 "html,at=authorize")

    def begin(self):
        self.world.server.answer_wrongly(self.argument)

    def end(self):
        self.world.server.answer_rightly()


class RenewalAnswered(ServerAnswers):
    """The renewal that a life of the app begins with: what is in force for some seconds, a renewal of every half minute
    need not meet."""

    keeps = ("app", "keyring")
    weight = 2
    lasts = (0.5, 2.0)  # from when it was met
    arguments = ("lost", "drop:5", "hang,times=2", "429:3")
    each = True
    ends_app = True

    def begin(self):
        self.took_hold = any(self._is_met() for _ in range(_TRIES))

    def _is_met(self) -> bool:
        server = self.world.server
        server.answer_rightly()
        if not waited_for(self._is_kept, _TO_SIGN_IN):
            return False
        super().begin()
        before = server.met(self.argument)
        if process := self.world.app_that_runs():
            kill_app(self.world, process)
        return waited_for(lambda: server.met(self.argument) > before, _TO_RENEW)

    def _is_kept(self) -> bool:
        """The sign-in; the next life finds it."""
        account = self.world.account()
        return account.get("state") == "signed-in" and account.get("storage") == "keychain"


class RefreshTokensLast(Fault):
    """For a while, as with services that do not rotate them."""

    part = "rotation"
    weight = 1
    lasts = (4.0, 12.0)

    def begin(self):
        self.world.server.rotate(False)

    def end(self):
        self.world.server.rotate(True)


FAULTS = [ServerStopped, ServerKilled, ServerAnswers, RenewalAnswered, RefreshTokensLast]
