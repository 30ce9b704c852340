// The yearly report as one HTML file: opens offline, prints, holds no script and is allowed none by its own
// policy.
//
// Each figure has its headline, its chart, its base, the table beneath it and its files (SVG, PNG, CSV)
// inside the page; a heat map shows every system by question, a table strategy beside plan where both are
// asked, and quotes good practice. A report of drafts says so at its head, at every figure and in its title.
#pragma once

#include <string>
#include <vector>

#include "analyze/rule_book.h"
#include "reports/chart_png.h"
#include "reports/edition_answers.h"
#include "reports/figure.h"
#include "reports/good_practice.h"

namespace planmark {

struct ReportFacts {
  std::string made_by;              // "planmark 0.1.0, lexicon 3f2a…"
  std::vector<std::string> guards;  // what reports/guards.h found
  bool is_public = false;           // names no system: without the heat map and the guards
  struct Link {
    std::string words, path;
  };
  std::vector<Link> profiles{};  // of each system: files beside the report; not shown in the public edition
  std::vector<GoodPractice> good_practice{};
  std::vector<ChartPicture> pictures{};  // of each figure, in their order; empty: none
  std::string year_on_year_html{}, year_on_year_csv{};  // reports/year_on_year.h; empty: no earlier edition
};

std::string report_html(const EditionAnswers& answers, const std::vector<Figure>& figures,
                        const RuleBook& rules, const ReportFacts& facts);

}  // namespace planmark
