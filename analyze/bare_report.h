// Sentences that report something of a group and say no more: a count, a rate, a line of figures.
#pragma once

#include <string_view>

#include "analyze/context.h"
#include "analyze/cue.h"

namespace planmark {

// False for a promise, for an item of a list without a figure, and for a row of a table with words beside its
// first cell; true for everything else. `text` is the sentence, cells divided by tabs.
bool is_bare_report(const Context& context, Modality modality, std::string_view text);

// The first sentence of a paragraph, short, names what the rest of it speaks of ("Young carers. Of
// those...").
bool is_run_in_title(std::string_view text);

}  // namespace planmark
