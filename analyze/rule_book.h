// What to look for, as data: everything that lexicons/ says, checked and ready to run.
//
// A Concept is a thing with terms, patterns and negative terms. A cue is a concept that says something about
// a sentence instead of its topic (modality, owner, negation, detail, scope). A Question says which concepts
// bear on it, under which conditions, and how its answer is decided. load_rule_book() checks all of it, runs
// every example, and returns a finished, immutable value: there is no half-made rule book.
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace planmark {

struct ReadyPattern;

// One thing to look for. `pattern` is RE2 syntax over folded text (analyze/fold.h); terms have been turned
// into patterns by the loader (inflections and hyphens by rule).
struct Rule {
  std::string id;  // "group.looked-after/2": concept id and number of the term or pattern
  std::uint32_t concept_index = 0;
  std::string pattern;
  bool case_sensitive = false;
  bool negative = false;  // a mention of a negative rule cancels overlapping mentions of its concept
  bool weak = false;      // alone it never earns an answer (CAP-WEAK)
  std::shared_ptr<const ReadyPattern> ready = {};  // where the loader has tried it (analyze/pattern.h)
};

struct Concept {
  std::string id;    // "group.looked-after", "cue.modality.committed"
  std::string name;  // for people: "children looked after"
  std::string file;  // relative to the lexicon folder
  std::uint32_t line = 0;
};

enum class AnswerType : std::uint8_t { rag, yes_no, single_select, multi_select, named_person, free_text };

// A closed list of keys, each documented in lexicons/README.md. Kept as text so that the deciders, one file
// for each answer type, own their settings; the loader refuses a key that the question's type does not have.
struct Settings {
  std::map<std::string, std::vector<std::string>> lists;
  std::map<std::string, double> numbers;
};

// A choice of a select question. Without concepts and without `all_of` it is what is left when no other
// holds.
struct Option {
  std::string name;                   // spelt as in the survey
  std::vector<std::string> concepts;  // any of these makes it a candidate
  std::vector<std::string> all_of;    // single_select: holds when these options do
  double rank = 0;                    // single_select: of the options that hold the highest is the answer
  Settings settings;                  // the question's, with the option's own in their place
};

// A side of a rag question with sentences of its own ("how", "who", "what changed"), or what earns it no more
// than To some extent.
struct Aspect {
  std::string name;
  std::vector<std::string> concepts;  // the question's where it names none
  Settings settings;                  // the question's, with the aspect's own in their place
};

// A few lines of Markdown and what the question's draft must come to on them; run by tests, not by the
// loader.
struct QuestionExample {
  std::string text;
  std::string expect;  // as to_text(Answer) gives it
  std::uint32_t line = 0;
};

struct Question {
  std::string id;                  // "LEAD-01"
  std::string criterion;           // "Leadership"
  std::vector<std::string> parts;  // "strategy", "plan"
  AnswerType type = AnswerType::rag;
  std::string wording;
  std::string source;                 // where in the 2024 report or its survey the wording comes from
  std::vector<std::string> concepts;  // topic concepts
  std::vector<Option> options;
  Settings settings;             // of [question.decide], and for the rest the defaults of its type
  std::vector<Aspect> aspects;   // rag
  std::optional<Aspect> partly;  // rag: sentences that count for To some extent alone
  std::vector<QuestionExample> examples;
  std::string file;
  std::uint32_t line = 0;
};

class Matcher;

struct RuleBook {
  std::vector<Concept> concepts;    // sorted by id
  std::vector<Rule> rules;          // sorted by id
  std::vector<Question> questions;  // in survey order
  std::string hash;  // SHA-256 of the lexicon files' names and bytes: same hash, same knowledge
  std::shared_ptr<const Matcher> matcher;  // the rules compiled; nullptr where they were not tried

  const Concept* find_concept(std::string_view id) const;
  const Question* find_question(std::string_view id) const;
  // Index into concepts. Requires: the id exists (the loader has checked every id that data names).
  std::uint32_t concept_index(std::string_view id) const;
};

// Reads every .toml file below `folder`. On a mistake: bad_input with `where` = file:line:column and `what`
// holding the message, the line itself and a caret under the place, each on its own line. Mistakes are:
// syntax, unknown or missing key, unknown concept, duplicate id, pattern that does not compile, an example
// that should match and does not, or matches and should not.
// With Trial::skip patterns are not compiled and examples not run, which takes nine tenths of the time: for
// who shows what was drafted before and drafts nothing.
enum class Trial : std::uint8_t { all, skip };
Result<RuleBook> load_rule_book(const std::filesystem::path& folder, Trial trial = Trial::all);

std::string icu_version();
std::string
re2_version();  // "20220601": the library names no version at run time, this is the one built against

}  // namespace planmark
