// The yearly report as a Word document, to be edited and put into other documents: the figures of
// report_html() with their pictures and tables, strategy beside plan, good practice, method. Without the heat
// map, which no page of paper holds.
#pragma once

#include <string>
#include <vector>

#include "base/result.h"
#include "reports/report_html.h"

namespace planmark {

// Pictures are those of `facts`; a figure without one has its table alone. Errors: those of zip_of().
Result<std::string> report_docx(const EditionAnswers& answers, const std::vector<Figure>& figures,
                                const RuleBook& rules, const ReportFacts& facts);

}  // namespace planmark
