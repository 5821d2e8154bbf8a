# SPDX-FileCopyrightText: 2026 The Framekey developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every verb but `token`, `login` and `simulate`: what it asks the app for, prints and ends with."""

import json
import os
import shutil
import subprocess
import time
import unittest

from harness.case import CommandTest
from harness.fakeapp import GOOD, TOKEN, refusal

STRANGE = "a'b\"c\\d$e`f!g%h&i;j"
WORK = {"id": "1", "name": "work", "provider": "frameio", "default": True, "state": "signed-in", "pending": False,
        "person": {"name": "Ana \x1b[31mLima", "email": "ana@northlight.example"}, "requestedScopes": ["offline"],
        "grantedScopes": ["offline", "asset.read"], "expiresAt": "2026-11-25T23:59:00Z", "expiresIn": 2520,
        "renewsAt": None, "storage": "keychain", "problem": None}
HOME = WORK | {"id": "2", "name": "home", "default": False, "state": "sign-in-needed", "person": None, "expiresIn": None,
               "grantedScopes": None, "problem": {"kind": "expired", "message": "It ended.", "next": "framekey login home"}}


def accounts(*several: dict) -> dict:
    return {"ok": True, "accounts": list(several)}


class Status(CommandTest):
    def test_for_people(self):
        self.app(status=accounts(WORK, HOME))
        done = self.assert_prints(
            "* work: signed in as Ana [31mLima <ana@northlight.example>, token good for 42 min\n"
            "    granted: offline asset.read\n"
            "  home: sign in needed\n"
            "    problem: It ended. framekey login home\n", "status")
        self.assertEqual(done.err, "")

    def test_json_is_what_the_app_says(self):
        self.app(status=accounts(WORK, HOME))
        done = self.run_it("status", "--json")
        self.assertEqual(json.loads(done.out), {"version": 1, "accounts": [WORK, HOME]})

    def test_the_exit_code_says_whether_it_can_be_used(self):
        for state, exit_code in [("signed-in", 0), ("renewing", 0), ("sign-in-needed", 4), ("signed-out", 4),
                                 ("signing-in", 4), ("offline", 6), ("keychain-locked", 5)]:
            self.app(status=accounts(HOME, WORK | {"state": state}))
            self.assertEqual(self.run_it("status").returncode, exit_code, state)
            self.doCleanups()
            self.setUp()

    def test_of_one_account(self):
        self.app(status=accounts(WORK, HOME))
        self.assertEqual(self.run_it("status", "home").returncode, 4)
        self.assertEqual(self.run_it("status", "2", "--json").returncode, 4)
        self.assertEqual([one["name"] for one in json.loads(self.run_it("status", "work", "--json").out)["accounts"]], ["work"])
        self.assert_fails(64, "status", "wrk", says="framekey list")

    def test_the_environment_s_account_narrows_nothing(self):
        self.app(status=accounts(WORK, HOME))
        done = self.run_it("status", "--json", environment={"FRAMEKEY_ACCOUNT": "home"})
        self.assertEqual((done.returncode, len(json.loads(done.out)["accounts"])), (0, 2))

    def test_before_the_keychain_was_read_it_waits(self):
        app = self.app(status=[accounts(WORK | {"state": "starting"}), accounts(WORK)])
        self.assertEqual(self.run_it("status").returncode, 0)
        self.assertEqual(len(app.asked), 2)

    def test_it_waits_no_longer_than_asked_and_list_not_at_all(self):
        app = self.app(status=accounts(WORK | {"state": "starting"}))
        began = time.monotonic()
        self.assertEqual(self.run_it("status", "--timeout", "1").returncode, 6)
        self.assertLess(time.monotonic() - began, 2)
        app.asked.clear()
        self.assert_prints("work\n", "list")
        self.assertEqual(len(app.asked), 1)

    def test_no_account(self):
        self.app(status=accounts())
        self.assert_fails(4, "status", says="framekey open")

    def test_list(self):
        self.app(status=accounts(WORK, HOME))
        self.assert_prints("work\nhome\n", "list")
        listed = json.loads(self.run_it("list", "--json").out)["accounts"]
        self.assertEqual(listed[1], {"name": "home", "id": "2", "provider": "frameio", "default": False})

    def test_members_of_a_wrong_type_are_not_there(self):
        self.app(status=accounts(WORK | {"default": 5, "person": 5, "problem": 5, "grantedScopes": {"a": 5}, "expiresIn": "x"}))
        self.assertEqual(self.run_it("status", "work").returncode, 0)
        self.assertEqual(self.run_it("list", "--json").returncode, 0)

    def test_what_turns_a_line_round_is_not_printed(self):
        self.app(status=accounts(WORK | {"name": "w\u202eo\u2066r\u200fk\u009b2J é"}))
        self.assert_prints("work2J é\n", "list")
        self.assertTrue(self.run_it("status", "--json").out.isascii())

    def test_hostile_answers(self):
        for answer in [b"{\n", {"ok": True, "accounts": 5}, {"ok": True, "accounts": [5]}, {"ok": 1}]:
            self.app(status=answer)
            self.assert_fails(1, "status")
            self.doCleanups()
            self.setUp()


class Exec(CommandTest):
    def test_the_child_has_the_token_and_gives_the_exit_code(self):
        self.app()
        done = self.run_it("exec", "--", "sh", "-c", 'printf %s "$FRAMEIO_TOKEN"; exit 42')
        self.assertEqual((done.returncode, done.out, done.err), (42, TOKEN, ""))

    def test_the_child_is_as_if_started_by_the_shell(self):
        self.app()
        look = 'grep -E "^(SigIgn|SigBlk):" /proc/self/status; ulimit -c; ls /proc/self/fd | wc -l'
        bare = subprocess.run(["sh", "-c", look], env=self.environment, capture_output=True, text=True, check=True,
                              stdin=subprocess.DEVNULL)
        self.assert_prints(bare.stdout, "exec", "--", "sh", "-c", look)

    def test_what_cannot_be_run(self):
        self.app()
        self.assert_fails(127, "exec", "--", "nowhere-to-be-found", says="No such file")
        self.assert_fails(126, "exec", "--", str(self.folder), says="denied")
        self.assert_fails(64, "exec", says="--")
        self.assert_fails(64, "exec", "sh", says="'sh'")

    def test_no_token_no_command(self):
        self.app(token=refusal("sign-in-needed", "Nobody is signed in.", "framekey login work"))
        self.assert_fails(4, "exec", "-a", "work", "--", "touch", str(self.folder / "done"))
        self.assertFalse((self.folder / "done").exists())

    def test_the_token_of_the_environment(self):
        done = self.run_it("exec", "--", "sh", "-c", "echo $FRAMEIO_TOKEN", environment={"FRAMEKEY_TOKEN": "given"})
        self.assertEqual(done.out, "given\n")


class Env(CommandTest):
    def shown(self, shell: list[str], line_format: str, token: str) -> str:
        self.app(token=GOOD | {"token": token})
        lines = self.run_it("env", "--format", line_format).out
        done = subprocess.run([*shell, lines + "\nprintenv FRAMEIO_TOKEN FRAMEIO_TOKEN_EXPIRES_AT\n"], env=self.environment,
                              capture_output=True, text=True, check=False)
        return done.stdout

    def test_posix_shells_read_it(self):
        for shell in ("sh", "bash", "zsh", "dash"):
            if not shutil.which(shell):
                continue
            for token in (TOKEN, STRANGE):
                self.assertEqual(self.shown([shell, "-c"], "sh", token), f"{token}\n{GOOD['expiresAt']}\n", shell)
                self.doCleanups()
                self.setUp()

    def test_the_eval_of_the_help(self):
        self.app()
        order = f'eval "$("{self.program}" env)" && printenv FRAMEIO_TOKEN'
        done = subprocess.run(["sh", "-c", order], env=self.environment, capture_output=True, text=True, check=False)
        self.assertEqual(done.stdout, TOKEN + "\n")

    def test_other_shells_by_their_rules(self):
        self.app(token=GOOD | {"token": "a'b\\c!d"})
        for line_format, line in [("fish", r"set -gx FRAMEIO_TOKEN 'a\'b\\c!d'"), ("csh", r"setenv FRAMEIO_TOKEN 'a'\''b\c'\!'d';"),
                                  ("powershell", "$Env:FRAMEIO_TOKEN = 'a''b\\c!d'"), ("sh-no-export", r"FRAMEIO_TOKEN='a'\''b\c!d'")]:
            self.assertEqual(self.run_it("env", "--format", line_format).out.splitlines()[0], line)
        self.assert_fails(64, "env", "--format", "cmd", says="powershell")


class Orders(CommandTest):
    def test_each_asks_for_its_own(self):
        file = self.folder / "client.env"
        file.touch()
        app = self.app(sign_out={"ok": True, "revocation": "revoked"}, refresh={"ok": True, "account": "work", "expiresIn": 3600},
                       show={"ok": True}, add={"ok": True, "account": "new"}, remove={"ok": True, "account": "old"},
                       rename={"ok": True, "account": "b"}, default={"ok": True, "account": "work"})
        for arguments, asked, says in [
            (["logout", "work"], {"order": "sign-out", "account": "work"}, "took the tokens back"),
            (["sign-out"], {"order": "sign-out"}, "Signed out"),
            (["auth", "logout"], {"order": "sign-out"}, "Signed out"),
            (["refresh"], {"order": "refresh"}, "Renewed work; good for 60 min."),
            (["open", "work"], {"order": "show", "account": "work"}, ""),
            (["account", "add", "new", "--practice"], {"order": "add", "name": "new", "practice": True}, "Added new."),
            (["account", "add", "new", "--env-file", str(file)], {"order": "add", "name": "new", "envFile": str(file)}, "Added new."),
            (["account", "remove", "old"], {"order": "remove", "account": "old"}, "Removed old."),
            (["account", "rename", "a", "b"], {"order": "rename", "account": "a", "name": "b"}, "The name is now b."),
            (["account", "default", "work"], {"order": "default", "account": "work"}, "The default is now work."),
        ]:
            done = self.assert_prints("", *arguments)
            self.assertEqual(app.asked[-1], {"version": 1} | asked)
            self.assertIn(says, done.err)

    def test_an_account_that_was_there(self):
        (self.folder / "client.env").touch()
        self.app(add={"ok": True, "account": "new", "added": False})
        done = self.assert_prints("", "account", "add", "new", "--practice")
        self.assertEqual(done.err, "framekey: It was there already: new.\n")
        done = self.assert_prints("", "account", "add", "new", "--env-file", "client.env", cwd=self.folder)
        self.assertEqual(done.err, "framekey: Updated new.\n")

    def test_a_relative_env_file_is_given_whole(self):
        (self.folder / "client.env").touch()
        app = self.app(add={"ok": True, "account": "new"})
        self.assert_prints("", "account", "add", "new", "--env-file", "client.env", cwd=self.folder)
        self.assertEqual(app.asked[0]["envFile"], str((self.folder / "client.env").resolve()))

    def test_what_the_app_could_not_read_is_not_sent(self):
        app = self.app(add={"ok": True, "account": "new"})
        for file, says in [("absent.env", "No such file"), ("/dev/stdin", "no ordinary file"), ("/dev/fd/0", "no ordinary file"),
                           (str(self.folder), "no ordinary file")]:
            self.assert_fails(1, "account", "add", "new", "--env-file", file, says=says, cwd=self.folder)
        self.assertEqual(app.asked, [])

    def test_what_came_of_the_revocation(self):
        for word, says in [("unsupported", "until they end"), ("nothing", "Nobody"), ("unread", "keychain"),
                           ("pending", "still"), ("failed", "could not")]:
            self.app(sign_out={"ok": True, "revocation": word, "note": "As of now."})
            done = self.assert_prints("", "logout")
            self.assertIn(says, done.err)
            self.assertIn("framekey: As of now.\n", done.err)
            self.doCleanups()
            self.setUp()

    def test_usage(self):
        for arguments in [["account"], ["account", "ad", "x"], ["account", "add"], ["account", "add", "x"],
                          ["account", "add", "x", "--practice", "--env-file", "f"], ["account", "rename", "a"],
                          ["account", "remove", "a", "b"], ["account", "remove", "a", "--practice"], ["callback"],
                          ["account", "remove", "work", "-a", "home"], ["account", "remove", ""], ["callback", "X", "-a", "home"],
                          ["callback", "X", "--json"], ["callback", ""], ["list", "foo"], ["list", "-a", "foo"], ["open", "--json"],
                          ["logout", ""], ["check", "--for", ""], ["login", "--scopes="]]:
            self.assert_fails(64, *arguments)

    def test_refusals(self):
        self.app(sign_out=refusal("no-account", "There is no 'x'.", "There are: work"),
                 remove=refusal("failed", "The keychain did not forget it."))
        self.assert_fails(64, "logout", "x", says="There are: work")
        self.assert_fails(1, "account", "remove", "work", says="did not forget")

    def test_refresh_with_a_token_of_the_environment_fails(self):
        self.assert_fails(1, "refresh", environment={"FRAMEKEY_TOKEN": "given"}, says="FRAMEKEY_TOKEN")

    def test_an_empty_token_of_the_environment_is_none(self):
        self.app(refresh={"ok": True, "account": "work", "expiresIn": 3600})
        self.assert_prints("", "refresh", environment={"FRAMEKEY_TOKEN": ""})


class Callback(CommandTest):
    ADDRESS = "adobe+0123://adobeid/c?code=the-code&state=s"

    def test_from_an_argument_and_from_standard_input(self):
        app = self.app(redirect={"ok": True})
        self.assert_prints("", "callback", self.ADDRESS)
        self.assert_prints("", "callback", "-", given=f"  {self.ADDRESS}\r\n")
        self.assertEqual([asked["address"] for asked in app.asked], [self.ADDRESS] * 2)

    def test_not_awaited_and_not_running(self):
        self.assert_fails(3, "callback", self.ADDRESS)
        self.app(redirect=refusal("not-awaited"))
        self.assert_fails(7, "callback", self.ADDRESS)
        self.assert_fails(64, "callback", "-", given="\n")

    def test_too_long(self):
        self.app(redirect={"ok": True})
        self.assert_fails(64, "callback", "-", given="x" * 9000 + "\n")
        self.assert_fails(64, "callback", "x" * 9000, says="8 KiB")

    def test_the_code_is_not_in_the_arguments_while_it_waits(self):
        app = self.app(redirect=lambda _: None)
        process = self.start("callback", self.ADDRESS)
        while not app.asked:
            pass
        with open(f"/proc/{process.pid}/cmdline", "rb") as file:
            shown = file.read()
        process.kill()
        process.communicate()
        self.assertNotIn(b"the-code", shown)


if __name__ == "__main__":
    unittest.main()
