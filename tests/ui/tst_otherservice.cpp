// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "samples.h"
#include "ui/presentation/accountdraft.h"
#include "ui/presentation/credentialtype.h"

#include <QTest>

using namespace framekey;

/// Another service is chosen in the form: what goes along and what stays behind.
class OtherServiceTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void takesItsDefaults();
    void leavesWhatWasTyped();
    void neverGetsTheKeptSecret();
    void withTypesTakesTheTypesRedirect();
    void leavesAnAssignedRedirectBehind();

private:
    static AccountDraft custom();
};

namespace
{

using Field = AccountField;
using Fault = AccountFault;

const Provider &provider(const char *id)
{
    return *samples::catalogue().find(QLatin1StringView(id));
}

} // namespace

AccountDraft OtherServiceTest::custom()
{
    AccountDraft draft = AccountDraft::of(newAccount(provider("custom")));
    draft.texts[Field::ClientId] = QStringLiteral("abc");
    draft.texts[Field::AuthorizationEndpoint] = QStringLiteral("https://a.example/auth");
    draft.texts[Field::TokenEndpoint] = QStringLiteral("https://a.example/token");
    return draft;
}

void OtherServiceTest::takesItsDefaults()
{
    AccountDraft draft = AccountDraft::ofNew(provider("frameio"));
    draft.changeProvider(provider("frameio"), provider("frameio-legacy"));
    QVERIFY(draft.settings() == newAccount(provider("frameio-legacy")));
    draft.changeProvider(provider("frameio-legacy"), provider("practice"));
    QCOMPARE(draft.settings() == newAccount(provider("practice")), true);
}

void OtherServiceTest::leavesWhatWasTyped()
{
    AccountDraft draft = custom();
    draft.texts[Field::RedirectUri] = QStringLiteral("http://127.0.0.1:9000/cb");
    draft.scopes = {QStringLiteral("asset.read")};
    draft.changeProvider(provider("custom"), provider("frameio-legacy"));
    QCOMPARE(draft.texts[Field::ClientId], QStringLiteral("abc"));
    QCOMPARE(draft.texts[Field::RedirectUri], QStringLiteral("http://127.0.0.1:9000/cb"));
    QCOMPARE(draft.scopes, QStringList{QStringLiteral("asset.read")});
    QVERIFY(draft.settings().endpoints == Endpoints{});
}

void OtherServiceTest::neverGetsTheKeptSecret()
{
    AccountSettings kept = custom().settings();
    kept.id = QStringLiteral("x");
    kept.clientAuthentication = ClientAuthentication::Basic;
    AccountDraft draft = AccountDraft::of(kept, &provider("custom"));
    draft.changeProvider(provider("custom"), provider("frameio-legacy"));
    QVERIFY(!draft.hasKeptSecret());
    QCOMPARE(draft.settings().clientAuthentication, ClientAuthentication::None);
    QVERIFY(draft.clientSecret() && draft.clientSecret()->isEmpty());
    draft.changeProvider(provider("frameio-legacy"), provider("frameio"));
    QCOMPARE(draft.faults(&provider("frameio"), {}).value(Field::ClientSecret), Fault::Blank);
    draft.texts[Field::ClientSecret] = QStringLiteral("s3cret");
    QCOMPARE(draft.clientSecret()->reveal(), QByteArray("s3cret"));
    // Back again, nothing has happened to it.
    draft.texts[Field::ClientSecret].clear();
    draft.changeProvider(provider("frameio"), provider("custom"));
    QVERIFY(draft.hasKeptSecret() && !draft.clientSecret());
}

void OtherServiceTest::withTypesTakesTheTypesRedirect()
{
    AccountDraft draft = custom();
    draft.texts[Field::RedirectUri] = QStringLiteral("http://127.0.0.1:9000/cb");
    draft.changeProvider(provider("custom"), provider("frameio"));
    QCOMPARE(draft.credentialType->id, QStringLiteral("web-app"));
    QCOMPARE(draft.texts[Field::RedirectUri], QStringLiteral("https://localhost:8910/callback"));
}

void OtherServiceTest::leavesAnAssignedRedirectBehind()
{
    const Provider &v4 = provider("frameio");
    AccountDraft draft = AccountDraft::ofNew(v4);
    draft.changeCredentialType(*credentialTypeOf(v4, QStringLiteral("native-app")));
    draft.texts[Field::RedirectUri] = QStringLiteral("adobe+0123://adobeid/abc");
    draft.changeProvider(v4, provider("frameio-legacy"));
    QCOMPARE(draft.texts[Field::RedirectUri], QStringLiteral("http://127.0.0.1:8910/callback"));
}

QTEST_GUILESS_MAIN(OtherServiceTest)
#include "tst_otherservice.moc"
