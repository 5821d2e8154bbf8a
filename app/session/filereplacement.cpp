// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/filereplacement.h"

#include <QDir>
#include <QFileInfo>
#include <QSaveFile>

namespace framekey
{

bool replaceFile(const QString &path, const QByteArray &content,
                 std::optional<QFileDevice::Permissions> permissions)
{
    QDir().mkpath(QFileInfo(path).path());
    QSaveFile file(path);
    // commit() looks away from a buffer that could not be written, and would put an empty file there.
    return file.open(QIODevice::WriteOnly) && (!permissions || file.setPermissions(*permissions)) &&
           file.write(content) == content.size() && file.flush() && file.commit();
}

} // namespace framekey
