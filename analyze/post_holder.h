// Who is in which post, gathered from the whole document: lists of board members, appendices, sentences,
// signatures.
#pragma once

#include <cstdint>
#include <vector>

#include "analyze/lead_holder.h"
#include "analyze/lead_text.h"

namespace planmark {

// A post with the person who is named beside it anywhere in the document, or with its vacancy.
struct PostHolder {
  Holder holder;  // has a post
  std::uint32_t sentence = 0;
  bool row = false;
};
std::vector<PostHolder> find_post_holders(const LeadMarker& marker);

// True if both are names of one post: the same words but for "interim", "executive", "ICB"; one begins with
// the other; or both belong to one family ("Chief Nurse", "Chief Nursing Officer").
bool is_same_post(const Mark& a, const Mark& b, const DraftInputs& inputs);

}  // namespace planmark
