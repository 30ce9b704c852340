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

void sort(std::vector<AnswerElsewhere>& answers) {
  std::sort(answers.begin(), answers.end(),
            [](const auto& a, const auto& b) { return order_of(a) < order_of(b); });
}

// What stands of the question in this system's documents alone; in order.
std::vector<AnswerElsewhere> standing_of_system(Transaction& look, const std::string& system,
                                                const std::string& question) {
  std::vector<AnswerElsewhere> found;
  if (system.empty()) return found;
  Statement row = look.prepare("SELECT DISTINCT document FROM identity WHERE system = ?");
  row.with(system);
  while (row.next()) {
    const std::string document = row.text(0);
    const Identity identity = standing_identities(look, document)[document].identity;
    if (identity.system != system) continue;
    for (Decision& decision :
         stored_decisions(look, "document = ? AND question = ?", document, question, Of::standing))
      found.push_back({identity, std::move(decision)});
  }
  sort(found);
  return found;
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
  sort(found);
  return look.commit(std::move(found));
}

Result<std::optional<AnswerElsewhere>> earlier_answer(const Workspace& workspace, const std::string& sha256,
                                                      const std::string& question) {
  Transaction look(workspace.database(), Transaction::Kind::read);
  const Identity own = standing_identities(look, sha256)[sha256].identity;
  std::optional<AnswerElsewhere> newest;
  for (AnswerElsewhere& answer : standing_of_system(look, own.system, question))
    if (answer.identity.part == own.part && answer.identity.edition < own.edition) newest = std::move(answer);
  return look.commit(std::move(newest));
}

}  // namespace planmark
