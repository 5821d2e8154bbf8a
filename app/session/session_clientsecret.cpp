// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The part of a session that keeps its client secret.
#include "session/session.h"

#include "session/storeditem.h"

namespace framekey
{

void Session::takeClientSecret(const Secret &clientSecret)
{
    m_clientSecret = clientSecret;
    if (!clientSecret.isEmpty())
        m_secretKeeper.keep(
            StoredClientSecret{.clientSecret = clientSecret, .binding = Binding::of(*m_client)}.toItem(),
            [] {});
}

void Session::forgetClientSecret()
{
    m_clientSecret = Secret();
    m_secretKeeper.forget([](const Outcome<void> &) {});
}

void Session::loadClientSecret()
{
    m_secretKeeper.read([this, generation = m_loadGeneration](const Outcome<std::optional<Secret>> &item) {
        if (generation != m_loadGeneration || !m_client)
            return;
        // What was read before serves on, for as long as this runs.
        if (!item && m_clientSecret.isEmpty()) {
            endLoading(std::unexpected(item.error()));
            return;
        }
        const auto stored =
            item && *item ? StoredClientSecret::fromItem(**item) : Outcome<StoredClientSecret>();
        if (stored && stored->binding == Binding::of(*m_client))
            m_clientSecret = stored->clientSecret;
        loadTokens();
    });
}

} // namespace framekey
