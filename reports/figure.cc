#include "reports/figure.h"

#include <algorithm>

#include "base/format.h"
#include "review/answer_check.h"

namespace planmark {
namespace {

const std::vector<std::string> lead_rows = {"named", "role only", "not named"};
constexpr std::size_t told_in_headline = 3;

std::vector<std::string> row_labels(const Question& question) {
  if (question.type == AnswerType::named_person) return lead_rows;
  std::vector<std::string> labels = choices_of(question);
  if (question.type == AnswerType::multi_select) labels.push_back(nothing_found);
  return labels;
}

std::string lead_row(LeadStatus status) {
  return lead_rows[status == LeadStatus::named ? 0 : status == LeadStatus::role_only ? 1 : 2];
}

std::vector<std::string> rows_of(const Answer& answer, AnswerType type) {
  if (type == AnswerType::named_person) return {lead_row(answer.lead)};
  if (type != AnswerType::multi_select) return {answer.value};
  return answer.values.empty() ? std::vector<std::string>{nothing_found} : answer.values;
}

FigureRow& row_called(Figure& figure, const std::string& label) {
  const auto found = std::find_if(figure.rows.begin(), figure.rows.end(),
                                  [&](const FigureRow& row) { return row.label == label; });
  if (found != figure.rows.end()) return *found;
  figure.rows.push_back({label, {}, {}});  // "other: ..."
  return figure.rows.back();
}

void count(const SystemAnswer& answer, AnswerType type, Figure& figure) {
  if (answer.missing == Missing::no) {
    ++figure.base;
    for (const std::string& label : rows_of(answer.answer, type)) {
      FigureRow& row = row_called(figure, label);
      ++row.share.count;
      row.systems.push_back(answer.system);
    }
    return;
  }
  const auto place =
      std::find_if(figure.missing.begin(), figure.missing.end(),
                   [&](const MissingCount& missing) { return missing.missing == answer.missing; });
  ++place->count;
  place->systems.push_back(answer.system);
}

Figure empty_figure(const Question& question, const std::string& part, Basis basis) {
  Figure figure{
      .question = question.id,
      .criterion = question.criterion,
      .part = part,
      .wording = question.wording,
      .source = question.source,
      .form = question.type == AnswerType::multi_select ? Figure::Form::ranked : Figure::Form::stacked,
      .basis = basis};
  for (const std::string& label : row_labels(question)) figure.rows.push_back({label, {}, {}});
  for (const Missing missing : reasons_missing) figure.missing.push_back({missing, 0, {}});
  return figure;
}

void finish(Figure& figure) {
  for (FigureRow& row : figure.rows) row.share.base = figure.base;
  std::erase_if(figure.missing, [](const MissingCount& missing) { return missing.count == 0; });
  if (figure.form != Figure::Form::ranked) return;
  // What nobody chose stays: that nobody did is a finding.
  std::stable_sort(figure.rows.begin(), figure.rows.end(), [](const FigureRow& a, const FigureRow& b) {
    if ((a.label == nothing_found) != (b.label == nothing_found)) return b.label == nothing_found;
    return a.share.count > b.share.count;
  });
}

// "16 of 31 strategies (52 %)": the first of a headline says what is counted.
std::string counted_first(const Figure& figure, const FigureRow& row) {
  const auto rounded = per_cent(row.share);
  const std::string counts = format("{} of {} {}", row.share.count, row.share.base, plural_of(figure.part));
  return rounded ? format("{} ({} %)", counts, *rounded) : counts;
}

std::vector<std::string> told_rows(const Figure& figure) {
  std::vector<std::string> told;
  for (const FigureRow& row : figure.rows) {
    const bool left_out =
        figure.form == Figure::Form::ranked &&
        (row.share.count == 0 || row.label == nothing_found || told.size() == told_in_headline);
    if (left_out) continue;
    told.push_back(told.empty() ? format("{}: {}", row.label, counted_first(figure, row))
                                : format("{}: {}", row.label, count_text(row.share)));
  }
  return told;
}

}  // namespace

std::size_t Figure::asked() const {
  std::size_t all = base;
  for (const MissingCount& count : missing) all += count.count;
  return all;
}

std::vector<Figure> figures(const EditionAnswers& answers, const RuleBook& rules) {
  std::vector<Figure> all;
  for (const SystemAnswer& answer : answers.answers) {
    const Question* question = rules.find_question(answer.question);
    if (question == nullptr || question->type == AnswerType::free_text) continue;
    if (all.empty() || all.back().question != answer.question || all.back().part != answer.part)
      all.push_back(empty_figure(*question, answer.part, answers.basis));
    count(answer, question->type, all.back());
  }
  for (Figure& figure : all) finish(figure);
  return all;
}

std::string headline(const Figure& figure) {
  const std::string mark = figure.basis == Basis::drafts ? "Draft: " : "";
  if (figure.base == 0)
    return mark + format("No answer counts for any of {} {}.", figure.asked(), plural_of(figure.part));
  const std::vector<std::string> told = told_rows(figure);
  if (told.empty())
    return mark +
           format("None of the options is chosen for any of {} {}.", figure.base, plural_of(figure.part));
  return mark + joined(told, "; ") + ".";
}

std::string base_line(const Figure& figure) {
  std::string line = format("Base: {} of {} {}.", figure.base, figure.asked(), plural_of(figure.part));
  if (figure.missing.empty()) return line;
  std::vector<std::string> reasons;
  for (const MissingCount& missing : figure.missing)
    reasons.push_back(format("{} {}", missing.count, words_of(missing.missing)));
  return line + " Not counted: " + joined(reasons, ", ") + ".";
}

std::string description(const Figure& figure) {
  std::vector<std::string> rows;
  for (const FigureRow& row : figure.rows) rows.push_back(format("{} {}", row.label, count_text(row.share)));
  const bool is_question = figure.wording.ends_with('?');
  return format("{}{}{} {}: {}. {}", figure.basis == Basis::drafts ? "Draft figure, not confirmed. " : "",
                figure.wording, is_question ? "" : ".",
                figure.form == Figure::Form::ranked ? "Bars, one for each option, of which several may hold"
                                                    : "One bar, divided by answer",
                joined(rows, ", "), base_line(figure));
}

std::string plural_of(const std::string& part) {
  if (part == "strategy") return "strategies";
  if (part == "plan") return "joint forward plans";
  return part + " documents";
}

}  // namespace planmark
