// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connections.h"
#include "requestlog.h"
#include "service.h"

#include <atomic>
#include <condition_variable>
#include <expected>
#include <httplib.h>
#include <memory>
#include <thread>

namespace framekey::practice
{

/// The service behind http or https on 127.0.0.1, with the faults that are done to a connection.
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
    void deliver(const Fault &fault, int remotePort, httplib::Response &response);
    void dropAfter(size_t count, int remotePort, httplib::Response &response);
    void wait(std::chrono::milliseconds longest);
    void hang(int remotePort);

    const Setup &m_setup;
    Service m_service;
    RequestLog m_log;
    std::unique_ptr<httplib::Server> m_http;
    Connections m_connections{0};
    int m_listeningSocket = -1;
    std::mutex m_mutex;
    std::condition_variable m_stopped;
    bool m_isStopping = false;
    std::atomic<bool> m_hasEnded = false;
    std::thread m_thread;
};

} // namespace framekey::practice
