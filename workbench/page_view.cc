#include "workbench/page_view.h"

#include <algorithm>
#include <utility>

#include "base/format.h"
#include "workbench/desk_form.h"
#include "workbench/document_place.h"

namespace planmark {
namespace {

const char* name_of(QuoteSide side) {
  switch (side) {
    case QuoteSide::supports:
      return "for";
    case QuoteSide::opposes:
      return "against";
    case QuoteSide::added:
      return "added";
  }
  return "for";
}

View box_view(const ShownQuote& quote, const Box& box, bool first) {
  constexpr float room = 1.5F;  // points around the words
  View view;
  view.set("side", name_of(quote.side)).set("span", name_of(quote.span));
  view.set("x", format("{:.1f}", box.x0 - room)).set("y", format("{:.1f}", box.y0 - room));
  view.set("width", format("{:.1f}", box.x1 - box.x0 + 2 * room));
  view.set("height", format("{:.1f}", box.y1 - box.y0 + 2 * room));
  view.set("first", first).set("label", quote.label);
  // Above the corner, where it hides least of the line before.
  const float label_width = 6.0F + 4.5F * static_cast<float>(quote.label.size());
  view.set("label_width", format("{:.1f}", label_width)).set("label_x", format("{:.1f}", box.x0 - room));
  view.set("label_y", format("{:.1f}", box.y0 - room - 8))
      .set("text_y", format("{:.1f}", box.y0 - room - 1.2));
  view.set("text_x", format("{:.1f}", box.x0 - room + label_width / 2));
  return view;
}

std::vector<View> boxes_on(const Document& document, std::uint32_t page,
                           const std::vector<ShownQuote>& quotes) {
  std::vector<View> views;
  for (const ShownQuote& quote : quotes) {
    bool first = true;
    for (const PageBox& box : boxes_of(document, quote.span)) {
      if (box.page == page) views.push_back(box_view(quote, box.box, first));
      if (box.page == page) first = false;
    }
  }
  return views;
}

// What stands where on the strip: "for", "against", both or neither.
struct OnPage {
  bool supports = false, opposes = false;
};

std::string address_of(const PageAsked& asked, std::uint32_t page, bool as_text) {
  return format("{}?page={}{}", asked.address, page + 1, as_text ? "&view=text" : "");
}

std::vector<View> strip_of(const Document& document, const PageAsked& asked,
                           const std::vector<ShownQuote>& quotes) {
  std::vector<OnPage> marks(document.pages.size());
  for (const ShownQuote& quote : quotes) {
    OnPage& mark = marks[page_at(document, quote.span.begin)];
    (quote.side == QuoteSide::opposes ? mark.opposes : mark.supports) = true;
  }
  std::vector<View> strip;
  for (std::uint32_t i = 0; i < marks.size(); ++i) {
    View view;
    const bool unreadable = document.pages[i].state == PageState::unreadable;
    view.set("number", i + 1).set("href", address_of(asked, i, asked.as_text));
    view.set("current", i == asked.page);
    view.set("for", marks[i].supports).set("against", marks[i].opposes).set("unreadable", unreadable);
    strip.push_back(std::move(view));
  }
  return strip;
}

std::vector<View> sentences_on(const ReadingCopy& copy, std::uint32_t page) {
  const Span within = copy.document.pages[page].span;
  std::vector<View> views;
  std::uint32_t last_block = none;
  for (const Sentence& sentence : copy.sentences) {
    if (sentence.span.begin < within.begin || sentence.span.begin >= within.end) continue;
    const BlockKind kind = copy.document.blocks[sentence.block].kind;
    Span span = sentence.span;
    while (span.end > span.begin && static_cast<unsigned char>(copy.document.text[span.end - 1]) <= ' ')
      --span.end;
    if (span.empty()) continue;
    View view{{"text", std::string(slice(copy.document.text, span))}, {"span", name_of(span)}};
    view.set("new_block", sentence.block != last_block).set("heading", kind == BlockKind::heading);
    view.set("furniture", kind == BlockKind::furniture);
    last_block = sentence.block;
    views.push_back(std::move(view));
  }
  return views;
}

// Where quotes begin and end inside `within`, and its own ends: between two of these nothing changes.
std::vector<std::uint32_t> cuts_in(Span within, const std::vector<ShownQuote>& quotes) {
  std::vector<std::uint32_t> cuts{within.begin, within.end};
  for (const ShownQuote& quote : quotes)
    for (const std::uint32_t at : {quote.span.begin, quote.span.end})
      if (at > within.begin && at < within.end) cuts.push_back(at);
  std::sort(cuts.begin(), cuts.end());
  cuts.erase(std::unique(cuts.begin(), cuts.end()), cuts.end());
  return cuts;
}

// Of quotes that overlap the first shows; the number stands where a quote begins on the page.
std::vector<View> pieces_in(const Document& document, Span within, std::uint32_t page_begin,
                            const std::vector<ShownQuote>& quotes) {
  std::vector<View> pieces;
  const std::vector<std::uint32_t> cuts = cuts_in(within, quotes);
  for (std::size_t i = 0; i + 1 < cuts.size(); ++i) {
    const Span piece{cuts[i], cuts[i + 1]};
    View view{{"text", std::string(slice(document.text, piece))}};
    view.set("begin", piece.begin);
    std::vector<View> labels;
    bool quoted = false;
    for (const ShownQuote& quote : quotes) {
      if (quote.span.begin > piece.begin || quote.span.end < piece.end) continue;
      if (std::max(quote.span.begin, page_begin) == piece.begin)
        labels.push_back(View{{"label", quote.label}, {"side", name_of(quote.side)}});
      if (!std::exchange(quoted, true))
        view.set("quoted", true).set("side", name_of(quote.side)).set("span", name_of(quote.span));
    }
    pieces.push_back(std::move(view.set("labels", std::move(labels))));
  }
  return pieces;
}

const char* class_of(const Block& block) {
  switch (block.kind) {
    case BlockKind::heading:
      return "is-heading";
    case BlockKind::list_item:
      return "is-item";
    case BlockKind::table_row:
      return "is-row";
    case BlockKind::furniture:
      return "soft";
    default:
      return "is-text";
  }
}

std::vector<View> lines_of(const Document& document, std::uint32_t page,
                           const std::vector<ShownQuote>& quotes) {
  const Span within = document.pages[page].span;
  std::vector<View> lines;
  for (const Block& block : document.blocks) {
    const Span shown{std::max(block.span.begin, within.begin), std::min(block.span.end, within.end)};
    if (shown.begin >= shown.end) continue;
    View line{{"kind", class_of(block)}};
    lines.push_back(std::move(line.set("pieces", pieces_in(document, shown, within.begin, quotes))));
  }
  return lines;
}

}  // namespace

std::vector<ShownQuote> quotes_shown(const Draft& draft, const std::vector<MarkedQuote>& added) {
  std::vector<ShownQuote> quotes;
  std::uint32_t number = 0;
  for (const Evidence& evidence : draft.evidence)
    quotes.push_back({evidence.span, QuoteSide::supports, std::to_string(++number)});
  for (const MarkedQuote& quote : added)
    if (quote.verdict == Verdict::added)
      quotes.push_back({quote.span, QuoteSide::added, std::to_string(++number)});
  char letter = 'a';
  for (const Evidence& evidence : draft.counter) {
    quotes.push_back({evidence.span, QuoteSide::opposes, std::string(1, letter)});
    if (letter < 'z') ++letter;
  }
  return quotes;
}

View page_view(const Desk& desk, const PageAsked& given, const std::vector<ShownQuote>& quotes) {
  const Document& document = desk.copy->document;
  const Page& shown = document.pages[given.page];
  const bool has_picture = shown.width > 0 && shown.height > 0;
  PageAsked asked = given;
  asked.as_text = given.as_text || !has_picture;
  const std::uint32_t page = asked.page;
  View view;
  view.set("page", page + 1).set("pages", document.pages.size()).set("label", shown.label);
  view.set("has_label", !shown.label.empty() && shown.label != std::to_string(page + 1));
  view.set("as_text", asked.as_text).set("has_picture", has_picture);
  view.set("other_view", address_of(asked, page, !asked.as_text));
  if (asked.as_text) {
    view.set("lines", lines_of(document, page, quotes));
  } else {
    view.set("width", format("{:.1f}", shown.width)).set("height", format("{:.1f}", shown.height));
    view.set("picture", format("/page/{}/{}", short_hash(desk.sha256), page + 1));
    view.set("words", format("/words/{}/{}", short_hash(desk.sha256), page + 1));
    view.set("boxes", boxes_on(document, page, quotes));
  }
  view.set("strip", strip_of(document, asked, quotes)).set("sentences", sentences_on(*desk.copy, page));
  view.set("has_previous_page", page > 0).set("has_next_page", page + 1 < document.pages.size());
  view.set("previous_page", address_of(asked, page - 1, asked.as_text))
      .set("next_page", address_of(asked, page + 1, asked.as_text));
  view.set("unreadable", shown.state == PageState::unreadable).set("why_unreadable", shown.reason);
  view.set("recognised", shown.ocr).set("address", asked.address);
  return view;
}

}  // namespace planmark
