// One question's figure: what every picture, sentence, table and description of it is made from.
//
// Counts are documents of one part in one edition. The base is the number of documents for which an answer
// counts; what does not count is told apart by its reason, and base and missing together are `asked`.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "analyze/rule_book.h"
#include "reports/edition_answers.h"
#include "reports/percentage.h"

namespace planmark {

struct FigureRow {
  std::string label;  // an answer or an option, as the survey spells it
  Share share;
  std::vector<std::string> systems;  // whose documents they are, by name
};

struct MissingCount {
  Missing missing = Missing::blank;
  std::size_t count = 0;
  std::vector<std::string> systems;
};

struct Figure {
  enum class Form : std::uint8_t {
    stacked,  // one answer each: rows in the survey's order, their counts add up to the base
    ranked    // several options each: most frequent first, then in the survey's order
  };
  std::string question, criterion, part, wording, source;
  Form form = Form::stacked;
  Basis basis = Basis::confirmed;
  std::vector<FigureRow> rows{};
  std::size_t base = 0;
  std::vector<MissingCount> missing{};  // those that occur, in the order of reasons_missing

  std::size_t asked() const;
  std::string id() const { return question + "-" + part; }  // "COP-01-strategy"
};

// The row of a question with several options for those that gave none.
inline constexpr const char* nothing_found = "none of these";

// A figure for each question and part that was asked; free text has none.
std::vector<Figure> figures(const EditionAnswers& answers, const RuleBook& rules);

// The finding as a sentence with its numbers: "16 of 31 strategies (52 %) say Yes, 9 (29 %) To some extent, 6
// (19 %) No." Of drafts it begins with "Draft: ".
std::string headline(const Figure& figure);
// "Base: 31 of 42 strategies. Not counted: 8 no document, 3 not readable."
std::string base_line(const Figure& figure);
// What a person who cannot see the chart is told: wording, form, every row and the base.
std::string description(const Figure& figure);

// "strategies", "joint forward plans", "easy-read documents": what a figure counts.
std::string plural_of(const std::string& part);

}  // namespace planmark
