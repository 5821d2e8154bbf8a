// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/browserpage.h"

#include "testcase.h"

#include <QSet>

using namespace Qt::StringLiterals;

namespace framekey::test
{

/// The pages in the browser: fixed, with nothing of the request in them (T4 of reliability).
class BrowserPageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyPage_isWholeAndItsOwn();
    void person_isEscaped();
    void noPerson_isSpokenOf();
};

void BrowserPageTest::everyPage_isWholeAndItsOwn()
{
    QSet<QByteArray> pages;
    for (const BrowserPage page :
         {BrowserPage::SignedIn, BrowserPage::Denied, BrowserPage::Failed, BrowserPage::Cancelled,
          BrowserPage::StillWorking, BrowserPage::Question, BrowserPage::Refused}) {
        const QByteArray html = browserPage(page);
        QVERIFY(html.startsWith("<!doctype html>") || html.startsWith("<!DOCTYPE html>"));
        QVERIFY(html.trimmed().endsWith("</html>"));
        QVERIFY(!html.contains("<!--content-->"));
        QVERIFY(!html.contains("<!--as-person-->"));
        // It loads nothing and runs nothing.
        for (const char *active : {"<script", "src=", "href=", "url(", "@import", "onload"})
            QVERIFY2(!html.contains(active), active);
        pages.insert(html);
    }
    QCOMPARE(pages.size(), 7);
}

void BrowserPageTest::person_isEscaped()
{
    const QByteArray html =
        browserPage(BrowserPage::SignedIn, u"J\u00fcrgen <script>alert(\"1\")</script> & Co"_s);
    QVERIFY(!html.contains("<script"));
    QVERIFY(html.contains("J\u00fcrgen &lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp; Co"_ba));
}

void BrowserPageTest::noPerson_isSpokenOf()
{
    const QByteArray html = browserPage(BrowserPage::SignedIn);
    QVERIFY(!html.contains(" as "));
    QVERIFY(browserPage(BrowserPage::SignedIn, u"Ada"_s).contains(" as Ada"));
    QVERIFY(!browserPage(BrowserPage::Denied, u"Ada"_s).contains("Ada"));
}

static const TestCase<BrowserPageTest> testCase("browserpage");

} // namespace framekey::test

#include "tst_browserpage.moc"
