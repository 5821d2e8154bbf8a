# SPDX-FileCopyrightText: 2026 The Framekey developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Floods on the app's socket, by a program of the same person: nobody else gets in."""

import socket

from fault import Fault


class _Flood(Fault):
    part = "socket"
    lasts = (0.5, 7.0)  # longer than the app bears silence
    number = 1

    def begin(self):
        self.world.app_that_runs()
        self.connections, self.took_hold = [], False
        for _ in range(self.number):
            connection = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM | socket.SOCK_NONBLOCK)
            try:
                connection.connect(self.world.socket_path())
                self.took_hold = True
                self.speak(connection)
            except OSError:
                pass  # no app, its queue is full, or it has hung up: all of them well
            self.connections.append(connection)

    def speak(self, connection: socket.socket):
        pass

    def end(self):
        for connection in self.connections:
            connection.close()


class SilentCallers(_Flood):
    number = 200


class HalfCallers(_Flood):
    """The line never ends."""

    number = 40

    def speak(self, connection: socket.socket):
        connection.send(b'{"version":1,"order":"tok')


class OversizedCallers(_Flood):
    number = 20

    def speak(self, connection: socket.socket):
        connection.send(b"{" + b'"a":1,' * 20_000)


class GarbageCallers(_Flood):
    number = 60

    def speak(self, connection: socket.socket):
        connection.send(self.chance.randbytes(500) + b"\n" + self.chance.randbytes(500))


class ManyWaiting(_Flood):
    """More than are let wait, where a renewal takes its time."""

    number = 300

    def speak(self, connection: socket.socket):
        connection.send(b'{"version":1,"order":"token","force":true}\n')


FAULTS = [SilentCallers, HalfCallers, OversizedCallers, GarbageCallers, ManyWaiting]
