// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "arrival.h"
#include "composition.h"
#include "desktop/colorscheme.h"
#include "desktop/display.h"
#include "desktop/notification.h"
#include "desktop/process.h"
#include "desktop/terminationsignal.h"
#include "quietlogging.h"
#include "redirecthandover.h"
#include "ui/mainwindow.h"
#include "ui/presentation/agentwords.h"
#include "ui/takeoverwindow.h"
#include "ui/theme.h"
#include "ui/translation.h"
#include "version.h"

#include <QApplication>
#include <QLocale>
#include <QTextStream>
#include <QTimer>

#include <sysexits.h>

using namespace framekey;

namespace
{

void setUpTheme(QApplication &application)
{
    const bool darkByPalette = QApplication::palette().window().color().lightness() < 128;
    applyTheme(application, darkByPalette ? ColorScheme::Dark : ColorScheme::Light);
    // The first drawing does not wait for the session bus.
    QTimer::singleShot(0, &application, [&application, darkByPalette] {
        auto *portal = new PortalColorScheme(&application);
        QObject::connect(
            portal, &PortalColorScheme::told, &application, [&application, darkByPalette](bool preferDark) {
                applyTheme(application, preferDark || darkByPalette ? ColorScheme::Dark : ColorScheme::Light);
            });
    });
}

void setUpDesktop(QApplication &application)
{
    QApplication::setQuitOnLastWindowClosed(false);
    installTranslation(application, QLocale());
    setUpTheme(application);
}

// What scripts need the person for.
void notifyOfScripts(QApplication &application, Composition &composition)
{
    QObject::connect(&composition, &Composition::signInWanted, &application,
                     [&composition](const QString &id, const Requester &requester) {
                         const auto settings = composition.accounts().find(id);
                         notify(QApplication::translate("main", "A script waits for you to sign in"),
                                waitNotice(requester, settings ? settings->name : QString()));
                     });
}

bool askToTakeOver()
{
    bool takeOver = false;
    TakeOverWindow window;
    QObject::connect(&window, &TakeOverWindow::answered, &window, [&takeOver](bool answer) {
        takeOver = answer;
        QCoreApplication::exit();
    });
    window.show();
    QApplication::exec();
    return takeOver;
}

int runWithWindow(QApplication &application, Composition &composition, const Options &options)
{
    MainWindow window(composition.accounts(), composition.clock());
    window.setCertificateMaker(composition.certificateMaker());
    window.setActivity(composition.activity());
    window.setConsents(composition.consents());
    QObject::connect(&window, &MainWindow::drawn, &composition, &Composition::goOn);
    window.setReport([&composition] { return composition.report(); });
    QObject::connect(&composition, &Composition::windowWanted, &window, &MainWindow::bringUp);
    QObject::connect(&composition, &Composition::accountWanted, &window, &MainWindow::showAccount);
    QObject::connect(&composition, &Composition::redirectTaken, &window, &MainWindow::showAccountUnlessBusy);
    QObject::connect(&composition, &Composition::importFailed, &window, &MainWindow::sayImportProblem);
    notifyOfScripts(application, composition);
    QObject::connect(&window, &MainWindow::quitRequested, &composition, &Composition::quitWhenDone);
    QObject::connect(&window, &MainWindow::questionUnseen, &application, notify);
    QObject::connect(&window, &MainWindow::hiddenWhileSignedIn, &application, [] {
        notify(QApplication::translate("main", "Framekey goes on for your scripts"),
               QApplication::translate("main", "Open Framekey again to see it; Quit in its window ends it."));
    });
    // Without a window nobody would see what is wrong.
    if (!composition.start() && options.background)
        return EXIT_FAILURE;
    if (!options.background)
        window.bringUp();
    return QApplication::exec();
}

int run(QCoreApplication &application, const Options &options)
{
    auto *desktop = qobject_cast<QApplication *>(&application);
    if (desktop)
        setUpDesktop(*desktop);
    Composition composition(options, desktop != nullptr);
    if (const auto exitCode = Arrival(composition, options, desktop != nullptr, askToTakeOver).settle())
        return *exitCode;
    // Not before: until it owns something, a signal may end it as it stands.
    TerminationSignal termination;
    QObject::connect(&termination, &TerminationSignal::received, &composition, &Composition::quitWhenDone);
    if (desktop)
        return runWithWindow(*desktop, composition, options);
    return composition.start() ? QCoreApplication::exec() : EXIT_FAILURE;
}

} // namespace

int main(int argc, char *argv[])
{
    hardenProcess();
    installQuietLogging();
    QCoreApplication::setApplicationName(QStringLiteral("framekey"));
    QCoreApplication::setApplicationVersion(QStringLiteral(FRAMEKEY_VERSION));
    QGuiApplication::setDesktopFileName(QStringLiteral("io.framekey.Framekey"));

    QStringList arguments;
    for (int i = 1; i < argc; ++i)
        arguments.append(QString::fromLocal8Bit(argv[i]));
    // Qt's own options (-platform, -style, …) are not offered: Framekey's are all there is.
    const auto options = parseOptions(arguments);
    if (!options) {
        QTextStream(stderr) << "framekey-app: " << options.error() << "\nTry 'framekey-app --help'.\n";
        return EX_USAGE;
    }
    if (options->showHelp || options->showVersion) {
        QTextStream(stdout) << (options->showHelp ? optionsHelp()
                                                  : QStringLiteral("framekey-app " FRAMEKEY_VERSION "\n"));
        return EXIT_SUCCESS;
    }
    if (!options->redirect.isEmpty()) {
        wipeArguments(argc, argv);
        QCoreApplication application(argc, argv);
        return handOverRedirect(*options);
    }
    if (displayAnswers()) {
        QApplication application(argc, argv);
        return run(application, *options);
    }
    if (!options->background) {
        QTextStream(stderr)
            << "framekey-app: there is no display to open a window on; --background needs none.\n";
        return EXIT_FAILURE;
    }
    QCoreApplication application(argc, argv);
    return run(application, *options);
}
