// One document: every question with its draft and what stands, and what people wrote about each criterion.
#include "base/format.h"
#include "review/comment.h"
#include "review/record.h"
#include "workbench/blindness.h"
#include "workbench/desk.h"
#include "workbench/document_place.h"
#include "workbench/pages.h"
#include "workbench/secret.h"

namespace planmark {
namespace {

struct Shown {
  std::string sha256;
  std::vector<Decision> standing{};
  std::vector<CriterionComment> comments{};
  bool any_hidden = false;  // then what others wrote of criteria is not shown either
};

View question_row(const Shown& shown, const Draft& draft, const Question& question, bool hidden) {
  View row{
      {"id", question.id}, {"wording", question.wording}, {"desk", desk_path(shown.sha256, question.id)}};
  row.set("is_hidden", hidden);
  if (hidden) return row;
  row.set("draft", to_text(draft.answer, question.type)).set("confidence", name_of(draft.confidence));
  for (const Decision& decision : shown.standing) {
    if (decision.question != question.id) continue;
    row.set("stands", answer_in(decision)).set("person", decision.person);
  }
  return row;
}

View criterion_view(const Visit& visit, const Shown& shown, const std::string& criterion) {
  View view{{"criterion", criterion}};
  std::vector<View> others;
  for (const CriterionComment& comment : shown.comments) {
    if (comment.criterion != criterion) continue;
    if (comment.person == visit.person->name)
      view.set("own_comment", comment.text);
    else if (!shown.any_hidden)
      others.push_back(View{{"text", comment.text}, {"person", comment.person}, {"at", comment.at}});
  }
  view.set("others", std::move(others));
  const auto key = new_token();
  return view.set("key", key ? key->substr(0, 32) : "");
}

Result<Shown> what_to_show(const Visit& visit, const std::string& sha256) {
  Shown shown{.sha256 = sha256};
  auto standing = standing_answers(visit.workspace, sha256);
  if (!standing) return tl::unexpected(standing.error());
  shown.standing = std::move(*standing);
  auto written = comments(visit.workspace, sha256);
  if (!written) return tl::unexpected(written.error());
  shown.comments = std::move(*written);
  return shown;
}

}  // namespace

Response document_page(Bench& bench, const Visit& visit) {
  const auto sha256 = document_of(visit);
  if (!sha256) return problem_page(visit, sha256.error());
  const auto identity = visit.workspace.identity(*sha256);
  if (!identity) return problem_page(visit, identity.error());
  const auto stored = visit.workspace.load_drafts(*sha256);
  if (!stored) return problem_page(visit, stored.error());
  auto shown = what_to_show(visit, *sha256);
  if (!shown) return problem_page(visit, shown.error());
  const auto made = decisions(visit.workspace, *sha256);
  if (!made) return problem_page(visit, made.error());
  const auto marking = marking_of(visit, *sha256);
  if (!marking) return problem_page(visit, marking.error());
  std::vector<std::string> criteria;
  std::vector<std::vector<View>> rows;
  for (const Draft& draft : *stored ? (*stored)->drafts : std::vector<Draft>{}) {
    const Question* question = bench.rules.find_question(draft.question);
    if (question == nullptr) continue;
    if (criteria.empty() || question->criterion != criteria.back()) {
      criteria.push_back(question->criterion);
      rows.emplace_back();
    }
    const bool hidden = blindness_of(*marking, *question, has_answered(*made, visit, question->id)).hidden;
    shown->any_hidden = shown->any_hidden || hidden;
    rows.back().push_back(question_row(*shown, draft, *question, hidden));
  }
  std::vector<View> sections;
  for (std::size_t i = 0; i < criteria.size(); ++i)
    sections.push_back(criterion_view(visit, *shown, criteria[i]).set("questions", std::move(rows[i])));
  const std::string heading = heading_of(*identity, bench.systems);
  View view{{"heading", heading}, {"desk", desk_path(*sha256)}, {"document", short_hash(*sha256)}};
  view.set("criteria", std::move(sections)).set("any_hidden", shown->any_hidden);
  view.set("saved", std::string(value_of(visit.request.query, "saved")));
  return page(visit, "document", heading, view);
}

Response save_comment(Bench&, const Visit& visit) {
  const auto sha256 = document_of(visit);
  if (!sha256) return problem_page(visit, sha256.error());
  CriterionComment comment;
  comment.sha256 = *sha256;
  comment.criterion = std::string(value_of(visit.form, "criterion"));
  comment.person = visit.person->name;
  comment.at = visit.now;
  comment.key = std::string(value_of(visit.form, "key"));
  comment.text = std::string(value_of(visit.form, "text"));
  const std::string criterion = comment.criterion;
  if (auto recorded = record_comment(visit.workspace, std::move(comment)); !recorded)
    return problem_page(visit, recorded.error());
  return redirect(format("{}/list?saved={}", desk_path(*sha256), percent_encoded(criterion)));
}

}  // namespace planmark
