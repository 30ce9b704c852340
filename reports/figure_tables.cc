#include "reports/figure_tables.h"

#include <nlohmann/json.hpp>

#include "base/format.h"
#include "reports/csv_line.h"

namespace planmark {
namespace {

using Json = nlohmann::ordered_json;

std::string per_cent_text(Share share) {
  const auto rounded = per_cent(share);
  return rounded ? format("{}", *rounded) : std::string();
}

Json per_cent_json(Share share) {
  const auto rounded = per_cent(share);
  return rounded ? Json(*rounded) : Json(nullptr);
}

const char* name_of(Basis basis) { return basis == Basis::drafts ? "drafts" : "confirmed"; }
const char* name_of(Figure::Form form) { return form == Figure::Form::ranked ? "ranked" : "stacked"; }

Json rows_json(const Figure& figure) {
  Json rows = Json::array();
  for (const FigureRow& row : figure.rows)
    rows.push_back({{"label", row.label}, {"count", row.share.count}, {"percent", per_cent_json(row.share)}});
  return rows;
}

Json figure_json(const Figure& figure) {
  Json missing = Json::array();
  for (const MissingCount& count : figure.missing)
    missing.push_back({{"reason", words_of(count.missing)}, {"count", count.count}});
  return {{"id", figure.id()},
          {"question", figure.question},
          {"criterion", figure.criterion},
          {"part", figure.part},
          {"wording", figure.wording},
          {"source", figure.source},
          {"form", name_of(figure.form)},
          {"headline", headline(figure)},
          {"description", description(figure)},
          {"base", figure.base},
          {"asked", figure.asked()},
          {"rows", rows_json(figure)},
          {"missing", std::move(missing)}};
}

// Bytes that are not UTF-8 are replaced: what is stored was repaired, and this must not throw.
std::string dumped(const Json& json) {
  return json.dump(1, ' ', false, Json::error_handler_t::replace) + "\n";
}

std::string answer_cell(const SystemAnswer& answer, const RuleBook& rules) {
  const Question* question = rules.find_question(answer.question);
  if (question == nullptr || answer.missing != Missing::no) return {};
  return to_text(answer.answer, question->type);
}

}  // namespace

std::string figure_csv(const Figure& figure) {
  std::string csv(csv_begin);
  csv += csv_line({"answer", "count", "base", "per cent"});
  for (const FigureRow& row : figure.rows)
    csv += csv_line({without_formula(row.label), format("{}", row.share.count), format("{}", row.share.base),
                     per_cent_text(row.share)});
  for (const MissingCount& missing : figure.missing)
    csv +=
        csv_line({format("not counted: {}", words_of(missing.missing)), format("{}", missing.count), "", ""});
  return csv;
}

std::string answers_csv(const EditionAnswers& answers, const RuleBook& rules) {
  std::string csv(csv_begin);
  csv += csv_line({"system", "part", "question", "answer", "not counted because"});
  for (const SystemAnswer& answer : answers.answers)
    csv += csv_line({without_formula(answer.system), answer.part, answer.question,
                     without_formula(answer_cell(answer, rules)), words_of(answer.missing)});
  return csv;
}

std::string figures_json(const EditionAnswers& answers, const std::vector<Figure>& figures) {
  Json list = Json::array();
  for (const Figure& figure : figures) list.push_back(figure_json(figure));
  return dumped({{"edition", answers.edition},
                 {"basis", name_of(answers.basis)},
                 {"systems", answers.systems.size()},
                 {"remarks", answers.remarks},
                 {"figures", std::move(list)}});
}

std::string vega_lite(const Figure& figure) {
  Json rows = Json::array();
  for (const FigureRow& row : figure.rows)
    rows.push_back(
        {{"answer", row.label}, {"count", row.share.count}, {"percent", per_cent_json(row.share)}});
  Json order = Json::array();
  for (const FigureRow& row : figure.rows) order.push_back(row.label);
  const bool ranked = figure.form == Figure::Form::ranked;
  Json encoding = {{"x", {{"field", "count"}, {"type", "quantitative"}, {"title", plural_of(figure.part)}}}};
  encoding[ranked ? "y" : "color"] = {{"field", "answer"},
                                      {"type", "nominal"},
                                      {ranked ? "sort" : "scale", ranked ? order : Json{{"domain", order}}}};
  return dumped({{"$schema", "https://vega.github.io/schema/vega-lite/v5.json"},
                 {"title", {{"text", headline(figure)}, {"subtitle", base_line(figure)}}},
                 {"description", description(figure)},
                 {"width", 640},
                 {"data", {{"values", std::move(rows)}}},
                 {"mark", "bar"},
                 {"encoding", std::move(encoding)}});
}

}  // namespace planmark
