// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ending.h"
#include "httpserver.h"
#include "options.h"
#include "person.h"

#include <iostream>

namespace
{

int finish(const std::expected<void, std::string> &outcome)
{
    if (!outcome)
        std::cerr << "framekey-practice: " << outcome.error() << '\n';
    return outcome ? 0 : 1;
}

} // namespace

int main(int argc, char **argv)
{
    using namespace framekey::practice;
    const auto setup = parseOptions(argc, argv);
    if (!setup)
        return setup.error();
    if (!setup->allowedLink.empty())
        return finish(allowAll(setup->allowedLink));
    if (!setup->postedAddress.empty())
        return finish(post(setup->postedAddress));
    Ending ending;
    HttpServer server(*setup);
    const auto baseUrl = server.start();
    if (!baseUrl) {
        std::cerr << "framekey-practice: " << baseUrl.error() << '\n';
        return 1;
    }
    std::cout << *baseUrl << std::endl;
    ending.wait();
    server.stop();
    return 0;
}
