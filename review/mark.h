// In what capacity somebody decides, and the quotes that a decision rests on.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "base/span.h"

namespace planmark {

// A second mark is made without seeing the first; where they differ a third person adjudicates.
enum class Mark : std::uint8_t { first, second, adjudication };

// What became of a quote: of the draft's own some are kept and some are not, and people add their own.
enum class Verdict : std::uint8_t { accepted, rejected, added };

struct MarkedQuote {
  Verdict verdict = Verdict::accepted;
  std::uint32_t page = 0;  // 1-based; 0 when given: found from the span
  Span span;               // of the document's text
  std::string quote;       // the bytes of the span, as they were seen
  std::string why;         // of a rejection; may be empty
  friend bool operator==(const MarkedQuote&, const MarkedQuote&) = default;
};

// "first", "second", "adjudication"; "accepted", "rejected", "added": as stored, never to change their
// meaning.
const char* name_of(Mark mark);
const char* name_of(Verdict verdict);
bool parse_name(std::string_view name, Mark& mark);
bool parse_name(std::string_view name, Verdict& verdict);

}  // namespace planmark
