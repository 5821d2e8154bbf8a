// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "harness/redirecttest.h"

namespace framekey::test
{

bool RedirectTest::waitForRedirect()
{
    person->way = WebPerson::Way::ToTheRedirect;
    session().signIn();
    return until([this] { return !person->redirect().isEmpty(); });
}

QByteArray RedirectTest::genuine() const
{
    return filledIn("GET /callback?code=CODE&state=STATE HTTP/1.1\r\nHost: HOST\r\n\r\n");
}

QByteArray RedirectTest::filledIn(QByteArray text) const
{
    return text.replace("CODE", value(QStringLiteral("code")))
        .replace("STATE", value(QStringLiteral("state")))
        .replace("HOST", QByteArray("127.0.0.1:" + QByteArray::number(port())));
}

} // namespace framekey::test
