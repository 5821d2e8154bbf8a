// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pictures_scripts.h"

#include "fakeclock.h"
#include "picturestage.h"
#include "samples.h"
#include "ui/accountformpage.h"
#include "ui/activitypage.h"
#include "ui/consentcard.h"
#include "ui/scriptscard.h"

#include <QPushButton>
#include <QRadioButton>

namespace framekey
{

namespace
{

class ScriptPictures
{
public:
    explicit ScriptPictures(const std::function<QString(const QString &)> &pathOf) : m_pathOf(pathOf)
    {
        m_clock.jumpWall(std::chrono::milliseconds(m_clock.nowUtc().msecsTo(samples::now())));
    }

    bool draw()
    {
        drawActivity(QStringLiteral("activity-empty"), {}, false);
        drawActivity(QStringLiteral("activity-some"), samples::someUses(), true);
        drawActivity(QStringLiteral("activity-outcomes"), samples::everyOutcome(), false);
        drawActivity(QStringLiteral("activity-many"), samples::manyUses(), false);
        drawActivity(QStringLiteral("activity-long"), samples::longUses(), true);
        drawLines();
        drawQuestion(QStringLiteral("consent"), samples::questions().mid(0, 1));
        drawQuestion(QStringLiteral("consent-waiting"), samples::questions());
        drawQuestion(QStringLiteral("consent-long"), samples::questions().mid(1, 1));
        drawQuestion(QStringLiteral("consent-unknown"), samples::questions().mid(2));
        drawForm();
        QGuiApplication::setLayoutDirection(Qt::RightToLeft);
        drawActivity(QStringLiteral("activity-mirrored"), samples::someUses(), true);
        drawCard(QStringLiteral("scripts-mirrored"), ScriptLine::Tool::Python, {});
        drawQuestion(QStringLiteral("consent-mirrored"), samples::questions());
        QGuiApplication::setLayoutDirection(Qt::LeftToRight);
        return m_good;
    }

private:
    void save(Stage &&stage, const QString &name) { m_good = stage.save(m_pathOf(name)) && m_good; }

    void drawActivity(const QString &name, const QList<TokenUse> &uses, bool namesAccounts)
    {
        Activity activity;
        for (auto use = uses.rbegin(); use != uses.rend(); ++use)
            activity.add(*use);
        auto *page = new ActivityPage(activity, m_clock, [namesAccounts] { return namesAccounts; });
        page->offerReport();
        save(Stage(page), name);
    }

    void drawLines()
    {
        drawCard(QStringLiteral("scripts-curl"), ScriptLine::Tool::Curl, {});
        drawCard(QStringLiteral("scripts-python"), ScriptLine::Tool::Python, {});
        drawCard(QStringLiteral("scripts-node"), ScriptLine::Tool::Node, {});
        drawCard(QStringLiteral("scripts-long"), ScriptLine::Tool::Node,
                 QStringLiteral("a name that somebody gave without a thought for lists"));
        auto *page = new StatusPage;
        AccountView unknown = samples::signedIn();
        unknown.scripts.api = QUrl();
        page->setView(unknown, TimeWords(samples::now()), {}, false);
        save(Stage(page), QStringLiteral("scripts-no-api"));
    }

    void drawCard(const QString &name, ScriptLine::Tool tool, const QString &account)
    {
        auto *page = new StatusPage;
        AccountView view = samples::signedIn();
        view.scripts.account = account;
        page->setView(view, TimeWords(samples::now()), {}, false);
        auto *card = page->findChild<ScriptsCard *>();
        card->findChild<QPushButton *>()->click();
        card->findChildren<QRadioButton *>().at(static_cast<int>(tool))->click();
        save(Stage(page), name);
    }

    void drawQuestion(const QString &name, const QList<Consents::Question> &questions)
    {
        auto *page = new StatusPage;
        const TimeWords times(samples::now());
        page->setView(samples::signedIn(), times, {}, false);
        Stage stage(page);
        auto *card = new ConsentCard;
        stage.addBanner(card);
        card->setQuestions(questions, times);
        stage.prepare(); // the moment in which nothing can be allowed is over
        for (QPushButton *button : card->findChildren<QPushButton *>())
            button->setEnabled(true);
        save(std::move(stage), name);
    }

    void drawForm()
    {
        auto *form = new AccountFormPage(samples::catalogue());
        AccountSettings settings = newAccount(*samples::catalogue().find(QStringLiteral("frameio-legacy")));
        settings.id = QStringLiteral("a");
        settings.clientId = QStringLiteral("5a1e4f9c0b7d4c2e8f3a");
        settings.askEachTime = true;
        form->edit(settings);
        save(Stage(form), QStringLiteral("form-ask-each-time"));
    }

    const std::function<QString(const QString &)> &m_pathOf;
    test::FakeClock m_clock;
    bool m_good = true;
};

} // namespace

bool drawScriptPictures(const std::function<QString(const QString &)> &pathOf)
{
    return ScriptPictures(pathOf).draw();
}

} // namespace framekey
