// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connections.h"
#include "faultdelivery.h"
#include "jsonlines.h"
#include "service.h"

#include <atomic>
#include <expected>
#include <httplib.h>
#include <memory>
#include <thread>

namespace framekey::practice
{

/// The service behind http or https on 127.0.0.1.
class HttpServer
{
public:
    explicit HttpServer(const Setup &setup);
    ~HttpServer();
    HttpServer(const HttpServer &) = delete;
    HttpServer &operator=(const HttpServer &) = delete;

    /// Binds and begins to answer; the base URL, or a sentence that says why not.
    std::expected<std::string, std::string> start();
    /// Ends every connection and waits for their threads.
    void stop();

private:
    void configure();
    void serve(const httplib::Request &request, httplib::Response &response);

    const Setup &m_setup;
    Service m_service;
    JsonLines m_log;
    std::unique_ptr<httplib::Server> m_http;
    Connections m_connections;
    FaultDelivery m_faultDelivery{m_connections};
    int m_listeningSocket = -1;
    std::atomic<bool> m_hasEnded = false;
    std::thread m_thread;
};

} // namespace framekey::practice
