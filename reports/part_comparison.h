// Strategy beside plan: the questions that are asked of both, with what each part comes to and how the two
// documents of one system differ.
#pragma once

#include <string>
#include <vector>

#include "analyze/rule_book.h"
#include "reports/edition_answers.h"
#include "reports/figure.h"

namespace planmark {

struct PartComparison {
  std::string question, criterion, wording;
  std::vector<const Figure*> figures{};  // one for each part, in survey order; two at least
  std::vector<std::string> rows{};       // answers: the first figure's, then what only another has
  // Systems for which an answer counts of the first two parts: whether they give the same one. With steps
  // (yes, to some extent, no) also which part goes further.
  std::size_t both = 0, same = 0, first_further = 0, second_further = 0;
  bool has_steps = false;
};

// In survey order. The comparisons point into `figures`.
std::vector<PartComparison> part_comparisons(const EditionAnswers& answers,
                                             const std::vector<Figure>& figures, const RuleBook& rules);

// Of the row with that label; none of the figure's base where it has no such row.
Share share_of(const Figure& figure, const std::string& label);

// "Of 12 systems with an answer for both, 7 (58 %) give the same; 3 go further in the strategy, 2 in the
// joint forward plan."
std::string sentence_of(const PartComparison& comparison);

// A section of the report; empty where nothing is asked of two parts. Of drafts each says so.
std::string part_comparisons_html(const std::vector<PartComparison>& comparisons);

}  // namespace planmark
