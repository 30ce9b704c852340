// Everything that a report consists of, as files to be written below one folder:
//
//   report.html           the whole report, by itself
//   figures.json          every figure
//   answers.csv           every answer that is counted, and why others are not; not in the public edition
//   answers.xlsx          the same to be edited and brought back, with evidence, figures and disagreements
//                         (reports/answers_workbook.h); in the public edition figures.xlsx: the caller adds it
//   year-on-year.csv      every answer that is another than in the edition before; where there is one, and
//                         not in the public edition
//   figures/ID.svg        each chart; ID is QUESTION-PART
//   figures/ID.png        the same as a picture of dots, where there is one
//   figures/ID.csv        its table
//   figures/ID.vl.json    a Vega-Lite specification of it
//
// What names systems and quotes them is made beside it (reports/profile_html.h, annotations_json.h).
#pragma once

#include <string>
#include <vector>

#include "reports/report_html.h"

namespace planmark {

struct ReportFile {
  std::string path;  // below the folder, with /
  std::string bytes;
};

std::vector<ReportFile> report_files(const EditionAnswers& answers, const std::vector<Figure>& figures,
                                     const RuleBook& rules, const ReportFacts& facts);

}  // namespace planmark
