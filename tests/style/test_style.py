# SPDX-FileCopyrightText: 2026 The Framekey developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Plants one violation at a time in a small tree, and wants to see it found; and wants none found in good code."""

import tempfile
import unittest
from pathlib import Path

import connections
import doubles
import includes
import licences
import proofs
import sizes
import words
from tree import Tree

HEAD = "// SPDX-FileCopyrightText: 2026 The Framekey developers\n// SPDX-License-Identifier: GPL-3.0-or-later\n"


class Planted(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.root = Path(folder.name)
        self.plant("LICENSES/GPL-3.0-or-later.txt", "the licence")

    def plant(self, path: str, text: str):
        file = self.root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")

    def found(self, rule, path: str, text: str) -> list[str]:
        self.plant(path, text)
        return [f"{finding.line}: {finding.text}" for finding in rule.findings(Tree(self.root)) if finding.path == path]

    def assert_found(self, rule, path: str, text: str, line: int):
        found = self.found(rule, path, text)
        self.assertEqual([entry.split(":")[0] for entry in found], [str(line)], f"in: {text!r}")

    def assert_clean(self, rule, path: str, text: str):
        self.assertEqual(self.found(rule, path, text), [], f"in: {text!r}")


class Includes(Planted):
    def test_wrong_arrows(self):
        for path, included in [
            ("app/oauth/a.cpp", '"session/session.h"'),
            ("app/session/a.h", '"accounts/accountlist.h"'),
            ("app/frameio/a.h", '"accounts/accountlist.h"'),
            ("app/accounts/a.h", '"desktop/browser.h"'),
            ("app/desktop/a.h", '"frameio/provider.h"'),
            ("app/agent/a.h", "<frameio/provider.h>"),
            ("app/agent/a.h", '"ui/presentation/statustext.h"'),
            ("app/session/a.cpp", '"ui/window.h"'),
            ("ui/presentation/a.h", '"ui/window.h"'),
            ("ui/a.h", '"frameio/provider.h"'),
            ("ui/a.h", '"desktop/browser.h"'),
            ("app/oauth/a.h", '"../session/session.h"'),
            ("ui/a.h", '"app/session/session.h"'),
            ("app/elsewhere/a.h", '"a.h"'),
        ]:
            self.assert_found(includes, path, f"\n#include {included}\n", 2)

    def test_wrong_qt(self):
        for path, included in [
            ("app/practice/a.cpp", "<QString>"),
            ("app/practice/a.cpp", "<QtCore/QString>"),
            ("app/practice/a.cpp", "<qglobal.h>"),
            ("app/command/a.cpp", "<QLocalSocket>"),
            ("app/session/a.h", "<QPushButton>"),
            ("ui/presentation/a.h", "<QIcon>"),
            ("ui/presentation/a.h", "<QtWidgets>"),
            ("ui/presentation/a.h", "<QNetworkReply>"),
        ]:
            self.assert_found(includes, path, f"#include {included}\n", 1)

    def test_right_ones(self):
        for path, included in [
            ("app/session/a.h", '"oauth/secret.h"'),
            ("app/session/a.h", '"session/clock.h"'),
            ("app/session/a.h", '"clock.h"'),
            ("app/session/a.cpp", '"a.moc"'),
            ("app/session/a.h", "<QDateTime>"),
            ("ui/presentation/a.h", '"frameio/scopecatalogue.h"'),
            ("ui/presentation/a.h", "<QAbstractListModel>"),
            ("ui/a.h", '"ui/presentation/statustext.h"'),
            ("ui/a.h", "<QWidget>"),
            ("app/practice/a.cpp", "<sys/queue.h>"),
            ("app/composition.cpp", '"ui/window.h"'),
        ]:
            self.assert_clean(includes, path, f"#include {included}\n")


class Sizes(Planted):
    def test_long_file(self):
        self.assert_clean(sizes, "app/a.h", "int x;\n" * 300)
        self.assert_found(sizes, "app/a.h", "int x;\n" * 301, 300)
        self.assert_found(sizes, "tests/e2e/a.mjs", "let x;\n" * 301, 300)

    def test_long_function(self):
        for opening, indent in [("void f(int x)", ""), ("    T<int> g() const override", "    "), ("A::A()\n    : m_x(1)", "")]:
            body = f"{opening}\n{indent}{{\n" + f"{indent}    call();\n" * 40
            self.assert_clean(sizes, "app/a.cpp", f"{body}{indent}}}\n")
            self.assert_found(sizes, "app/a.cpp", f"{body}{indent}    call();\n{indent}}}\n", opening.count("\n") + 2)

    def test_long_class_is_no_function(self):
        for head in ["class A final : public B", "namespace framekey", "enum class Kind : int", "struct A"]:
            self.assert_clean(sizes, "app/a.h", f"{head}\n{{\n" + "    int m_x;\n" * 60 + "};\n")

    def test_braces_in_literals_are_none(self):
        body = 'void f()\n{\n    g(R"(\n}\n)");\n' + "    call();\n" * 38 + "}\n"
        self.assert_found(sizes, "app/a.cpp", body, 2)

    def test_long_scripts(self):
        self.assert_found(sizes, "a.py", "def f():\n" + "    x = 1\n" * 41, 1)
        self.assert_found(sizes, "dev", "#!/usr/bin/env bash\nf() {\n" + "    x\n" * 41 + "}\n", 2)
        self.assert_clean(sizes, "dev", "#!/usr/bin/env bash\nf() {\n" + "    x\n" * 40 + "}\n")


class Licences(Planted):
    def test_no_head(self):
        self.assert_found(licences, "app/a.h", "#pragma once\n", 1)
        self.assert_found(licences, "app/a.h", HEAD.split("\n")[0] + "\n#pragma once\n", 1)
        self.assert_found(licences, "app/a.h", HEAD.split("\n")[1] + "\n#pragma once\n", 1)
        self.assert_found(licences, "app/a.h", "\n" * 20 + HEAD, 1)
        self.assert_clean(licences, "app/a.h", HEAD + "#pragma once\n")

    def test_unknown_licence(self):
        self.assert_found(licences, "app/a.h", HEAD.replace("GPL-3.0-or-later", "MIT"), 1)

    def test_reuse_toml(self):
        self.plant("REUSE.toml", 'version = 1\n[[annotations]]\npath = ["*.json", "data/**", "**/*.png"]\n')
        for path in ["a.json", "data/a/b.txt", "a.png", "x/y/a.png"]:
            self.assert_clean(licences, path, "{}")
        for path in ["x/a.json", "xdata/a.txt", "x/apng"]:
            self.assert_found(licences, path, "{}", 1)


class Words(Planted):
    def test_undone_and_never(self):
        for text in ["// TODO later\n", "// FIXME\n", "// XXX\n", "/* HACK */\n", "QSKIP(\"x\");\n", "r->ignoreSslErrors();\n"]:
            self.assert_found(words, "tests/unit/a.cpp", "\n" + text, 2)
        self.assert_found(words, "tests/e2e/a.mjs", "// TODO\n", 1)
        self.assert_clean(words, "dev", "mktemp /tmp/x.XXXXXX\n")

    def test_vague_names(self):
        for name in ["auth", "m_auth", "authUrl", "clientAuth", "basic_auth", "AUTH", "Auth", "AuthState"]:
            self.assert_found(words, "app/session/a.h", f"\nint {name};\n", 2)
        self.assert_found(words, "ui/authpane.h".replace("pane", "_pane"), "", 1)
        for name in ["OAuthFailure", "authorizationUrl", "QOAuth2AuthorizationCodeFlow", "author", "oauth", "clientAuthentication"]:
            self.assert_clean(words, "app/session/a.h", f"int {name};\n")
        self.assert_clean(words, "app/session/a.h", 'auto u = "/oauth2/auth"; // auth\nauto v = R"(\nauth)";\n')


class Connections(Planted):
    def test_no_context(self):
        self.assert_found(connections, "ui/a.cpp", "\nconnect(m_b, &B::clicked,\n [this] { f(1, 2); });\n", 2)
        self.assert_found(connections, "tests/ui/a.cpp", "QObject::connect(a(1, 2), &B::x, [](int) {});\n", 1)
        self.assert_found(connections, "ui/a.cpp", "QTimer::singleShot(10, [] { f(); });\n", 1)

    def test_context(self):
        self.assert_clean(connections, "ui/a.cpp", "connect(m_b, &B::clicked, this, [this] { f(1, 2); });\n")
        self.assert_clean(connections, "ui/a.cpp", "connect(m_b, &B::clicked, &C::order);\n")
        self.assert_clean(connections, "ui/a.cpp", 'QTimer::singleShot(10, this, [] { f("("); });\n')


class Doubles(Planted):
    def test_one_hides_another(self):
        self.assert_found(doubles, "tests/a.py", "class A:\n    pass\nclass A:\n    pass\n", 3)
        self.assert_found(doubles, "tests/b.py", "class A:\n    def f(self): pass\n    def f(self): pass\n", 3)

    def test_others(self):
        self.assert_clean(doubles, "tests/a.py", "class A:\n    def f(self): pass\nclass B:\n    def f(self): pass\n")


class Proofs(Planted):
    def said_of(self, row: str) -> list[str]:
        self.plant("tests/flow/test_fault.cpp", "void slowAnswer();")
        found = self.found(proofs, "docs/threats.md", f"{row}\n")
        return [entry.partition(": ")[2] for entry in found if "is missing" not in entry]

    def test_rows_that_show_nothing(self):
        for row, said in [
            ("| T1 | holds | `flow/fault::slowAnswer`, `::gone` |", "there is no test flow/fault::gone"),
            ("| F2 | holds | `flow/nowhere` |", "there is no test flow/nowhere"),
            ("| F3, F4 | holds | not shown |", "F3, F4 is shown by nothing"),
        ]:
            with self.subTest(row=row):
                self.assertIn(said, self.said_of(row))

    def test_rows_that_show_something(self):
        for row in ["| T1 | holds | `flow/fault::slowAnswer` |", "| F2 | holds | `./dev chaos` |",
                    "| T25 | pipes | **Decided against**: not run there |"]:
            with self.subTest(row=row):
                self.assertEqual([], self.said_of(row))

    def test_row_that_is_missing(self):
        self.assertIn("1: T2 is missing", self.found(proofs, "docs/threats.md", "| T1 | holds | `./dev chaos` |\n"))


if __name__ == "__main__":
    unittest.main()
