// One document: every question with its draft and what stands, and what people wrote about each criterion.
#include "base/format.h"
#include "review/assignment.h"
#include "review/comment.h"
#include "review/sampling.h"
#include "workbench/desk.h"
#include "workbench/document_place.h"
#include "workbench/pages.h"
#include "workbench/secret.h"

namespace planmark {
namespace {

// A reviewer who marks blind must not read here what the desk hides.
Result<bool> may_see_answers(const Visit& visit, const std::string& sha256) {
  const auto given = assignments(visit.workspace, sha256, visit.person->name);
  if (!given) return tl::unexpected(given.error());
  for (const Assignment& assignment : *given)
    if (assignment.mark == Mark::second) return false;
  return true;
}

struct Shown {
  std::string sha256;
  bool answers = true, drafts = true;
  std::vector<Decision> standing{};
  std::vector<CriterionComment> comments{};
};

View question_row(const Shown& shown, const Draft& draft, const Question& question) {
  View row{
      {"id", question.id}, {"wording", question.wording}, {"desk", desk_path(shown.sha256, question.id)}};
  if (shown.drafts)
    row.set("draft", to_text(draft.answer, question.type)).set("confidence", name_of(draft.confidence));
  for (const Decision& decision : shown.standing) {
    if (decision.question != question.id || !shown.answers) continue;
    row.set("stands", decision.action == "cannot tell" ? "Cannot tell" : decision.answer)
        .set("person", decision.person);
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
    else if (shown.answers)
      others.push_back(View{{"text", comment.text}, {"person", comment.person}, {"at", comment.at}});
  }
  view.set("others", std::move(others));
  const auto key = new_token();
  return view.set("key", key ? key->substr(0, 32) : "");
}

Result<Shown> what_to_show(const Visit& visit, const std::string& sha256) {
  Shown shown{.sha256 = sha256};
  const auto answers = may_see_answers(visit, sha256);
  if (!answers) return tl::unexpected(answers.error());
  shown.answers = *answers;
  const auto sample = sample_setting(visit.workspace, Sample::before_draft);
  if (!sample) return tl::unexpected(sample.error());
  shown.drafts = shown.answers && sample->share == 0;
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
  const auto shown = what_to_show(visit, *sha256);
  if (!shown) return problem_page(visit, shown.error());
  std::vector<View> criteria;
  std::vector<std::vector<View>> rows;
  std::string last;
  for (const Draft& draft : *stored ? (*stored)->drafts : std::vector<Draft>{}) {
    const Question* question = bench.rules.find_question(draft.question);
    if (question == nullptr) continue;
    if (criteria.empty() || question->criterion != last) {
      criteria.push_back(criterion_view(visit, *shown, question->criterion));
      rows.emplace_back();
      last = question->criterion;
    }
    rows.back().push_back(question_row(*shown, draft, *question));
  }
  for (std::size_t i = 0; i < criteria.size(); ++i) criteria[i].set("questions", std::move(rows[i]));
  const std::string heading = heading_of(*identity, bench.systems);
  View view{{"heading", heading}, {"desk", desk_path(*sha256)}, {"document", short_hash(*sha256)}};
  view.set("criteria", std::move(criteria)).set("answers_hidden", !shown->answers);
  view.set("drafts_shown", shown->drafts).set("saved", std::string(value_of(visit.request.query, "saved")));
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
