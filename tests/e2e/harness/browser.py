# SPDX-FileCopyrightText: 2026 The Framekey developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""The person and their browser, on the test's side: told what to do, asked what the browser shows."""

import json
from pathlib import Path

from .window import wait_for

PROGRAMS = Path(__file__).resolve().parent.parent / "browser" / "bin"
_PATIENCE = 60.0  # seconds: Chromium's start, login, consent and the application's answer


class Browser:
    def __init__(self, folder: Path):
        self.folder = folder
        folder.mkdir(mode=0o700)

    def will(self, decision: str, person: str = "ana", untick: tuple[str, ...] = (), hand_over: str | None = None,
             proceed: bool = False):
        """What the person does at the next address that is opened. `hand_over`: the scheme of a redirect that the
        browser hands to the desktop; it then stays open until `has_done_enough`. `proceed`: goes on past a certificate
        warning."""
        self._outcome.unlink(missing_ok=True)
        (self.folder / "enough").unlink(missing_ok=True)
        scenario = {"decision": decision, "person": person, "untick": untick, "handOver": hand_over, "proceed": proceed}
        (self.folder / "scenario.json").write_text(json.dumps(scenario))

    def has_done_enough(self):
        (self.folder / "enough").touch()

    def handed(self) -> list[str]:
        """What the browser gave to browser/handing/xdg-open."""
        handed = self.folder / "handed"
        return handed.read_text().splitlines() if handed.exists() else []

    def opened(self) -> list[str]:
        addresses = self.folder / "opened"
        return addresses.read_text().splitlines() if addresses.exists() else []

    def openers(self) -> bytes:
        """Arguments and environment of every browser/bin/xdg-open, as the kernel had them."""
        return (self.folder / "openers").read_bytes()

    def outcome(self) -> dict:
        """What the browser showed in the end: `pages`, and `title` and `text`, or `closed`."""
        wait_for(self._outcome.exists, self._log, _PATIENCE)
        outcome = json.loads(self._outcome.read_text())
        if "error" in outcome:
            raise AssertionError(f"the browser failed: {outcome}\n{self._log()}")
        return outcome

    def outcome_at(self) -> float:
        return self._outcome.stat().st_mtime

    @property
    def _outcome(self) -> Path:
        return self.folder / "outcome.json"

    def _log(self) -> str:
        log = self.folder / "person.log"
        return f"an outcome from the browser, opened with {self.opened()}; {log.read_text() if log.exists() else ''}"
