// The figures of an edition as a sheet: one below another, each with its table and, beside it, a chart of the
// spreadsheet's own that is drawn from that table.
#pragma once

#include "reports/edition_answers.h"
#include "reports/figure.h"
#include "reports/report_html.h"
#include "reports/workbook.h"

namespace planmark {

Sheet figures_sheet(const std::vector<Figure>& figures);

// What is printed at the head of each page; empty unless the figures are of drafts.
std::string draft_mark(Basis basis);

// The first lines of a read-me: what this is, of which edition and basis, and what a reader must know.
// Without the guards in a public edition, for they name systems.
std::vector<SheetRow> about_rows(const EditionAnswers& answers, const ReportFacts& facts);

// Figures and a read-me alone, figures.xlsx: it names no system.
Workbook figures_workbook(const EditionAnswers& answers, const std::vector<Figure>& figures,
                          const ReportFacts& facts);

}  // namespace planmark
