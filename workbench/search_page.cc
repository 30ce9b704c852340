// Words in the text of one document, or of all.
#include <algorithm>

#include "base/format.h"
#include "base/utf8.h"
#include "review/search.h"
#include "workbench/desk.h"
#include "workbench/document_place.h"
#include "workbench/pages.h"

namespace planmark {
namespace {

// What was found is marked: the snippet in pieces.
std::vector<View> pieces_of(const PageHit& hit) {
  std::vector<View> pieces;
  std::uint32_t at = 0;
  const auto piece = [&](std::uint32_t end, bool found) {
    if (end > at) pieces.push_back(View{{"text", hit.snippet.substr(at, end - at)}}.set("found", found));
    at = std::max(at, end);
  };
  for (const Span& span : hit.spans_in_snippet) {
    piece(span.begin, false);
    piece(span.end, true);
  }
  piece(static_cast<std::uint32_t>(hit.snippet.size()), false);
  return pieces;
}

}  // namespace

Response search_page(Bench& bench, const Visit& visit) {
  const std::string words(value_of(visit.request.query, "words").substr(0, 200));
  std::string sha256;
  if (const std::string within(value_of(visit.request.query, "document")); !within.empty()) {
    auto found = visit.workspace.find_document(within);
    if (!found) return problem_page(visit, found.error());
    sha256 = std::move(*found);
  }
  // Back to the question that the search was asked from; otherwise to the document's first.
  std::string back(value_of(visit.request.query, "back"));
  if (!back.starts_with("/desk/") || back.find_first_of("\\?#") != std::string::npos) back.clear();
  const auto hits = search(visit.workspace, repaired_utf8(words), sha256, 100);
  if (!hits) return problem_page(visit, hits.error());
  std::vector<View> rows;
  for (const PageHit& hit : *hits) {
    const auto identity = visit.workspace.identity(hit.sha256);
    if (!identity) return problem_page(visit, identity.error());
    const std::string desk = !back.empty() && !sha256.empty() ? back : desk_path(hit.sha256);
    View row{{"heading", heading_of(*identity, bench.systems)},
             {"href", format("{}?page={}", desk, hit.page)}};
    row.set("page", hit.page).set("pieces", pieces_of(hit));
    rows.push_back(std::move(row));
  }
  View view{{"words", words}, {"back", back}};
  view.set("document", sha256.empty() ? "" : short_hash(sha256)).set("within", !sha256.empty());
  view.set("asked", !words.empty()).set("count", rows.size()).set("hits", std::move(rows));
  return page(visit, "search", "Search", view);
}

}  // namespace planmark
