// What a job gives, or the Problem in its place, as bytes for the pipe between a worker and its parent.
//
// The sender is not trusted: a hostile file may have taken it over. decode() reads nothing past the end,
// allocates in proportion to what was sent, and lets nothing through that breaks check_document() or holds
// control characters (which could command the terminal it is later printed on). Not for storage: both ends
// are the same program.
#pragma once

#include <string>
#include <string_view>

#include "base/result.h"
#include "extract/job.h"

namespace planmark {

std::string encode(const Result<Product>& outcome);

// What was encoded. Bytes that are no whole message give the problem `crashed`.
Result<Product> decode(std::string_view bytes);

}  // namespace planmark
