# SPDX-FileCopyrightText: 2026 The Framekey developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""The authorization endpoint: what is shown, what is refused and what the client is sent."""

import json
import re
import tempfile
from html.parser import HTMLParser
from pathlib import Path

from practice import REDIRECT, SCOPE, PracticeTest, SignIn


class Page(HTMLParser):
    """The form controls of a page, and the names of its elements."""

    def __init__(self, text: str):
        super().__init__()
        self.elements, self.controls = [], []
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        self.elements.append(tag)
        if tag in ("input", "button"):
            self.controls.append(dict(attributes))

    def values(self, name: str) -> list:
        return [control["value"] for control in self.controls if control.get("name") == name]


class WholeFlow(PracticeTest):
    def test_public_client_signs_in(self):
        sign_in = SignIn(self.start())
        login = Page(sign_in.ask().text)
        self.assertEqual(login.values("person"), ["ana", "ben", "chiyo"])
        consent = Page(sign_in.log_in("ben").text)
        self.assertEqual(consent.values("scope"), SCOPE.split())
        self.assertEqual(consent.values("decision"), ["allow", "deny"])
        self.assertTrue(all("checked" in box for box in consent.controls if box.get("name") == "scope"))

        redirect = sign_in.decide()
        self.assertEqual(redirect.status, 303)
        self.assertTrue(redirect.location.startswith(REDIRECT + "?"))
        self.assertEqual(set(redirect.redirected), {"code", "scope", "state"})
        self.assertEqual(redirect.redirected["state"], sign_in.query["state"])

        answer = sign_in.redeem(redirect.redirected["code"])
        self.assertEqual(answer.status, 200)
        self.assertEqual(answer.headers["Cache-Control"], "no-store")
        tokens = answer.json
        self.assertEqual(set(tokens), {"access_token", "expires_in", "refresh_token", "scope", "token_type"})
        self.assertEqual((tokens["expires_in"], tokens["scope"], tokens["token_type"]), (3600, SCOPE, "bearer"))
        self.assertEqual(sign_in.server.me(tokens["access_token"]).json["name"], "Ben Okafor")
        self.assertEqual(sign_in.server.me(tokens["access_token"], 4).json["data"]["email"], "ben@northlight.example")

    def test_metadata_names_the_endpoints(self):
        server = self.start()
        metadata = server.get("/.well-known/oauth-authorization-server").json
        self.assertEqual(metadata["issuer"], server.base)
        self.assertEqual(metadata["token_endpoint"], server.base + "/oauth2/token")
        self.assertEqual(metadata["code_challenge_methods_supported"], ["S256"])
        self.assertEqual(metadata["response_types_supported"], ["code"])
        self.assertEqual(metadata["grant_types_supported"], ["authorization_code", "refresh_token"])
        self.assertEqual(len(metadata["scopes_supported"]), 34)
        self.assertIs(metadata["authorization_response_iss_parameter_supported"], False)


class Consent(PracticeTest):
    def test_unticked_boxes_narrow_the_grant(self):
        tokens = SignIn(self.start()).tokens(ticked=["account.read"])
        self.assertEqual(tokens["scope"], "account.read")
        self.assertNotIn("refresh_token", tokens)

    def test_a_scope_that_was_not_asked_for_is_not_granted(self):
        self.assertEqual(SignIn(self.start()).tokens(ticked=["account.read", "team.update"])["scope"], "account.read")

    def test_deny_and_nothing_ticked_are_access_denied(self):
        server = self.start()
        for decision, ticked in [("deny", None), ("allow", [])]:
            with self.subTest(decision):
                sign_in = SignIn(server)
                sign_in.log_in()
                sent = sign_in.decide(decision, ticked).redirected
                self.assertEqual((sent["error"], sent["state"]), ("access_denied", sign_in.query["state"]))
                self.assertNotIn("code", sent)

    def test_a_transaction_is_decided_once(self):
        sign_in = SignIn(self.start())
        sign_in.log_in()
        self.assertEqual(sign_in.decide().status, 303)
        self.assertEqual(sign_in.decide().status, 400)
        sign_in.transaction = "unknown"
        self.assertEqual(sign_in.decide().status, 400)

    def test_nobody_and_no_decision_are_refused(self):
        sign_in = SignIn(self.start())
        self.assertEqual(sign_in.log_in("eve").status, 400)
        self.assertEqual(sign_in.decide().status, 400)
        sign_in.log_in()
        self.assertEqual(sign_in.decide("perhaps").status, 400)
        self.assertEqual(sign_in.decide().status, 303)

    def test_login_hint_comes_first_with_the_focus(self):
        page = Page(SignIn(self.start()).ask(prompt="login", login_hint="chiyo@harbour.example").text)
        self.assertEqual(page.values("person"), ["chiyo", "ana", "ben"])
        self.assertEqual([c["value"] for c in page.controls if "autofocus" in c], ["chiyo"])


class Refusals(PracticeTest):
    # RFC 6749 4.1.2.1: nothing is sent to an address that is not known to be the client's.
    WRONG_ADDRESSES = [
        "http://127.0.0.1:8910/callback/", "http://127.0.0.1:8910/Callback", "http://127.0.0.1:8910/callback?x=1",
        "http://127.0.0.1:8910/callback#f", "http://127.0.0.1:8910/", "http://127.0.0.1:8910",
        "http://127.0.0.1:/callback", "http://127.0.0.1:123456/callback", "http://127.0.0.1:80a/callback",
        "http://127.0.0.1:80@evil.example/callback", "http://127.0.0.1.evil.example/callback",
        "http://localhost:8910/callback", "http://[::1]:8910/callback", "https://127.0.0.1:8910/callback",
        "HTTP://127.0.0.1:8910/callback", "http://127.0.0.1:8910//callback", "javascript:alert(1)", "", None,
        [REDIRECT, REDIRECT],
    ]

    def test_wrong_redirect_addresses_get_a_page(self):
        server = self.start()
        for address in self.WRONG_ADDRESSES:
            with self.subTest(address):
                page = SignIn(server).ask(redirect_uri=address)
                self.assertEqual((page.status, page.location), (400, None))
                self.assertIn("Wrong redirect address", page.text)

    def test_any_port_of_the_loopback_address_is_right(self):
        server = self.start()
        for address in ["http://127.0.0.1/callback", "http://127.0.0.1:1/callback", "http://127.0.0.1:65535/callback"]:
            self.assertEqual(SignIn(server).ask(redirect_uri=address).status, 200)

    def test_unknown_client_gets_a_page(self):
        server = self.start()
        for client_id in ["nobody", "", None, ["practice", "practice"]]:
            page = SignIn(server).ask(client_id=client_id)
            self.assertEqual((page.status, page.location), (400, None))

    def test_other_mistakes_go_to_the_client(self):
        server = self.start()
        mistakes = [
            ({"response_type": None}, "invalid_request"), ({"response_type": "token"}, "unsupported_response_type"),
            ({"code_challenge": None}, "invalid_request"), ({"code_challenge": "short"}, "invalid_request"),
            ({"code_challenge": "+" * 43}, "invalid_request"), ({"code_challenge_method": None}, "invalid_request"),
            ({"code_challenge_method": "plain"}, "invalid_request"), ({"state": ["a", "b"]}, "invalid_request"),
            ({"scope": None}, "invalid_scope"), ({"scope": "account.read account.delete"}, "invalid_scope"),
            ({"scope": "account.read,asset.read"}, "invalid_scope"), ({"prompt": "none"}, "interaction_required"),
        ]
        for changed, error in mistakes:
            with self.subTest(changed):
                answer = SignIn(server).ask(**changed)
                self.assertEqual((answer.status, answer.redirected["error"]), (303, error))
                self.assertTrue(answer.location.startswith(REDIRECT + "?"))
                self.assertIn("state", answer.redirected)

    def test_a_client_gets_no_more_than_it_is_registered_for(self):
        with tempfile.TemporaryDirectory() as folder:
            clients = Path(folder, "clients.json")
            clients.write_text(json.dumps([{"client_id": "small", "redirect_uris": ["app+1:/back?from=us"],
                                            "scopes": ["account.read"]}]))
            server = self.start("--clients", str(clients))
        sign_in = SignIn(server, "small", "app+1:/back?from=us", "account.read")
        self.assertIn("form-action 'self' app+1:", sign_in.ask().headers["Content-Security-Policy"])
        sign_in.log_in()
        self.assertTrue(sign_in.decide().location.startswith("app+1:/back?from=us&code="))
        self.assertEqual(sign_in.ask(scope="offline").redirected["error"], "invalid_scope")
        self.assertEqual(sign_in.ask(client_id="practice").status, 400)


class Pages(PracticeTest):
    def test_every_page_is_practice_and_safe(self):
        sign_in = SignIn(self.start())
        server = sign_in.server
        pages = [sign_in.ask(), sign_in.log_in(), sign_in.ask(client_id="x"), server.get("/"), server.get("/nothing"),
                 server.get("/oauth2/token"), sign_in.log_in("eve")]
        self.assertEqual([page.status for page in pages], [200, 200, 400, 200, 404, 405, 400])
        for page in pages:
            self.assertIn("Practice: nothing here is real Frame.io", page.text)
            self.assertNotIn("script", Page(page.text).elements)
            self.assertNotRegex(page.text, r'(src|href)="(?!data:,")')
            policy = page.headers["Content-Security-Policy"]
            self.assertIn("default-src 'none'", policy)
            self.assertIn("form-action 'self'", policy)
            self.assertEqual(page.headers["Cache-Control"], "no-store")
            self.assertEqual(page.headers["X-Content-Type-Options"], "nosniff")
            self.assertEqual(page.headers["Content-Type"], "text/html; charset=utf-8")

    def test_form_action_lets_the_redirect_through(self):
        page = SignIn(self.start()).ask(redirect_uri="http://127.0.0.1:40123/callback")
        self.assertRegex(page.headers["Content-Security-Policy"], r"form-action 'self' http://127\.0\.0\.1:40123$")

    def test_what_a_client_is_called_is_escaped(self):
        name = "<script>\"'&"
        with tempfile.TemporaryDirectory() as folder:
            clients = Path(folder, "clients.json")
            clients.write_text(json.dumps([{"client_id": name, "redirect_uris": [REDIRECT], "scopes": [name]}]))
            server = self.start("--clients", str(clients))
        sign_in = SignIn(server, client_id=name, scope=name)
        for page in [sign_in.ask(), sign_in.log_in()]:
            self.assertNotIn("<script", page.text)
            self.assertIn("&lt;script&gt;&quot;&#39;&amp;", page.text)
        self.assertEqual(Page(page.text).values("scope"), [name])

    def test_all_scopes_have_words(self):
        server = self.start()
        scopes = server.get("/.well-known/oauth-authorization-server").json["scopes_supported"]
        page = SignIn(server, scope=" ".join(scopes)).log_in().text
        words = re.findall(r'checked><span>(.*?) <code>', page)
        self.assertEqual(len(set(words)), 34)
        self.assertFalse(set(words) & set(scopes))
