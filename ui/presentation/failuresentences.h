// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "oauth/failure.h"
#include "ui/presentation/order.h"

#include <optional>

namespace framekey
{

/// Source texts of one failure, to be translated in the context "Failure". `{service}` stands for the
/// provider's name, `{subject}` for the host or port concerned. A null text leaves it to the more general
/// sentences.
struct FailureSentences {
    const char *happened = nullptr;
    const char *meaning = nullptr;
    const char *toDo = nullptr;
    std::optional<Order> order = std::nullopt;
};

/// By the finest known cause; all null for `Detail::None`.
[[nodiscard]] FailureSentences sentencesFor(Failure::Detail detail);
/// Of a refused account request; all null for any other cause.
[[nodiscard]] FailureSentences refusalSentencesFor(Failure::Detail detail);
/// The same of a redirect address's certificate.
[[nodiscard]] FailureSentences certificateSentencesFor(Failure::Detail detail);
/// What the kind of failure says by itself, knowing where it happened.
[[nodiscard]] FailureSentences sentencesFor(Failure::Kind kind, Failure::Stage stage);
/// What a failure at this stage leaves behind; always whole.
[[nodiscard]] FailureSentences sentencesFor(Failure::Stage stage);

} // namespace framekey
