#include "review/search.h"

#include <algorithm>

#include "base/format.h"
#include "base/utf8.h"
#include "review/database.h"

namespace planmark {
namespace {

constexpr char hit_begins = '\x01', hit_ends = '\x02';
constexpr std::size_t most_terms = 40;
constexpr std::uint32_t snippet_before = 60, snippet_after = 140;  // bytes around the first hit

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

// A term without a letter or digit finds nothing and would hide what the others find.
bool has_letter_or_digit(std::string_view term) {
  return std::any_of(term.begin(), term.end(), [](char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
           static_cast<unsigned char>(c) >= 0xC0;
  });
}

// Takes the next word, or what stands in quotation marks, from the front; quotation marks are left off.
std::string_view take_term(std::string_view& words) {
  const bool quoted = words.front() == '"';
  if (quoted) words.remove_prefix(1);
  const auto end =
      std::find_if(words.begin(), words.end(), [&](char c) { return c == '"' || (!quoted && is_space(c)); });
  const std::string_view term = words.substr(0, static_cast<std::size_t>(end - words.begin()));
  words.remove_prefix(term.size());
  if (quoted && !words.empty()) words.remove_prefix(1);
  return term;
}

// The marks of highlight() taken out; where they stood, from `begin` on. Adjacent words of one phrase come as
// one.
std::vector<Span> spans_of(std::string_view highlighted, std::uint32_t begin) {
  std::vector<Span> spans;
  std::uint32_t at = begin;
  for (const char c : highlighted) {
    if (c == hit_begins)
      spans.push_back({at, at});
    else if (c == hit_ends)
      spans.back().end = at;
    else
      ++at;
  }
  return spans;
}

std::string without_marks(std::string text) {
  std::erase_if(text, [](char c) { return c == hit_begins || c == hit_ends; });
  return text;
}

// To the nearest space outwards, so that no word is cut.
Span snippet_span(std::string_view text, Span hit) {
  Span span{hit.begin > snippet_before ? hit.begin - snippet_before : 0,
            std::min(static_cast<std::uint32_t>(text.size()), hit.end + snippet_after)};
  while (span.begin > 0 && !is_space(text[span.begin - 1])) --span.begin;
  while (span.end < text.size() && !is_space(text[span.end])) ++span.end;
  return span;
}

void add_snippet(std::string_view text, std::uint32_t page_begin, PageHit& hit) {
  if (hit.spans.empty()) return;
  const Span first{hit.spans.front().begin - page_begin, hit.spans.front().end - page_begin};
  const Span span = snippet_span(text, first);
  hit.snippet = slice(text, span);
  std::replace_if(hit.snippet.begin(), hit.snippet.end(), is_space, ' ');
  for (const Span found : hit.spans) {
    const Span on_page{found.begin - page_begin, found.end - page_begin};
    if (span.contains(on_page))
      hit.spans_in_snippet.push_back({on_page.begin - span.begin, on_page.end - span.begin});
  }
}

}  // namespace

std::string search_expression(std::string_view words) {
  std::string expression;
  for (std::size_t terms = 0; !words.empty() && terms < most_terms;) {
    if (is_space(words.front())) {
      words.remove_prefix(1);
      continue;
    }
    std::string_view term = take_term(words);
    const bool beginning = term.ends_with('*');
    while (term.ends_with('*')) term.remove_suffix(1);
    if (!has_letter_or_digit(term)) continue;
    ++terms;
    expression += format("{}\"{}\"{}", expression.empty() ? "" : " AND ", term, beginning ? " *" : "");
  }
  return expression;
}

Result<std::vector<PageHit>> search(const Workspace& workspace, std::string_view words,
                                    const std::string& sha256, std::size_t most) {
  const std::string expression = search_expression(storable_text(words));
  if (expression.empty()) return std::vector<PageHit>();
  Transaction look(workspace.database(), Transaction::Kind::read);
  std::vector<PageHit> hits;
  Statement row = look.prepare(format(
      "SELECT document, page, begin_byte, highlight(page_search, 0, char(1), char(2))"
      " FROM page_search JOIN page_number ON number = page_search.rowid JOIN page USING (document, page)"
      " WHERE page_search MATCH ?1 AND ?2 IN ('', document) ORDER BY {} LIMIT ?3",
      sha256.empty() ? "rank, document, page" : "page"));
  row.with(expression, sha256, static_cast<std::int64_t>(most));
  while (row.next()) {
    PageHit& hit = hits.emplace_back();
    hit.sha256 = row.text(0);
    hit.page = row.u32(1);
    const std::string highlighted = row.text(3);
    hit.spans = spans_of(highlighted, row.u32(2));
    add_snippet(without_marks(highlighted), row.u32(2), hit);
  }
  return look.commit(std::move(hits));
}

}  // namespace planmark
