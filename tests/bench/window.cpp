// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The reference window: what Framekey shows of a signed-out account, as plain Qt Widgets in Fusion, and
// nothing behind it. Only what is seen is made: no hidden card, no account file, no keychain.
#include <QApplication>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

namespace
{

QLabel *makeLabel(const char *text)
{
    auto *label = new QLabel(QString::fromUtf8(text));
    label->setWordWrap(true);
    return label;
}

QPushButton *makeButton(const char *text)
{
    return new QPushButton(QString::fromUtf8(text));
}

QLayout *makeHeader()
{
    auto *row = new QHBoxLayout;
    row->addWidget(
        makeLabel("<b>Signed out</b><br>Sign in once; your scripts can use Frame.io until you sign out."), 1);
    row->addWidget(makeLabel("Signed out"));
    return row;
}

QFrame *makeAccessCard()
{
    auto *card = new QFrame;
    card->setFrameShape(QFrame::StyledPanel);
    auto *column = new QVBoxLayout(card);
    auto *list = new QListWidget;
    list->addItems({QStringLiteral("Stay signed in  offline"),
                    QStringLiteral("Read your account  account.read"),
                    QStringLiteral("Read assets  asset.read")});
    column->addWidget(makeLabel("What Framekey will ask for"));
    column->addWidget(list);
    column->addWidget(makeButton("Change…"), 0, Qt::AlignLeft);
    return card;
}

QLayout *makeFooter()
{
    auto *row = new QHBoxLayout;
    for (const char *text : {"Settings", "Add account…", "Import .env…", "Quit"})
        row->addWidget(makeButton(text));
    return row;
}

QWidget *makePage()
{
    auto *page = new QWidget;
    auto *column = new QVBoxLayout(page);
    column->addLayout(makeHeader());
    column->addWidget(makeAccessCard());
    column->addWidget(makeButton("Sign in to Frame.io"));
    column->addWidget(
        makeLabel("Your browser opens. Your password stays with Frame.io; Framekey never sees it."));
    column->addWidget(makeButton("Try with a practice account"), 0, Qt::AlignHCenter);
    column->addStretch(1);
    column->addLayout(makeFooter());
    return page;
}

/// For a start that is measured as a whole.
class LeavesOnceDrawn : public QObject
{
public:
    using QObject::QObject;

    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() == QEvent::Paint)
            QMetaObject::invokeMethod(qApp, &QApplication::quit, Qt::QueuedConnection);
        return QObject::eventFilter(watched, event);
    }
};

} // namespace

int main(int argc, char *argv[])
{
    QApplication application(argc, argv);
    QApplication::setStyle(QStringLiteral("fusion"));
    QScrollArea window;
    window.setWindowTitle(QStringLiteral("Reference"));
    window.setWidgetResizable(true);
    window.setWidget(makePage());
    window.resize(460, 578);
    if (QApplication::arguments().contains(QLatin1String("--once")))
        window.widget()->installEventFilter(new LeavesOnceDrawn(&window));
    window.show();
    return QApplication::exec();
}
