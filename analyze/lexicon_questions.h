// Reads the [[question]] tables of survey/.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "analyze/lexicon_table.h"
#include "analyze/rule_book.h"

namespace planmark {

struct QuestionEntry {
  Question question;
  const LexiconFile* file = nullptr;
  Place place;  // of the id
};

// Every concept that a question names must be among `concept_ids`.
std::vector<QuestionEntry> read_questions(const LexiconFile& file, const std::set<std::string>& concept_ids,
                                          Mistakes& mistakes);

}  // namespace planmark
