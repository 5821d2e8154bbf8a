# SPDX-FileCopyrightText: 2026 The Framekey developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""The persona frameio: what Adobe's authorization server and Frame.io's V4 API do otherwise."""

import json
import secrets
import tempfile
import time
from pathlib import Path

from adobe import HTTPS, SCOPE, AdobeSignIn, payload
from practice import PracticeTest, s256, sha256
from test_authorization import Page

NATIVE = "adobe+5f0c3a1b9d2e4f60718293a4b5c6d7e8f9012345://adobeid/practice-native"
REDIRECTS = {"practice-web": HTTPS, "practice-spa": HTTPS, "practice-native": NATIVE,
             "practice": "http://127.0.0.1:8910/callback"}


class AdobeTest(PracticeTest):
    def setUp(self):
        self.server = self.start("--persona", "frameio", *self.options())

    def options(self) -> list:
        return []

    def sign_in(self, client_id: str = "practice-web", **more) -> AdobeSignIn:
        return AdobeSignIn(self.server, client_id, more.pop("redirect_uri", REDIRECTS[client_id]), **more)


class WholeFlow(AdobeTest):
    def test_the_answer_has_no_scope_and_the_token_tells_it(self):
        sign_in = self.sign_in()
        sign_in.log_in()
        redirect = sign_in.decide()
        self.assertEqual(set(redirect.redirected), {"code", "state"})
        answer = sign_in.redeem(redirect.redirected["code"])
        self.assertEqual(set(answer.json), {"access_token", "expires_in", "refresh_token", "token_type"})
        self.assertEqual(answer.json["expires_in"], 3600)
        self.assertEqual(sign_in.me(answer.json["access_token"]).json["data"]["name"], "Ana Lima")

    def test_a_token_has_adobes_shape(self):
        token = self.sign_in().tokens()["access_token"]
        self.assertEqual(len(token.split(".")), 3)
        claims = payload(token)
        self.assertEqual(claims["scope"], SCOPE + ",AdobeID")
        self.assertEqual((claims["client_id"], claims["expires_in"]), ("practice-web", "3600000"))
        self.assertAlmostEqual(int(claims["created_at"]) / 1000, time.time(), delta=30)
        self.assertRegex(claims["user_id"], r"\A[0-9A-F]{24}@AdobeID\Z")
        self.assertNotIn("exp", claims)

    def test_refresh_tokens_are_for_web_apps_and_the_practice_client(self):
        for client_id, given in [("practice-web", True), ("practice", True), ("practice-spa", False),
                                 ("practice-native", False)]:
            with self.subTest(client_id):
                tokens = self.sign_in(client_id).tokens()
                self.assertEqual("refresh_token" in tokens, given)
                self.assertNotIn("refresh_token", self.sign_in(client_id, scope="openid").tokens())

    def test_scopes_part_at_commas_or_spaces(self):
        for scope in ["openid,email offline_access", "openid email,offline_access", "openid,,email,offline_access"]:
            page = Page(self.sign_in(scope=scope).log_in().text)
            self.assertEqual(page.values("scope"), ["openid", "email", "offline_access"])

    def test_refresh_rotates_and_revocation_ends_it(self):
        sign_in = self.sign_in()
        first = sign_in.tokens()
        second = sign_in.refresh(first["refresh_token"]).json
        self.assertEqual(payload(second["access_token"])["scope"], SCOPE + ",AdobeID")
        self.assertEqual(sign_in.me(second["access_token"]).status, 200)
        answer = self.server.post("/ims/revoke", {"token": second["refresh_token"]}, **sign_in.authorization())
        self.assertEqual((answer.status, answer.body), (200, b""))
        self.assertEqual(sign_in.me(second["access_token"]).status, 401)
        self.assert_error(sign_in.refresh(second["refresh_token"]), 400, "invalid_grant")

    def test_discovery_names_adobes_addresses(self):
        document = self.server.get("/ims/.well-known/openid-configuration").json
        self.assertEqual(document["issuer"], self.server.base)
        self.assertEqual([document[name].removeprefix(self.server.base) for name in (
            "authorization_endpoint", "token_endpoint", "revocation_endpoint", "userinfo_endpoint")],
            ["/ims/authorize/v2", "/ims/token/v3", "/ims/revoke", "/ims/userinfo/v2"])
        self.assertEqual(self.server.get("/.well-known/oauth-authorization-server").json, document)
        self.assertEqual(self.server.get("/oauth2/auth").status, 404)
        self.assertEqual(self.server.get("/v2/me").status, 404)

    def test_userinfo_tells_what_the_scopes_allow(self):
        token = self.sign_in(scope="openid,email").tokens("ben")["access_token"]
        told = self.server.get("/ims/userinfo/v2", Authorization="Bearer " + token).json
        self.assertEqual((set(told), told["email"]), ({"sub", "email"}, "ben@northlight.example"))
        self.assertEqual(self.server.get("/ims/userinfo/v2").status, 401)


class Exchange(AdobeTest):
    def test_client_id_may_stand_in_body_or_query(self):
        for query, changed, good in [("?client_id=practice-spa", {"client_id": None}, True), ("", {}, True),
                                     ("?client_id=practice-spa", {}, True), ("", {"client_id": None}, False),
                                     ("?client_id=practice-native", {}, False),
                                     ("?client_id=practice-web", {"client_id": None}, False)]:
            with self.subTest(query=query, changed=changed):
                sign_in = self.sign_in("practice-spa")
                self.assertEqual(sign_in.redeem(sign_in.code(), query, **changed).status, 200 if good else 401)

    def test_redirect_uri_may_stay_away_but_not_differ(self):
        for redirect_uri, status in [(None, 200), (HTTPS, 200), (HTTPS + "/", 400)]:
            sign_in = self.sign_in()
            self.assertEqual(sign_in.redeem(sign_in.code(), redirect_uri=redirect_uri).status, status)

    def test_scope_sent_again_without_adobeid_is_a_trap(self):
        sign_in = self.sign_in()
        tokens = sign_in.redeem(sign_in.code(), scope="openid,offline_access").json
        self.assertEqual(payload(tokens["access_token"])["scope"], "openid,offline_access")
        self.assertEqual(sign_in.me(tokens["access_token"]).status, 401)
        good = sign_in.redeem(sign_in.code(), scope="openid,AdobeID,offline_access").json
        self.assertEqual(sign_in.me(good["access_token"]).status, 200)
        narrow = sign_in.refresh(good["refresh_token"], scope="openid").json
        self.assertEqual(sign_in.me(narrow["access_token"]).status, 401)
        self.assert_error(sign_in.refresh(narrow["refresh_token"], scope="openid,email"), 400, "invalid_scope")

    def test_the_challenge_is_plain_unless_said(self):
        verifier = secrets.token_urlsafe(40)
        for method, challenge, good in [(None, verifier, True), ("plain", verifier, True), ("S256", s256(verifier), True),
                                        (None, s256(verifier), False), ("plain", s256(verifier), False)]:
            with self.subTest(method=method, good=good):
                sign_in = self.sign_in("practice-spa")
                sign_in.verifier = verifier
                sign_in.query.update(code_challenge=challenge, code_challenge_method=method)
                self.assertEqual(sign_in.redeem(sign_in.code()).status, 200 if good else 400)

    def test_only_a_web_app_needs_no_challenge(self):
        without = {"code_challenge": None, "code_challenge_method": None}
        self.assertEqual(self.sign_in("practice-spa").ask(**without).redirected["error"], "invalid_request")
        web = self.sign_in()
        web.query.update(without)
        self.assertEqual(web.redeem(web.code(), code_verifier=None).status, 200)
        for wrong in [{"code_challenge_method": "S512"}, {"code_challenge": "short"}, {"code_challenge": "a" * 44},
                      {"code_challenge": "ä" * 43, "code_challenge_method": "plain"}]:
            self.assertEqual(self.sign_in().ask(**wrong).redirected["error"], "invalid_request", wrong)

    def test_errors_are_adobes(self):
        sign_in = self.sign_in()
        answer = sign_in.redeem("unknown")
        self.assert_error(answer, 400, "invalid_grant")
        self.assertEqual(set(answer.json), {"error", "error_description"})


class Redirects(AdobeTest):
    def test_a_wrong_one_gives_way_to_the_default_without_a_word(self):
        for client_id, asked in [("practice-web", None), ("practice-web", "https://evil.example/callback"),
                                 ("practice-spa", "http://localhost:8910/callback"),
                                 ("practice-native", HTTPS), ("practice-web", [HTTPS, HTTPS + "2"])]:
            with self.subTest(asked):
                sign_in = self.sign_in(client_id)
                answer = sign_in.ask(redirect_uri=asked, response_type="token")
                self.assertTrue(answer.location.startswith(REDIRECTS[client_id] + "?error="), answer.location)

    def test_patterns_fit_the_whole_address(self):
        for asked, fits in [("https://localhost:40123/", True), ("https://localhost/a/b", True),
                            ("https://localhost:40123", False), ("https://localhost.evil.example/", False),
                            ("https://localhost:1@evil.example/", False), ("https://localhost:8910/a?x=1", False),
                            ("https://localhost:8910/" + "a" * 300, False)]:
            with self.subTest(asked):
                answer = self.sign_in("practice-spa").ask(redirect_uri=asked, response_type="token")
                self.assertEqual(answer.location.startswith(asked + "?"), fits)

    def test_a_file_of_clients_says_all_of_it(self):
        entry = {"client_id": "own", "redirect_uris": ["https://own.example/"], "scopes": ["openid", "offline_access"],
                 "redirect_patterns": [r"https://localhost:\d+/own"], "refresh_tokens": False}
        with tempfile.TemporaryDirectory() as folder:
            clients = Path(folder, "clients.json")
            clients.write_text(json.dumps([entry]))
            server = self.start("--persona", "frameio", "--clients", str(clients))
            clients.write_text(json.dumps([{**entry, "redirect_patterns": ["("]}]))
            with self.assertRaisesRegex(RuntimeError, "redirect_patterns"):
                self.start("--persona", "frameio", "--clients", str(clients))
        sign_in = AdobeSignIn(server, "own", "https://localhost:1234/own", "openid offline_access")
        sign_in.log_in()
        redirect = sign_in.decide()
        self.assertTrue(redirect.location.startswith("https://localhost:1234/own?"))
        self.assertNotIn("refresh_token", sign_in.redeem(redirect.redirected["code"]).json)


class BrowserSession(AdobeTest):
    def test_the_browser_goes_on_as_the_person_signed_in_last(self):
        sign_in = self.sign_in()
        login = sign_in.log_in("ben")
        self.assertRegex(login.headers["Set-Cookie"], r"; HttpOnly; SameSite=Lax\Z")
        self.assertIn("Ben Okafor", sign_in.go_on().text)
        tokens = sign_in.redeem(sign_in.decide().redirected["code"]).json
        self.assertEqual(sign_in.me(tokens["access_token"]).json["data"]["name"], "Ben Okafor")

    def test_prompt_login_asks_who_it_is(self):
        sign_in = self.sign_in()
        sign_in.log_in("ben")
        self.assertIn("chiyo", Page(sign_in.ask(prompt="login").text).values("person"))
        sign_in.log_in("chiyo", prompt="login")
        self.assertIn("Chiyo Tanaka", sign_in.go_on().text)

    def test_prompt_none_never_shows_a_page(self):
        sign_in = self.sign_in()
        self.assertEqual(sign_in.ask(prompt="none").redirected["error"], "login_required")
        sign_in.log_in()
        self.assertEqual(sign_in.ask(prompt="none").redirected["error"], "consent_required")
        sign_in.decide(ticked=["openid", "email"])
        self.assertEqual(sign_in.ask(prompt="none").redirected["error"], "consent_required")
        self.assertIn("code", sign_in.ask(prompt="none", scope="email").redirected)
        sign_in.cookie = "practice-session=unknown"
        self.assertEqual(sign_in.ask(prompt="none").redirected["error"], "login_required")


class Log(AdobeTest):
    def test_no_token_code_or_cookie_is_in_it(self):
        with tempfile.TemporaryDirectory() as folder:
            log = Path(folder, "log.jsonl")
            self.server = self.start("--persona", "frameio", "--log", str(log))
            sign_in = self.sign_in()
            sign_in.log_in()
            sign_in.go_on()
            code = sign_in.decide().redirected["code"]
            tokens = sign_in.redeem(code).json
            sign_in.me(tokens["access_token"])
            text = log.read_text()
        self.assertIn(sha256(tokens["access_token"]), text)
        parts = tokens["access_token"].split(".")
        for secret in (*parts, tokens["refresh_token"], code, sign_in.cookie.split("=")[1]):
            self.assertNotIn(secret, text)


class AccountRequest(AdobeTest):
    def test_each_obstacle_has_its_answer(self):
        refused = {}
        for person, status in [("dara", 401), ("emil", 401), ("farah", 401), ("goran", 403)]:
            answer = AdobeSignIn(self.server).me(self.sign_in().tokens(person)["access_token"])
            self.assertEqual((answer.status, set(answer.json)), (status, {"errors"}), person)
            self.assertEqual(set(answer.json["errors"][0]), {"detail", "title"})
            refused[person] = answer.json["errors"][0]["detail"]
        refused["nobody"] = self.server.me("unknown", 4).json["errors"][0]["detail"]
        self.assertEqual(len(set(refused.values())), 5)

    def test_a_token_that_lacks_the_scope_does_not_tell_it_either(self):
        tokens = self.sign_in().tokens("dara")
        self.assertEqual(payload(tokens["access_token"])["scope"], SCOPE)


class Faults(AdobeTest):
    def options(self) -> list:
        return ["--fault", "milliseconds,grant=authorization_code", "--fault", "ride,grant=refresh_token"]

    def test_milliseconds_and_an_adobe_id_with_something_to_do(self):
        sign_in = self.sign_in()
        tokens = sign_in.tokens()
        self.assertEqual(tokens["expires_in"], 3_600_000)
        answer = sign_in.refresh(tokens["refresh_token"])
        self.assert_error(answer, 400, "ride_AdobeID_acct_actreq")
        self.assertEqual(set(answer.json), {"error", "jump"})
