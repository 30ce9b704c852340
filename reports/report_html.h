// The yearly report as one HTML file: opens offline, prints, holds no script and is allowed none by its own
// policy.
//
// Each figure has its headline, its chart, its base, the table beneath it and its files (SVG, CSV) inside the
// page; a heat map shows every system by question. A report of drafts says so at its head, at every figure
// and in its title.
#pragma once

#include <string>
#include <vector>

#include "analyze/rule_book.h"
#include "reports/edition_answers.h"
#include "reports/figure.h"

namespace planmark {

struct ReportFacts {
  std::string made_by;              // "planmark 0.1.0, lexicon 3f2a…"
  std::vector<std::string> guards;  // what reports/guards.h found
  bool is_public = false;           // names no system: without the heat map and the guards
};

std::string report_html(const EditionAnswers& answers, const std::vector<Figure>& figures,
                        const RuleBook& rules, const ReportFacts& facts);

}  // namespace planmark
