#include "analyze/clause.h"

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

Span clause_of(std::string_view text, Span sentence, Span topic) {
  Span clause = sentence;
  for (std::uint32_t at = topic.begin; at-- > sentence.begin;) {
    const std::uint32_t size = break_at(text, at);
    if (size == 0 || at + size > topic.begin) continue;
    clause.begin = at + size;
    break;
  }
  for (std::uint32_t at = topic.end; at < sentence.end; ++at) {
    if (break_at(text, at) == 0) continue;
    clause.end = at;
    break;
  }
  return clause;
}

}  // namespace planmark
