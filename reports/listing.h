// A titled table of findings, for a terminal, for other programs and for a browser.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace planmark {

struct Listing {
  std::string title{};
  std::vector<std::string> summary{};            // sentences
  std::vector<std::string> columns{};            // the first says what kind of finding a row is
  std::vector<std::vector<std::string>> rows{};  // as many cells as there are columns; a cell may be empty
};

// The title, the summary, and for each row its cells below one another, with their columns' names; lines of
// at most `width` columns.
std::string listing_text(const Listing& listing, std::size_t width);
// {"title", "summary": [...], "rows": [{"column": cell, ...}]}: keys are the columns' names in small letters
// with
// '_' for spaces; empty cells are left out. One object in one line.
std::string listing_json(const Listing& listing);
// One page that needs nothing else: the table, and boxes that show and hide kinds of rows.
std::string listing_html(const Listing& listing);

}  // namespace planmark
