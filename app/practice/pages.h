// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "authorizationrequest.h"
#include "people.h"

namespace framekey::practice
{

/// The persona's people to choose from; the one that login_hint names comes first and has the focus.
Answer loginPage(const std::string &transaction, const AuthorizationRequest &request, const Persona &persona);
/// A check box a scope and the two decisions.
Answer consentPage(const std::string &transaction, const AuthorizationRequest &request, const Person &person,
                   const Persona &persona);
/// A title and a sentence; the texts are ours, not the request's.
Answer messagePage(int status, std::string_view title, std::string_view sentence);

} // namespace framekey::practice
