#include "reports/heat_map.h"

#include <map>
#include <vector>

#include "analyze/analyze.h"
#include "base/ascii.h"
#include "base/format.h"
#include "reports/figure.h"
#include "reports/html_text.h"

namespace planmark {
namespace {

struct CellMark {
  const char *letter, *style, *words;
};

CellMark mark_of(const SystemAnswer& answer) {
  switch (answer.missing) {
    case Missing::blank:
      return {"·", "blank", words_of(answer.missing)};
    case Missing::not_applicable:
      return {"/", "blank", words_of(answer.missing)};
    case Missing::no_document:
      return {"–", "none", words_of(answer.missing)};
    case Missing::unreadable:
      return {"!", "unread", words_of(answer.missing)};
    case Missing::cannot_tell:
      return {"?", "unread", words_of(answer.missing)};
    case Missing::no:
      break;
  }
  const std::string value = lower_ascii(answer.answer.value);
  if (value == "yes") return {"Y", "yes", "Yes"};
  if (value == "no") return {"N", "no", "No"};
  return {"S", "some", "To some extent"};
}

bool is_shown(const Question& question, const std::string& part) {
  const bool has_steps = question.type == AnswerType::rag || question.type == AnswerType::yes_no;
  return has_steps && is_asked_of(question, part);
}

using Cells = std::map<std::pair<std::string, std::string>, CellMark>;  // by system, question

std::string head_row(const std::vector<const Question*>& questions) {
  std::string row = "<thead><tr><th scope=\"col\">System</th>";
  for (const Question* question : questions)
    row += format("<th scope=\"col\"><a href=\"#{0}\" title=\"{1}\">{0}</a></th>", html_of(question->id),
                  html_of(question->wording));
  return row + "</tr></thead>\n";
}

std::string system_row(const std::string& system, const std::vector<const Question*>& questions,
                       const Cells& cells) {
  std::string row = format("<tr><th scope=\"row\">{}</th>", html_of(system));
  for (const Question* question : questions) {
    const auto found = cells.find({system, question->id});
    const CellMark mark = found == cells.end() ? CellMark{"–", "none", "not asked"} : found->second;
    row += format("<td class=\"{}\" title=\"{}\">{}</td>", mark.style, mark.words, mark.letter);
  }
  return row + "</tr>\n";
}

}  // namespace

std::string heat_map_html(const EditionAnswers& answers, const RuleBook& rules, const std::string& part) {
  std::vector<const Question*> questions;
  for (const Question& question : rules.questions)
    if (is_shown(question, part)) questions.push_back(&question);
  if (questions.empty()) return {};
  Cells cells;
  for (const SystemAnswer& answer : answers.answers)
    if (answer.part == part) cells.emplace(std::pair(answer.system, answer.question), mark_of(answer));
  std::string table = format(
      "<div class=\"wide\" tabindex=\"0\" role=\"region\" aria-label=\"Systems by question, {0}\">"
      "<table class=\"heat\"><caption>{1}: Y yes, S to some extent, N no, · not answered, / not applicable, "
      "– no "
      "document, ! not readable, ? cannot tell</caption>\n",
      html_of(plural_of(part)), html_of(plural_of(part)));
  table += head_row(questions) + "<tbody>\n";
  for (const std::string& system : answers.systems) table += system_row(system, questions, cells);
  return table + "</tbody></table></div>\n";
}

}  // namespace planmark
