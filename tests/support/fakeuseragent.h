// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/externaluseragent.h"

#include <QList>

#include <functional>
#include <utility>

namespace framekey::test
{

/// A browser that opens nothing: it keeps the addresses it was given, and tells a visitor of each.
class FakeUserAgent : public ExternalUserAgent
{
public:
    using Visitor = std::function<void(const QUrl &)>;

    bool open(const QUrl &url) override
    {
        m_opened.append(url);
        if (m_works && m_visitor)
            m_visitor(url);
        return m_works;
    }

    [[nodiscard]] const QList<QUrl> &opened() const { return m_opened; }
    /// False: the desktop has no browser.
    void setWorks(bool works) { m_works = works; }
    /// Called from within `open`, as the person who goes where the browser was sent.
    void setVisitor(Visitor visitor) { m_visitor = std::move(visitor); }

private:
    QList<QUrl> m_opened;
    Visitor m_visitor;
    bool m_works = true;
};

} // namespace framekey::test
