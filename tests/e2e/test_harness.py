# SPDX-FileCopyrightText: 2026 The Framekey developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""The tools of the other tests can fail: each finds what was planted for it."""

import base64
import os
import socket
import subprocess
import tempfile
import unittest
from pathlib import Path
from urllib.parse import quote

from harness.listeners import ListenerWatch, listening
from harness.processes import descendants
from harness.secretsearch import ProcessWatch, SecretSearch
from harness.window import wait_for

_SECRET = "q7Zr-_K2+/%:&=w9LmXeT4bVnY8s"


class SecretSearchFinds(unittest.TestCase):
    def setUp(self):
        self.search = SecretSearch([("planted", _SECRET)])

    def forms(self, data: bytes) -> set[str]:
        return {find.form for find in self.search.in_bytes(b"before " + data + b" after", "here")}

    def test_each_disguise(self):
        every = "".join(f"%{byte:02x}" for byte in _SECRET.encode())
        rows = {
            "plain": _SECRET.encode(),
            "UTF-16": _SECRET.encode("utf-16-le"),
            "percent": quote(_SECRET, safe="").encode(),
            "hexadecimal": _SECRET.encode().hex().encode(),
        }
        for form, data in rows.items():
            with self.subTest(form):
                self.assertIn(form, self.forms(data))
        self.assertIn("percent", self.forms(every.encode()))

    def test_base64_at_each_position(self):
        for before in ("", "a", "ab", "user:", "framekey-web:"):
            for encode in (base64.b64encode, base64.urlsafe_b64encode):
                with self.subTest(before=before, encode=encode.__name__):
                    self.assertIn("base64", self.forms(encode((before + _SECRET + "tail").encode())))

    def test_first_characters_alone(self):
        self.assertIn("plain", self.forms(_SECRET[:12].encode()))
        self.assertIn("base64", self.forms(base64.b64encode(b"x" + _SECRET[:12].encode())))

    def test_nothing_where_nothing_is(self):
        self.assertEqual(set(), self.forms(os.urandom(4096)))
        self.assertEqual(set(), self.forms(_SECRET[:8].encode()))

    def test_one_of_many(self):
        others = [("other", f"{number:04d}-of-many-secrets") for number in range(100)]
        self.search = SecretSearch([*others, ("planted", _SECRET)])
        self.test_each_disguise()
        self.test_base64_at_each_position()
        self.test_first_characters_alone()
        self.assertEqual(set(), self.forms(os.urandom(4096)))

    def test_files_and_their_names_but_not_what_is_left_out(self):
        with tempfile.TemporaryDirectory() as top:
            folder = Path(top)
            (folder / "deep").mkdir()
            (folder / "deep" / "file").write_bytes(b"\0" + _SECRET.encode("utf-16-le"))
            (folder / _SECRET[:12].replace("/", "")).touch()
            self.assertEqual({"file"}, {Path(find.where).name for find in self.search.in_folder(folder)})
            self.assertEqual(set(), self.search.in_folder(folder, apart_from={folder / "deep"}))

    def test_arguments_and_environment_of_a_grandchild(self):
        with ProcessWatch(os.getpid()) as watch:
            child = subprocess.Popen(["sh", "-c", "sleep 30 & sleep 30; true", _SECRET], env={"PLANTED": _SECRET})
            try:
                wait_for(lambda: "sleep" in watch.programs, "the grandchild to be seen")
            finally:
                for pid in descendants(child.pid):
                    os.kill(pid, 9)
                child.wait()
        kinds = {find.where.split("=")[0].split("\0")[0] for find in watch.found(self.search)}
        self.assertEqual({"PLANTED", "sh"}, kinds)


class ListenerWatchFinds(unittest.TestCase):
    def test_a_listener_while_it_lasts(self):
        with ListenerWatch(os.getpid()) as watch:
            with socket.create_server(("127.0.0.1", 0)) as server:
                address = server.getsockname()
                wait_for(lambda: address in watch.seen(), "the listener to be seen")
                self.assertIn(address, listening(os.getpid()))
            self.assertNotIn(address, listening(os.getpid()))
        self.assertEqual({address}, watch.seen())

    def test_every_interface_is_told_apart_from_loopback(self):
        with socket.create_server(("", 0)) as server, \
                socket.create_server(("::1", 0), family=socket.AF_INET6) as server6:
            self.assertEqual({("0.0.0.0", server.getsockname()[1]), ("::1", server6.getsockname()[1])},
                             listening(os.getpid()))


if __name__ == "__main__":
    unittest.main()
