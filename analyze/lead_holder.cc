#include "analyze/lead_holder.h"

#include <algorithm>

#include "analyze/lead_grammar.h"

namespace planmark {
namespace {

constexpr std::size_t furthest = 16;      // tokens between a role and its holder
constexpr std::size_t longest_title = 9;  // words of a post that the lexicon does not know
constexpr std::size_t clause_reach = 25;  // tokens in which a vacancy still speaks of the role

bool is_open(const LeadLine& line, std::size_t at) { return line.is_symbol(at, ".;"); }

// "Ann Cray, Integrated Place Director, is": the end of an apposition that begins with the comma at `at`.
std::size_t end_of_apposition(const LeadLine& line, std::size_t at, std::size_t end) {
  const char closing = line.is_symbol(at, "(") ? ')' : ',';
  for (std::size_t i = at + 1; i < end && i - at <= longest_title; ++i) {
    const LeadToken& token = line.tokens[i];
    if (token.symbol == closing) return i + 1;
    if (line.is_role_at(i) || (token.is_word() && ends_noun_phrase(token.lower))) return at;
  }
  return at;
}

struct Gap {
  bool ties = false;
  bool copula = false;  // "is", "became": firmer than a comma
  bool past = false;    // "was"
  bool elsewhere = false;
  bool own = false;
};

// The words from a holder (excluded) to the role that begins at `end`.
Gap gap_to_role(const LeadLine& line, std::size_t holder, std::size_t end) {
  Gap gap;
  bool other_role = false, and_seen = false;
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
    } else if (token.mark != none || is_open(line, at)) {
      return gap;
    } else if (token.is_word()) {
      gap.own = gap.own || is_own_word(token.lower);
      if (is_copula(token.lower) || is_past_copula(token.lower)) {
        gap.copula = gap.copula || token.lower != "who";
        gap.past = gap.past || is_past_copula(token.lower);
      } else if (token.lower == "and") {
        and_seen = true;
      } else if (other_role || is_board_word(token.lower) || token.capital) {
        if (ends_noun_phrase(token.lower)) return gap;
      } else if (!is_determiner(token.lower)) {
        return gap;
      }
      // "Ann Cray and the executive lead" are two people.
      if (and_seen && !gap.copula && !other_role && (token.lower == "the" || token.lower == "our"))
        return gap;
    }
  }
  gap.ties = true;
  return gap;
}

// The words from a role that ends at `last` to a holder: what it leads besides, then a link, then "our",
// "the".
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
    if (token.is_word() && ends_noun_phrase(token.lower) && !is_copula(token.lower)) return gap;
  }
  gap.ties = linked || holder == last + 1;
  return gap;
}

// A person and a post side by side: only a comma, a bracket, a dash, "our", "is" between them.
bool stand_together(const LeadLine& line, std::size_t left, std::size_t right) {
  if (right - left > 6) return false;
  for (std::size_t at = left + 1; at < right; ++at) {
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

std::optional<std::size_t> next_holder(const LeadLine& line, std::size_t at) {
  for (std::size_t i = at + 1; i < line.size() && i - at <= 7; ++i)
    if (line.is_holder_at(i)) return i;
  return {};
}

std::optional<std::size_t> holder_left_of(const LeadLine& line, std::size_t at) {
  for (std::size_t i = at; i-- > 0 && at - i <= 7;)
    if (line.is_holder_at(i)) return i;
  return {};
}

void take(Holder& holder, const LeadLine& line, std::size_t at) {
  const Mark& mark = *line.mark(at);
  if (mark.kind == LeadMark::person) {
    if (!holder.person)
      holder.person = mark;
    else if (!holder.partner)
      holder.partner = mark;
  } else if (!holder.post) {
    holder.post = mark;
  }
}

// From a holder leftwards: its post or its name, titles joined by "and", a second person.
void take_left(Holder& holder, const LeadLine& line, std::size_t at) {
  for (std::size_t from = at;;) {
    const auto left = holder_left_of(line, from);
    if (!left) return;
    const bool same_kind = line.is_post_at(*left) == line.is_post_at(from);
    const bool person = line.is(*left, LeadMark::person);
    if (same_kind ? !joined_by_and(line, *left, from) : !stand_together(line, *left, from)) {
      const bool second = person && holder.person && joined_by_and(line, *left, from);
      if (!second) return;
    } else if (person && holder.person && !same_kind) {
      return;  // "Bob Cole, Chief Nurse, Ann Cray": the post is Bob's
    } else if (same_kind && !person && holder.post) {
      holder.post->span.begin = line.mark(*left)->span.begin;
      holder.post->printed.begin = line.mark(*left)->printed.begin;
      holder.post->kind = std::min(holder.post->kind, line.mark(*left)->kind);
    }
    take(holder, line, *left);
    from = *left;
  }
}

void take_right(Holder& holder, const LeadLine& line, std::size_t at) {
  for (std::size_t from = at;;) {
    const auto right = next_holder(line, from);
    if (!right) return;
    const bool same_kind = line.is_post_at(*right) == line.is_post_at(from);
    if (same_kind ? !joined_by_and(line, from, *right) : !stand_together(line, from, *right)) return;
    if (!same_kind && line.is(*right, LeadMark::person) && holder.person) return;
    if (same_kind && line.is_post_at(*right)) {
      holder.post->span.end = line.mark(*right)->span.end;
      holder.post->printed.end = line.mark(*right)->printed.end;
    }
    take(holder, line, *right);
    from = *right;
  }
}

bool has_state(const LeadLine& line, LeadMark kind, std::uint32_t begin, std::uint32_t end) {
  return std::any_of(line.text.marks.begin(), line.text.marks.end(), [&](const Mark& mark) {
    return mark.kind == kind && mark.span.begin >= begin && mark.span.end <= end;
  });
}

bool followed_by_elsewhere(const LeadLine& line, const Holder& holder) {
  std::uint32_t end = 0;
  for (const std::optional<Mark>& mark : {holder.person, holder.post})
    if (mark) end = std::max(end, mark->span.end);
  std::size_t at = 0;
  while (at < line.size() && line.tokens[at].span.begin < end) ++at;
  if (at >= line.size()) return false;
  const bool at_or_of =
      line.is_symbol(at, ",(-") || line.tokens[at].lower == "at" || line.tokens[at].lower == "of";
  if (!at_or_of) return false;
  for (std::size_t i = at + 1; i < line.size() && i - at <= 6; ++i) {
    if (line.is(i, LeadMark::elsewhere)) return true;
    if (line.tokens[i].symbol != 0 || line.tokens[i].mark != none || ends_noun_phrase(line.tokens[i].lower))
      return false;
  }
  return false;
}

struct Candidate {
  Holder holder;
  Gap gap;
};

Candidate before_role(const LeadLine& line, const RolePhrase& phrase) {
  for (std::size_t at = phrase.begin; at-- > 0 && phrase.begin - at <= furthest;) {
    if (is_open(line, at)) return {};
    if (!line.is_holder_at(at)) continue;
    Candidate found;
    found.gap = gap_to_role(line, at, phrase.begin);
    // A longer apposition: "Ann Cray, Director of Place and lead for the hub, is".
    if (!found.gap.ties) continue;
    take(found.holder, line, at);
    take_left(found.holder, line, at);
    if (!found.gap.copula && found.holder.post && !found.holder.person && phrase.begin > at + 1 &&
        line.tokens[at + 1].lower == "and")
      return {};
    return found;
  }
  return {};
}

Candidate after_role(const LeadLine& line, const RolePhrase& phrase) {
  for (std::size_t at = phrase.last + 1; at < line.size() && at - phrase.last <= furthest; ++at) {
    if (is_open(line, at) || line.is_role_at(at)) return {};
    if (!line.is_holder_at(at)) continue;
    Candidate found;
    found.gap = gap_from_role(line, phrase, at);
    if (!found.gap.ties) return {};
    take(found.holder, line, at);
    take_right(found.holder, line, at);
    return found;
  }
  return {};
}

bool starts_with_pronoun(const LeadLine& line, const RolePhrase& phrase) {
  if (line.size() == 0 || !line.tokens[0].is_word() || !is_pronoun(line.tokens[0].lower)) return false;
  return gap_to_role(line, 0, phrase.begin).ties;
}

}  // namespace

Presence presence_near(const LeadLine& line, std::size_t begin, std::size_t last) {
  std::size_t end = last;
  while (end + 1 < line.size() && !is_open(line, end + 1) && end - last < clause_reach) ++end;
  const std::uint32_t from = line.tokens[begin].span.begin, to = line.tokens[end].span.end;
  if (has_state(line, LeadMark::former, 0, to)) return Presence::former;
  if (has_state(line, LeadMark::vacant, from, to)) return Presence::vacant;
  if (has_state(line, LeadMark::undecided, from, to)) return Presence::undecided;
  return Presence::present;
}

Tie holder_of(const LeadLine& line, const RolePhrase& phrase) {
  const Candidate before = before_role(line, phrase);
  const Candidate after = after_role(line, phrase);
  const bool take_before =
      before.gap.ties && (before.gap.copula || !after.gap.ties || phrase.last + 1 == line.size());
  const Candidate& taken = take_before ? before : after;
  Tie tie;
  if (taken.gap.ties) tie.holder = taken.holder;
  tie.elsewhere = taken.gap.ties && (taken.gap.elsewhere || followed_by_elsewhere(line, taken.holder));
  tie.own = before.gap.own || after.gap.own;
  for (std::size_t at = phrase.begin; at-- > 0 && phrase.begin - at <= 4;) {
    if (!line.tokens[at].is_word()) {
      tie.elsewhere = tie.elsewhere || (line.is(at, LeadMark::elsewhere) && !tie.own);
      break;
    }
    tie.own = tie.own || is_own_word(line.tokens[at].lower);
  }
  Holder& holder = tie.holder;
  holder.presence = presence_near(line, phrase.begin, phrase.last);
  if (take_before && before.gap.past && !holder.nobody()) {
    const bool appointed =
        before.gap.copula && has_state(line, LeadMark::holds, 0, line.tokens[phrase.begin].span.begin);
    if (!appointed) holder.presence = Presence::former;
  }
  const std::uint32_t all = line.tokens.back().span.end;
  if (holder.person && has_state(line, LeadMark::future, 0, all)) holder.presence = Presence::future;
  if (holder.person && (holder.presence == Presence::vacant || holder.presence == Presence::undecided))
    holder.presence = Presence::present;
  holder.interim = has_state(line, LeadMark::interim, 0, all);
  tie.pronoun = holder.nobody() && starts_with_pronoun(line, phrase);
  return tie;
}

Holder holder_beside(const LeadLine& line, std::size_t at) {
  Holder left, right;
  take(left, line, at);
  take(right, line, at);
  take_left(left, line, at);
  take_right(right, line, at);
  // "Ann Cray, Chief Nurse, Bob Cole, Chief Medical Officer": whichever comes first leads each pair.
  std::size_t first = at;
  while (const auto earlier = holder_left_of(line, first)) first = *earlier;
  const bool person_first = line.is(first, LeadMark::person);
  const bool left_whole = left.person && left.post, right_whole = right.person && right.post;
  const bool wants_left = line.is_post_at(at) == person_first;
  Holder holder = left_whole && (wants_left || !right_whole) ? left : right;
  holder.presence = presence_near(line, at, at);
  const std::uint32_t all = line.tokens.back().span.end;
  if (holder.person && holder.presence != Presence::former) holder.presence = Presence::present;
  holder.interim = has_state(line, LeadMark::interim, 0, all);
  holder.elsewhere = followed_by_elsewhere(line, holder);
  return holder;
}

}  // namespace planmark
