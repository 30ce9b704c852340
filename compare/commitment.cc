#include "compare/commitment.h"

#include <algorithm>
#include <array>
#include <optional>
#include <set>
#include <utility>

#include "analyze/fold.h"
#include "analyze/pattern.h"
#include "base/ascii.h"

namespace planmark {
namespace {

constexpr std::array months = {"jan", "feb", "mar", "apr", "may", "jun",
                               "jul", "aug", "sep", "oct", "nov", "dec"};
constexpr std::array<std::pair<std::string_view, const char*>, 4> units = {
    {{"percent", "%"}, {"million", "m"}, {"billion", "bn"}, {"thousand", "k"}}};
constexpr std::array seasons = {"spring", "summer", "autumn", "winter"};

// Where the last "20xx" stands; npos where there is none.
std::size_t last_year(std::string_view text) {
  for (std::size_t at = text.size(); at-- > 0;) {
    if (at + 4 > text.size() || text.substr(at, 2) != "20" || !is_digit(text[at + 2]) ||
        !is_digit(text[at + 3]))
      continue;
    if ((at == 0 || !is_digit(text[at - 1])) && (at + 4 == text.size() || !is_digit(text[at + 4]))) return at;
  }
  return std::string_view::npos;
}

// "2024/25" and "2024-2025" are one year from April to March.
std::string year_at(std::string_view text, std::size_t at) {
  const std::string year(text.substr(at, 4));
  std::size_t next = at + 4;
  while (next < text.size() && text[next] == ' ') ++next;
  if (next >= text.size() || (text[next] != '/' && text[next] != '-')) return year;
  ++next;
  while (next < text.size() && text[next] == ' ') ++next;
  std::size_t end = next;
  while (end < text.size() && is_digit(text[end])) ++end;
  return end - next == 2 || end - next == 4 ? year + "/" + std::string(text.substr(end - 2, 2)) : year;
}

std::string month_in(std::string_view text) {
  for (std::size_t at = 0; at + 3 <= text.size(); ++at) {
    if (at > 0 && is_letter(text[at - 1])) continue;
    for (std::size_t month = 0; month < months.size(); ++month)
      if (text.substr(at, 3) == months[month]) return (month < 9 ? "-0" : "-") + std::to_string(month + 1);
  }
  return {};
}

std::string season_or_quarter_in(std::string_view text) {
  for (const char* season : seasons)
    if (text.find(season) != std::string_view::npos) return std::string(" ") + season;
  for (const std::string_view word : {"q", "quarter "}) {
    for (std::size_t at = text.find(word); at != std::string_view::npos; at = text.find(word, at + 1)) {
      const std::size_t digit = at + word.size();
      if (digit < text.size() && text[digit] >= '1' && text[digit] <= '4')
        return std::string(" q") + text[digit];
    }
  }
  return {};
}

// Numbers, with the units that change what they say: "1,200 places" and "1200 new places" are one, "24 per
// cent" and "24%", "£1.2 million" and "£1.2m" too.
std::string meaning_of_figure(std::string_view folded) {
  std::string text;
  for (const char c : lower_ascii(folded))
    if (c != ',' && c != ' ') text += c;
  for (const auto& [word, sign] : units)
    if (const std::size_t at = text.find(word); at != std::string::npos) text.replace(at, word.size(), sign);
  if (!is_digit(text.front()) || text.find('%') != std::string::npos) return text;
  std::string numbers;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const bool part =
        is_digit(text[at]) || (text[at] == '.' && at + 1 < text.size() && is_digit(text[at + 1]));
    if (part && at > 0 && !numbers.empty() && !is_digit(text[at - 1]) && text[at - 1] != '.') numbers += '/';
    if (part) numbers += text[at];
  }
  return numbers;
}

bool may_promise(BlockKind kind) {
  return kind == BlockKind::paragraph || kind == BlockKind::list_item || kind == BlockKind::table_row ||
         kind == BlockKind::quote;
}

class PromiseSearch {
 public:
  PromiseSearch(const Document& document, const CommitmentRules& rules)
      : document_(document), rules_(rules), folded_(fold(document.text)) {
    for (const Block& block : document.blocks)
      if (block.kind == BlockKind::list_item && block.stem != none) stems_.insert(block.stem);
  }

  std::optional<Commitment> promise_in(const Sentence& sentence, std::uint32_t index) const {
    const Block& block = document_.blocks[sentence.block];
    if (!may_promise(block.kind) || introduces_items(sentence)) return std::nullopt;
    Commitment found{index, sentence.span, terms(*rules_.deadlines, sentence.span, meaning_of_date), {}};
    if (block.kind == BlockKind::table_row) add_dates_of_row(sentence, found.deadlines);
    const bool dated_row = block.kind == BlockKind::table_row && !found.deadlines.empty();
    const bool promised_above = is_promised_above(block);
    if (!dated_row && !promised_above && !promises(sentence.span)) return std::nullopt;
    if (promised_above && found.deadlines.empty())
      found.deadlines = terms(*rules_.deadlines, document_.blocks[block.stem].span, meaning_of_date);
    found.figures = terms(*rules_.figures, sentence.span, meaning_of_figure);
    std::vector<Term> others = terms(*rules_.no_figures, sentence.span, meaning_of_figure);
    others.insert(others.end(), found.deadlines.begin(), found.deadlines.end());
    std::erase_if(found.figures, [&](const Term& figure) {
      return std::ranges::any_of(others, [&](const Term& other) { return other.span.overlaps(figure.span); });
    });
    return found;
  }

 private:
  std::string_view text_of(Span folded) const { return slice(folded_.text, folded); }

  bool promises(Span span) const { return rules_.promises->matches(text_of(folded_.folded(span))); }

  bool is_promised_above(const Block& block) const {
    if (block.kind != BlockKind::list_item) return false;
    return block.stem != none && promises(document_.blocks[block.stem].span);
  }

  // "By March 2025 we will:" is a promise in each of its items.
  bool introduces_items(const Sentence& sentence) const {
    const std::string_view words = slice(document_.text, sentence.span);
    const std::size_t last = words.find_last_not_of(" \n\t");
    return stems_.contains(sentence.block) && last != std::string_view::npos && words[last] == ':';
  }

  std::vector<Term> terms(const PatternSet& patterns, Span span,
                          std::string (*meaning)(std::string_view)) const {
    const Span range = folded_.folded(span);
    const std::string_view text = text_of(range);
    std::vector<Term> found;
    for (const std::uint32_t pattern : patterns.pass().may_match(text)) {
      for (const Span match : patterns.locate(pattern, text)) {
        const Span place{range.begin + match.begin, range.begin + match.end};
        if (std::string means = meaning(slice(text, match)); !means.empty())
          found.push_back({folded_.original(place), std::move(means)});
      }
    }
    return without_inner(std::move(found));
  }

  // In text order; of those that overlap the first, of those that begin together the longest.
  static std::vector<Term> without_inner(std::vector<Term> found) {
    std::sort(found.begin(), found.end(), [](const Term& a, const Term& b) {
      return a.span.begin != b.span.begin ? a.span.begin < b.span.begin : a.span.end > b.span.end;
    });
    std::vector<Term> kept;
    for (Term& term : found)
      if (kept.empty() || !kept.back().span.overlaps(term.span)) kept.push_back(std::move(term));
    return kept;
  }

  void add_dates_of_row(const Sentence& sentence, std::vector<Term>& deadlines) const {
    const Span cells = cells_of(document_, sentence.block);
    for (std::uint32_t i = cells.begin; i < cells.end; ++i) {
      const Cell& cell = document_.cells[i];
      const Span head = column_head(document_, cell);
      if (cell.head || head.empty() || !rules_.date_heads->matches(text_of(folded_.folded(head)))) continue;
      for (Term& date : terms(*rules_.dates, cell.span, meaning_of_date))
        deadlines.push_back(std::move(date));
    }
    deadlines = without_inner(std::move(deadlines));
  }

  const Document& document_;
  const CommitmentRules& rules_;
  FoldedText folded_;
  std::set<std::uint32_t> stems_;  // blocks that introduce a list
};

}  // namespace

bool says_what(const std::string& form) { return form.size() > 1 && std::ranges::none_of(form, is_digit); }

std::string meaning_of_date(std::string_view folded) {
  const std::string text = lower_ascii(folded);
  const std::size_t year = last_year(text);
  if (year == std::string::npos) return {};
  const std::string before = text.substr(0, year);
  const std::string month = month_in(before);
  return year_at(text, year) + (month.empty() ? season_or_quarter_in(text) : month);
}

std::vector<Commitment> promises_of(const Document& document, const std::vector<Sentence>& sentences,
                                    const CommitmentRules& rules) {
  const PromiseSearch search(document, rules);
  std::vector<Commitment> found;
  for (std::uint32_t i = 0; i < sentences.size(); ++i)
    if (auto promise = search.promise_in(sentences[i], i)) found.push_back(std::move(*promise));
  return found;
}

std::vector<Commitment> commitments_of(const Document& document, const std::vector<Sentence>& sentences,
                                       const CommitmentRules& rules) {
  std::vector<Commitment> found = promises_of(document, sentences, rules);
  std::erase_if(found, [](const Commitment& each) { return each.deadlines.empty() && each.figures.empty(); });
  return found;
}

}  // namespace planmark
