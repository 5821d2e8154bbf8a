// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/presentation/waitingwords.h"

#include "ui/presentation/credentialtype.h"
#include "ui/presentation/order.h"

#include <QUrl>

namespace framekey
{

namespace
{

using Kind = RedirectUri::Kind;
using Waiting = SessionSnapshot::Waiting;

bool canBeRegistered(HandOver handOver)
{
    return handOver == HandOver::NotRegistered || handOver == HandOver::AnotherProgram;
}

bool endsByPasteAlone(const Waiting &waiting)
{
    return waiting.redirectKind == Kind::Paste || !canBeHandedOver(waiting.handOver);
}

QString heldHint(HandOver handOver)
{
    switch (handOver) {
    case HandOver::AnotherProgram:
        return WaitingWords::tr(
            "When you have allowed access, the browser hands its answer to this desktop, and this desktop "
            "would give it to another program. Register Framekey for it first.");
    case HandOver::OpenerRefuses:
        return WaitingWords::tr(
            "This desktop cannot bring the browser's answer here: its xdg-open takes such an address for a "
            "file. Open the browser, allow access, then paste the address it ends at, or the code in it.");
    case HandOver::NotTaken:
        return WaitingWords::tr("This desktop did not take the registration. Open the browser, allow access, "
                                "then paste the address it ends at, or the code in it.");
    default:
        return WaitingWords::tr(
            "When you have allowed access, the browser hands its answer to this desktop, and this desktop "
            "does not know yet that it is for Framekey. Register it first; only your own settings change.");
    }
}

QString hintOf(const Waiting &waiting)
{
    if (waiting.finishing)
        return WaitingWords::tr(
            "The browser's answer has come. Framekey is fetching and keeping the sign-in.");
    // Opened all the same, the browser changes nothing about that.
    if (waiting.browserHeld || canBeRegistered(waiting.handOver))
        return heldHint(waiting.handOver);
    if (endsByPasteAlone(waiting))
        return WaitingWords::tr("Allow access in the browser, then copy the address it ends at and paste it "
                                "below. The page itself may not load: only its address is needed.");
    if (!waiting.browserOpened)
        return WaitingWords::tr(
            "No browser could be opened. Copy the link and open it in any browser on this computer.");
    if (waiting.redirectKind == Kind::CustomScheme)
        return WaitingWords::tr("When the browser asks whether to open Framekey, say yes. No browser window? "
                                "Open this address yourself.");
    return WaitingWords::tr(
        "No browser window? Open this address yourself, in any browser on this computer.");
}

QString causeOf(const Waiting &waiting)
{
    if (canBeRegistered(waiting.handOver))
        return WaitingWords::tr("This desktop does not bring the browser's answer to Framekey: register it, "
                                "then open the browser again, or paste the address below.");
    switch (endsByPasteAlone(waiting) ? Kind::Paste : waiting.redirectKind) {
    case Kind::CustomScheme:
        return WaitingWords::tr("The browser asked whether to open Framekey and was told no, or did not ask: "
                                "open the browser again and allow access once more.");
    case Kind::Loopback:
        return WaitingWords::tr(
            "The browser shows an error or a warning about a page that is not secure: it opens https only. "
            "Let it go on to this one address, which never leaves this computer, or paste it below.");
    case Kind::LoopbackTls:
        return WaitingWords::tr("The browser warns of a certificate: the page is on this computer, and it is "
                                "Framekey that answers there. Choose to go on, or paste the address below.");
    case Kind::Paste:
        break;
    }
    return WaitingWords::tr(
        "The browser ended at a page that did not load: that is as it should be. Paste its address below.");
}

// Still the person's turn, perhaps: none of it is a failure.
QString causesOf(const Waiting &waiting)
{
    const QStringList causes{causeOf(waiting),
                             WaitingWords::tr("The browser shows an error, or another site's page: then this "
                                              "redirect address is not registered. Register exactly this: %1")
                                 .arg(addressToRegister(waiting.redirectUri))};
    QString text = WaitingWords::tr("Nothing has come yet. If you have allowed access already:");
    for (const QString &cause : causes)
        text += u"\n\u2022 " + cause;
    return text;
}

} // namespace

bool canBeHandedOver(HandOver handOver)
{
    return handOver != HandOver::OpenerRefuses && handOver != HandOver::NotTaken;
}

WaitingWords WaitingWords::of(const SessionSnapshot::Waiting &waiting, const TimeWords &times)
{
    WaitingWords words;
    words.hint = hintOf(waiting);
    if (waiting.certificateEnds && !waiting.finishing)
        words.hint += u' ' + tr("The certificate of the redirect address ends %1.")
                                 .arg(times.atTime(*waiting.certificateEnds));
    words.until = waiting.finishing ? tr("Finishing the sign-in…")
                                    : tr("Framekey waits until %1.").arg(times.clockTime(waiting.until));
    words.openBrowser = waiting.browserHeld ? tr("Open the browser") : orderWords(Order::OpenBrowserAgain);
    words.offersRegistration = canBeRegistered(waiting.handOver) && !waiting.finishing;
    if (waiting.late && !waiting.finishing)
        words.causes = causesOf(waiting);
    return words;
}

} // namespace framekey
