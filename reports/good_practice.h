// Quotes that show good practice, by criterion: what a plan that answers a question well says.
#pragma once

#include <cstddef>
#include <set>
#include <string>
#include <vector>

#include "analyze/rule_book.h"
#include "reports/answered_document.h"

namespace planmark {

struct GoodPractice {
  std::string criterion, question;
  std::string statement;  // in one line: “the quote” system, part, page; the same wherever it is shown
  bool is_draft = false;
};

// The first quote behind an answer of Yes or of free text, one for each system and criterion, at most `most`
// of a criterion: confirmed ones before drafts, then in survey order, systems in turn. With `named` only of
// these systems (as in Identity::system or by name) and only what a person confirmed.
struct GoodPracticeQuery {
  std::size_t most = 8;
  bool is_public = false;
  std::set<std::string> named{};
};
std::vector<GoodPractice> good_practice(const std::vector<AnsweredDocument>& documents, const RuleBook& rules,
                                        const GoodPracticeQuery& query);

// A section of the report; empty where there is none.
std::string good_practice_html(const std::vector<GoodPractice>& quotes);

}  // namespace planmark
