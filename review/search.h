// Searching the text of the pages, in one document or in all.
//
// What people type is words, "phrases in quotation marks" and beginnings*: a page is found when it holds all
// of them, in whatever inflection English has ("listened" finds "listening") and with or without accents.
// Nothing they type is ever taken as the search language of SQLite.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "base/span.h"
#include "review/workspace.h"

namespace planmark {

struct PageHit {
  std::string sha256;
  std::uint32_t page = 0;              // 1-based
  std::vector<Span> spans;             // of the document's text, in order: what was found; a phrase is one
  std::string snippet;                 // about 30 words around the first of them, line ends as spaces
  std::vector<Span> spans_in_snippet;  // bytes of the snippet
  friend bool operator==(const PageHit&, const PageHit&) = default;
};

// Within a document by page; across all (`sha256` empty) best first, by BM25. At most `most` pages. Empty
// when there is nothing to look for in `words`.
Result<std::vector<PageHit>> search(const Workspace& workspace, std::string_view words,
                                    const std::string& sha256 = {}, std::size_t most = 200);

// `words` in the search language of SQLite's FTS5, each in quotation marks; empty when there is none.
std::string search_expression(std::string_view words);

}  // namespace planmark
