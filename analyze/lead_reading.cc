#include "analyze/lead_reading.h"

#include <algorithm>
#include <utility>

#include "analyze/question_settings.h"

namespace planmark {
namespace {

std::string why_it_does_not_count(const RoleClaim& claim, bool below_board_counts) {
  const Holder& holder = claim.holder;
  switch (claim.kind) {
    case ClaimKind::elsewhere:
      return "the role is another organisation's";
    case ClaimKind::required:
      return "says what is asked of integrated care boards, not who does it here";
    case ClaimKind::absent:
      return "says that there is no lead yet";
    case ClaimKind::stated:
      break;
  }
  if (holder.post && holder.post->kind == LeadMark::other_post)
    return "the post is not one that holds this lead";
  if (holder.elsewhere) return "the post is another organisation's";
  if (claim.by_title)
    return below_board_counts && holder.person ? "" : "only the title of a post speaks of it";
  if (claim.board_level || (holder.post && holder.post->kind == LeadMark::board_post)) return "";
  if (!below_board_counts) return "a lead below the board, or one whose level is not said";
  const bool below = holder.post && holder.post->kind == LeadMark::below_post;
  return claim.own || below ? "" : "not said to be the integrated care board's lead";
}

// A vacancy that is stated outweighs a name left standing; then a row of a list of posts, then a sentence.
int rank_of(const PostHolder& found) {
  switch (found.holder.presence) {
    case Presence::vacant:
    case Presence::undecided:
      return 0;
    case Presence::present:
      return found.row ? 1 : 2;
    case Presence::former:
    case Presence::future:
      return 3;
  }
  return 3;
}

// The second hop: the role names a post, and the post's holder stands somewhere else.
void look_up_post(LeadReading& reading, const std::vector<PostHolder>& holders, const DraftInputs& inputs) {
  Holder& holder = reading.claim.holder;
  if (!holder.post || holder.person) return;
  for (const PostHolder& candidate : holders)
    if (is_same_post(*candidate.holder.post, *holder.post, inputs)) reading.post_holders.push_back(candidate);
  std::stable_sort(reading.post_holders.begin(), reading.post_holders.end(),
                   [](const PostHolder& a, const PostHolder& b) { return rank_of(a) < rank_of(b); });
  if (reading.post_holders.empty() || holder.presence != Presence::present) return;
  const Holder& found = reading.post_holders.front().holder;
  holder.presence = found.presence;
  holder.interim = holder.interim || found.interim;
  if (found.presence == Presence::present) {
    holder.person = found.person;
    holder.partner = found.partner;
  }
  reading.two_hops = true;
}

// Higher is better; of equals the first in the text is taken.
int weight_of(const LeadReading& reading) {
  const LeadStatus status = reading.status();
  int weight = status == LeadStatus::named ? 100 : status == LeadStatus::role_only ? 50 : 0;
  if (reading.claim.board_level) weight += 20;
  if (reading.claim.by_title) weight -= 20;
  if (reading.claim.holder.post) weight += 4;
  if (!reading.two_hops) weight += 2;
  if (reading.claim.own) weight += 1;
  return weight;
}

std::string surname_of(const Mark& person, const Document& document) {
  const std::string_view name = slice(document.text, person.printed);
  return std::string(name.substr(name.find_last_of(" \n") + 1));
}

bool names_surname(const Holder& holder, const std::string& surname, const Document& document) {
  return (holder.person && surname_of(*holder.person, document) == surname) ||
         (holder.partner && surname_of(*holder.partner, document) == surname);
}

}  // namespace

LeadStatus LeadReading::status() const {
  const Holder& holder = claim.holder;
  if (holder.person && holder.presence == Presence::present) return LeadStatus::named;
  const bool left = holder.presence == Presence::vacant || holder.presence == Presence::former ||
                    holder.presence == Presence::future;
  return holder.post || left ? LeadStatus::role_only : LeadStatus::not_named;
}

std::vector<LeadReading> read_leads(const Question& question, const LeadMarker& marker) {
  const bool below_board_counts = number_of(question.settings, "below_board") > 0;
  const std::vector<PostHolder> holders = find_post_holders(marker);
  std::vector<LeadReading> readings;
  for (RoleClaim& claim : find_role_claims(marker)) {
    LeadReading reading;
    reading.why_not = why_it_does_not_count(claim, below_board_counts);
    reading.claim = std::move(claim);
    if (reading.counts()) look_up_post(reading, holders, marker.inputs());
    readings.push_back(std::move(reading));
  }
  return readings;
}

const LeadReading* best_of(const std::vector<LeadReading>& readings) {
  const LeadReading* best = nullptr;
  for (const LeadReading& reading : readings) {
    if (!reading.counts() || reading.status() == LeadStatus::not_named) continue;
    if (best == nullptr || weight_of(reading) > weight_of(*best)) best = &reading;
  }
  return best;
}

const LeadReading* rival_of(const std::vector<LeadReading>& readings, const LeadReading& taken,
                            const Document& document) {
  if (taken.status() != LeadStatus::named) return nullptr;
  const std::string surname = surname_of(*taken.claim.holder.person, document);
  for (const LeadReading& reading : readings) {
    const bool as_firm = reading.counts() && reading.status() == LeadStatus::named &&
                         reading.claim.by_title == taken.claim.by_title &&
                         reading.claim.board_level == taken.claim.board_level;
    if (as_firm && !names_surname(reading.claim.holder, surname, document)) return &reading;
  }
  return nullptr;
}

std::string names_of(const Holder& holder, const Document& document) {
  const std::string name(slice(document.text, holder.person->printed));
  if (!holder.partner) return name;
  const std::string partner(slice(document.text, holder.partner->printed));
  const bool partner_first = holder.partner->printed < holder.person->printed;
  return partner_first ? partner + " and " + name : name + " and " + partner;
}

std::string_view state_of(Presence presence) {
  switch (presence) {
    case Presence::vacant:
      return "vacant";
    case Presence::undecided:
      return "to be confirmed";
    case Presence::former:
      return "former holder has left";
    case Presence::future:
      return "not yet in post";
    case Presence::present:
      break;
  }
  return "";
}

}  // namespace planmark
