// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "testcase.h"

#include <QCoreApplication>

#include <cstdio>
#include <vector>

namespace framekey::test
{

namespace
{

std::vector<const TestCaseBase *> &testCases()
{
    static std::vector<const TestCaseBase *> all;
    return all;
}

int run(const TestCaseBase &testCase, const QStringList &arguments)
{
    return QTest::qExec(testCase.make().get(), arguments);
}

} // namespace

TestCaseBase::TestCaseBase(const char *name) : m_name(name)
{
    testCases().push_back(this);
}

// With the name of a class: that one, and the rest of the line is QtTest's. Without: all of them.
int runTestCases(QStringList arguments)
{
    int failures = 0;
    if (arguments.size() < 2) {
        for (const TestCaseBase *testCase : testCases())
            failures += run(*testCase, arguments);
        return failures;
    }
    const QString name = arguments.takeAt(1);
    for (const TestCaseBase *testCase : testCases()) {
        if (name == QLatin1StringView(testCase->name()))
            return run(*testCase, arguments);
    }
    std::fprintf(stderr, "There is no test class '%s' in here.\n", qPrintable(name));
    return 64;
}

} // namespace framekey::test

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    return framekey::test::runTestCases(QCoreApplication::arguments());
}
