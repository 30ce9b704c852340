#include "analyze/lead_gap.h"

#include <algorithm>

#include "analyze/lead_grammar.h"

namespace planmark {
namespace {

constexpr std::size_t longest_title = 9;  // words of a post that the lexicon does not know

// "Ann Cray, Integrated Place Director, is": the end of an apposition that begins with the comma at `at`.
std::size_t end_of_apposition(const LeadLine& line, std::size_t at, std::size_t end) {
  const char closing = line.is_symbol(at, "(") ? ')' : ',';
  for (std::size_t i = at + 1; i < end && i - at <= longest_title; ++i) {
    const LeadToken& token = line.tokens[i];
    if (token.symbol == closing) return i + 1;
    if (line.is_role_at(i) || line.ends_phrase_at(i)) return at;
  }
  return at;
}

// "Ann Cray is our Chief Nurse".
bool is_said_of_person(const LeadLine& line, std::size_t post) {
  std::size_t at = post;
  while (at > 0 && line.tokens[at - 1].is_word() && is_determiner(line.tokens[at - 1].lower)) --at;
  if (at < 2 || !line.tokens[at - 1].is_word() || !is_copula(line.tokens[at - 1].lower)) return false;
  return line.is(at - 2, LeadMark::person);
}

}  // namespace

bool ends_clause(const LeadLine& line, std::size_t at) {
  if (line.is_symbol(at, ".") && at > 0 && is_abbreviation(line.tokens[at - 1].lower)) return false;
  return line.is_symbol(at, ".;");
}

Gap gap_to_role(const LeadLine& line, std::size_t holder, std::size_t end) {
  Gap gap;
  bool other_role = false, and_seen = false;
  const bool one_person = holder > 1 && line.is_post_at(holder) && is_said_of_person(line, holder);
  std::size_t at = holder + 1;
  if (at < end && line.is_symbol(at, ",(")) {
    const std::size_t after = end_of_apposition(line, at, end);
    for (std::size_t i = at; i < after; ++i) gap.elsewhere = gap.elsewhere || line.is(i, LeadMark::elsewhere);
    at = std::max(at, after);
  }
  for (; at < end; ++at) {
    const LeadToken& token = line.tokens[at];
    if (line.is_role_at(at)) {
      other_role = true;
    } else if (line.is(at, LeadMark::holds)) {
      gap.copula = true;
    } else if (line.is(at, LeadMark::elsewhere)) {
      gap.elsewhere = true;
    } else if (line.is(at, LeadMark::subject)) {
      if (!other_role) return gap;
    } else if (token.mark != none || ends_clause(line, at)) {
      return gap;
    } else if (token.is_word()) {
      gap.own = gap.own || is_own_word(token.lower);
      if (is_copula(token.lower) || is_past_copula(token.lower)) {
        gap.copula = gap.copula || token.lower != "who";
        gap.present = gap.present || token.lower == "is" || token.lower == "are";
        gap.past = gap.past || is_past_copula(token.lower);
      } else if (token.lower == "and") {
        and_seen = true;
      } else if (other_role || is_board_word(token.lower) || token.capital) {
        if (line.ends_phrase_at(at)) return gap;
      } else if (!is_determiner(token.lower)) {
        return gap;
      }
      // "Ann Cray and the executive lead" are two people, "Ann Cray is Chief Nurse and the executive lead"
      // one.
      if (and_seen && !one_person && !gap.copula && !other_role &&
          (token.lower == "the" || token.lower == "our"))
        return gap;
    }
  }
  gap.ties = true;
  return gap;
}

Gap gap_from_role(const LeadLine& line, const RolePhrase& phrase, std::size_t holder) {
  Gap gap;
  const std::size_t last = phrase.last;
  std::size_t at = holder;
  // "As SRO for SEND our Chief Nurse": needs no link.
  const bool opens_with_as = phrase.begin > 0 && line.tokens[phrase.begin - 1].lower == "as";
  bool linked = false;
  for (; at > last + 1 && !linked; --at) {
    const LeadToken& token = line.tokens[at - 1];
    if (line.is(at - 1, LeadMark::holds)) {
      linked = gap.copula = true;
    } else if (token.symbol != 0) {
      linked = line.is_symbol(at - 1, ":,(-");
      if (!linked && token.symbol != '*') return gap;
    } else if (token.mark != none) {
      return gap;
    } else if (is_copula(token.lower) && token.lower != "as") {
      linked = gap.copula = true;
    } else if (token.lower == "and" || (!is_determiner(token.lower) && !is_board_word(token.lower) &&
                                        token.lower != "role" && token.lower != "name")) {
      return gap;
    }
  }
  linked = linked || opens_with_as;
  if (!linked && at > last + 1) return gap;
  for (std::size_t i = last + 1; i < at; ++i) {
    const LeadToken& token = line.tokens[i];
    gap.elsewhere = gap.elsewhere || line.is(i, LeadMark::elsewhere);
    if (line.is_symbol(i, ".;")) return gap;
    if (line.ends_phrase_at(i) && !is_copula(token.lower)) return gap;
  }
  gap.ties = linked || holder == last + 1 || (at == last + 1 && line.is(last, LeadMark::level));
  return gap;
}

bool stand_together(const LeadLine& line, std::size_t left, std::size_t right) {
  std::size_t first = left + 1;
  if (first < right && line.is_symbol(first, ",(")) first = end_of_apposition(line, first, right);
  if (right - first > 5) return false;
  for (std::size_t at = first; at < right; ++at) {
    const LeadToken& token = line.tokens[at];
    if (token.symbol != 0 && !line.is_symbol(at, ",(-:*")) return false;
    if (token.mark != none && !line.is(at, LeadMark::holds)) return false;
    const bool joins = is_determiner(token.lower) || is_copula(token.lower) || is_board_word(token.lower);
    if (token.is_word() && (!joins || token.lower == "and" || token.lower == "has" || token.lower == "have"))
      return false;
  }
  return true;
}

bool joined_by_and(const LeadLine& line, std::size_t left, std::size_t right) {
  for (std::size_t at = left + 1; at < right; ++at) {
    const LeadToken& token = line.tokens[at];
    if (token.symbol != ',' && token.lower != "and" && token.lower != "&") return false;
  }
  return right - left <= 3 && right - left >= 2 && line.tokens[right - 1].lower != "";
}

}  // namespace planmark
