// The clause of a sentence: what is said there is said of the topics in it.
#pragma once

#include <string_view>

#include "base/span.h"

namespace planmark {

// The part of a sentence between semicolons, colons, cell borders and words like "but" that holds `topic`.
// Spans are of `text`. Requires: the sentence holds the topic.
Span clause_of(std::string_view text, Span sentence, Span topic);

}  // namespace planmark
