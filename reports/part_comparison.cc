#include "reports/part_comparison.h"

#include <algorithm>
#include <map>

#include "base/ascii.h"
#include "base/format.h"
#include "reports/html_text.h"

namespace planmark {
namespace {

// 0 for No; nullopt for answers without steps.
std::optional<int> step_of(const Answer& answer, AnswerType type) {
  if (type != AnswerType::rag && type != AnswerType::yes_no) return std::nullopt;
  const std::string value = lower_ascii(answer.value);
  return value == "yes" ? 2 : value == "no" ? 0 : 1;
}

using AnswersBySystem = std::map<std::string, const Answer*>;

AnswersBySystem counted_answers(const EditionAnswers& answers, const Figure& figure) {
  AnswersBySystem by_system;
  for (const SystemAnswer& answer : answers.answers)
    if (answer.question == figure.question && answer.part == figure.part && answer.missing == Missing::no)
      by_system.emplace(answer.system, &answer.answer);
  return by_system;
}

bool same_answer(const Answer& a, const Answer& b, AnswerType type) {
  if (type == AnswerType::named_person) return a.lead == b.lead;
  auto first = a.values, second = b.values;
  std::sort(first.begin(), first.end());
  std::sort(second.begin(), second.end());
  return a.value == b.value && first == second;
}

void compare_systems(const EditionAnswers& answers, AnswerType type, PartComparison& comparison) {
  const AnswersBySystem first = counted_answers(answers, *comparison.figures[0]);
  const AnswersBySystem second = counted_answers(answers, *comparison.figures[1]);
  for (const auto& [system, answer] : first) {
    const auto other = second.find(system);
    if (other == second.end()) continue;
    ++comparison.both;
    comparison.same += same_answer(*answer, *other->second, type);
    const auto a = step_of(*answer, type), b = step_of(*other->second, type);
    comparison.first_further += a && b && *a > *b;
    comparison.second_further += a && b && *b > *a;
  }
  comparison.has_steps = type == AnswerType::rag || type == AnswerType::yes_no;
}

void name_rows(PartComparison& comparison) {
  for (const Figure* figure : comparison.figures)
    for (const FigureRow& row : figure->rows)
      if (std::find(comparison.rows.begin(), comparison.rows.end(), row.label) == comparison.rows.end())
        comparison.rows.push_back(row.label);
}

std::string singular_of(const std::string& part) {
  return part == "plan" ? "joint forward plan" : part == "strategy" ? part : part + " document";
}

// A count with a bar as long as its share: the bar is seen, the words are read.
std::string cell(const Figure& figure, const std::string& label) {
  const Share share = share_of(figure, label);
  return format("<td><span class=\"bar\" style=\"width:{}%\"></span>{}</td>", per_cent(share).value_or(0),
                to_text(share));
}

std::string comparison_html(const PartComparison& comparison) {
  const bool is_draft = comparison.figures.front()->basis == Basis::drafts;
  std::string html =
      format("<section class=\"figure\"><h4>{}{}. {}</h4>\n<p>{}</p>\n", is_draft ? "Draft: " : "",
             html_of(comparison.question), html_of(comparison.wording), html_of(sentence_of(comparison)));
  html += "<table class=\"rows beside\"><thead><tr><th scope=\"col\">Answer</th>";
  for (const Figure* figure : comparison.figures)
    html += format("<th scope=\"col\">{}</th>", html_of(plural_of(figure->part)));
  html += "</tr></thead><tbody>\n";
  for (const std::string& row : comparison.rows) {
    html += format("<tr><th scope=\"row\">{}</th>", html_of(row));
    for (const Figure* figure : comparison.figures) html += cell(*figure, row);
    html += "</tr>\n";
  }
  html += "</tbody></table>\n";
  for (const Figure* figure : comparison.figures)
    html += format("<p class=\"source\">{}</p>\n", html_of(base_line(*figure)));
  return html + "</section>\n";
}

}  // namespace

std::vector<PartComparison> part_comparisons(const EditionAnswers& answers,
                                             const std::vector<Figure>& figures, const RuleBook& rules) {
  std::vector<PartComparison> all;
  for (std::size_t first = 0; first < figures.size();) {
    PartComparison comparison{figures[first].question, figures[first].criterion, figures[first].wording};
    for (; first < figures.size() && figures[first].question == comparison.question; ++first)
      comparison.figures.push_back(&figures[first]);
    const Question* question = rules.find_question(comparison.question);
    if (comparison.figures.size() < 2 || question == nullptr) continue;
    name_rows(comparison);
    compare_systems(answers, question->type, comparison);
    all.push_back(std::move(comparison));
  }
  return all;
}

Share share_of(const Figure& figure, const std::string& label) {
  const auto row = std::find_if(figure.rows.begin(), figure.rows.end(),
                                [&](const FigureRow& one) { return one.label == label; });
  return row == figure.rows.end() ? Share{0, figure.base} : row->share;
}

std::string sentence_of(const PartComparison& comparison) {
  if (comparison.both == 0) return "No system has an answer that counts for both.";
  std::string sentence =
      format("Of {} {} with an answer that counts for both, {} the same", comparison.both,
             comparison.both == 1 ? "system" : "systems",
             count_text({comparison.same, comparison.both}) + (comparison.same == 1 ? " gives" : " give"));
  if (comparison.has_steps)
    sentence +=
        format("; {} further in the {}, {} in the {}",
               format("{} {}", comparison.first_further, comparison.first_further == 1 ? "goes" : "go"),
               singular_of(comparison.figures[0]->part), comparison.second_further,
               singular_of(comparison.figures[1]->part));
  return sentence + ".";
}

std::string part_comparisons_html(const std::vector<PartComparison>& comparisons) {
  if (comparisons.empty()) return {};
  std::string html =
      "<h2>Strategy beside plan</h2>\n<p>The questions that are asked of both. Each part has a base of its "
      "own.</p>\n";
  std::string criterion;
  for (const PartComparison& comparison : comparisons) {
    if (comparison.criterion != criterion) {
      criterion = comparison.criterion;
      html += format("<h3>{}</h3>\n", html_of(criterion));
    }
    html += comparison_html(comparison);
  }
  return html;
}

}  // namespace planmark
