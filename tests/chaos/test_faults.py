# SPDX-FileCopyrightText: 2026 The Framekey developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Faults do what they are named for, tell when they found nothing to break, and are the seed's alone."""

import random
import socket
import threading
import time
import unittest
from types import SimpleNamespace
from unittest import mock

from faults_app import AppOpened
from faults_person import RedirectFlooded
from faults_socket import GarbageCallers
from journal import Interval, Journal
from patience import waited_for
from probes import Probes
from test_verdicts import row
from world import World


class Listener:
    """Takes everybody in."""

    def __enter__(self):
        self._socket = socket.create_server(("127.0.0.1", 0), backlog=300)
        self.port = self._socket.getsockname()[1]
        self.taken: list[socket.socket] = []
        threading.Thread(target=self._accept, daemon=True).start()
        return self

    def _accept(self):
        while True:
            try:
                self.taken.append(self._socket.accept()[0])
            except OSError:
                return

    def __exit__(self, *_):
        self._socket.shutdown(socket.SHUT_RDWR)
        self._socket.close()
        for each in self.taken:
            each.close()


class Flood(unittest.TestCase):
    def setUp(self):
        self.orders = 0

    def flood(self, port: int) -> RedirectFlooded:
        def signs_in_again(before):
            self.orders += 1
            before(f"http://127.0.0.1:{port}/callback")
        world = SimpleNamespace(journal=Journal(), person=SimpleNamespace(signs_in_again=signs_in_again))
        fault = RedirectFlooded(world, "", random.Random(1))
        fault.begin()
        return fault

    def test_of_the_redirect_s_port_is_silent_and_over_before_the_redirect(self):
        with Listener() as listener:
            self.assertTrue(self.flood(listener.port).took_hold)
            self.assertTrue(waited_for(lambda: len(listener.taken) == 200, 5))
            for connection in listener.taken:
                connection.settimeout(5)
                self.assertEqual(b"", connection.recv(1))
        self.assertEqual(1, self.orders)

    def test_that_reaches_nobody_is_none(self):
        with Listener() as listener:
            port = listener.port
        with mock.patch("faults_person._PATIENCE", 1.5):
            self.assertFalse(self.flood(port).took_hold)
        self.assertGreaterEqual(self.orders, 2)

    def test_of_garbage_is_the_seed_s(self):
        self.assertEqual(self.garbage(5), self.garbage(5))
        self.assertNotEqual(self.garbage(5), self.garbage(6))

    @staticmethod
    def garbage(seed: int) -> bytes:
        ours, theirs = socket.socketpair()
        with ours, theirs:
            GarbageCallers(None, "", random.Random(seed)).speak(ours)
            return theirs.recv(2000)


class Ends(unittest.TestCase):
    """Of the app: which are our doing."""

    def setUp(self):
        self.world = World.__new__(World)
        self.world.journal = Journal()
        self.process = 11
        self.world.app_process = lambda: self.process

    def ends(self) -> list[Interval]:
        return self.world.journal.intervals("app ended")

    def test_one_that_follows_is(self):
        self.world.expect_end(11)
        self.assertEqual(float("inf"), self.ends()[0].until)
        self.process = 12
        self.assertTrue(waited_for(lambda: self.ends()[0].until < float("inf"), 5))
        self.assertEqual(11, self.ends()[0].process)

    def test_one_that_does_not_follow_is_dropped(self):
        self.world.expect_end(11, unless=lambda: True)
        self.assertTrue(waited_for(lambda: not self.ends(), 5))

    def test_one_that_is_not_allowed_is_dropped(self):
        self.world.expect_end(11, allowed=lambda: False)
        self.process = 12
        self.assertTrue(waited_for(lambda: not self.ends(), 5))

    def test_of_a_closed_window_are_ours_where_nobody_is_signed_in(self):
        for state, signs_out, ours in (("signed-in", False, False), ("sign-in-needed", False, True),
                                       ("signed-in", True, True)):
            self.process, self.world.journal = 11, Journal()
            self.world.account = lambda state=state: {"state": state}
            AppOpened(self.world, "", random.Random(1))._expect_end(11)
            if signs_out:
                self.world.journal.note("signing out")
            self.process = 12
            self.assertTrue(waited_for(lambda: [each.until for each in self.ends()] != [float("inf")], 5))
            self.assertEqual(ours, bool(self.ends()), (state, signs_out))

    def test_each_explains_its_own_life_alone(self):
        journal = self.world.journal
        self.process = 12
        self.world.expect_end(11)
        time.sleep(0.1)
        began = time.monotonic() - 5
        lives = [row(began, process=11), row(began + 10, process=12), row(began + 20, process=13)]
        self.assertEqual([began + 20], Probes(lives, journal).unexplained_ends)

    def test_one_that_has_not_come_yet_explains_nothing(self):
        began = time.monotonic() - 5
        self.world.journal.begin("app ended", 11)
        lives = [row(began, process=11), row(began + 10, process=12)]
        self.assertEqual([began + 10], Probes(lives, self.world.journal).unexplained_ends)


class Bounds(unittest.TestCase):
    def test_of_each_answer_are_its_own(self):
        quiet = [row(0.0), row(10.0, own=0.15), row(20.0, reference=0.3, spawning=0.3)]
        self.assertEqual(1, len(Probes(quiet, Journal()).stalls))
        for about in ({"reference": 0.06}, {"spawning": 0.06}):
            self.assertEqual([], Probes([row(0.0), row(10.0, own=0.15, **about)], Journal()).stalls)

    def test_start_is_told_apart(self):
        starting = Probes([row(0.0, own=0.4), row(1.4, own=0.4), row(1.6)], Journal())
        self.assertEqual(([], 1, 0.4), (starting.stalls, starting.judged, starting.worst_starting))

    def test_noise_is_that_of_the_time(self):
        seen = Probes([row(10.0, reference=0.2), row(20.0, reference=0.01)], Journal())
        self.assertEqual([0.2, 0.01, 0.0], [seen.noise_at(at) for at in (11.0, 21.0, 30.0)])


if __name__ == "__main__":
    unittest.main()
