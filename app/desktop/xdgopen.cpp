// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/xdgopen.h"

#include <QStringList>

#include <algorithm>

namespace framekey
{

namespace
{

enum class Opener { ByGlib, ByKde, ByXfce, ByEnlightenment, Generic };

struct Desktop {
    const char *name; ///< as XDG_CURRENT_DESKTOP or DESKTOP_SESSION has it
    Opener opener;
};

// As `detectDE` of xdg-utils 1.1.3 reads XDG_CURRENT_DESKTOP: the whole value, but for GNOME's.
constexpr Desktop currentDesktops[] = {
    {"Cinnamon", Opener::ByGlib}, {"X-Cinnamon", Opener::ByGlib}, {"DEEPIN", Opener::ByGlib},
    {"Deepin", Opener::ByGlib},   {"deepin", Opener::ByGlib},     {"MATE", Opener::ByGlib},
    {"KDE", Opener::ByKde},       {"XFCE", Opener::ByXfce},       {"ENLIGHTENMENT", Opener::ByEnlightenment},
    {"LXDE", Opener::Generic},    {"LXQt", Opener::Generic},      {"X-Generic", Opener::Generic},
};
constexpr Desktop sessions[] = {
    {"gnome", Opener::ByGlib}, {"MATE", Opener::ByGlib},         {"xfce", Opener::ByXfce},
    {"xfce4", Opener::ByXfce}, {"Xfce Session", Opener::ByXfce},
};

template <typename Table>
const Desktop *find(const Table &table, const QString &name)
{
    const auto *found = std::ranges::find_if(
        table, [&name](const Desktop &desktop) { return name == QLatin1StringView(desktop.name); });
    return found == std::end(table) ? nullptr : found;
}

Opener openerOf(const OpenerSurroundings &surroundings)
{
    const QString current = surroundings.variable("XDG_CURRENT_DESKTOP");
    // "ubuntu:GNOME" it does not know by this, but by the session manager on the bus.
    if (current.startsWith(u"GNOME") || current.split(u':').contains(u"GNOME"))
        return Opener::ByGlib;
    if (const Desktop *desktop = find(currentDesktops, current))
        return desktop->opener;
    if (!surroundings.variable("KDE_FULL_SESSION").isEmpty())
        return Opener::ByKde;
    if (!surroundings.variable("GNOME_DESKTOP_SESSION_ID").isEmpty() ||
        !surroundings.variable("MATE_DESKTOP_SESSION_ID").isEmpty())
        return Opener::ByGlib;
    const Desktop *desktop = find(sessions, surroundings.variable("DESKTOP_SESSION"));
    return desktop ? desktop->opener : Opener::Generic;
}

bool isGeneric(const OpenerSurroundings &surroundings)
{
    const auto has = [&surroundings](const char *program) { return surroundings.hasProgram(program); };
    const bool glib = has("gio") || has("gvfs-open");
    switch (openerOf(surroundings)) {
    case Opener::ByGlib:
        return !glib;
    case Opener::ByXfce:
        return !glib && !has("exo-open");
    case Opener::ByEnlightenment:
        return !has("enlightenment_open");
    case Opener::ByKde:
        return false;
    case Opener::Generic:
        break;
    }
    return true;
}

} // namespace

bool xdgOpenRefuses(const QString &scheme, const QByteArray &script, const OpenerSurroundings &surroundings)
{
    const bool hasDigit = std::ranges::any_of(scheme, [](QChar c) { return c.isDigit(); });
    const bool isFaulty = script.contains("'^[[:alpha:]+\\.\\-]+:'");
    return hasDigit && isFaulty && isGeneric(surroundings);
}

} // namespace framekey
