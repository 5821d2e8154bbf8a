// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Draws every state of the window into the folder given: light, dark, 200 % and with text twice as long.
#include "fakecertificatemaker.h"
#include "fakeclock.h"
#include "pictures_scripts.h"
#include "picturestage.h"
#include "pseudotranslator.h"
#include "samples.h"
#include "ui/accountformpage.h"
#include "ui/accountpane.h"
#include "ui/certificaterow.h"
#include "ui/pagearea.h"
#include "ui/reauthorizepage.h"
#include "ui/statuspage.h"
#include "ui/takeoverwindow.h"
#include "ui/theme.h"
#include "ui/translation.h"

#include <QApplication>
#include <QComboBox>
#include <QDir>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QProcess>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTemporaryFile>

#include <cstdio>
#include <memory>

using namespace framekey;

namespace
{

class Pictures
{
public:
    Pictures(QString folder, QString variant) : m_folder(std::move(folder)), m_variant(std::move(variant)) {}

    bool draw()
    {
        for (const samples::Sample &sample : samples::all())
            save(statusStage(sample.view), sample.name);
        auto none = std::make_unique<StatusPage>();
        none->offerReport();
        none->showNoAccount({keepsRunningCard()});
        save(Stage(none.release()), QStringLiteral("no-account"));
        drawForms();
        drawOthers();
        m_good = drawScriptPictures([this](const QString &name) { return path(name); }) && m_good;
        return m_good;
    }

private:
    static Stage statusStage(const AccountView &view, bool list = false)
    {
        auto *page = new StatusPage;
        page->offerReport();
        page->setView(view, TimeWords(samples::now()), {}, list);
        return Stage(page);
    }

    void save(Stage &&stage, const QString &name) { m_good = stage.save(path(name)) && m_good; }

    [[nodiscard]] QString path(const QString &name) const
    {
        return QStringLiteral("%1/%2-%3.png").arg(m_folder, name, m_variant);
    }

    void drawForms()
    {
        auto *fresh = new AccountFormPage(samples::catalogue());
        fresh->addNew();
        save(Stage(fresh), QStringLiteral("form-new"));
        drawKnownClient();
        drawCredentialTypes();
        drawCertificates();
        auto *wrong = new AccountFormPage(samples::catalogue());
        AccountSettings settings = newAccount(*samples::catalogue().find(QStringLiteral("custom")));
        settings.id = QStringLiteral("a");
        settings.clientAuthentication = ClientAuthentication::Basic;
        settings.redirectUri = QStringLiteral("http://studio.example/callback");
        wrong->edit(settings);
        press(*wrong, AccountFormPage::tr("Save"));
        press(*wrong, orderWords(Order::RemoveAccount));
        save(Stage(wrong), QStringLiteral("form-mistakes"));
    }

    void drawCredentialTypes()
    {
        test::FakeCertificateMaker maker;
        const test::FakeClock clock;
        const Provider &newest = samples::catalogue().providers().first();
        for (const CredentialType &type : newest.credentialTypes) {
            auto *form = new AccountFormPage(samples::catalogue());
            form->setCertificateMaker(&maker, &clock);
            form->addNew();
            for (auto *combo : form->findChildren<QComboBox *>()) {
                if (const int index = combo->findData(type.id); index >= 0) {
                    combo->setCurrentIndex(index);
                    Q_EMIT combo->activated(index);
                }
            }
            save(Stage(form), QStringLiteral("form-v4-") + type.id);
        }
        auto *successor = new AccountFormPage(samples::catalogue());
        AccountSettings legacy;
        legacy.name = QStringLiteral("work");
        successor->addSuccessor(legacy, newest);
        press(*successor, AccountFormPage::tr("Save"));
        save(Stage(successor), QStringLiteral("form-v4-successor"));
    }

    void drawCertificates()
    {
        test::FakeCertificateMaker maker;
        test::FakeClock clock;
        clock.jumpWall(
            std::chrono::milliseconds(clock.nowUtc().msecsTo(QDateTime::currentDateTimeUtc().addSecs(60))));
        AccountSettings settings = newAccount(*samples::catalogue().find(QStringLiteral("frameio-legacy")));
        settings.id = QStringLiteral("a");
        settings.clientId = QStringLiteral("5a1e4f9c0b7d4c2e8f3a");
        settings.redirectUri = QStringLiteral("https://localhost:8443/callback");
        const auto draw = [&](const QString &name, const RedirectCertificateFiles &made) {
            auto *form = new AccountFormPage(samples::catalogue());
            form->setCertificateMaker(&maker, &clock);
            form->edit(settings);
            if (!made.key.isEmpty()) {
                press(*form, CertificateRow::tr("Make a certificate"));
                Q_EMIT maker.made(made);
            }
            save(Stage(form), name);
        };
        draw(QStringLiteral("form-certificate-missing"), {});
        const QTemporaryDir folder;
        const RedirectCertificateFiles files{.certificate = folder.filePath(QStringLiteral("localhost.pem")),
                                             .key = folder.filePath(QStringLiteral("localhost-key.pem"))};
        QProcess openssl;
        openssl.start(QStringLiteral("openssl"),
                      QStringLiteral("req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -noenc -days 397 "
                                     "-subj /CN=here -addext subjectAltName=DNS:localhost -keyout %1 -out %2")
                          .arg(files.key, files.certificate)
                          .split(u' '));
        openssl.waitForFinished();
        draw(QStringLiteral("form-certificate-made"), files);
        maker.kept = files;
        draw(QStringLiteral("form-certificate-of-another"), files);
    }

    void drawKnownClient()
    {
        QTemporaryFile file;
        if (!file.open() || file.write("CLIENT_ID=abc\nCLIENT_SECRET=s\n") < 0 || !file.flush())
            return;
        auto *form = new AccountFormPage(samples::catalogue());
        form->setFindClient([](const AccountSettings &imported) {
            AccountSettings kept = imported;
            kept.id = QStringLiteral("a");
            kept.name = QStringLiteral("work");
            return kept;
        });
        form->addNew();
        form->importEnvFile(file.fileName());
        save(Stage(form), QStringLiteral("form-known-client"));
    }

    void drawOthers()
    {
        AccountView view = samples::signedIn();
        view.snapshot.grantedScope = {QStringLiteral("account.read"), QStringLiteral("asset.read"),
                                      QStringLiteral("offline"), QStringLiteral("asset.delete")};
        auto *changes = new ReauthorizePage;
        changes->begin(view);
        save(Stage(changes), QStringLiteral("reauthorize"));
        auto *frameio = new ReauthorizePage;
        frameio->begin(samples::frameio().at(1).view);
        save(Stage(frameio), QStringLiteral("reauthorize-v4"));
        view.scope.removeAll(QStringLiteral("offline"));
        auto *choosing = new ReauthorizePage;
        choosing->begin(view);
        press(*choosing, ReauthorizePage::tr("Choose access…"));
        save(Stage(choosing), QStringLiteral("reauthorize-choose"));
        drawAccounts();
        TakeOverWindow question;
        question.show();
        QApplication::processEvents();
        m_good = question.grab().save(path(QStringLiteral("take-over"))) && m_good;
    }

    void drawAccounts()
    {
        Stage two = statusStage(samples::signedIn(), true);
        two.addList(samples::accountRows().mid(0, 2));
        save(std::move(two), QStringLiteral("two-accounts"));
        auto *page = new StatusPage;
        page->offerReport();
        page->setView(samples::signedIn(), TimeWords(samples::now()),
                      {samePersonCard(QStringLiteral("Ana Lima"), QStringLiteral("night jobs"))}, true);
        Stage same(page);
        same.addList(samples::accountRows());
        save(std::move(same), QStringLiteral("accounts-same-person"));
        QList<AccountRow> twenty;
        while (twenty.size() < 20)
            twenty += samples::accountRows();
        for (int index = 0; index < twenty.size(); ++index)
            twenty[index].id = QString::number(index);
        Stage many = statusStage(samples::signedOut(), true);
        many.addList(twenty.mid(0, 20));
        save(std::move(many), QStringLiteral("accounts-twenty"));
        QGuiApplication::setLayoutDirection(Qt::RightToLeft);
        Stage mirrored = statusStage(samples::signedIn(), true);
        mirrored.addList(samples::accountRows());
        save(std::move(mirrored), QStringLiteral("accounts-mirrored"));
        QGuiApplication::setLayoutDirection(Qt::LeftToRight);
    }

    static void press(QWidget &page, const QString &text)
    {
        for (QPushButton *button : page.findChildren<QPushButton *>()) {
            if (button->text() == text)
                button->click();
        }
    }

    QString m_folder;
    QString m_variant;
    bool m_good = true;
};

/// QT_SCALE_FACTOR belongs to a whole process, so each variant has one.
bool drawInChild(const QString &folder, const QString &variant, const char *scale)
{
    QProcess child;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("QT_SCALE_FACTOR"), QLatin1StringView(scale));
    environment.insert(QStringLiteral("QT_QPA_PLATFORM"), QStringLiteral("offscreen"));
    environment.insert(QStringLiteral("TZ"), QStringLiteral("UTC"));
    child.setProcessEnvironment(environment);
    child.setProcessChannelMode(QProcess::ForwardedChannels);
    child.start(QCoreApplication::applicationFilePath(), {folder, variant});
    constexpr int tooLong = 120'000;
    return child.waitForFinished(tooLong) && child.exitStatus() == QProcess::NormalExit &&
           child.exitCode() == 0;
}

bool drawAll(const QString &folder)
{
    return drawInChild(folder, QStringLiteral("light"), "1") &&
           drawInChild(folder, QStringLiteral("dark"), "1") &&
           drawInChild(folder, QStringLiteral("light-200"), "2") &&
           drawInChild(folder, QStringLiteral("dark-200"), "2") &&
           drawInChild(folder, QStringLiteral("long"), "1");
}

} // namespace

int main(int argc, char **argv)
{
    if (argc < 2) {
        std::fputs("usage: framekey-pictures FOLDER\n", stderr);
        return 64;
    }
    const QString folder = QString::fromLocal8Bit(argv[1]);
    QDir().mkpath(folder);
    if (argc == 2) {
        const QCoreApplication application(argc, argv);
        return drawAll(folder) ? 0 : 1;
    }
    QApplication application(argc, argv);
    const QString variant = QString::fromLocal8Bit(argv[2]);
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
    installTranslation(application, QLocale());
    PseudoTranslator talkative;
    if (variant == u"long")
        QCoreApplication::installTranslator(&talkative);
    applyTheme(application, variant.startsWith(u"dark") ? ColorScheme::Dark : ColorScheme::Light);
    QFont font = QApplication::font();
    font.setPointSizeF(10);
    QApplication::setFont(font);
    return Pictures(folder, variant).draw() ? 0 : 1;
}
