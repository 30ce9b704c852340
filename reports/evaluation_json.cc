#include "reports/evaluation_json.h"

#include <cmath>
#include <nlohmann/json.hpp>

namespace planmark {
namespace {

using Json = nlohmann::ordered_json;

Json rounded(std::optional<double> value) {
  if (!value) return nullptr;
  return std::round(*value * 1000) / 1000;
}

Json figures_json(const Figures& figures) {
  return {{"answers", figures.answers},
          {"missing", figures.missing},
          {"abstained", figures.abstained},
          {"right", rounded(figures.right.share())},
          {"rag_n", figures.rag.total()},
          {"rag_weighted_kappa", rounded(weighted_kappa(figures.rag))},
          {"rag_accuracy", rounded(accuracy(figures.rag))},
          {"rag_macro_f1", rounded(macro_f1(figures.rag))},
          {"rag_two_steps_off", rounded(share_apart(figures.rag, 2))},
          {"yes_no_n", figures.yes_no.total()},
          {"yes_no_kappa", rounded(weighted_kappa(figures.yes_no))},
          {"yes_no_accuracy", rounded(accuracy(figures.yes_no))},
          {"single_n", figures.single.all},
          {"single_accuracy", rounded(figures.single.share())},
          {"multi_micro_f1", rounded(figures.options.f1())},
          {"multi_precision", rounded(figures.options.precision())},
          {"multi_recall", rounded(figures.options.recall())},
          {"named_n", figures.lead_status.all},
          {"named_status_accuracy", rounded(figures.lead_status.share())},
          {"named_person_exact", rounded(figures.lead_person.share())},
          {"evidence_n", figures.evidence_hits.all},
          {"evidence_hit_at_3", rounded(figures.evidence_hits.share())},
          {"evidence_precision_at_3", rounded(figures.quotes.share())}};
}

Json groups_json(const std::vector<std::pair<std::string, Figures>>& groups) {
  Json json = Json::object();
  for (const auto& [name, figures] : groups) json[name] = figures_json(figures);
  return json;
}

Json confusion_json(const Confusion& confusion) {
  Json rows = Json::array();
  for (std::size_t gold = 0; gold < confusion.categories(); ++gold) {
    Json row = Json::array();
    for (std::size_t draft = 0; draft < confusion.categories(); ++draft)
      row.push_back(confusion.count(gold, draft));
    rows.push_back(std::move(row));
  }
  return rows;
}

Json calibration_json(const Figures& figures) {
  Json json = Json::object();
  for (const auto& [confidence, right] : figures.by_confidence)
    json[confidence] = {{"n", right.all}, {"right", rounded(right.share())}};
  return json;
}

Json answers_json(const std::vector<JudgedAnswer>& answers) {
  Json list = Json::array();
  for (const JudgedAnswer& judged : answers) {
    list.push_back({{"document", judged.stem},
                    {"question", judged.question},
                    {"gold", judged.gold},
                    {"draft", judged.missing ? Json(nullptr) : Json(judged.draft)},
                    {"confidence", judged.confidence},
                    {"right", judged.right},
                    {"nearness", rounded(nearness(judged))},
                    {"hit", judged.wants_evidence ? Json(judged.hit()) : Json(nullptr)}});
  }
  return list;
}

Json changes_json(const std::vector<JudgedChange>& changed) {
  Json list = Json::array();
  for (const JudgedChange& change : changed) {
    list.push_back({{"document", change.after.stem},
                    {"question", change.after.question},
                    {"better", change.better},
                    {"gold", change.after.gold},
                    {"before", change.before.draft},
                    {"after", change.after.draft}});
  }
  return list;
}

}  // namespace

std::string evaluation_json(const Evaluation& evaluation, const std::vector<JudgedChange>* changed) {
  Json json = {
      {"total", figures_json(evaluation.total)},
      {"confusion",
       {{"rag", confusion_json(evaluation.total.rag)}, {"yes_no", confusion_json(evaluation.total.yes_no)}}},
      {"calibration", calibration_json(evaluation.total)},
      {"criteria", groups_json(evaluation.criteria)},
      {"questions", groups_json(evaluation.questions)},
      {"documents", groups_json(evaluation.documents)},
      {"answers", answers_json(evaluation.answers)},
      {"not_asked", evaluation.not_asked},
      {"without_draft", evaluation.without_draft}};
  if (changed != nullptr) json["changes"] = changes_json(*changed);
  return json.dump(1, ' ', false, Json::error_handler_t::replace) + '\n';
}

}  // namespace planmark
