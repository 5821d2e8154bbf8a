// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// usage: framekey-bench-drawing PROGRAM [ARGUMENT...]
// Prints the milliseconds from the program's spawn to its first drawing as the X server sees it, and what it
// used until then: milliseconds of CPU, page faults. Ends the program.
#include <poll.h>
#include <spawn.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>
#include <xcb/damage.h>

#include <chrono>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <memory>

namespace
{

using namespace std::chrono_literals;
using Clock = std::chrono::steady_clock;

constexpr auto patience = 20s;

template <typename T>
using Malloced = std::unique_ptr<T, decltype(&std::free)>;

template <typename T>
Malloced<T> malloced(T *pointer)
{
    return {pointer, &std::free};
}

class Display
{
public:
    Display() : m_connection(xcb_connect(nullptr, nullptr), &xcb_disconnect)
    {
        if (xcb_connection_has_error(m_connection.get()) != 0)
            return;
        const xcb_query_extension_reply_t *damage =
            xcb_get_extension_data(m_connection.get(), &xcb_damage_id);
        m_hasDamage = damage->present != 0;
        m_firstEvent = damage->first_event;
        const auto version = malloced(xcb_damage_query_version_reply(
            m_connection.get(), xcb_damage_query_version(m_connection.get(), 1, 1), nullptr));
        const xcb_window_t root = xcb_setup_roots_iterator(xcb_get_setup(m_connection.get())).data->root;
        const std::uint32_t events = XCB_EVENT_MASK_SUBSTRUCTURE_NOTIFY;
        xcb_change_window_attributes(m_connection.get(), root, XCB_CW_EVENT_MASK, &events);
        // A question that is answered: when the program starts, the server has heard all this.
        malloced(
            xcb_get_input_focus_reply(m_connection.get(), xcb_get_input_focus(m_connection.get()), nullptr));
    }

    [[nodiscard]] bool isUsable() const { return m_hasDamage; }

    /// False when nothing is drawn in time.
    bool awaitDrawing()
    {
        const auto until = Clock::now() + patience;
        while (Clock::now() < until) {
            while (const auto event = malloced(xcb_poll_for_event(m_connection.get()))) {
                if (isDrawing(*event))
                    return true;
            }
            pollfd readable{xcb_get_file_descriptor(m_connection.get()), POLLIN, 0};
            ::poll(&readable, 1, 100);
        }
        return false;
    }

private:
    bool isDrawing(const xcb_generic_event_t &event)
    {
        const int type = event.response_type & 0x7f;
        if (type == XCB_CREATE_NOTIFY) {
            const auto &created = reinterpret_cast<const xcb_create_notify_event_t &>(event);
            xcb_damage_create(m_connection.get(), xcb_generate_id(m_connection.get()), created.window,
                              XCB_DAMAGE_REPORT_LEVEL_RAW_RECTANGLES);
            xcb_flush(m_connection.get());
        }
        return type == m_firstEvent + XCB_DAMAGE_NOTIFY;
    }

    std::unique_ptr<xcb_connection_t, decltype(&xcb_disconnect)> m_connection;
    bool m_hasDamage = false;
    int m_firstEvent = 0;
};

double milliseconds(const timeval &time)
{
    return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_usec) / 1e3;
}

int measure(Display &display, char *command[])
{
    const auto start = Clock::now();
    pid_t child = 0;
    if (::posix_spawnp(&child, command[0], nullptr, nullptr, command, environ) != 0) {
        std::perror(command[0]);
        return EXIT_FAILURE;
    }
    const bool drawn = display.awaitDrawing();
    const std::chrono::duration<double, std::milli> elapsed = Clock::now() - start;
    ::kill(child, SIGKILL);
    rusage used{};
    ::wait4(child, nullptr, 0, &used);
    if (!drawn) {
        std::fprintf(stderr, "%s drew nothing\n", command[0]);
        return EXIT_FAILURE;
    }
    std::printf("%.3f %.3f %ld\n", elapsed.count(), milliseconds(used.ru_utime) + milliseconds(used.ru_stime),
                used.ru_minflt);
    return EXIT_SUCCESS;
}

} // namespace

int main(int argc, char *argv[])
{
    Display display;
    if (argc < 2 || !display.isUsable()) {
        std::fputs("usage: framekey-bench-drawing PROGRAM [ARGUMENT...], on an X server with DAMAGE\n",
                   stderr);
        return EXIT_FAILURE;
    }
    return measure(display, argv + 1);
}
