// What part a document plays in an edition, and the words of title pages and file names that speak for each.
//
// The data are corpus/register/parts.tsv. "other" stands for what is no plan at all (an inspection letter, a
// needs assessment, guidance); its cues keep "annual report on the joint forward plan" from passing for the
// plan.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "base/result.h"

namespace planmark {

// The part names that planmark knows, in their usual order.
const std::vector<std::string>& part_names();

enum class CuePlace : std::uint8_t { title, file_name, anywhere };

struct PartCue {
  std::string part;
  std::vector<std::string> words;  // folded (corpus/phrase.h), found as whole consecutive words
  CuePlace place = CuePlace::anywhere;
  unsigned weight = 1;  // 1 a hint, 2 usual, 3 says it outright, 4 and more outranks a plan's own name
  std::string phrase;   // as written in the data
  std::string kind;     // what such a document is called: "needs assessment"; empty: the part says it all
};

// Sorted by (part, phrase). Errors name file:line: unknown part or place, weight out of 1..9, phrase given
// twice.
Result<std::vector<PartCue>> load_part_cues(const std::filesystem::path& file);

}  // namespace planmark
