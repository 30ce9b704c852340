#include "workbench/desk.h"

#include <algorithm>

#include "base/format.h"
#include "reports/drafts_text.h"
#include "review/availability.h"
#include "workbench/blindness.h"

namespace planmark {

std::string heading_of(const Identity& identity, const Register& systems) {
  const std::string system = system_name(systems, identity.system);
  const std::string part = identity.part.empty() ? "document" : identity.part;
  return format("{}, {}{}", system.empty() ? "Unknown system" : system, part,
                identity.edition.empty() ? "" : " " + identity.edition);
}

std::string answer_in(const Decision& decision) {
  return decision.action == "cannot tell" ? "Cannot tell" : decision.answer;
}

std::optional<std::size_t> Desk::next() const {
  const auto found = std::upper_bound(walk.begin(), walk.end(), at);
  return found == walk.end() ? std::nullopt : std::optional(*found);
}

std::optional<std::size_t> Desk::previous() const {
  const auto found = std::lower_bound(walk.begin(), walk.end(), at);
  return found == walk.begin() ? std::nullopt : std::optional(*(found - 1));
}

Result<std::string> document_of(const Visit& visit) {
  return visit.workspace.find_document(visit.place("document"));
}

namespace {

Result<void> take_draft(Bench& bench, const Visit& visit, Desk& desk) {
  const std::string& id = visit.place("question");
  auto stored = visit.workspace.load_drafts(desk.sha256, id);
  if (!stored) return tl::unexpected(stored.error());
  if (!*stored || (*stored)->questions.empty())
    return failure(ProblemKind::not_found, "no questions are asked of this document", desk.heading,
                   "planmark run drafts answers, planmark add settles what a document is");
  desk.questions = std::move((*stored)->questions);
  const auto found = std::find(desk.questions.begin(), desk.questions.end(), id);
  desk.question = bench.rules.find_question(id);
  if (found == desk.questions.end() || desk.question == nullptr)
    return failure(ProblemKind::not_found, "this question is not asked of this document", id);
  desk.at = static_cast<std::size_t>(found - desk.questions.begin());
  desk.draft = std::move((*stored)->drafts.front());
  auto copy = bench.copies.of(visit.workspace, desk.sha256, (*stored)->extraction);
  if (!copy) return tl::unexpected(copy.error());
  desk.copy = std::move(*copy);
  return {};
}

std::vector<std::size_t> walk_of(const Bench& bench, const Marking& marking,
                                 const std::vector<std::string>& questions) {
  std::vector<std::size_t> walk;
  for (std::size_t i = 0; i < questions.size(); ++i) {
    const Question* question = bench.rules.find_question(questions[i]);
    if (question != nullptr && is_for_them(marking, *question)) walk.push_back(i);
  }
  return walk;
}

Result<void> take_decisions(const Bench& bench, const Visit& visit, Desk& desk) {
  auto all = decisions(visit.workspace, desk.sha256, desk.question->id);
  if (!all) return tl::unexpected(all.error());
  std::erase_if(*all, [&](const Decision& decision) { return decision.person != visit.person->name; });
  const auto marking = marking_of(visit, desk.sha256);
  if (!marking) return tl::unexpected(marking.error());
  const Blindness blindness = blindness_of(*marking, *desk.question, !all->empty());
  desk.walk = walk_of(bench, *marking, desk.questions);
  desk.mark = blindness.mark;
  desk.draft_hidden = blindness.hidden;
  std::erase_if(*all, [&](const Decision& decision) { return decision.mark != desk.mark; });
  desk.own = std::move(*all);
  if (desk.draft_hidden) return {};
  auto stands = standing(visit.workspace, desk.sha256, desk.question->id);
  if (!stands) return tl::unexpected(stands.error());
  desk.standing = std::move(*stands);
  return {};
}

}  // namespace

Result<Desk> open_desk(Bench& bench, const Visit& visit) {
  Desk desk;
  auto sha256 = document_of(visit);
  if (!sha256) return tl::unexpected(sha256.error());
  desk.sha256 = std::move(*sha256);
  const auto identity = visit.workspace.identity(desk.sha256);
  if (!identity) return tl::unexpected(identity.error());
  desk.heading = heading_of(*identity, bench.systems);
  if (auto taken = take_draft(bench, visit, desk); !taken) return tl::unexpected(taken.error());
  if (auto taken = take_decisions(bench, visit, desk); !taken) return tl::unexpected(taken.error());
  return desk;
}

Response not_recorded(const Visit& visit, const Desk& desk, const Problem& problem) {
  const auto free = availability(visit.workspace);
  const auto identity = visit.workspace.identity(desk.sha256);
  if (!free || !identity) return problem_page(visit, problem);
  const auto can = free->find(visit.person->name);
  const bool conflict =
      can != free->end() &&
      std::binary_search(can->second.conflicts.begin(), can->second.conflicts.end(), identity->system);
  return conflict ? forbidden(visit, problem.what) : problem_page(visit, problem);
}

}  // namespace planmark
