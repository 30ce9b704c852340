#include <algorithm>
#include <set>

#include "corpus/votes.h"

namespace planmark {
namespace {

// A weight from which a cue says what the whole document is, and so must stand where the document names
// itself.
constexpr unsigned outranking = 4;

bool may_speak(const PartCue& cue, const Clue& clue, bool of_a_system) {
  if (cue.place == CuePlace::title && clue.place == CluePlace::file_name) return false;
  if (cue.place == CuePlace::file_name && clue.place != CluePlace::file_name) return false;
  if (cue.weight >= outranking && !clue.prominent) return false;
  return cue.weight > 1 || of_a_system;
}

struct Hit {
  const PartCue* cue;
  std::size_t begin, end;  // words of the clue
};

// Longest first, none inside another: "suicide prevention strategy" is no "strategy".
std::vector<Hit> hits_in(const Clue& clue, const std::vector<PartCue>& cues, bool of_a_system) {
  std::vector<Hit> found;
  for (const PartCue& cue : cues) {
    const std::size_t at = find_phrase(clue.words, cue.words);
    if (at < clue.words.size()) found.push_back({&cue, at, at + cue.words.size()});
  }
  std::ranges::stable_sort(found, std::ranges::greater(), [](const Hit& hit) { return hit.end - hit.begin; });
  std::vector<Hit> kept;
  for (const Hit& hit : found) {
    const auto overlaps = [&](const Hit& other) { return hit.begin < other.end && other.begin < hit.end; };
    if (std::ranges::none_of(kept, overlaps)) kept.push_back(hit);
  }
  std::erase_if(kept, [&](const Hit& hit) { return !may_speak(*hit.cue, clue, of_a_system); });
  return kept;
}

}  // namespace

std::vector<Vote> votes_for_part(const std::vector<Clue>& clues, const std::vector<PartCue>& cues,
                                 bool of_a_system) {
  std::vector<Vote> votes;
  std::set<std::pair<const PartCue*, CluePlace>> heard;  // a running head says it on every page
  for (const Clue& clue : clues)
    for (const Hit& hit : hits_in(clue, cues, of_a_system))
      if (heard.emplace(hit.cue, clue.place).second)
        votes.push_back(
            {hit.cue->part, hit.cue->weight * clue.weight, clue.source, clue.text, hit.cue->kind});
  return votes;
}

}  // namespace planmark
