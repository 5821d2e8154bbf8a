# SPDX-FileCopyrightText: 2026 The Framekey developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""The token endpoint, the revocation endpoint and the account request."""

import json
import secrets
import tempfile
import time
from pathlib import Path

from practice import REDIRECT, PracticeTest, SignIn, basic, refresh


class CodeExchange(PracticeTest):
    def test_what_must_fit_the_authorization_request(self):
        sign_in = SignIn(self.start())
        code = sign_in.code()
        for changed, error in [
            ({"code_verifier": secrets.token_urlsafe(32)}, "invalid_grant"),
            ({"code_verifier": None}, "invalid_request"),
            ({"redirect_uri": "http://127.0.0.1:8911/callback"}, "invalid_grant"),
            ({"redirect_uri": None}, "invalid_request"),
            ({"code": "unknown"}, "invalid_grant"),
            ({"code": None}, "invalid_request"),
            ({"code": [code, code]}, "invalid_request"),
            ({"grant_type": "password"}, "unsupported_grant_type"),
        ]:
            with self.subTest(changed):
                self.assert_error(sign_in.redeem(code, **changed), 400, error)
        self.assertEqual(sign_in.redeem(code, state="x", scope="offline").status, 200)

    def test_pkce_vector_of_rfc_7636_appendix_b(self):
        sign_in = SignIn(self.start())
        sign_in.query["code_challenge"] = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM"
        sign_in.verifier = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk"
        self.assertIn("access_token", sign_in.tokens())

    def test_a_code_that_comes_again_ends_what_it_gave(self):
        sign_in = SignIn(self.start())
        code = sign_in.code()
        tokens = sign_in.redeem(code).json
        self.assertEqual(sign_in.server.me(tokens["access_token"]).status, 200)
        self.assert_error(sign_in.redeem(code), 400, "invalid_grant")
        self.assertEqual(sign_in.server.me(tokens["access_token"]).status, 401)
        self.assert_error(refresh(sign_in.server, tokens["refresh_token"]), 400, "invalid_grant")

    def test_a_query_is_no_place_for_parameters(self):
        sign_in = SignIn(self.start())
        self.assert_error(sign_in.server.post("/oauth2/token?client_id=practice", {"grant_type": "refresh_token"}),
                          401, "invalid_client")


class ClientAuthentication(PracticeTest):
    def redeem(self, signed_in: str, authorization: str = "", **changed):
        sign_in = SignIn(self.server, client_id=signed_in)
        form = sign_in.token_request(sign_in.code(), **changed)
        headers = {"Authorization": authorization} if authorization else {}
        return self.server.post("/oauth2/token", form, **headers)

    def setUp(self):
        with tempfile.TemporaryDirectory() as folder:
            clients = Path(folder, "clients.json")
            entry = {"redirect_uris": [REDIRECT], "scopes": ["offline", "account.read", "asset.read"]}
            clients.write_text(json.dumps([
                {"client_id": "practice", **entry},
                {"client_id": "practice-web", "client_secret": "practice-secret", **entry},
                {"client_id": "odd:id", "client_secret": "a+b c/%ü:", **entry}]))
            self.server = self.start("--clients", str(clients))

    def test_basic(self):
        right = basic("practice-web", "practice-secret")
        self.assertEqual(self.redeem("practice-web", right).status, 200)
        self.assertEqual(self.redeem("practice-web", right, client_id=None).status, 200)

    def test_basic_is_form_decoded(self):
        encoded = basic("odd%3Aid", "a%2Bb+c%2F%25%C3%BC%3A")
        self.assertEqual(self.redeem("odd:id", encoded, client_id=None).status, 200)
        self.assert_error(self.redeem("odd:id", basic("odd:id", "a+b c/%ü:"), client_id=None), 401, "invalid_client")

    def test_everything_else_is_invalid_client(self):
        right = basic("practice-web", "practice-secret")
        for name, client_id, authorization, changed in [
            ("wrong secret", "practice-web", basic("practice-web", "wrong"), {}),
            ("no secret", "practice-web", "", {}),
            ("secret in the body", "practice-web", "", {"client_secret": "practice-secret"}),
            ("two ids", "practice-web", right, {"client_id": "practice"}),
            ("public with a header", "practice", basic("practice", ""), {}),
            ("unknown in the header", "practice", basic("nobody", "x"), {}),
            ("not Basic", "practice-web", "Bearer x", {}),
            ("not base64", "practice-web", "Basic ???", {}),
            ("no colon", "practice-web", "Basic " + "YWJj", {}),
            ("unknown in the body", "practice", "", {"client_id": "nobody"}),
            ("no id at all", "practice", "", {"client_id": None}),
        ]:
            with self.subTest(name):
                answer = self.redeem(client_id, authorization, **changed)
                self.assert_error(answer, 401, "invalid_client")
                self.assertTrue(answer.headers["WWW-Authenticate"].startswith("Basic "))

    def test_a_code_is_its_clients_alone(self):
        sign_in = SignIn(self.server)
        form = sign_in.token_request(sign_in.code(), client_id=None)
        stolen = self.server.post("/oauth2/token", form, Authorization=basic("practice-web", "practice-secret"))
        self.assert_error(stolen, 400, "invalid_grant")


class Refresh(PracticeTest):
    def test_rotation_and_reuse(self):
        server = self.start()
        first = SignIn(server).tokens()
        second = refresh(server, first["refresh_token"], scope="offline account.read asset.read").json
        self.assertEqual(set(second), {"access_token", "expires_in", "refresh_token", "scope", "token_type"})
        self.assertEqual(len({first[t] for t in ("access_token", "refresh_token")}
                             | {second[t] for t in ("access_token", "refresh_token")}), 4)
        self.assertEqual(server.me(second["access_token"]).status, 200)
        self.assert_error(refresh(server, first["refresh_token"]), 400, "invalid_grant")
        self.assert_error(refresh(server, second["refresh_token"]), 400, "invalid_grant")
        for tokens in (first, second):
            self.assertEqual(server.me(tokens["access_token"]).status, 401)

    def test_reuse_leaves_other_families_alone(self):
        server = self.start()
        first, other = SignIn(server).tokens(), SignIn(server).tokens()
        refresh(server, first["refresh_token"])
        self.assert_error(refresh(server, first["refresh_token"]), 400, "invalid_grant")
        self.assertEqual(refresh(server, other["refresh_token"]).status, 200)

    def test_scope_may_be_narrowed_and_never_widened(self):
        server = self.start()
        tokens = SignIn(server).tokens(ticked=["offline", "account.read"])
        self.assert_error(refresh(server, tokens["refresh_token"], scope="account.read asset.read"), 400, "invalid_scope")
        narrow = refresh(server, tokens["refresh_token"], scope="offline").json
        self.assertEqual(narrow["scope"], "offline")
        self.assertEqual(server.me(narrow["access_token"]).status, 403)
        self.assertEqual(refresh(server, narrow["refresh_token"]).json["scope"], "offline account.read")

    def test_mistakes(self):
        server = self.start()
        tokens = SignIn(server).tokens()
        self.assert_error(refresh(server, ""), 400, "invalid_request")
        self.assert_error(refresh(server, tokens["access_token"]), 400, "invalid_grant")
        stolen = server.post("/oauth2/token", {"grant_type": "refresh_token", "refresh_token": tokens["refresh_token"]},
                             Authorization=basic("practice-web", "practice-secret"))
        self.assert_error(stolen, 400, "invalid_grant")
        self.assertEqual(refresh(server, tokens["refresh_token"]).status, 200)


class Revocation(PracticeTest):
    def revoke(self, server, token: str, **more):
        return server.post("/oauth2/revoke", {"token": token, "client_id": "practice", **more})

    def test_a_refresh_token_takes_its_family_with_it(self):
        server = self.start()
        tokens = SignIn(server).tokens()
        answer = self.revoke(server, tokens["refresh_token"], token_type_hint="refresh_token")
        self.assertEqual((answer.status, answer.body), (200, b""))
        self.assertEqual(server.me(tokens["access_token"]).status, 401)
        self.assert_error(refresh(server, tokens["refresh_token"]), 400, "invalid_grant")

    def test_an_access_token_goes_alone(self):
        server = self.start()
        tokens = SignIn(server).tokens()
        self.assertEqual(self.revoke(server, tokens["access_token"]).status, 200)
        self.assertEqual(server.me(tokens["access_token"]).status, 401)
        self.assertEqual(refresh(server, tokens["refresh_token"]).status, 200)

    def test_unknown_tokens_and_other_clients(self):
        server = self.start()
        tokens = SignIn(server).tokens()
        self.assertEqual(self.revoke(server, "unknown").status, 200)
        self.assert_error(self.revoke(server, ""), 400, "invalid_request")
        self.assert_error(self.revoke(server, tokens["refresh_token"], client_id="nobody"), 401, "invalid_client")
        others = server.post("/oauth2/revoke", {"token": tokens["refresh_token"]},
                             Authorization=basic("practice-web", "practice-secret"))
        self.assertEqual(others.status, 200)
        self.assertEqual(server.me(tokens["access_token"]).status, 200)


class AccountRequest(PracticeTest):
    def test_refusals_have_the_shape_of_frame_io(self):
        server = self.start()
        narrow = SignIn(server).tokens(ticked=["asset.read"])
        self.assertEqual(server.me(narrow["access_token"]).status, 403)
        for answer in (server.me("unknown"), server.get("/v2/me"), server.get("/v4/me")):
            self.assertEqual(answer.status, 401)
            body = answer.json
            self.assertEqual((body["code"], body["message"]), (401, "Not Authorized"))
            self.assertEqual(set(body["errors"][0]), {"code", "detail", "status", "title"})

    def test_an_access_token_ends(self):
        server = self.start("--access-token-lifetime", "1")
        tokens = SignIn(server).tokens()
        self.assertEqual(tokens["expires_in"], 1)
        self.assertEqual(server.me(tokens["access_token"]).status, 200)
        time.sleep(1.1)
        self.assertEqual(server.me(tokens["access_token"]).status, 401)
        self.assertEqual(refresh(server, tokens["refresh_token"]).status, 200)
