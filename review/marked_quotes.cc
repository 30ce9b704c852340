#include "review/marked_quotes.h"

#include "base/format.h"
#include "base/utf8.h"
#include "extract/document.h"
#include "review/extraction_store.h"

namespace planmark {
namespace {

std::string mistake_in(const MarkedQuote& quote, const Document& document) {
  const Span span = quote.span;
  const std::string_view text = document.text;
  if (span.begin >= span.end || span.end > text.size()) return "a quote lies outside the document";
  if (!on_character_boundary(text, span.begin) || !on_character_boundary(text, span.end))
    return "a quote begins or ends within a character";
  if (slice(text, span) != quote.quote)
    return format("the document does not say \"{}\" there: it says \"{}\"", storable_text(quote.quote),
                  slice(text, span));
  const std::uint32_t page = page_at(document, span.begin) + 1;
  if (quote.page != 0 && quote.page != page)
    return format("the quote \"{}\" begins on page {}, not on page {}", quote.quote, page, quote.page);
  return {};
}

}  // namespace

void check_marked_quotes(Transaction& look, const std::string& sha256, std::vector<MarkedQuote>& quotes) {
  if (quotes.empty() || look.failed()) return;
  const Document document = stored_text(look, sha256);
  if (look.failed()) return;
  for (MarkedQuote& quote : quotes) {
    if (std::string mistake = mistake_in(quote, document); !mistake.empty())
      return look.fail({ProblemKind::bad_input, std::move(mistake), sha256,
                        "load the page again and choose the quote anew"});
    quote.page = page_at(document, quote.span.begin) + 1;
  }
}

}  // namespace planmark
