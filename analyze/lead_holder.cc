#include "analyze/lead_holder.h"

#include <algorithm>
#include <utility>

#include "analyze/lead_gap.h"
#include "analyze/lead_grammar.h"

namespace planmark {
namespace {

constexpr std::size_t furthest_holder = 16;  // tokens between a role and its holder
constexpr std::size_t neighbour_reach = 12;  // tokens between a person and a post
constexpr std::size_t clause_reach = 25;     // tokens in which a vacancy still speaks of the role

std::optional<std::size_t> next_holder(const LeadLine& line, std::size_t at) {
  for (std::size_t i = at + 1; i < line.size() && i - at <= neighbour_reach; ++i)
    if (line.is_holder_at(i)) return i;
  return {};
}

std::optional<std::size_t> holder_left_of(const LeadLine& line, std::size_t at) {
  for (std::size_t i = at; i-- > 0 && at - i <= neighbour_reach;)
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

// "Ann Cray, once a matron, is our Chief Nurse."
bool says_is_between(const LeadLine& line, const Holder& holder) {
  if (!holder.person || !holder.post) return false;
  const std::pair<Span, Span> both = std::minmax(holder.person->span, holder.post->span);
  return std::any_of(line.tokens.begin(), line.tokens.end(), [&](const LeadToken& token) {
    return token.span.begin >= both.first.end && token.span.end <= both.second.begin && token.lower == "is";
  });
}

// "took over from Ann Cray as lead"
bool is_predecessor(const LeadLine& line, std::size_t at) {
  if (at == 0 || !line.is(at, LeadMark::person)) return false;
  const std::string& before = line.tokens[at - 1].lower;
  return before == "from" || before == "replacing" || before == "replaced" || before == "succeeding" ||
         before == "succeeded";
}

struct PossibleHolder {
  Holder holder;
  Gap gap;
};

PossibleHolder before_role(const LeadLine& line, const RolePhrase& phrase) {
  for (std::size_t at = phrase.begin; at-- > 0 && phrase.begin - at <= furthest_holder;) {
    if (ends_clause(line, at)) return {};
    if (!line.is_holder_at(at)) continue;
    PossibleHolder found;
    found.gap = gap_to_role(line, at, phrase.begin);
    // A longer apposition: "Ann Cray, Director of Place and lead for the hub, is".
    if (!found.gap.ties || is_predecessor(line, at)) continue;
    take(found.holder, line, at);
    take_left(found.holder, line, at);
    if (!found.gap.copula && found.holder.post && !found.holder.person && phrase.begin > at + 1 &&
        line.tokens[at + 1].lower == "and")
      return {};
    return found;
  }
  return {};
}

PossibleHolder after_role(const LeadLine& line, const RolePhrase& phrase) {
  for (std::size_t at = phrase.last + 1; at < line.size() && at - phrase.last <= furthest_holder; ++at) {
    if (ends_clause(line, at) || line.is_role_at(at)) return {};
    if (!line.is_holder_at(at)) continue;
    PossibleHolder found;
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
  while (end + 1 < line.size() && !ends_clause(line, end + 1) && end - last < clause_reach) ++end;
  const std::uint32_t from = line.tokens[begin].span.begin, to = line.tokens[end].span.end;
  if (has_state(line, LeadMark::former, 0, to)) return Presence::former;
  if (has_state(line, LeadMark::vacant, from, to)) return Presence::vacant;
  if (has_state(line, LeadMark::undecided, from, to)) return Presence::undecided;
  return Presence::present;
}

namespace {

// "Ann Cray, formerly a matron, is our lead" and "our lead is Ann Cray, who has left the trust" speak of the
// present.
bool is_former(const LeadLine& line, const PossibleHolder& taken, bool before) {
  if (before && taken.gap.past) return true;
  if (before && taken.gap.copula) return false;
  std::uint32_t end = line.tokens.back().span.end;
  if (!before && taken.holder.person) end = taken.holder.person->span.begin;
  if (!before && taken.holder.post) end = std::min(end, taken.holder.post->span.begin);
  return has_state(line, LeadMark::former, 0, end);
}

Presence presence_of(const LeadLine& line, const RolePhrase& phrase, const PossibleHolder& taken,
                     bool before) {
  if (!taken.gap.ties) return presence_near(line, phrase.begin, phrase.last);
  if (is_former(line, taken, before)) return Presence::former;
  const bool person = taken.holder.person.has_value();
  if (person && !(before && taken.gap.present) &&
      has_state(line, LeadMark::future, 0, line.tokens.back().span.end))
    return Presence::future;
  const Presence near = presence_near(line, phrase.begin, phrase.last);
  return person || near == Presence::former ? Presence::present : near;
}

}  // namespace

Tie holder_of(const LeadLine& line, const RolePhrase& phrase) {
  const PossibleHolder before = before_role(line, phrase);
  const PossibleHolder after = after_role(line, phrase);
  const bool take_before =
      before.gap.ties && (before.gap.copula || !after.gap.ties || phrase.last + 1 == line.size());
  const PossibleHolder& taken = take_before ? before : after;
  Tie tie;
  if (taken.gap.ties) tie.holder = taken.holder;
  const bool others = taken.gap.elsewhere && !taken.gap.own;
  tie.elsewhere = taken.gap.ties && (others || followed_by_elsewhere(line, taken.holder));
  tie.own = before.gap.own || after.gap.own;
  for (std::size_t at = phrase.begin; at-- > 0 && phrase.begin - at <= 4;) {
    if (!line.tokens[at].is_word()) {
      tie.elsewhere = tie.elsewhere || (line.is(at, LeadMark::elsewhere) && !tie.own);
      break;
    }
    tie.own = tie.own || is_own_word(line.tokens[at].lower);
  }
  Holder& holder = tie.holder;
  const std::uint32_t all = line.tokens.back().span.end;
  holder.presence = presence_of(line, phrase, take_before ? before : after, take_before);
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
  if (holder.person && (holder.presence != Presence::former || says_is_between(line, holder)))
    holder.presence = Presence::present;
  holder.interim = has_state(line, LeadMark::interim, 0, all);
  holder.elsewhere = followed_by_elsewhere(line, holder);
  return holder;
}

}  // namespace planmark
