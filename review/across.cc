#include "review/across.h"

#include <algorithm>
#include <tuple>

#include "review/database.h"
#include "review/decision_store.h"
#include "review/identity_store.h"

namespace planmark {
namespace {

auto order_of(const AnswerElsewhere& answer) {
  const Identity& identity = answer.identity;
  return std::tie(identity.system, identity.part, identity.edition, answer.decision.sha256);
}

}  // namespace

Result<std::vector<AnswerElsewhere>> standing_across(const Workspace& workspace,
                                                     const std::string& question) {
  Transaction look(workspace.database(), Transaction::Kind::read);
  auto identities = standing_identities(look);
  std::vector<AnswerElsewhere> found;
  for (Decision& decision : stored_decisions(look, "question = ?", question, {}, Of::standing)) {
    Identity identity = identities[decision.sha256].identity;
    found.push_back({std::move(identity), std::move(decision)});
  }
  if (auto done = look.commit(); !done) return tl::unexpected(done.error());
  std::sort(found.begin(), found.end(),
            [](const auto& a, const auto& b) { return order_of(a) < order_of(b); });
  return found;
}

Result<std::optional<AnswerElsewhere>> earlier_answer(const Workspace& workspace, const std::string& sha256,
                                                      const std::string& question) {
  const auto own = workspace.identity(sha256);
  if (!own) return tl::unexpected(own.error());
  auto all = standing_across(workspace, question);
  if (!all) return tl::unexpected(all.error());
  std::optional<AnswerElsewhere> newest;
  for (AnswerElsewhere& answer : *all)
    if (!own->system.empty() && answer.identity.system == own->system && answer.identity.part == own->part &&
        answer.identity.edition < own->edition)
      newest = std::move(answer);
  return newest;
}

}  // namespace planmark
