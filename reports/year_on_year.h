// What moved from one edition's answers to the next: the report's year-on-year chapter as values.
//
// Answers are held side by side system by system. Only a system whose two documents are comparable
// (corpus/lineage.h) counts as risen or fallen; of the others it is said why not. An edition in which a
// system published nothing new is answered by the document still in force, and has not moved.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "corpus/lineage.h"
#include "reports/edition_answers.h"
#include "reports/percentage.h"

namespace planmark {

// One answer or option of a question.
struct RowMove {
  std::string label;
  Share before, after;  // of all documents that count in each edition
  std::vector<std::string> gained,
      lost;  // comparable systems that did not give it before, or no more; by name
};

struct QuestionMove {
  std::string question, part, wording;
  AnswerType type = AnswerType::rag;
  std::vector<RowMove> rows;               // in the survey's order
  std::vector<std::string> risen, fallen;  // comparable systems, by name; of answers that have an order
  std::size_t same = 0;                    // of the same
  std::size_t not_compared = 0;            // answered in both editions by documents that are not comparable
};

struct SystemMove {
  std::string system;
  std::vector<std::string> risen, fallen;  // "LEAD-01 plan", in survey order
  Comparable comparable;
};

struct YearOnYear {
  std::string before, after;  // editions
  Basis basis = Basis::confirmed;
  BaseChange base;                                    // of the register
  std::size_t systems_before = 0, systems_after = 0;  // counted in the figures
  std::vector<QuestionMove> questions;                // in survey order
  std::vector<SystemMove> systems;  // of the later edition: most risen above fallen first, then by name
};

// Requires: both of the same basis.
YearOnYear year_on_year(const EditionAnswers& before, const EditionAnswers& after, const RuleBook& rules,
                        const Register& systems);

// The latest edition before `edition` that a document of the workspace has; empty where there is none.
// Errors: storage.
Result<std::string> edition_before(const Workspace& workspace, const std::string& edition);

// The chapter as HTML. With `is_public` no system is named.
std::string year_on_year_html(const YearOnYear& moves, bool is_public);
// Every answer that moved, as CSV: system, part, question, before, after, comparable.
std::string year_on_year_csv(const YearOnYear& moves, const EditionAnswers& before,
                             const EditionAnswers& after, const RuleBook& rules);

}  // namespace planmark
