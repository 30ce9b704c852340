// Claims weighed for one question: which count, where the holder of a post was found, which is best.
#pragma once

#include <string>
#include <vector>

#include "analyze/analysis.h"
#include "analyze/lead_search.h"
#include "analyze/lead_text.h"
#include "analyze/post_holder.h"
#include "analyze/role_claim.h"

namespace planmark {

struct LeadReading {
  RoleClaim claim;                       // its holder completed from elsewhere if the role only names a post
  std::string why_not;                   // why it does not count; empty when it does
  std::vector<PostHolder> post_holders;  // what other places say of the post, best first
  bool two_hops = false;                 // the holder comes from them

  bool counts() const { return why_not.empty(); }
  // `named`: somebody holds the role today; `role_only`: a post, or a role that has lost its holder.
  LeadStatus status() const;
};

// In text order.
std::vector<LeadReading> read_leads(const Question& question, const LeadMarker& marker);

// The best that counts and is at least role_only; nothing where there is none.
const LeadReading* best_of(const std::vector<LeadReading>& readings);

// Another reading as firm as the one taken that names somebody else.
const LeadReading* rival_of(const std::vector<LeadReading>& readings, const LeadReading& taken,
                            const Document& document);

// "Ann Cray", "Ann Cray and Bob Dole". Requires: holder.person.
std::string names_of(const Holder& holder, const Document& document);
// Empty for a holder who is in post.
std::string_view state_of(Presence presence);

}  // namespace planmark
