// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTest>

#include <memory>

namespace framekey::test
{

/// Adds a test class to its executable, where it is run by name: `unit-oauth scope`, or with all others.
/// Each `tst_<name>.cpp` ends with `static const TestCase<ScopeTest> testCase("scope");`.
class TestCaseBase
{
public:
    explicit TestCaseBase(const char *name);
    virtual ~TestCaseBase() = default;

    [[nodiscard]] const char *name() const { return m_name; }
    [[nodiscard]] virtual std::unique_ptr<QObject> make() const = 0;

private:
    const char *m_name;
};

template <typename Test>
class TestCase : public TestCaseBase
{
public:
    using TestCaseBase::TestCaseBase;
    [[nodiscard]] std::unique_ptr<QObject> make() const override { return std::make_unique<Test>(); }
};

} // namespace framekey::test
