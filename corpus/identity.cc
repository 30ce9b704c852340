#include "corpus/identity.h"

#include <algorithm>

#include "corpus/organisation.h"
#include "corpus/votes.h"

namespace planmark {
namespace {

// Votes that a member needs. A part needs more than one passing mention; a scanned plan has only its file
// name, and that must do for system and edition.
constexpr unsigned needed_for_system = 2;
constexpr unsigned needed_for_part = 3;
constexpr unsigned needed_for_edition = 2;

bool is_of_a_system(const std::vector<Clue>& clues, const SystemVotes& votes) {
  return !votes.outright.empty() || std::ranges::any_of(clues, [](const Clue& clue) {
    return clue.place == CluePlace::title_page && names_organisation(clue);
  });
}

// A place's own strategy and what is no plan at all have a system only if one is named outright: an
// inspection of Ash is not by the system of that name, and nor is the county's strategy.
const std::vector<Vote>& votes_that_count(const SystemVotes& votes, const std::string& part) {
  return part.empty() || part == "other" || part == "place-plan" ? votes.outright : votes.votes;
}

// What the clues for the part call the document.
Verdict kind_among(const std::vector<Vote>& votes, const std::string& part) {
  std::vector<Vote> kinds;
  for (Vote vote : votes) {
    if (part.empty() || vote.value != part || vote.kind.empty()) continue;
    vote.value = vote.kind;
    kinds.push_back(std::move(vote));
  }
  Verdict verdict = count_votes("kind", kinds, 1);
  std::erase_if(verdict.evidence, [&](const IdentityEvidence& one) { return one.value != verdict.value; });
  return verdict;
}

std::string take(Verdict verdict, const std::string& member, ProposedIdentity& proposed) {
  if (verdict.disputed) proposed.disputed.push_back(member);
  std::ranges::move(verdict.evidence, std::back_inserter(proposed.evidence));
  return verdict.value;
}

}  // namespace

ProposedIdentity propose_identity(const Document& document, const std::string& file_name,
                                  const Register& systems) {
  const std::vector<Clue> clues = find_clues(document, file_name);
  ProposedIdentity proposed;
  Identity& identity = proposed.identity;
  const SystemVotes systems_named = votes_for_system(clues, systems);
  const std::vector<Vote> part_votes =
      votes_for_part(clues, systems.part_cues, is_of_a_system(clues, systems_named));
  const Verdict part = count_votes("part", part_votes, needed_for_part);
  identity.system =
      take(count_votes("system", votes_that_count(systems_named, part.value), needed_for_system), "system",
           proposed);
  identity.part = take(part, "part", proposed);
  identity.edition =
      take(count_votes("edition", votes_for_edition(clues), needed_for_edition), "edition", proposed);
  std::ranges::move(kind_among(part_votes, part.value).evidence, std::back_inserter(proposed.evidence));
  identity.title = printed_title(clues);
  return proposed;
}

std::string kind_of(const std::vector<IdentityEvidence>& evidence) {
  if (std::ranges::find(evidence, "part", &IdentityEvidence::member) == evidence.end()) return {};
  const auto kind = std::ranges::find(evidence, "kind", &IdentityEvidence::member);
  return kind == evidence.end() ? std::string() : kind->value;
}

}  // namespace planmark
