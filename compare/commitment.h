// What an edition promises with a date or a number: "we will open two hubs by March 2025", "from 24 % to 18
// %", a row of a table of deliverables with its date.
//
// The patterns are data (lexicons/commitments.toml); what a date found by them means is told here.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "analyze/sentence.h"
#include "base/result.h"
#include "compare/rule_file.h"
#include "extract/document.h"

namespace planmark {

class PatternSet;

// RE2 over folded text, in any case.
struct CommitmentRules {
  std::shared_ptr<const PatternSet>
      promises;  // what makes a sentence, its stem or its list's heading a promise
  std::shared_ptr<const PatternSet>
      deadlines;                            // with the word that makes a date one to keep: "by March 2025"
  std::shared_ptr<const PatternSet> dates;  // in the column of a table whose head is one of `date_heads`
  std::shared_ptr<const PatternSet> date_heads;
  std::shared_ptr<const PatternSet> figures;     // what is promised in numbers: "18 %", "200 places"
  std::shared_ptr<const PatternSet> no_figures;  // what only looks like one: ages, "25 with"
  std::shared_ptr<const PatternSet> reports;     // what has happened
  std::shared_ptr<const PatternSet> denials;     // in a report: it has not
  double alike = 0;     // share of the words' weights that two sentences have in common: the same commitment
  double in_place = 0;  // the same between sentences of passages that belong together
  double reported = 0;  // between a commitment and what reports of it
  // Of two editions, and what becomes of each commitment: "kept", "met", ... those of the first in its order,
  // then the new ones.
  std::vector<RuleExample> examples;
};

// The name of the file in the folder of lexicons.
inline constexpr const char* commitments_file = "commitments.toml";

// Errors: not_found, storage, bad_input (not TOML, a key that is missing or unknown, a pattern that does not
// compile, a share that is not between 0 and 1), each with its place.
Result<CommitmentRules> load_commitment_rules(const std::filesystem::path& lexicons);

struct Term {
  Span span;
  std::string
      meaning;  // of a date "2025-03", "2024/25 q3", "2025 spring", "2025"; of a figure its digits and unit
  friend bool operator==(const Term&, const Term&) = default;
};

struct Commitment {
  std::uint32_t sentence = 0;  // index into the sentences given
  Span span;
  std::vector<Term> deadlines, figures;  // in text order
  friend bool operator==(const Commitment&, const Commitment&) = default;
};

// Whether a word (compare/passage.h) tells what is promised: numbers say how much and when.
bool says_what(const std::string& form);

// What a date in words means; empty where it has no year.
std::string meaning_of_date(std::string_view folded);

// What is promised, with or without a date or number; in text order. The items of a list that is introduced
// with a promise are promises, with its date where they have none of their own. Headings, contents lists,
// running heads and feet, notes and sources are left out.
std::vector<Commitment> promises_of(const Document& document, const std::vector<Sentence>& sentences,
                                    const CommitmentRules& rules);
// Those with a date or a number.
std::vector<Commitment> commitments_of(const Document& document, const std::vector<Sentence>& sentences,
                                       const CommitmentRules& rules);

}  // namespace planmark
