// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "httpserver.h"

#include "requestlog.h"
#include "threadperconnection.h"

#include <sys/socket.h>

namespace framekey::practice
{
namespace
{

/// As usual servers do; a client that renews every half minute finds its connection open.
constexpr time_t keepAliveSeconds = 75;
constexpr time_t readSeconds = 5;
constexpr size_t longestBody = 65'536;

Request requestOf(const httplib::Request &received)
{
    Request request{.method = received.method, .path = received.path};
    const size_t query = received.target.find('?');
    if (query != std::string::npos)
        request.query = Form(std::string_view(received.target).substr(query + 1));
    request.content = received.body;
    if (received.get_header_value("Content-Type").starts_with("application/x-www-form-urlencoded"))
        request.body = Form(received.body);
    request.authorization = received.get_header_value("Authorization");
    request.cookie = received.get_header_value("Cookie");
    request.remotePort = received.remote_port;
    return request;
}

void fill(httplib::Response &response, const Answer &answer)
{
    response.status = answer.status;
    response.set_content(answer.body, answer.contentType);
    response.set_header("Cache-Control", "no-store");
    response.set_header("X-Content-Type-Options", "nosniff");
    for (const auto &[name, value] : answer.headers)
        response.set_header(name, value);
}

} // namespace

HttpServer::HttpServer(const Setup &setup) : m_setup(setup), m_service(setup), m_log(setup.logPath)
{
    if (setup.certificatePath.empty())
        m_http = std::make_unique<httplib::Server>();
    else
        m_http = std::make_unique<httplib::SSLServer>(setup.certificatePath.c_str(), setup.keyPath.c_str());
}

HttpServer::~HttpServer()
{
    stop();
}

std::expected<std::string, std::string> HttpServer::start()
{
    if (!m_log.isUsable())
        return std::unexpected("cannot write the log file " + m_setup.logPath);
    if (!m_service.canNoteSecrets())
        return std::unexpected("cannot write the secrets' file " + m_setup.secretsPath);
    if (!m_http->is_valid())
        return std::unexpected("cannot use " + m_setup.certificatePath + " with " + m_setup.keyPath);
    configure();
    int port = m_setup.port;
    if (port == 0)
        port = m_http->bind_to_any_port("127.0.0.1");
    else if (!m_http->bind_to_port("127.0.0.1", port))
        port = -1;
    if (port <= 0)
        return std::unexpected("cannot listen on port " + std::to_string(m_setup.port) +
                               " of 127.0.0.1; is it taken?");
    // The library's queue of 5 is soon full when a browser opens connections ahead.
    ::listen(m_listeningSocket, SOMAXCONN);
    m_connections.setLocalPort(port);
    const std::string scheme = m_setup.certificatePath.empty() ? "http" : "https";
    std::string baseUrl = scheme + "://127.0.0.1:" + std::to_string(port);
    m_service.setIssuer(baseUrl);
    m_thread = std::thread([this] {
        m_http->listen_after_bind();
        m_hasEnded = true;
    });
    // A stop() before that would be forgotten by the library.
    while (!m_http->is_running() && !m_hasEnded)
        std::this_thread::sleep_for(std::chrono::milliseconds(1));
    return baseUrl;
}

void HttpServer::configure()
{
    const auto handler = [this](const httplib::Request &request, httplib::Response &response) {
        serve(request, response);
    };
    m_http->Get(".*", handler).Post(".*", handler).Put(".*", handler).Patch(".*", handler);
    m_http->Delete(".*", handler).Options(".*", handler);
    // The library would put the exception's text into a header.
    m_http->set_exception_handler(
        [](const httplib::Request &, httplib::Response &response, std::exception_ptr) {
            fill(response, errorAnswer(500, "server_error", "Something went wrong in the practice server."));
        });
    m_http->new_task_queue = [] { return new ThreadPerConnection; };
    m_http->set_socket_options([this](int descriptor) {
        const int on = 1;
        setsockopt(descriptor, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
        m_listeningSocket = descriptor;
    });
    m_http->set_tcp_nodelay(true);
    m_http->set_keep_alive_max_count(1000);
    m_http->set_keep_alive_timeout(keepAliveSeconds);
    m_http->set_read_timeout(readSeconds);
    m_http->set_write_timeout(readSeconds);
    m_http->set_payload_max_length(longestBody);
}

void HttpServer::stop()
{
    m_faultDelivery.stop();
    if (!m_thread.joinable())
        return;
    m_http->stop();
    // Again and again: a connection may have been taken from the queue only just now.
    while (!m_hasEnded) {
        m_connections.closeAll();
        std::this_thread::sleep_for(std::chrono::milliseconds(10));
    }
    m_thread.join();
}

void HttpServer::serve(const httplib::Request &received, httplib::Response &response)
{
    const Request request = requestOf(received);
    Record record = recordOf(request);
    const auto [answer, fault] = m_service.answer(request, record);
    record["status"] = fault && fault->name == "hang" ? 0 : answer.status;
    // Before the answer goes out, so that whoever has the answer finds the line.
    m_log.write(record);
    fill(response, answer);
    if (fault)
        m_faultDelivery.apply(*fault, received.remote_port, response);
}

} // namespace framekey::practice
