// In what capacity somebody marks a question, and whether they may see the draft and what others said of it.
#pragma once

#include <string>
#include <vector>

#include "review/assignment.h"
#include "review/record.h"
#include "review/sampling.h"
#include "workbench/bench.h"

namespace planmark {

struct Blindness {
  Mark mark = Mark::first;  // second for whom that is assigned, otherwise first
  bool hidden =
      false;  // a second marker always; a first one where the sample says so, until they have answered
};

// What that depends on, of the visitor and one document: looked up once for all its questions.
struct Marking {
  std::string sha256;
  std::vector<Assignment> given;  // to the visitor, of this document
  SampleSetting before_draft;
};
Result<Marking> marking_of(const Visit& visit, const std::string& sha256);

// `has_answered`: the visitor has a decision of their own on it.
Blindness blindness_of(const Marking& marking, const Question& question, bool has_answered);

// Whether the visitor is to answer it: where nothing of the document is assigned to them, all of it.
bool is_for_them(const Marking& marking, const Question& question);

// Whether one of the decisions is the visitor's answer to the question.
bool has_answered(const std::vector<Decision>& made, const Visit& visit, const std::string& question);

}  // namespace planmark
