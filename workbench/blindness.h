// In what capacity somebody marks a question, and whether they may see the draft and what others said of it.
#pragma once

#include <string>

#include "review/mark.h"
#include "workbench/bench.h"

namespace planmark {

struct Blindness {
  Mark mark = Mark::first;  // second for whom that is assigned, otherwise first
  bool hidden =
      false;  // a second marker always; a first one where the sample says so, until they have answered
};

// `has_answered`: the person has a decision of their own on it.
Result<Blindness> blindness_of(const Visit& visit, const std::string& sha256, const Question& question,
                               bool has_answered);
// The same, with what the person has decided looked up.
Result<Blindness> blindness_of(const Visit& visit, const std::string& sha256, const Question& question);

}  // namespace planmark
