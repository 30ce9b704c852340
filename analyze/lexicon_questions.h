// Reads the [[question]] tables of survey/.
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "analyze/lexicon_table.h"
#include "analyze/rule_book.h"

namespace planmark {

struct QuestionEntry {
  Question question;
  const LexiconFile* file = nullptr;
  Place place;                          // of the id
  std::vector<QuestionExample> gaps{};  // examples recorded as not yet so: not among the question's
};

// The settings of a type of answer that a question need not repeat: [[default]] tables of survey/.
using DefaultSettings = std::map<AnswerType, Settings>;

DefaultSettings read_defaults(const std::vector<const LexiconFile*>& files,
                              const std::set<std::string>& concept_ids, Mistakes& mistakes);

// Every concept that a question names must be among `concept_ids`.
std::vector<QuestionEntry> read_questions(const LexiconFile& file, const std::set<std::string>& concept_ids,
                                          const DefaultSettings& defaults, Mistakes& mistakes);

}  // namespace planmark
