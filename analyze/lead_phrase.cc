#include "analyze/lead_phrase.h"

#include <algorithm>
#include <optional>

#include "analyze/lead_gap.h"
#include "analyze/lead_grammar.h"

namespace planmark {
namespace {

constexpr std::size_t furthest_subject = 30;  // tokens from the role to the subject in a list of several
constexpr std::size_t compound_words_at_most = 6;
constexpr std::size_t longest_label = 14;  // tokens before its colon or dash

bool ends_list(const LeadLine& line, std::size_t at) {
  const LeadToken& token = line.tokens[at];
  if (token.symbol == '.') return true;
  if (token.mark != none) return !line.is(at, LeadMark::subject);
  return line.ends_phrase_at(at);
}

// The subject in "lead for A, B and SUBJECT": as a member of the list, after at most one preposition.
std::optional<std::size_t> subject_after(const LeadLine& line, std::size_t role) {
  bool starts_member = false;
  bool started = false;
  int prepositions = 0;
  for (std::size_t at = role + 1; at < line.size() && at - role <= furthest_subject; ++at) {
    const LeadToken& token = line.tokens[at];
    if (ends_list(line, at)) return {};
    if (line.is(at, LeadMark::subject)) {
      if (starts_member || !started) return at;
      continue;
    }
    if (token.symbol != 0) {
      if (token.symbol == ':' && prepositions > 0 && !starts_member) return {};
      started = starts_member = true;
    } else if (adds_to_list(token.lower) && started) {
      starts_member = true;
    } else if (is_preposition_of_subject(token.lower)) {
      // "lead for quality and for SEND": the list goes on.
      if (++prepositions > 1 && !starts_member) return {};
      started = starts_member = true;
    } else if (token.lower == "and" || token.lower == "&") {
      return {};
    } else if (!started && line.is(role, LeadMark::plain_role)) {
      return {};
    } else if (!is_determiner(token.lower) && !is_compound_word(token.lower)) {
      starts_member = false;
    }
  }
  return {};
}

// The subject in "SUBJECT lead", "SUBJECT and X lead", "SUBJECT (all-age) lead", "SUBJECT: lead".
std::optional<std::size_t> subject_before(const LeadLine& line, std::size_t role) {
  bool joined = false;
  std::size_t words = 0;
  for (std::size_t at = role; at-- > 0 && role - at <= compound_words_at_most + 2;) {
    const LeadToken& token = line.tokens[at];
    if (line.is(at, LeadMark::subject)) {
      if (words == 0 || joined) return at;
      return {};
    }
    if (token.mark != none || token.symbol == '.' || token.symbol == ';') return {};
    if (token.symbol == ',' && words == 0) return {};
    if (token.lower == "and" || token.lower == "&" || token.symbol == '/' || token.symbol == ',') {
      if (words == 0) return {};
      joined = true;
    } else if (token.is_word()) {
      const bool article = is_determiner(token.lower) && !is_compound_word(token.lower);
      if (article || ends_noun_phrase(token.lower) || is_preposition_of_subject(token.lower)) return {};
      if (!is_compound_word(token.lower) && ++words > compound_words_at_most) return {};
    }
  }
  return {};
}

// "SEND: Ann Cray, Chief Nurse (executive lead)", "Children, to 25 - board champion": a label in front.
std::optional<std::size_t> subject_as_label(const LeadLine& line, std::size_t role) {
  if (role < 2) return {};
  std::optional<std::size_t> subject;
  std::size_t at = 0;
  for (; at < role && at < longest_label && !line.is_symbol(at, ":-.;") && !line.ends_phrase_at(at); ++at) {
    if (line.is_role_at(at) || line.is_holder_at(at)) return {};
    const bool member = at == 0 || line.is_symbol(at - 1, ",") || adds_to_list(line.tokens[at - 1].lower);
    if (!subject && member && line.is(at, LeadMark::subject)) subject = at;
  }
  if (at >= role || !line.is_symbol(at, ":-")) return {};
  const bool own_subject = role + 1 < line.size() && is_preposition_of_subject(line.tokens[role + 1].lower);
  return own_subject ? std::optional<std::size_t>{} : subject;
}

// The subject in "Responsibility for SUBJECT, at any age, is held at executive level by": what the sentence
// is about.
std::optional<std::size_t> subject_of_clause(const LeadLine& line, std::size_t level) {
  std::size_t begin = level;
  while (begin > 0 && !ends_clause(line, begin - 1)) --begin;
  for (std::size_t at = begin; at < level; ++at) {
    const LeadToken& token = line.tokens[at];
    if (line.is(at, LeadMark::subject)) return at;
    const bool passes = token.symbol != 0 || line.is_role_at(at) || is_preposition_of_subject(token.lower) ||
                        is_determiner(token.lower) || is_compound_word(token.lower) ||
                        is_function_word(token.lower);
    if (!passes) return {};
  }
  return {};
}

const Mark* subject_inside(const LeadLine& line, std::size_t role) {
  const Mark& mark = *line.mark(role);
  const auto found = std::find_if(line.text.marks.begin(), line.text.marks.end(), [&](const Mark& other) {
    return other.kind == LeadMark::subject && other.span.overlaps(mark.span);
  });
  return found == line.text.marks.end() ? nullptr : &*found;
}

}  // namespace

std::vector<RolePhrase> role_phrases(const LeadLine& line) {
  std::vector<RolePhrase> phrases;
  for (std::size_t role = 0; role < line.size(); ++role) {
    if (line.is(role, LeadMark::level)) {
      if (const auto of = subject_of_clause(line, role))
        phrases.push_back({role, *line.mark(*of), *of, role});
      continue;
    }
    if (!line.is_role_at(role)) continue;
    if (const Mark* inside = subject_inside(line, role)) {
      phrases.push_back({role, *inside, role, role});
    } else if (const auto after = subject_after(line, role)) {
      phrases.push_back({role, *line.mark(*after), role, *after});
    } else if (const auto before = subject_before(line, role)) {
      phrases.push_back({role, *line.mark(*before), *before, role});
    } else if (const auto label = subject_as_label(line, role)) {
      phrases.push_back({role, *line.mark(*label), role, role});
    }
  }
  return phrases;
}

}  // namespace planmark
