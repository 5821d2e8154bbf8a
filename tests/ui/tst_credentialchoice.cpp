// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "byname.h"
#include "samples.h"
#include "ui/accountformpage.h"
#include "ui/theme.h"

#include <QAccessible>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>

using namespace framekey;
using namespace framekey::test;

/// The form of a service that tells several types of credential apart.
class CredentialChoiceTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { applyTheme(*qApp, ColorScheme::Light); }
    void init();
    void onlyWhereTheServiceHasSome();
    void choosesSecretAndRedirect();
    void saysWhatToRegister();

private:
    QLineEdit *line(const char *name) { return byName<QLineEdit>(*m_form, QString::fromUtf8(name)); }
    QString noteOf(const char *name) { return line(name)->accessibleDescription(); }
    QComboBox *credentialType();
    void choose(const QString &type);

    std::unique_ptr<AccountFormPage> m_form;
};

void CredentialChoiceTest::init()
{
    m_form = std::make_unique<AccountFormPage>(samples::catalogue());
    m_form->addNew();
    settle(*m_form, 460, 2400);
    m_form->activateWindow();
}

QComboBox *CredentialChoiceTest::credentialType()
{
    const auto combos = m_form->findChildren<QComboBox *>();
    const auto found = std::ranges::find_if(combos, [](QComboBox *combo) {
        return combo->isVisible() && combo->findData(QStringLiteral("web-app")) >= 0;
    });
    return found == combos.end() ? nullptr : *found;
}

void CredentialChoiceTest::choose(const QString &type)
{
    credentialType()->setCurrentIndex(credentialType()->findText(type));
    Q_EMIT credentialType()->activated(credentialType()->currentIndex());
    settle(*m_form, 460, 2400);
}

void CredentialChoiceTest::onlyWhereTheServiceHasSome()
{
    m_form->edit(newAccount(*samples::catalogue().find(QStringLiteral("frameio-legacy"))));
    settle(*m_form, 460, 2400);
    QVERIFY(!credentialType());
    m_form->addNew();
    settle(*m_form, 460, 2400);
    QCOMPARE(credentialType()->currentText(), QStringLiteral("Web App"));
    const auto labels =
        QAccessible::queryAccessibleInterface(credentialType())->relations(QAccessible::Label);
    QCOMPARE(labels.first().first->text(QAccessible::Name), QStringLiteral("Credential type"));
    AccountSettings settings = newAccount(*samples::catalogue().find(QStringLiteral("frameio")));
    settings.id = QStringLiteral("x");
    m_form->edit(settings);
    QCOMPARE(credentialType()->currentText(), QStringLiteral("Single Page App"));
}

void CredentialChoiceTest::choosesSecretAndRedirect()
{
    line("Client ID")->setText(QStringLiteral("abc"));
    press(*m_form, QStringLiteral("Save"));
    QCOMPARE(m_form->focusWidget(), line("Client secret"));
    choose(QStringLiteral("Native App"));
    QVERIFY(!line("Client secret"));
    QCOMPARE(line("Redirect address")->text(), QString());
    QVERIFY(noteOf("Redirect address").contains(u"Paste it here"));
    choose(QStringLiteral("Single Page App"));
    QVERIFY(!line("Client secret"));
    QCOMPARE(line("Redirect address")->text(), QStringLiteral("https://localhost:8910/callback"));
    QSignalSpy saved(m_form.get(), &AccountFormPage::saved);
    press(*m_form, QStringLiteral("Save"));
    const auto settings = saved[0][0].value<AccountSettings>();
    QCOMPARE(settings.clientAuthentication, ClientAuthentication::None);
    QCOMPARE(settings.provider, QStringLiteral("frameio"));
    QCOMPARE(settings.clientId, QStringLiteral("abc"));
}

void CredentialChoiceTest::saysWhatToRegister()
{
    const auto says = [this](const QString &part) {
        const auto labels = m_form->findChildren<QLabel *>();
        return std::ranges::any_of(
            labels, [&](QLabel *label) { return label->isVisible() && label->text().contains(part); });
    };
    QVERIFY(says(QStringLiteral("OAuth Web App")) && says(QStringLiteral("beta users")));
    QVERIFY(says(QStringLiteral("You stay signed in")));
    press(*m_form, QStringLiteral("Hide what to register"));
    QVERIFY(!says(QStringLiteral("beta users")));
    press(*m_form, QStringLiteral("What to register"));
    choose(QStringLiteral("Native App"));
    QVERIFY(says(QStringLiteral("OAuth Native App")) && says(QStringLiteral("expect to sign in often")));
    QVERIFY(buttons(*m_form).contains(QStringLiteral("Open the console")));
}

QTEST_MAIN(CredentialChoiceTest)
#include "tst_credentialchoice.moc"
