// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "samples.h"

namespace framekey::samples
{

namespace
{

AccountView handOver(HandOver state)
{
    AccountView view = waiting();
    SessionSnapshot::Waiting &it = *view.snapshot.waiting;
    it.redirectKind = RedirectUri::Kind::CustomScheme;
    it.redirectUri =
        QStringLiteral("adobe+2f8c1d0a9b7e6f5d4c3b2a190817263544536271://adobeid/5f1c0a8e93b24d7c");
    it.handOver = state;
    it.browserHeld = state != HandOver::Ready;
    return view;
}

// The person opened the browser all the same, and nothing came.
AccountView lateHandOver(HandOver state)
{
    AccountView view = handOver(state);
    view.snapshot.waiting->browserHeld = false;
    view.snapshot.waiting->late = true;
    return view;
}

AccountView late(RedirectUri::Kind kind, const QString &redirectUri)
{
    AccountView view = waiting();
    SessionSnapshot::Waiting &it = *view.snapshot.waiting;
    it.redirectKind = kind;
    it.redirectUri = redirectUri;
    it.listening = kind != RedirectUri::Kind::Paste;
    it.late = true;
    return view;
}

} // namespace

QList<Sample> handOvers()
{
    return {{QStringLiteral("waiting-scheme"), handOver(HandOver::Ready)},
            {QStringLiteral("waiting-scheme-not-registered"), handOver(HandOver::NotRegistered)},
            {QStringLiteral("waiting-scheme-anothers"), handOver(HandOver::AnotherProgram)},
            {QStringLiteral("waiting-scheme-refused"), handOver(HandOver::OpenerRefuses)},
            {QStringLiteral("waiting-scheme-not-taken"), handOver(HandOver::NotTaken)}};
}

QList<Sample> lates()
{
    using Redirect = RedirectUri::Kind;
    return {{QStringLiteral("waiting-late"),
             late(Redirect::Loopback, QStringLiteral("http://127.0.0.1:8910/callback"))},
            {QStringLiteral("waiting-late-tls"),
             late(Redirect::LoopbackTls, QStringLiteral("https://localhost:8910/callback"))},
            {QStringLiteral("waiting-late-any-port"),
             late(Redirect::Loopback, QStringLiteral("http://127.0.0.1:0/callback"))},
            {QStringLiteral("waiting-late-scheme-not-registered"), lateHandOver(HandOver::NotRegistered)},
            {QStringLiteral("waiting-late-scheme-anothers"), lateHandOver(HandOver::AnotherProgram)},
            {QStringLiteral("waiting-late-scheme-refused"), lateHandOver(HandOver::OpenerRefuses)},
            {QStringLiteral("waiting-late-scheme-not-taken"), lateHandOver(HandOver::NotTaken)},
            {QStringLiteral("waiting-late-scheme"),
             late(Redirect::CustomScheme, handOver(HandOver::Ready).snapshot.waiting->redirectUri)},
            {QStringLiteral("waiting-late-paste"),
             late(Redirect::Paste, QStringLiteral("https://northlight.example/framekey"))}};
}

} // namespace framekey::samples
