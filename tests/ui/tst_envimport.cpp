// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "byname.h"
#include "ui/accountformpage.h"
#include "ui/theme.h"
#include "windowonfakes.h"

#include <QDropEvent>
#include <QFileDialog>
#include <QLabel>
#include <QMimeData>
#include <QTest>

using namespace framekey;
using namespace framekey::test;

/// A `.env` imported in the window, by the button and by a drop, where its client may be there already.
class EnvImportTest : public QObject, private WindowOnFakes
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { applyTheme(*qApp, ColorScheme::Light); }
    void init() { open(); }
    void cleanup() { close(); }
    void knownClient_isUpdated_data();
    void knownClient_isUpdated();
    void knownClient_getsItsSecret();
    void knownClient_isUpdatedFromAnothersSettings();
    void anotherClient_isNew();

private:
    using Import = void (EnvImportTest::*)(const QString &path);
    [[nodiscard]] QString envFile(const QByteArray &text) const;
    void importByButton(const QString &path);
    void importByDrop(const QString &path);
    [[nodiscard]] bool saysKnown(const char *name)
    {
        const QString words =
            QStringLiteral("Message: This client is already set up as “%1”. Saving updates it. "
                           "What the file leaves out stays as it was.");
        return byName<QLabel>(*m_window, words.arg(QString::fromUtf8(name)));
    }
    [[nodiscard]] AccountSettings account(const QString &id) const { return m_accounts->find(id).value(); }
};

QString EnvImportTest::envFile(const QByteArray &text) const
{
    QFile file(m_folder->filePath(QStringLiteral(".env")));
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
        qFatal("cannot write %s", qPrintable(file.fileName()));
    return file.fileName();
}

void EnvImportTest::importByButton(const QString &path)
{
    press(*m_window, QStringLiteral("Import .env…"));
    auto *dialog = m_window->findChild<QFileDialog *>();
    QVERIFY(dialog);
    auto *name = dialog->findChild<QLineEdit *>();
    QVERIFY(name);
    name->setText(path);
    QTest::keyClick(name, Qt::Key_Return);
    QTRY_VERIFY(!dialog->isVisible());
}

void EnvImportTest::importByDrop(const QString &path)
{
    auto *form = m_window->findChild<AccountFormPage *>();
    QVERIFY(form);
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(path)});
    QDragEnterEvent enter(QPoint(5, 5), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(form, &enter);
    QDropEvent drop(QPointF(5, 5), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(form, &drop);
}

void EnvImportTest::knownClient_isUpdated_data()
{
    QTest::addColumn<bool>("byDrop");
    QTest::newRow("button") << false;
    QTest::newRow("drop") << true;
}

void EnvImportTest::knownClient_isUpdated()
{
    QFETCH(bool, byDrop);
    const QString id = addLegacy(QStringLiteral("work"), false);
    AccountSettings expected = account(id);
    expected.scopes = {QStringLiteral("team.read")};
    const Import import = byDrop ? &EnvImportTest::importByDrop : &EnvImportTest::importByButton;
    press(*m_window, QStringLiteral("Add account…"));
    (this->*import)(envFile("CLIENT_ID=work-client\nSCOPE=team.read\n"));
    QVERIFY(saysKnown("work"));
    QCOMPARE(line("Account name")->text(), QStringLiteral("work"));
    QCOMPARE(line("Redirect address")->text(), expected.redirectUri);
    press(*m_window, QStringLiteral("Save"));
    QCOMPARE(m_accounts->accounts(), QList{expected});
    QCOMPARE(m_window->shownAccount(), id);
    press(*m_window, QStringLiteral("Add account…")); // said for that file only
    QVERIFY(!saysKnown("work"));
}

void EnvImportTest::knownClient_getsItsSecret()
{
    const QString id = addLegacy(QStringLiteral("work"), false);
    press(*m_window, QStringLiteral("Add account…"));
    importByDrop(envFile("CLIENT_ID=work-client\nCLIENT_SECRET=s3cret\n"));
    QVERIFY(!byName<QWidget>(*m_window, QStringLiteral("Remove the kept secret"))); // none is kept yet
    press(*m_window, QStringLiteral("Save"));
    QCOMPARE(account(id).clientAuthentication, ClientAuthentication::Basic);
    QTRY_VERIFY(m_store->item(clientSecretKey(id)).contains("s3cret"));
    press(*m_window, QStringLiteral("Settings"));
    importByDrop(envFile("CLIENT_ID=work-client\nSCOPE=team.read\n"));
    press(*m_window, QStringLiteral("Save"));
    QCOMPARE(account(id).clientAuthentication, ClientAuthentication::Basic);
    QTRY_VERIFY(m_store->item(clientSecretKey(id)).contains("s3cret"));
}

void EnvImportTest::knownClient_isUpdatedFromAnothersSettings()
{
    const QString work = addLegacy(QStringLiteral("work"), false);
    const QString home = addLegacy(QStringLiteral("home"), false);
    const AccountSettings untouched = account(home);
    press(*m_window, QStringLiteral("Settings"));
    importByDrop(envFile("CLIENT_ID=work-client\nSCOPE=team.read\n"));
    QVERIFY(saysKnown("work"));
    line("Account name")->setText(QStringLiteral("home"));
    press(*m_window, QStringLiteral("Save"));
    QCOMPARE(line("Account name")->accessibleDescription(), QStringLiteral("Another account has this name."));
    line("Account name")->setText(QStringLiteral("studio"));
    press(*m_window, QStringLiteral("Save"));
    QCOMPARE(account(home), untouched);
    QCOMPARE(account(work).name, QStringLiteral("studio"));
    QCOMPARE(account(work).scopes, QStringList(QStringLiteral("team.read")));
}

void EnvImportTest::anotherClient_isNew()
{
    addLegacy(QStringLiteral("work"), false);
    press(*m_window, QStringLiteral("Add account…"));
    importByDrop(envFile("CLIENT_ID=other\n"));
    QVERIFY(!saysKnown("work"));
    press(*m_window, QStringLiteral("Save"));
    QCOMPARE(m_accounts->accounts().size(), 2);
}

QTEST_MAIN(EnvImportTest)
#include "tst_envimport.moc"
