// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "byname.h"
#include "samples.h"
#include "ui/accountformpage.h"
#include "ui/theme.h"

#include <QAccessible>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QDropEvent>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QMimeData>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace framekey;
using namespace framekey::test;

/// The connection form as a person fills it in.
class AccountFormTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void fields_areNamedByTheirLabels();
    void save_leadsToTheFirstMistake();
    void save_mistakesStandBesideTheirFields();
    void save_givesSettingsAndSecret();
    void save_keepsTheKeptSecret();
    void save_removesTheKeptSecret();
    void endpoints_onlyWhereTheServiceHasNone();
    void redirectAddress_saysWhatToRegister();
    void scopes_all34OfLegacy();
    void scopes_furtherOnesAreChecked();
    void env_fillsTheForm();
    void env_dropOnTheForm();
    void env_badFileIsSaid();
    void removal_isAskedInTheWindow();
    void tab_reachesEveryControl();
    void escape_goesBack();

private:
    QLineEdit *line(const char *name) { return byName<QLineEdit>(*m_form, QString::fromUtf8(name)); }
    QComboBox *service() { return m_form->findChild<QComboBox *>(); }
    QString noteOf(const char *name) { return line(name)->accessibleDescription(); }
    AccountSettings kept() const;
    void editKept()
    {
        m_form->edit(kept());
        settle(*m_form, 460, 2400);
    }
    QString envFile(const QByteArray &text);

    std::unique_ptr<AccountFormPage> m_form;
    QTemporaryDir m_folder;
};

void AccountFormTest::initTestCase()
{
    applyTheme(*qApp, ColorScheme::Light);
}

void AccountFormTest::init()
{
    m_form = std::make_unique<AccountFormPage>(samples::catalogue());
    m_form->edit(newAccount(*samples::catalogue().find(QStringLiteral("frameio-legacy"))));
    settle(*m_form, 460, 2400);
    m_form->activateWindow();
}

AccountSettings AccountFormTest::kept() const
{
    AccountSettings settings = newAccount(*samples::catalogue().find(QStringLiteral("frameio-legacy")));
    settings.id = QStringLiteral("x");
    settings.clientId = QStringLiteral("abc");
    settings.clientAuthentication = ClientAuthentication::Basic;
    return settings;
}

QString AccountFormTest::envFile(const QByteArray &text)
{
    QFile file(m_folder.filePath(QStringLiteral(".env")));
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
        qFatal("cannot write %s", qPrintable(file.fileName()));
    return file.fileName();
}

void AccountFormTest::fields_areNamedByTheirLabels()
{
    for (const char *name : {"Client ID", "Client secret", "Redirect address", "Extra CA file",
                             "Account name", "Further scopes"})
        QVERIFY2(line(name), name);
    // On Linux Qt gives a combo box its value for a name, and the label as a relation.
    const auto labels = QAccessible::queryAccessibleInterface(service())->relations(QAccessible::Label);
    QCOMPARE(labels.size(), 1);
    QCOMPARE(labels.first().first->text(QAccessible::Name), QStringLiteral("Service"));
    QCOMPARE(line("Client secret")->echoMode(), QLineEdit::Password);
}

void AccountFormTest::save_leadsToTheFirstMistake()
{
    QSignalSpy saved(m_form.get(), &AccountFormPage::saved);
    line("Redirect address")->setText(QStringLiteral("http://studio.example/callback"));
    press(*m_form, QStringLiteral("Save"));
    QCOMPARE(saved.size(), 0);
    QCOMPARE(m_form->focusWidget(), line("Client ID"));
    line("Client ID")->setText(QStringLiteral("abc"));
    press(*m_form, QStringLiteral("Save"));
    QCOMPARE(m_form->focusWidget(), line("Redirect address"));
}

void AccountFormTest::save_mistakesStandBesideTheirFields()
{
    line("Redirect address")->setText(QStringLiteral("http://studio.example/callback"));
    line("Extra CA file")->setText(QStringLiteral("/nowhere"));
    press(*m_form, QStringLiteral("Save"));
    QCOMPARE(noteOf("Client ID"), QStringLiteral("Enter the client ID. The console shows it."));
    QCOMPARE(noteOf("Redirect address"),
             QStringLiteral("Use http://127.0.0.1 (this computer) or https:// here."));
    QVERIFY(noteOf("Extra CA file").contains(u"no such file"));
    QVERIFY(line("Client ID")->property("problem").toBool());
    QVERIFY(!line("Account name")->property("problem").toBool());
    QVERIFY(byName<QLabel>(*m_form, QStringLiteral("Message: ") + noteOf("Redirect address")));
}

void AccountFormTest::save_givesSettingsAndSecret()
{
    QSignalSpy saved(m_form.get(), &AccountFormPage::saved);
    line("Client ID")->setText(QStringLiteral("abc"));
    line("Client secret")->setText(QStringLiteral("s3cret"));
    press(*m_form, QStringLiteral("Save"));
    QCOMPARE(saved.size(), 1);
    const auto settings = saved[0][0].value<AccountSettings>();
    QCOMPARE(settings.clientId, QStringLiteral("abc"));
    QCOMPARE(settings.clientAuthentication, ClientAuthentication::Basic);
    QCOMPARE(settings.redirectUri, QStringLiteral("http://127.0.0.1:8910/callback"));
    QCOMPARE(saved[0][1].value<std::optional<Secret>>()->reveal(), QByteArray("s3cret"));
    QCOMPARE(line("Client secret")->text(), QString());
}

void AccountFormTest::save_keepsTheKeptSecret()
{
    editKept();
    QVERIFY(noteOf("Client secret").contains(u"leave this empty to keep it"));
    QSignalSpy saved(m_form.get(), &AccountFormPage::saved);
    press(*m_form, QStringLiteral("Save"));
    QVERIFY(!saved[0][1].value<std::optional<Secret>>().has_value());
    QCOMPARE(saved[0][0].value<AccountSettings>(), kept());
}

void AccountFormTest::save_removesTheKeptSecret()
{
    editKept();
    byName<QCheckBox>(*m_form, QStringLiteral("Remove the kept secret"))->click();
    QSignalSpy saved(m_form.get(), &AccountFormPage::saved);
    press(*m_form, QStringLiteral("Save"));
    const auto secret = saved[0][1].value<std::optional<Secret>>();
    QVERIFY(secret && secret->isEmpty());
    QCOMPARE(saved[0][0].value<AccountSettings>().clientAuthentication, ClientAuthentication::None);
}

void AccountFormTest::endpoints_onlyWhereTheServiceHasNone()
{
    QVERIFY(!line("Token address"));
    service()->setCurrentIndex(service()->findData(QStringLiteral("custom")));
    Q_EMIT service()->activated(service()->currentIndex());
    settle(*m_form, 460, 2400);
    for (const char *name : {"Authorization address", "Token address", "Revocation address", "API address"})
        QVERIFY2(line(name), name);
}

void AccountFormTest::redirectAddress_saysWhatToRegister()
{
    line("Redirect address")->setText(QStringLiteral("http://127.0.0.1:0/callback"));
    QCOMPARE(noteOf("Redirect address"), QStringLiteral("Register exactly this: http://127.0.0.1/callback"));
    press(*m_form, QStringLiteral("Copy"));
    QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("http://127.0.0.1/callback"));
    line("Redirect address")->setText(QStringLiteral("https://studio.example/callback"));
    QVERIFY(noteOf("Redirect address").contains(u"You will paste"));
}

void AccountFormTest::scopes_all34OfLegacy()
{
    QStringList names;
    for (QCheckBox *box : m_form->findChildren<QCheckBox *>()) {
        if (box->isVisible() && nameOf(box).contains(u", "))
            names += nameOf(box);
    }
    QCOMPARE(names.size(), 34);
    QVERIFY(names.contains(QStringLiteral("Read assets, asset.read")));
    QVERIFY(names.contains(QStringLiteral("Stay signed in, offline")));
    auto *box = byName<QCheckBox>(*m_form, QStringLiteral("Create comments, comment.create"));
    QTest::keyClick(box, Qt::Key_Space);
    line("Client ID")->setText(QStringLiteral("abc"));
    line("Further scopes")->setText(QStringLiteral("x.y, z"));
    QSignalSpy saved(m_form.get(), &AccountFormPage::saved);
    press(*m_form, QStringLiteral("Save"));
    const QStringList scopes = saved[0][0].value<AccountSettings>().scopes;
    QCOMPARE(scopes.join(u' '), QStringLiteral("offline account.read asset.read comment.create x.y z"));
}

void AccountFormTest::scopes_furtherOnesAreChecked()
{
    line("Client ID")->setText(QStringLiteral("abc"));
    line("Further scopes")->setText(QStringLiteral("a\"b"));
    QSignalSpy saved(m_form.get(), &AccountFormPage::saved);
    press(*m_form, QStringLiteral("Save"));
    QCOMPARE(saved.size(), 0);
    QCOMPARE(m_form->focusWidget(), line("Further scopes"));
    QVERIFY(noteOf("Further scopes").contains(u"quotes"));
}

void AccountFormTest::env_fillsTheForm()
{
    m_form->importEnvFile(
        envFile("CLIENT_ID=abc\nexport CLIENT_SECRET='s3cret'\nSCOPE=\"offline asset.read\"\n"));
    settle(*m_form, 460, 2400);
    QCOMPARE(line("Client ID")->text(), QStringLiteral("abc"));
    QCOMPARE(line("Client secret")->text(), QStringLiteral("s3cret"));
    QCOMPARE(line("Client secret")->displayText().contains(u"s3cret"), false);
    QSignalSpy saved(m_form.get(), &AccountFormPage::saved);
    press(*m_form, QStringLiteral("Save"));
    QCOMPARE(saved[0][1].value<std::optional<Secret>>()->reveal(), QByteArray("s3cret"));
    QCOMPARE(saved[0][0].value<AccountSettings>().scopes.join(u' '), QStringLiteral("offline asset.read"));
}

void AccountFormTest::env_dropOnTheForm()
{
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(envFile("CLIENT_ID=dropped\n"))});
    QDragEnterEvent enter(QPoint(5, 5), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(m_form.get(), &enter);
    QVERIFY(enter.isAccepted());
    QDropEvent drop(QPointF(5, 5), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(m_form.get(), &drop);
    QCOMPARE(line("Client ID")->text(), QStringLiteral("dropped"));
}

void AccountFormTest::env_badFileIsSaid()
{
    m_form->importEnvFile(envFile("CLIENT_ID=a\nnonsense\n"));
    const auto said = [this](const char *words) {
        return byName<QLabel>(*m_form, QStringLiteral("Message: ") + QString::fromUtf8(words));
    };
    QVERIFY(said("Line 2 of this file is not NAME=value. Mend it and import again."));
    m_form->importEnvFile(m_folder.filePath(QStringLiteral("none")));
    QVERIFY(said("This file cannot be read. Choose another one."));
}

void AccountFormTest::removal_isAskedInTheWindow()
{
    QVERIFY(!buttons(*m_form).contains(QStringLiteral("Remove account…")));
    editKept();
    QSignalSpy confirmed(m_form.get(), &AccountFormPage::removalConfirmed);
    press(*m_form, QStringLiteral("Remove account…"));
    press(*m_form, QStringLiteral("Back"));
    QVERIFY(buttons(*m_form).contains(QStringLiteral("Save")));
    press(*m_form, QStringLiteral("Remove account…"));
    press(*m_form, QStringLiteral("Remove account"));
    QCOMPARE(confirmed.value(0).value(0).toString(), QStringLiteral("x"));
}

void AccountFormTest::tab_reachesEveryControl()
{
    QSet<QWidget *> expected;
    for (QWidget *widget : visibleWidgets(*m_form)) {
        if ((widget->focusPolicy() & Qt::TabFocus) && widget->isEnabled())
            expected += widget;
    }
    QVERIFY(expected.size() > 40);
    m_form->focusFirst();
    QSet<QWidget *> reached{m_form->focusWidget()};
    int lastBottom = 0;
    for (qsizetype step = 1; step < expected.size(); ++step) {
        QTest::keyClick(m_form->focusWidget(), Qt::Key_Tab);
        const QWidget *now = m_form->focusWidget();
        reached += m_form->focusWidget();
        const int bottom = now->mapTo(m_form.get(), QPoint(0, now->height())).y();
        QVERIFY2(bottom >= lastBottom - 12, qPrintable(nameOf(m_form->focusWidget())));
        lastBottom = bottom;
    }
    QCOMPARE(reached, expected);
}

void AccountFormTest::escape_goesBack()
{
    QSignalSpy back(m_form.get(), &AccountFormPage::back);
    QTest::keyClick(line("Client ID"), Qt::Key_Escape);
    QCOMPARE(back.size(), 1);
}

QTEST_MAIN(AccountFormTest)
#include "tst_accountform.moc"
