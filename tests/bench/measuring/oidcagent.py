# SPDX-FileCopyrightText: 2026 The Framekey developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""The peer: Debian's oidc-agent, signed in at the same server over the same TLS."""

import base64
import json
import re
import ssl
import subprocess
import urllib.request
from pathlib import Path
from urllib.parse import parse_qs, urlencode, urlsplit

_REDIRECT = "https://localhost:8910/callback"
_FIELD = re.compile(r'name="(transaction|scope)" value="([^"]+)"')
_CLIENT = ["--client-id=practice-web", "--client-secret=practice-secret", "--redirect-uri=http://localhost:8910"]
_SCOPES = "openid email profile offline_access"


class OidcAgent:
    """Runs while used in `with`. `token` is the command for one more token; `renewing` gets a new one each time."""

    token = ["/usr/bin/oidc-token", "bench"]
    renewing = ["/usr/bin/oidc-token", "-f", "bench"]

    def __init__(self, folder: Path, base: str, certificate: Path, environment: dict[str, str]):
        folder.mkdir(mode=0o700)
        self._folder, self._base, self._certificate = folder, base, certificate
        self.environment = environment | {"OIDC_CONFIG_DIR": str(folder)}

    def __enter__(self):
        started = subprocess.run(["oidc-agent"], env=self.environment, capture_output=True, text=True, check=True)
        told = dict(re.findall(r"(OIDC\w+)=([^;]+);", started.stdout))
        self.environment |= told
        self.processes = _with_children(int(told["OIDCD_PID"]))
        password = self._folder / "password"
        password.write_text("bench\n")
        subprocess.run(["oidc-gen", f"--issuer={self._base}/ims", *_CLIENT, f"--scope={_SCOPES}", "--manual",
                        f"--cert-path={self._certificate}", f"--rt={self._refresh_token()}", "--confirm-default",
                        f"--pw-file={password}", "--no-save", "bench"],
                       env=self.environment, stdin=subprocess.DEVNULL, capture_output=True, check=True)
        return self

    def __exit__(self, *_):
        subprocess.run(["oidc-agent", "-k"], env=self.environment, capture_output=True, check=False)

    def _refresh_token(self) -> str:
        """As the person and the client at once: a code for practice-web, redeemed."""
        query = {"response_type": "code", "client_id": "practice-web", "redirect_uri": _REDIRECT, "state": "x" * 32,
                 "scope": _SCOPES.replace(" ", ",")}
        browser = _browser(self._certificate)
        page = browser.open(f"{self._base}/ims/authorize/v2?{urlencode(query)}").read().decode()
        ways = f"{self._base}/oauth2/auth"
        consent = browser.open(f"{ways}/login", _form(page, person="ana")).read().decode()
        answer = browser.open(f"{ways}/consent", _form(consent, decision="allow"))
        code, = parse_qs(urlsplit(answer.headers["Location"]).query)["code"]
        return _redeemed(browser, self._base, code)


def _redeemed(browser, base: str, code: str) -> str:
    form = urlencode({"grant_type": "authorization_code", "code": code}).encode()
    secret = base64.b64encode(b"practice-web:practice-secret").decode()
    asked = urllib.request.Request(f"{base}/ims/token/v3", form, {"Authorization": f"Basic {secret}"})
    return json.load(browser.open(asked))["refresh_token"]


class _StaysThere(urllib.request.HTTPRedirectHandler):
    def http_error_302(self, _request, answer, *_):
        return answer

    http_error_301 = http_error_303 = http_error_307 = http_error_302


def _browser(certificate: Path):
    secure = urllib.request.HTTPSHandler(context=ssl.create_default_context(cafile=certificate))
    return urllib.request.build_opener(secure, _StaysThere, urllib.request.HTTPCookieProcessor())


def _form(page: str, **more: str) -> bytes:
    return urlencode(_FIELD.findall(page) + list(more.items())).encode()


def _with_children(pid: int) -> list[int]:
    children = [int(child) for file in Path(f"/proc/{pid}/task").glob("*/children")
                for child in file.read_text().split()]
    return [pid] + [found for child in children for found in _with_children(child)]
