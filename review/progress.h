// How far the review is: by document, criterion and person, and which documents stand in its way.
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "analyze/rule_book.h"
#include "review/workspace.h"

namespace planmark {

// Of the questions asked.
struct Count {
  std::size_t questions = 0;
  std::size_t first = 0;         // with a first mark
  std::size_t second_given = 0;  // of which somebody is assigned the second mark
  std::size_t second = 0;        // with a second mark
  std::size_t disagreeing = 0;   // with both, that no adjudication has decided between yet
  std::size_t standing = 0;      // with an answer that stands
  friend bool operator==(const Count&, const Count&) = default;
};

struct DocumentProgress {
  std::string sha256;
  Identity identity;
  Count count;
  bool is_final = false;
  std::vector<std::string> second_markers{};  // sign-in names, sorted
  friend bool operator==(const DocumentProgress&, const DocumentProgress&) = default;
};

struct PersonProgress {
  std::string person;
  std::size_t documents = 0;  // assigned, of either mark
  std::size_t questions = 0;  // assigned, each once for each mark
  std::size_t decided = 0;    // of these, by this person and with this mark
  std::string last;           // time of the person's last decision on anything; empty: has not started
  std::string due;            // the earliest due day of what is not decided; empty: none
  friend bool operator==(const PersonProgress&, const PersonProgress&) = default;
};

struct Progress {
  std::vector<DocumentProgress> documents;              // by system, part, edition; those that are asked
  std::vector<std::pair<std::string, Count>> criteria;  // in survey order
  std::vector<PersonProgress> people;                   // by sign-in name: whoever is active and reviews
  friend bool operator==(const Progress&, const Progress&) = default;
};

// How many questions are asked of a document, and how many anybody has answered.
struct Answered {
  std::size_t asked = 0, answered = 0;
};
// By document; those of which nothing is asked are left out.
Result<std::map<std::string, Answered>> answered_questions(const Workspace& workspace);

Result<Progress> progress(const Workspace& workspace, const RuleBook& rules);

// A document that cannot be reviewed as it should be.
struct DocumentGap {
  enum class Kind { missing, unreadable, superseded };
  Kind kind = Kind::missing;
  std::string system, part;
  std::string sha256;  // empty: missing
  std::string what;    // for people: "no plan", "4 of 60 pages could not be read", "there is one of 2024"
  friend bool operator==(const DocumentGap&, const DocumentGap&) = default;
};

// Of `documents` (Workspace::documents): those not read, those with pages that could not be read, and those
// of a part for which the system has a newer edition; and of each system expected, each part that it has no
// document for. By system, then part.
std::vector<DocumentGap> gaps_in(const std::vector<RegisteredDocument>& documents,
                                 const std::vector<std::string>& expected_systems,
                                 const std::vector<std::string>& expected_parts);

}  // namespace planmark
