#include "analyze/role_claim.h"

#include <algorithm>

#include "analyze/lead_grammar.h"
#include "analyze/lead_phrase.h"

namespace planmark {
namespace {

constexpr std::size_t denial_reach = 12;  // tokens before a role in which a denial still denies it

void add_rule(RoleClaim& claim, const Mark& mark) {
  if (mark.rule == none) return;
  const auto place = std::lower_bound(claim.rules.begin(), claim.rules.end(), mark.rule);
  if (place == claim.rules.end() || *place != mark.rule) claim.rules.insert(place, mark.rule);
}

bool is_denied(const LeadLine& line, const RolePhrase& phrase) {
  const std::uint32_t from =
      line.tokens[phrase.begin > denial_reach ? phrase.begin - denial_reach : 0].span.begin;
  const std::uint32_t to = line.tokens[phrase.last].span.end;
  return std::any_of(line.text.marks.begin(), line.text.marks.end(), [&](const Mark& mark) {
    return mark.kind == LeadMark::absent && mark.span.begin >= from && mark.span.begin < to + 40;
  });
}

bool is_required(const LeadLine& line) {
  return std::any_of(line.text.marks.begin(), line.text.marks.end(),
                     [](const Mark& mark) { return mark.kind == LeadMark::required; });
}

RoleClaim claim_of(const LeadLine& line, const RolePhrase& phrase) {
  const Tie tie = holder_of(line, phrase);
  RoleClaim claim;
  claim.role = *line.mark(phrase.role);
  claim.subject = phrase.subject;
  claim.board_level = claim.role.kind == LeadMark::board_role || claim.role.kind == LeadMark::level;
  claim.own = tie.own;
  claim.holder = tie.holder;
  claim.has_pronoun = tie.pronoun;
  claim.sentences = line.text.sentences;
  if (tie.elsewhere)
    claim.kind = ClaimKind::elsewhere;
  else if (claim.holder.nobody() && is_denied(line, phrase))
    claim.kind = ClaimKind::absent;
  else if (claim.holder.nobody() && is_required(line))
    claim.kind = ClaimKind::required;
  add_rule(claim, claim.role);
  add_rule(claim, claim.subject);
  if (claim.holder.post) add_rule(claim, *claim.holder.post);
  return claim;
}

// "Head of Safeguarding": the title holds the subject.
void add_titles(const LeadLine& line, std::vector<RoleClaim>& claims) {
  for (std::size_t at = 0; at < line.size(); ++at) {
    if (!line.is(at, LeadMark::board_post) && !line.is(at, LeadMark::below_post)) continue;
    const Mark& post = *line.mark(at);
    const auto subject = std::find_if(line.text.marks.begin(), line.text.marks.end(), [&](const Mark& mark) {
      return mark.kind == LeadMark::subject && post.span.contains(mark.span);
    });
    if (subject == line.text.marks.end()) continue;
    RoleClaim claim;
    claim.by_title = true;
    claim.role = post;
    claim.subject = *subject;
    claim.holder = holder_beside(line, at);
    claim.sentences = line.text.sentences;
    add_rule(claim, post);
    add_rule(claim, *subject);
    claims.push_back(claim);
  }
}

}  // namespace

std::vector<RoleClaim> read_claims(const LeadText& text) {
  const LeadLine line(text);
  std::vector<RoleClaim> claims;
  for (const RolePhrase& phrase : role_phrases(line)) claims.push_back(claim_of(line, phrase));
  add_titles(line, claims);
  return claims;
}

}  // namespace planmark
