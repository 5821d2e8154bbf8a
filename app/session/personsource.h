// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "oauth/clientregistration.h"
#include "oauth/failure.h"
#include "oauth/secret.h"
#include "session/person.h"

#include <functional>

namespace framekey
{

/// Port: asks the API who an access token belongs to (`GET {api}/me`). Answers once, within 5 s.
class PersonSource
{
public:
    using Answer = std::function<void(const Outcome<Person> &)>;

    virtual ~PersonSource() = default;
    virtual void ask(const ClientRegistration &client, const Secret &accessToken, Answer answer) = 0;
};

} // namespace framekey
