// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ending.h"
#include "httpserver.h"
#include "options.h"

#include <iostream>

int main(int argc, char **argv)
{
    using namespace framekey::practice;
    const auto setup = parseOptions(argc, argv);
    if (!setup)
        return setup.error();
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
