// A page of a document as the desk shows it: its picture, the quotes on it as boxes over their words, the
// strip of all pages, and its text for those who do not see the picture. In place of the picture its text can
// be shown, with the quotes marked: so of pages that have none (web pages), and where it is asked for.
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

struct PageAsked {
  std::uint32_t page = 0;  // 0-based
  bool as_text = false;
  std::string address;  // of the desk, for links of the strip
};

// Fills part_page.html.
View page_view(const Desk& desk, const PageAsked& asked, const std::vector<ShownQuote>& quotes);

}  // namespace planmark
