# SPDX-FileCopyrightText: 2026 The Framekey developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Completion offers what help names, and starts nothing."""

import re
import shutil
import subprocess
import unittest
from pathlib import Path

from harness.case import CommandTest
from test_help import VERBS

COMPLETIONS = Path(__file__).resolve().parent.parent.parent / "packaging" / "completions"
BASH, ZSH = COMPLETIONS / "framekey.bash", COMPLETIONS / "_framekey"
# Named in a verb's help, and another's.
OTHERS = {("refresh", "--again"), ("simulate", "--force-refresh"), ("token", "--config")}


class Completion(CommandTest):
    def completed(self, *words: str) -> set[str]:
        order = (f'source "{BASH}"; COMP_WORDS=(framekey "$@"); COMP_CWORD=$((${{#COMP_WORDS[@]}} - 1)); _framekey; '
                 'printf "%s\\n" "${COMPREPLY[@]}"')
        done = subprocess.run(["bash", "-c", order, "-", *words], capture_output=True, text=True, timeout=20, check=False,
                              env=self.environment | {"PATH": f"{self.programs}:/usr/bin:/bin"})
        self.assertEqual(done.stderr, "")
        return set(done.stdout.split())

    def options_in_help(self, verb: str) -> set[str]:
        named = set(re.findall(r"(?<![\w-])--[a-z][a-z-]*", self.run_it(verb, "--help").out))
        return named - {option for its, option in OTHERS if its == verb}

    def test_verbs(self):
        self.assertEqual(self.completed(""), {*VERBS, "--version", "--help"})
        self.assertEqual(self.completed("sta"), {"status"})

    def test_bash_offers_the_options_of_the_help(self):
        for verb in VERBS:
            self.assertEqual(self.completed(verb, "--") - {"--help"}, self.options_in_help(verb) - {"--help"}, verb)

    def test_accounts_of_the_running_app(self):
        self.app(status={"ok": True, "accounts": [{"name": "work", "state": "signed-in"}, {"name": "home", "state": "signed-out"}]})
        self.assertEqual(self.completed("token", ""), {"work", "home"})
        self.assertEqual(self.completed("exec", "--account", "w"), {"work"})
        self.assertEqual(self.completed("simulate", "ex"), {"expired"})

    def test_an_account_s_name_is_not_run(self):
        ran = self.folder / "ran"
        names = [f"$(touch {ran})", f"`touch {ran}`", f"a;touch {ran}"]
        self.app(status={"ok": True, "accounts": [{"name": name, "state": "signed-out"} for name in names]})
        offered = self.completed("token", "")
        self.assertTrue(any(word.startswith("\\$\\(touch") for word in offered), offered)
        self.assertFalse(ran.exists())

    def test_it_starts_nothing(self):
        self.put_app_program()
        self.assertEqual(self.completed("token", ""), set())
        self.assertEqual(self.starts(), [])

    def test_zsh_knows_every_verb_and_option(self):
        text = ZSH.read_text()
        for verb in VERBS:
            self.assertRegex(text, rf"'{verb}:")
            for option in self.options_in_help(verb):
                self.assertIn(option, text, verb)
        if zsh := shutil.which("zsh"):
            subprocess.run([zsh, "-n", str(ZSH)], check=True)

    def test_bash_parses(self):
        subprocess.run(["bash", "-n", str(BASH)], check=True)


if __name__ == "__main__":
    unittest.main()
