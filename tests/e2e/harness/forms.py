# SPDX-FileCopyrightText: 2026 The Framekey developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""A sign-in at an OidcServer where no browser is looked at: the test posts the server's forms itself."""

from pathlib import Path
from urllib.parse import urlencode
from urllib.request import HTTPCookieProcessor, build_opener

from .life import SCOPES

NOTING = Path(__file__).resolve().parent.parent / "browser" / "noting"  # its xdg-open only notes the address


def allow(address: str, person: str = "ana") -> str:
    """Logs in and allows everything; the page that Framekey answers the redirect with."""
    browser = build_opener(HTTPCookieProcessor())
    where, page = address, ""
    login, consent = {"person": person, "password": "not looked at"}, {"scope": SCOPES}
    for form in ({}, login | {"decision": "allow"}, consent | {"decision": "allow"}):
        # Each form is posted to where its page is.
        with browser.open(where, urlencode(form, doseq=True).encode() or None, timeout=40) as answer:
            where, page = answer.url, answer.read().decode()
    return page
