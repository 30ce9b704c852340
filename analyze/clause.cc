#include "analyze/clause.h"

#include <algorithm>
#include <array>

namespace planmark {
namespace {

// Beside ";", ":" and the edge of a cell.
constexpr std::array<std::string_view, 7> kClauseBreakWords = {
    " but ", " although ", " whereas ", " while ", " though ", " unless ", " \xE2\x80\x93 "};

// Bytes that stand second in one of them, so that most spaces cost one look.
constexpr auto kFollowsSpace = [] {
  std::array<bool, 256> bytes{};
  for (const std::string_view mark : kClauseBreakWords) bytes[static_cast<unsigned char>(mark[1])] = true;
  return bytes;
}();

// How long the break is that begins at a place; 0 where none does.
std::uint32_t break_at(std::string_view text, std::uint32_t at) {
  const char first = text[at];
  if (first == ';' || first == ':' || first == '\t') return 1;
  if (first != ' ' || at + 1 >= text.size() || !kFollowsSpace[static_cast<unsigned char>(text[at + 1])])
    return 0;
  for (const std::string_view mark : kClauseBreakWords)
    if (text[at + 1] == mark[1] && text.substr(at, mark.size()) == mark)
      return static_cast<std::uint32_t>(mark.size());
  return 0;
}

}  // namespace

ClauseBreaks::ClauseBreaks(std::string_view text) {
  for (std::uint32_t at = 0; at < text.size(); ++at)
    if (const std::uint32_t size = break_at(text, at); size != 0) breaks_.push_back({at, at + size});
}

Span ClauseBreaks::clause_of(Span sentence, Span topic) const {
  const auto first_from = [&](std::uint32_t place) {
    return std::lower_bound(breaks_.begin(), breaks_.end(), place,
                            [](Span span, std::uint32_t at) { return span.begin < at; });
  };
  Span clause = sentence;
  for (auto before = first_from(topic.begin); before != breaks_.begin();) {
    --before;
    if (before->begin < sentence.begin) break;
    if (before->end > topic.begin) continue;
    clause.begin = before->end;
    break;
  }
  if (const auto after = first_from(topic.end); after != breaks_.end() && after->begin < sentence.end)
    clause.end = after->begin;
  return clause;
}

}  // namespace planmark
