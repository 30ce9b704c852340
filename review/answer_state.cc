#include "review/answer_state.h"

#include <algorithm>

#include "base/format.h"
#include "review/database.h"

namespace planmark {
namespace {

constexpr std::size_t all_events = 1'000'000;

void take(AnswerState& state, Decision decision) {
  auto& last = decision.mark == Mark::first    ? state.first
               : decision.mark == Mark::second ? state.second
                                               : state.adjudication;
  last = std::move(decision);
}

bool is_about(const Event& event, const std::string& question) {
  return event.question == question || event.kind == "pack sent" || event.kind == "final" ||
         event.kind == "reopened";
}

}  // namespace

Result<AnswerState> state_at(const Workspace& workspace, const std::string& sha256,
                             const std::string& question, const std::string& at) {
  if (!at.empty() && !is_time_stamp(at))
    return failure(ProblemKind::bad_input, format("not a time: \"{}\"", storable_text(at)), question,
                   "write times like 2026-03-01T10:00:00Z");
  const auto in_time = [&](const std::string& when) { return at.empty() || when <= at; };
  auto made = decisions(workspace, sha256, question);
  if (!made) return tl::unexpected(made.error());
  auto replied = replies(workspace, sha256, question);
  if (!replied) return tl::unexpected(replied.error());
  auto noted = events(workspace, {.sha256 = sha256, .until = at, .most = all_events});
  if (!noted) return tl::unexpected(noted.error());

  AnswerState state;
  for (Decision& decision : *made)
    if (in_time(decision.at)) take(state, std::move(decision));
  state.standing = state.adjudication ? state.adjudication : state.first;
  for (Reply& reply : *replied)
    if (in_time(reply.at)) state.replies.push_back(std::move(reply));
  for (Event& event : *noted) {
    if (!is_about(event, question)) continue;
    if (event.kind == "final" || event.kind == "reopened") state.is_final = event.kind == "final";
    state.events.push_back(std::move(event));
  }
  return state;
}

}  // namespace planmark
