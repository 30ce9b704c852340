// Which questions are marked twice, and which are answered before the draft is shown: random shares that
// anybody can draw again.
//
// Whether a question of a document is in a sample is a function of the seed, the document and the question
// alone. A larger share keeps what a smaller one of the same seed held. Settings are append-only, with who
// set them, when and why.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "review/event.h"
#include "review/workspace.h"

namespace planmark {

enum class Sample : std::uint8_t { second_mark, before_draft };
const char* name_of(Sample sample);  // "second mark", "before the draft"

struct SampleSetting {
  std::string seed;
  double share = 0;  // 0 to 1; 0: nothing is in the sample
  friend bool operator==(const SampleSetting&, const SampleSetting&) = default;
};

// The first 53 bits of SHA-256("SAMPLE\nSEED\nDOCUMENT\nQUESTION") as a fraction are below the share.
bool is_chosen(Sample sample, const SampleSetting& setting, const std::string& sha256,
               const std::string& question);

// Errors: bad_input (a share outside 0 to 1).
Result<void> set_sample(Workspace& workspace, Sample sample, const SampleSetting& setting,
                        const std::string& why, const Act& by);

struct SampleChange {
  SampleSetting setting;
  std::string person, at, why;
  friend bool operator==(const SampleChange&, const SampleChange&) = default;
};
// Oldest first; the last one holds. Empty: never set, which is a share of 0.
Result<std::vector<SampleChange>> sample_changes(const Workspace& workspace, Sample sample);
Result<SampleSetting> sample_setting(const Workspace& workspace, Sample sample);

}  // namespace planmark
