# SPDX-FileCopyrightText: 2026 The Framekey developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""The app's side of docs/socket.md, with answers that a test chooses; it notes what it was asked."""

import json
import os
import socket
import threading
from pathlib import Path

TOKEN = "T0.example-token_of~the+tests/x=="
GOOD = {"ok": True, "token": TOKEN, "expiresAt": "2026-11-25T23:59:00Z", "expiresIn": 1800, "account": "work"}


class FakeApp:
    """Listens while used in `with`. `answers` maps an order to an answer, to a list of them (one a request, the last
    again), to bytes sent as they are, or to a function of the request."""

    def __init__(self, path: Path, **answers):
        self.path = Path(path)
        self.answers = {"token": GOOD} | {order.replace("_", "-"): answer for order, answer in answers.items()}
        self.asked: list[dict] = []
        self.left = threading.Semaphore(0)  # one more for each caller who went before the answer

    def __enter__(self):
        self.path.parent.mkdir(mode=0o700, exist_ok=True)
        self._socket = socket.socket(socket.AF_UNIX)
        before = os.umask(0o177)
        self._socket.bind(str(self.path))
        os.umask(before)
        self._socket.listen(300)
        threading.Thread(target=self._serve, daemon=True).start()
        return self

    def __exit__(self, *_):
        self._socket.shutdown(socket.SHUT_RDWR)
        self._socket.close()
        self.path.unlink(missing_ok=True)

    def orders(self) -> list[str]:
        return [request["order"] for request in self.asked]

    def _serve(self):
        while True:
            try:
                connection, _ = self._socket.accept()
            except OSError:
                return
            threading.Thread(target=self._answer, args=(connection,), daemon=True).start()

    def _answer(self, connection: socket.socket):
        with connection:
            line = connection.makefile("rb").readline()
            if not line:
                return
            request = json.loads(line)
            self.asked.append(request)
            answer = self._chosen(request)
            if answer is None:  # never: until the caller goes
                connection.recv(1)
                self.left.release()
                return
            connection.sendall(answer if isinstance(answer, bytes) else as_line(answer))

    def _chosen(self, request: dict):
        answer = self.answers.get(request["order"], {"ok": False, "refusal": "not-understood"})
        if isinstance(answer, list):
            answer = answer.pop(0) if len(answer) > 1 else answer[0]
        return answer(request) if callable(answer) else answer


def as_line(answer: dict) -> bytes:
    return json.dumps({"version": 1} | answer, ensure_ascii=False).encode() + b"\n"


def refusal(word: str, problem: str = "", following: str = "") -> dict:
    return {"ok": False, "refusal": word} | ({"problem": problem} if problem else {}) | ({"next": following} if following else {})
