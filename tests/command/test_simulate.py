# SPDX-FileCopyrightText: 2026 The Framekey developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""`framekey simulate`, all of it real: the practice server, the app, the command that is run, and curl."""

import os
import pty
import shlex
import signal
import subprocess
import time
import unittest
from pathlib import Path

from harness.case import wait_for
from harness.realapp import RealAppTest

API = 'curl -sS -m 20 -o /dev/null -w "%{http_code} " -H @- "$FRAMEIO_API_URL/me"'


class Simulate(RealAppTest):
    def simulated(self, fault: str, script: str, *options: str, seconds: float = 60):
        script = script.replace("framekey ", shlex.quote(str(self.program)) + " ")
        done = self.run_it("simulate", fault, *options, "--", "sh", "-c", script, seconds=seconds)
        self.assertEqual(self.left_over(done), [])
        return done

    def left_over(self, process: subprocess.Popen) -> list[str]:
        return [str(folder) for folder in Path("/tmp").glob(f"framekey-simulate-{process.pid}-*")]

    def test_expired(self):
        done = self.simulated("expired", f"framekey token --header | {API}; framekey token --force-refresh --header | {API}; exit 9")
        self.assertEqual((done.returncode, done.out), (9, "401 200 "), done.err)

    def test_revoked(self):
        done = self.simulated("revoked", f"framekey token --header | {API}; framekey token --force-refresh; echo $?")
        self.assertEqual((done.returncode, done.out), (0, "401 4\n"), done.err)

    def test_offline(self):
        done = self.simulated("offline", f"echo x: y | {API}; framekey token; echo $?")
        self.assertEqual(done.out, "000 6\n", done.err)

    def test_slow(self):
        began = time.monotonic()
        done = self.simulated("slow", f"framekey token --header | {API}")
        self.assertEqual(done.out, "200 ", done.err)
        self.assertGreater(time.monotonic() - began, 3)

    def test_the_account_s_name_and_what_is_kept_from_the_command(self):
        done = self.simulated("expired", 'framekey list; framekey token work | wc -l; echo "$FRAMEKEY_ACCOUNT$FRAMEKEY_TOKEN"', "-a", "work")
        self.assertEqual(done.out, "work\n1\n\n", done.err)

    def test_nothing_of_the_person_s_is_touched(self):
        done = self.simulated("expired", "true")
        self.assertEqual(done.returncode, 0, done.err)
        self.assertEqual([file for place in ("config", "data", "state", "run") for file in (self.folder / place).iterdir()], [])

    def test_what_cannot_be_run(self):
        self.assertEqual(self.run_it("simulate", "expired", "--", "nowhere-to-be-found").returncode, 127)
        self.assert_fails(64, "simulate", "broken", "--", "true", says="expired, revoked, offline or slow")
        self.assert_fails(64, "simulate", "expired", says="--")
        (self.programs / "framekey-practice").unlink()
        self.assert_fails(1, "simulate", "expired", "--", "true", says="framekey-practice")

    def test_ctrl_c_and_a_killed_command_leave_nothing(self):
        for number in (signal.SIGINT, signal.SIGTERM):
            process = self.start("simulate", "expired", "--", "sh", "-c", "echo runs; exec sleep 60")
            self.assertEqual(process.stdout.readline(), "runs\n")
            process.send_signal(number)
            process.communicate(timeout=20)
            self.assertEqual(process.returncode, 128 + number)
            self.assertEqual((self.left_over(process), self.apps_of(process)), ([], []))
        done = self.simulated("expired", "kill -9 $$")
        self.assertEqual(done.returncode, 137)

    def test_a_terminal_s_ctrl_c_comes_once(self):
        count = ("import signal; signal.pthread_sigmask(signal.SIG_BLOCK, [2]); print('runs', flush=True); signal.sigwait([2]); "
                 "print('again' if signal.sigtimedwait([2], 0.3) else 'once', flush=True)")
        process, terminal = pty.fork()
        if process == 0:
            os.execve(self.program, [str(self.program), "simulate", "expired", "--", "python3", "-c", count], self.environment)
        printed = b""
        while b"runs" not in printed:
            printed += os.read(terminal, 1000)
        os.write(terminal, b"\x03")
        while b"once" not in printed and b"again" not in printed:
            printed += os.read(terminal, 1000)
        os.waitpid(process, 0)
        os.close(terminal)
        self.assertIn(b"once", printed)

    def test_what_nohup_ignores_stays_ignored(self):
        look = 'kill -HUP $PPID; kill -HUP $$; echo on'
        order = f"trap '' HUP; exec \"{self.program}\" simulate expired -- sh -c '{look}'"
        done = subprocess.run(["sh", "-c", order], env=self.environment, capture_output=True, text=True, timeout=60, check=False)
        self.assertEqual((done.returncode, done.stdout), (0, "on\n"), done.stderr)

    def test_a_caller_that_ignores_its_children(self):
        done = self.run_it("simulate", "expired", "--", "true",
                           preexec_fn=lambda: signal.signal(signal.SIGCHLD, signal.SIG_IGN))
        self.assertEqual(done.returncode, 0, done.err)

    def test_ctrl_c_before_the_command_runs(self):
        process = self.start("simulate", "slow", "--", "touch", str(self.folder / "ran"))
        wait_for(lambda: self.left_over(process), "the folder")
        process.send_signal(signal.SIGINT)
        process.communicate(timeout=20)
        self.assertEqual(process.returncode, 130)
        self.assertEqual((self.left_over(process), self.apps_of(process)), ([], []))
        self.assertFalse((self.folder / "ran").exists())

    def test_a_simulation_that_is_killed_takes_its_programs_with_it(self):
        process = self.start("simulate", "expired", "--", "sleep", "2")
        wait_for(lambda: self.apps_of(process), "the app")
        process.kill()
        process.communicate()
        wait_for(lambda: not self.apps_of(process), "the app's end")
        for folder in self.left_over(process):
            subprocess.run(["rm", "-rf", folder], check=True)

    def test_the_time_is_over(self):
        began = time.monotonic()
        done = self.run_it("simulate", "expired", "--timeout", "1", "--", "sleep", "60")
        self.assertEqual(done.returncode, 137)
        self.assertLess(time.monotonic() - began, 15)

    def apps_of(self, process: subprocess.Popen) -> list[int]:
        mark = f"framekey-simulate-{process.pid}-".encode()
        found = []
        for folder in Path("/proc").glob("[0-9]*"):
            try:
                if mark in (folder / "environ").read_bytes() and (folder / "comm").read_text() == "framekey-app\n":
                    found.append(int(folder.name))
            except OSError:
                continue
        return found


if __name__ == "__main__":
    unittest.main()
