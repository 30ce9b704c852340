#include "review/marked_quotes.h"

#include <optional>

#include "base/format.h"
#include "base/utf8.h"

namespace planmark {
namespace {

// The pages that a span lies on: their number, their text as one, and where it begins.
struct Place {
  std::uint32_t page = 0;  // the first, 1-based
  std::uint32_t begin = 0;
  std::string text;
};

std::optional<Place> place_of(Statement& row, const std::string& sha256, Span span) {
  std::optional<Place> place;
  row.with(sha256, span.end, span.begin);
  while (row.next()) {
    if (!place) place = Place{row.u32(0), row.u32(1), {}};
    place->text += row.text(2);
  }
  if (!place || span.end - place->begin > place->text.size()) return std::nullopt;
  return place;
}

std::string mistake_in(const MarkedQuote& quote, const std::optional<Place>& place) {
  if (!place) return "a quote lies outside the document";
  const Span span{quote.span.begin - place->begin, quote.span.end - place->begin};
  if (!on_character_boundary(place->text, span.begin) || !on_character_boundary(place->text, span.end))
    return "a quote begins or ends within a character";
  const std::string_view said = slice(place->text, span);
  if (said != quote.quote)
    return format("the document does not say \"{}\" there: it says \"{}\"", storable_text(quote.quote), said);
  if (quote.page != 0 && quote.page != place->page)
    return format("the quote \"{}\" begins on page {}, not on page {}", quote.quote, place->page, quote.page);
  return {};
}

void require_text(Transaction& look, const std::string& sha256) {
  Statement row = look.prepare("SELECT 1 FROM extraction WHERE document = ?");
  if (!row.with(sha256).next() && !look.failed())
    look.fail({ProblemKind::not_found, "no text of this document is stored", sha256,
               "read it first: planmark run"});
}

}  // namespace

void check_marked_quotes(Transaction& look, const std::string& sha256, std::vector<MarkedQuote>& quotes) {
  if (quotes.empty() || look.failed()) return;
  require_text(look, sha256);
  Statement row = look.prepare(
      "SELECT page, begin_byte, text FROM page WHERE document = ? AND begin_byte < ? AND end_byte > ?"
      " ORDER BY page");
  for (MarkedQuote& quote : quotes) {
    const bool is_a_range = quote.span.begin < quote.span.end;
    const auto place = is_a_range ? place_of(row, sha256, quote.span) : std::nullopt;
    if (look.failed()) return;
    if (std::string mistake = mistake_in(quote, place); !mistake.empty())
      return look.fail({ProblemKind::bad_input, std::move(mistake), sha256,
                        "load the page again and choose the quote anew"});
    quote.page = place->page;
  }
}

}  // namespace planmark
