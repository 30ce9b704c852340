// A page of a document as the desk shows it: its picture, the quotes on it as boxes over their words, the
// strip of all pages, and its text for those who do not see the picture.
#pragma once

#include <string>
#include <vector>

#include "workbench/desk.h"

namespace planmark {

enum class QuoteSide { supports, opposes, added };

struct ShownQuote {
  Span span;
  QuoteSide side = QuoteSide::supports;
  std::string label;  // "1", "2"; "a", "b" for those against; as in the list beside the page
};

// Numbered as they are listed. Clauses' own quotes are not among them unless they are evidence too.
std::vector<ShownQuote> quotes_shown(const Draft& draft, const std::vector<MarkedQuote>& added);

// Fills part_page.html. `page`: 0-based. `address`: of the desk, for links of the strip.
View page_view(const Desk& desk, std::uint32_t page, const std::vector<ShownQuote>& quotes,
               const std::string& address);

}  // namespace planmark
