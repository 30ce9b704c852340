// Figures as tables for spreadsheets and other programs. Every number is the figure's own.
#pragma once

#include <string>
#include <vector>

#include "reports/figure.h"

namespace planmark {

// One figure: "answer,count,base,per cent", then a line for each reason why a document does not count, with
// empty base and per cent. RFC 4180 with a byte order mark; a text that a spreadsheet would take for a
// formula is written with an apostrophe before it.
std::string figure_csv(const Figure& figure);

// Every answer: "system,part,question,answer,not counted because", of the basis that `answers` has.
std::string answers_csv(const EditionAnswers& answers, const RuleBook& rules);

// The figures as one JSON document: {"edition", "basis", "systems", "remarks", "figures": [{"id", "question",
// "criterion", "part", "wording", "source", "form", "headline", "description", "base", "asked", "rows":
// [{"label", "count", "percent"}], "missing": [{"reason", "count"}]}]}.
std::string figures_json(const EditionAnswers& answers, const std::vector<Figure>& figures);

// A Vega-Lite 5 specification of the figure, its data inside, for those who want to draw it in another way.
std::string vega_lite(const Figure& figure);

}  // namespace planmark
