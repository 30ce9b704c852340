// How far people agree with one another and with the drafts, question by question.
#include "base/format.h"
#include "reports/mark_agreement.h"
#include "workbench/pages.h"

namespace planmark {
namespace {

std::string per_cent(const Ratio& ratio) {
  const auto share = ratio.share();
  return share ? format("{:.0f} % ({} of {})", 100 * *share, ratio.good, ratio.all) : "";
}

std::string figure(const std::optional<double>& value) { return value ? format("{:.2f}", *value) : ""; }

std::vector<View> rows_of(const std::vector<MarkAgreement>& all) {
  std::vector<View> rows;
  for (const MarkAgreement& one : all) {
    View row{{"name", one.name},
             {"between", per_cent(one.between_people.same)},
             {"kappa", figure(one.between_people.kappa)},
             {"nominal", figure(one.between_people.alpha_nominal)},
             {"ordinal", figure(one.between_people.alpha_ordinal)},
             {"blind", per_cent(one.blind.same)},
             {"blind_kappa", figure(one.blind.kappa)},
             {"assisted", per_cent(one.assisted.same)},
             {"accepted", per_cent(one.accepted)}};
    rows.push_back(std::move(row));
  }
  return rows;
}

}  // namespace

Response agreement_page(Bench& bench, const Visit& visit) {
  const auto documents = visit.workspace.documents(bench.extraction, bench.analysis);
  if (!documents) return problem_page(visit, documents.error());
  std::vector<Decision> all;
  for (const RegisteredDocument& document : *documents) {
    auto made = decisions(visit.workspace, document.sha256);
    if (!made) return problem_page(visit, made.error());
    all.insert(all.end(), std::make_move_iterator(made->begin()), std::make_move_iterator(made->end()));
  }
  const MarkAgreements agreements = mark_agreements(all, bench.rules);
  View view{{"accepted", per_cent(agreements.accepted)},
            {"blind", per_cent(agreements.blind)},
            {"assisted", per_cent(agreements.assisted)}};
  std::vector<View> tables;
  tables.push_back(View{{"caption", "By type of answer"}}.set("rows", rows_of(agreements.types)));
  tables.push_back(View{{"caption", "By question"}}.set("rows", rows_of(agreements.questions)));
  view.set("tables", std::move(tables));
  return page(visit, "agreement", "Agreement", view);
}

}  // namespace planmark
