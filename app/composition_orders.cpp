// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
// What the composition is asked for: by the command line, by another start, and by those who end it.
#include "composition.h"

#include "session/session.h"
#include "ui/presentation/envwords.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QTimer>

#include <algorithm>
#include <chrono>

namespace framekey
{

using namespace std::chrono_literals;

namespace
{

constexpr auto quitWithin = 10s;
constexpr auto revokeWithin = 3s;

using Order = AgentRequest::Order;
using Refusal = AgentAnswer::Refusal;
using State = SessionSnapshot::State;

} // namespace

void Composition::carryOut(const AgentCallPtr &call)
{
    if (!m_quitting && m_orders.carryOut(call))
        return;
    call->answer(answerTo(call->request()));
}

AgentAnswer Composition::answerTo(const AgentRequest &request)
{
    const bool ofThisProgram = request.order == Order::Show || request.order == Order::Add ||
                               request.order == Order::TakeOver || request.order == Order::Redirect;
    if (m_quitting) { // who asks is the next owner, or comes again
        const AgentAdvice advice = m_words.cause(AgentCause::Quitting, {});
        return {.refusal = ofThisProgram ? Refusal::Busy : Refusal::TryLater,
                .problem = advice.problem,
                .next = advice.next};
    }
    switch (request.order) {
    case Order::TakeOver:
        return leave(request.endsMemory);
    case Order::Redirect:
        return redirect(request);
    case Order::Report:
        return {.content = {
                    {QStringLiteral("lines"), QJsonArray::fromStringList(report().chopped(1).split(u'\n'))}}};
    case Order::Show:
        return show(request);
    case Order::Add:
        return add(request);
    default:
        return {.refusal = Refusal::NotUnderstood};
    }
}

AgentAnswer Composition::show(const AgentRequest &request)
{
    if (!m_hasWindow)
        return {.refusal = Refusal::NoWindow};
    AgentAnswer answer = add(request);
    if (!answer.isDone())
        Q_EMIT importFailed(answer.problem);
    if (!request.account.isEmpty()) {
        const auto chosen = m_orders.choose(request.account);
        if (chosen)
            Q_EMIT accountWanted(chosen->id);
        else
            answer = chosen.error();
    }
    bringUp(request);
    return answer;
}

void Composition::bringUp(const AgentRequest &request)
{
    if (!request.activationToken.isEmpty())
        qputenv("XDG_ACTIVATION_TOKEN", request.activationToken);
    Q_EMIT windowWanted();
}

AgentAnswer Composition::redirect(const AgentRequest &request)
{
    // `state` tells whose it is, also where several wait at once.
    const auto accounts = m_accounts.accounts();
    const auto taker = std::ranges::find_if(accounts, [&](const AccountSettings &settings) {
        return m_accounts.session(settings.id)->takeRedirect(request.address);
    });
    if (taker == accounts.end()) {
        m_events.note({.what = Event::What::RedirectNotAwaited});
        return {.refusal = Refusal::NotAwaited};
    }
    // No page of ours can tell the browser how it ended: the window does.
    Q_EMIT redirectTaken(taker->id);
    bringUp(request);
    return {};
}

AgentAnswer Composition::leave(bool memoryMayEnd)
{
    if (m_hasWindow)
        return {.refusal = Refusal::HasWindow};
    // Where its outcome cannot be stored, a renewal leaves a sign-in in memory: it is waited for first.
    if (isRenewing() || !m_store.isIdle())
        return {.refusal = Refusal::Busy};
    if (holdsMemoryOnly() && !memoryMayEnd)
        return {.refusal = Refusal::MemoryOnly};
    quitWhenDone();
    return {};
}

AgentAnswer Composition::add(const AgentRequest &request)
{
    const QString name = request.name.trimmed();
    std::expected<Addition, QString> added;
    if (request.practice)
        added = addPractice(name);
    if (added && !request.envFile.isEmpty())
        added = importAccount(readEnvFile(request.envFile), name);
    if (!added)
        return {.refusal = Refusal::Faulty, .problem = added.error()};
    if (added->id.isEmpty())
        return {};
    return {.content = {{QStringLiteral("account"), m_accounts.find(added->id)->name},
                        {QStringLiteral("added"), added->isNew}}};
}

std::optional<QString> Composition::faultOfNewName(const QString &name) const
{
    const auto fault = name.isEmpty() ? std::nullopt : nameFault(m_accounts, name, {});
    return fault ? std::optional(m_words.cause(*fault, {.name = name}).problem) : std::nullopt;
}

std::expected<Composition::Addition, QString>
Composition::importAccount(const std::expected<EnvNames, EnvFault> &names, const QString &name)
{
    const auto account = names ? accountFromEnv(*names, m_catalogue) : std::unexpected(names.error());
    if (!account)
        return std::unexpected(envFaultText(account.error()));
    const auto kept = m_accounts.find(m_accounts.idOfClient(account->settings));
    AccountSettings settings = kept ? account->over(*kept, m_catalogue) : account->settings;
    if (const auto fault = envFaultOf(checkAccount(settings, m_catalogue.find(settings.provider))))
        return std::unexpected(envFaultText(*fault));
    if (const auto fault = kept ? std::nullopt : faultOfNewName(name))
        return std::unexpected(*fault);
    if (!kept && !name.isEmpty())
        settings.name = name;
    QString id = m_accounts.put(settings, account->clientSecret);
    Q_EMIT accountWanted(id);
    return Addition{.id = id, .isNew = !kept};
}

std::expected<Composition::Addition, QString> Composition::addPractice(const QString &name)
{
    const auto accounts = m_accounts.accounts();
    const Provider *practice = m_catalogue.find(QStringLiteral("practice"));
    const auto there = std::ranges::find(accounts, practice->id, &AccountSettings::provider);
    if (there != accounts.end())
        return Addition{.id = there->id};
    if (const auto fault = faultOfNewName(name))
        return std::unexpected(*fault);
    AccountSettings settings = newAccount(*practice);
    if (!name.isEmpty())
        settings.name = name;
    return Addition{.id = m_accounts.put(settings, std::nullopt), .isNew = true};
}

bool Composition::anyOf(bool (*holds)(const SessionSnapshot &)) const
{
    const auto accounts = m_accounts.accounts();
    return std::ranges::any_of(accounts, [this, holds](const AccountSettings &settings) {
        return holds(m_accounts.session(settings.id)->snapshot());
    });
}

bool Composition::isRevoking() const
{
    return m_accounts.isLeaving() || anyOf([](const SessionSnapshot &snapshot) {
               const auto &receipt = snapshot.receipt;
               return receipt && receipt->revocation == SessionSnapshot::Receipt::Revocation::Pending;
           });
}

bool Composition::isRenewing() const
{
    // A refresh request that is cut off may have used up the refresh token that is kept.
    return anyOf([](const SessionSnapshot &snapshot) { return snapshot.isRenewing(); });
}

bool Composition::holdsMemoryOnly() const
{
    return anyOf([](const SessionSnapshot &snapshot) {
        return (snapshot.isUsable() || snapshot.state == State::Offline) &&
               snapshot.storage == SessionSnapshot::Storage::Memory;
    });
}

void Composition::quitWhenDone()
{
    if (m_quitting)
        return;
    m_quitting = true;
    m_renewalTurns.stop(); // no more than is under way has to be waited for
    QTimer::singleShot(revokeWithin, this, [this] {
        m_revokingHadItsChance = true;
        quitIfDone();
    });
    QTimer::singleShot(quitWithin, this, &Composition::quitUnlessRenewing);
    quitIfDone();
}

void Composition::quitUnlessRenewing()
{
    // A refresh request ends by itself, and its answer may hold the only refresh token that is left.
    if (isRenewing())
        QTimer::singleShot(quitWithin, this, &Composition::quitUnlessRenewing);
    else
        QCoreApplication::exit();
}

void Composition::quitIfDone()
{
    const bool revokes = isRevoking() && !m_revokingHadItsChance;
    if (m_quitting && m_store.isIdle() && !revokes && !isRenewing())
        QCoreApplication::exit(); // quit() would ask the window first, which hides instead of closing
}

} // namespace framekey
