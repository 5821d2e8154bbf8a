# SPDX-FileCopyrightText: 2026 The Framekey developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""The server's faults: stopped, killed, and every wrong answer it knows."""

from fault import Fault


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


FAULTS = [ServerStopped, ServerKilled, ServerAnswers]
