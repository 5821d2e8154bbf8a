# SPDX-FileCopyrightText: 2026 The Framekey developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Framekey's window as a screen reader meets it: found, read and pressed by role and accessible name."""

import subprocess
import time

import pyatspi
from gi.repository import Atspi, GLib

PATIENCE = 20.0  # seconds; two cores may be shared with a build
_PAUSE = 0.1
_DRAG_STEPS = 8

BUTTON = {pyatspi.ROLE_PUSH_BUTTON, pyatspi.ROLE_LINK, pyatspi.ROLE_TOGGLE_BUTTON}
LABEL = {pyatspi.ROLE_LABEL, pyatspi.ROLE_STATIC, pyatspi.ROLE_NOTIFICATION}
CHECK_BOX = {pyatspi.ROLE_CHECK_BOX}
FIELD = {pyatspi.ROLE_TEXT, pyatspi.ROLE_ENTRY, pyatspi.ROLE_PASSWORD_TEXT}
LIST = {pyatspi.ROLE_LIST, pyatspi.ROLE_LIST_BOX}
ITEM = {pyatspi.ROLE_LIST_ITEM}


def pointer(*order):
    subprocess.run(["xdotool", *map(str, order)], check=True)


def wait_for(look, said, patience: float = PATIENCE, pause: float = _PAUSE):
    """The first thing `look` finds; `said` tells what was waited for, as text or as a call."""
    until = time.monotonic() + patience
    while True:
        try:
            found = look()
        except GLib.Error:
            found = None  # it was rebuilt while it was read
        if found:
            return found
        if time.monotonic() > until:
            raise AssertionError(f"not within {patience:.0f} s: {said() if callable(said) else said}")
        time.sleep(pause)


class Window:
    """What one process shows. Only what is showing counts."""

    def __init__(self, process: subprocess.Popen):
        self._process = process
        self._application = None

    def button(self, name: str):
        return self._awaited(BUTTON, name)

    def press(self, name: str):
        button = self.button(name)
        wait_for(lambda: button.getState().contains(pyatspi.STATE_ENABLED), f"'{name}' to be enabled")
        Atspi.Action.do_action(button, 0)

    def tick(self, part_of_name: str):
        """Changes the check box whose name holds this."""
        box = self._awaited(CHECK_BOX, part_of_name, exactly=False)
        before = box.getState().contains(pyatspi.STATE_CHECKED)
        Atspi.Action.do_action(box, 0)
        wait_for(lambda: box.getState().contains(pyatspi.STATE_CHECKED) != before, f"'{box.name}' to change")

    def type(self, name: str, text: str):
        field = self._awaited(FIELD, name)
        Atspi.EditableText.set_text_contents(field, text)

    def says(self, subject: str, text: str = "", patience: float = PATIENCE) -> str:
        """Waits for the label `subject: …text…` and gives what stands behind the colon."""
        def look():
            return next((said for said in self.said(subject) if text in said), None)
        return wait_for(look, lambda: f"'{subject}: …{text}…'\n{self.described()}", patience)

    def said(self, subject: str) -> list[str]:
        start = f"{subject}: "
        return [name[len(start):] for name in self._names(LABEL) if name.startswith(start)]

    def items(self, list_name: str) -> list[str]:
        box = self._awaited(LIST, list_name)
        return [node.name for node in _showing(box) if node.getRole() in ITEM]

    def choose(self, list_name: str, start: str):
        """Clicks the item whose name begins so, with the mouse."""
        x, y = self._middle(list_name, start)
        pointer("mousemove", x, y, "click", 1)

    def drag(self, list_name: str, start: str, onto: str):
        """With the mouse, from one item to the upper edge of another, as slowly as a hand."""
        x, y = self._middle(list_name, start)
        extents = self._extents(list_name, onto)
        pointer("mousemove", x, y, "mousedown", 1)
        target = extents.y + 3
        for step in range(1, _DRAG_STEPS + 1):
            pointer("mousemove", x, y + (target - y) * step // _DRAG_STEPS)
            time.sleep(_PAUSE)
        pointer("mouseup", 1)

    def _middle(self, list_name: str, start: str) -> tuple[int, int]:
        extents = self._extents(list_name, start)
        return extents.x + extents.width // 2, extents.y + extents.height // 2

    def _extents(self, list_name: str, start: str):
        box = self._awaited(LIST, list_name)
        def look():
            return next((node for node in _showing(box) if node.name.startswith(start)), None)
        return Atspi.Component.get_extents(wait_for(look, f"'{start}…' in '{list_name}'"), Atspi.CoordType.SCREEN)

    def offers(self, name: str) -> bool:
        return name in self._names(BUTTON)

    def answer_takes(self) -> float:
        """Seconds until its thread has answered one question."""
        root = self._root()
        began = time.monotonic()
        Atspi.Accessible.get_child_count(root)
        return time.monotonic() - began

    def described(self) -> str:
        try:
            return "\n".join(f"  {node.getRoleName()}: {node.name}" for node in _showing(self._root()) if node.name)
        except GLib.Error as error:
            return f"  the window cannot be read: {error.message}"

    def _awaited(self, roles: set, name: str, exactly: bool = True):
        def look():
            for node in _showing(self._root()):
                if node.getRole() in roles and (node.name == name if exactly else name in node.name):
                    return node
            return None
        return wait_for(look, lambda: f"'{name}' in the window, which shows\n{self.described()}")

    def _names(self, roles: set) -> list[str]:
        return [node.name for node in _showing(self._root()) if node.getRole() in roles]

    def _root(self):
        if self._application is None:
            self._application = wait_for(self._found, f"process {self._process.pid} on the accessibility bus")
            # Names change all the time, and nothing here runs the loop that would keep a cache true.
            self._application.set_cache_mask(Atspi.Cache.NONE)
        return self._application

    def _found(self):
        if self._process.poll() is not None:
            raise AssertionError(f"the application has ended with {self._process.returncode}")
        for application in pyatspi.Registry.getDesktop(0):
            if application and application.get_process_id() == self._process.pid:
                return application
        return None


def _showing(node):
    for number in range(node.childCount):
        child = node.getChildAtIndex(number)
        if child is None or not child.getState().contains(pyatspi.STATE_SHOWING):
            continue
        yield child
        yield from _showing(child)
