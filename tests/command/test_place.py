# SPDX-FileCopyrightText: 2026 The Framekey developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Where the socket is looked for, and what is not trusted. As root, what is foreign is made so for real."""

import os
import socket
import stat
import sys
import time
import unittest
from pathlib import Path

from harness.case import CommandTest
from harness.fakeapp import TOKEN, FakeApp

STRANGER = 65534
ROOTS_OWN = ("/root", "/lost+found", "/var/lib/private", "/var/cache/private", "/var/log/private")


class Place(CommandTest):
    def test_given_by_framekey_socket(self):
        path = self.folder / "elsewhere" / "s"
        self.app(path)
        self.assert_prints(TOKEN + "\n", "token", environment={"FRAMEKEY_SOCKET": str(path)})

    def test_where_nobody_answers_nothing_is_started(self):
        self.put_app_program()
        self.runtime.joinpath("other").mkdir(mode=0o700)
        self.assert_fails(3, "token", environment={"FRAMEKEY_SOCKET": str(self.runtime / "other" / "s")}, says="FRAMEKEY_SOCKET")
        self.assertEqual(self.starts(), [])
        self.assert_fails(64, "token", environment={"FRAMEKEY_SOCKET": "relative/s"})

    def test_no_runtime_folder(self):
        """At once, and with why: no /run/user folder of a user who never logged in."""
        for runtime in (str(self.folder / "absent"), "relative", ""):
            # There the developer's own Framekey would be asked.
            if Path(f"/run/user/{os.getuid()}").exists() and not runtime.startswith("/"):
                continue
            began = time.monotonic()
            done = self.run_it("token", environment={"XDG_RUNTIME_DIR": runtime})
            self.assertEqual((done.returncode, done.out), (3, ""), done.err)
            self.assertIn("runtime folder", done.err)
            self.assertLess(time.monotonic() - began, 0.5)

    def test_a_long_path(self):
        long = self.folder / ("x" * 100)
        long.mkdir(mode=0o700)
        self.assert_fails(3, "token", environment={"XDG_RUNTIME_DIR": str(long)}, says="longer")
        self.assert_fails(3, "token", environment={"FRAMEKEY_SOCKET": str(long / "s")}, says="longer")

    def test_folders_that_others_could_write_to(self):
        with FakeApp(self.socket) as app:
            for mode in (0o777, 0o770, 0o750, 0o705, 0o1777):
                self.socket.parent.chmod(mode)
                self.assert_fails(7, "token", says="not trusted")
            self.socket.parent.chmod(0o700)
            self.runtime.chmod(0o755)
            self.assert_fails(7, "token", says="not trusted")
            self.runtime.chmod(0o700)
            self.assertEqual(app.asked, [], "nothing was sent")

    def test_a_link_instead_of_the_folder(self):
        real = self.folder / "real"
        with FakeApp(real / "agent") as app:
            self.socket.parent.symlink_to(real)
            self.assert_fails(7, "token", says="not trusted")
            self.assertEqual(app.asked, [])

    def test_a_given_sockets_folder_is_looked_at_too(self):
        path = self.folder / "elsewhere" / "s"
        with FakeApp(path) as app:
            path.parent.chmod(0o777)
            self.assert_fails(7, "token", environment={"FRAMEKEY_SOCKET": str(path)})
            path.parent.chmod(0o755)
            self.assert_prints(TOKEN + "\n", "token", environment={"FRAMEKEY_SOCKET": str(path)})
            self.assertEqual(len(app.asked), 1)

    def test_a_file_instead_of_the_folder_or_the_socket(self):
        self.socket.parent.write_text("")
        self.assert_fails(7, "token")
        self.socket.parent.unlink()
        self.socket.parent.mkdir(mode=0o700)
        self.socket.write_text("")
        self.assert_fails(3, "token", "--no-start")


class Foreign(CommandTest):
    """Another user's folder and socket. As root they are made for the test; anybody else finds root's in the system."""

    def test_another_users_runtime_folder(self):
        """Of the right mode, so that nothing but its owner can be what is refused."""
        folder = self.runtime
        if os.geteuid() == 0:
            os.chown(folder, STRANGER, STRANGER)
        else:
            folder = next(filter(is_anothers_alone, ROOTS_OWN), None)
        if folder is None:
            self.leave_untried(f"none of {', '.join(ROOTS_OWN)} is another user's alone (0700) here")
        self.assert_fails(7, "token", "--no-start", environment={"XDG_RUNTIME_DIR": str(folder)}, says=f"{folder} is not")

    def test_another_users_socket_gets_nothing(self):
        if os.geteuid() != 0:
            sockets = foreign_sockets()
            if not sockets:
                self.leave_untried("no other user has a socket here that this one may connect to")
            for path in sockets:
                self.assert_fails(7, "token", environment={"FRAMEKEY_SOCKET": path}, says="not this user's")
            return
        place = self.folder / "open"
        place.mkdir()
        path = place / "s"
        listener = socket.socket(socket.AF_UNIX)
        reading, writing = os.pipe()
        child = os.fork()
        if child == 0:
            listen_as_stranger(listener, path, writing)
        os.close(writing)
        listener.close()
        try:
            self.assertEqual(os.read(reading, 1), b"r")
            self.assert_fails(7, "token", environment={"FRAMEKEY_SOCKET": str(path)}, says="not this user's")
            self.assertEqual(os.read(reading, 100), b"", "the stranger read nothing")
        finally:
            os.close(reading)
            os.waitpid(child, 0)

    def leave_untried(self, why: str):
        print(f"NOT TRIED: {why}", file=sys.stderr)
        self.skipTest(why)


def is_anothers_alone(folder: str) -> bool:
    try:
        status = os.lstat(folder)
    except OSError:
        return False
    return stat.S_ISDIR(status.st_mode) and stat.S_IMODE(status.st_mode) == 0o700 and status.st_uid != os.getuid()


def listen_as_stranger(listener: socket.socket, path: Path, writing: int):
    """Tells what it read: nothing, if all is well."""
    listener.bind(str(path))
    path.chmod(0o777)
    os.setresuid(STRANGER, STRANGER, STRANGER)
    listener.listen(5)  # who listens is whom the kernel names
    os.write(writing, b"r")
    connection, _ = listener.accept()
    os.write(writing, connection.recv(100))
    os._exit(0)


def foreign_sockets() -> list[str]:
    """Sockets of others that anybody may connect to, in folders that only root writes to."""
    found = []
    for line in Path("/proc/net/unix").read_text().splitlines()[1:]:
        flags, kind, path = line.split()[3], line.split()[4], line.split()[-1]
        place = Path(path)
        if flags != "00010000" or kind != "0001" or not path.startswith("/") or not os.access(path, os.W_OK):
            continue
        folder = place.parent.lstat()
        if place.stat().st_uid != os.getuid() and folder.st_uid == 0 and not folder.st_mode & 0o022:
            found.append(path)
    return found


if __name__ == "__main__":
    unittest.main()
