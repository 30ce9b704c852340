#include "review/record.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "base/format.h"
#include "review/database.h"

namespace planmark {
namespace {

constexpr std::array<std::string_view, 3> actions{"confirm", "change", "cannot tell"};

// A sentence for the person who decides, or nothing.
const char* mistake_in(const Decision& decision) {
  if (decision.person.empty()) return "a decision needs the name of the person who makes it";
  if (decision.at.empty()) return "a decision needs its time";
  if (decision.question.empty()) return "a decision needs its question";
  if (std::find(actions.begin(), actions.end(), decision.action) == actions.end())
    return "an action is \"confirm\", \"change\" or \"cannot tell\"";
  if (decision.action == "change" && decision.reason.empty()) return "a change needs a reason";
  const bool on_a_draft = decision.draft_version != AnalysisVersion();
  if (decision.action == "confirm" && !on_a_draft) return "there is no draft to confirm";
  if (decision.action == "confirm" && decision.answer != decision.draft_answer)
    return "to confirm is to keep the draft's answer: another answer is a change, with its reason";
  if (decision.action == "cannot tell" && !decision.answer.empty()) return "\"cannot tell\" takes no answer";
  return nullptr;
}

void make_storable(Decision& decision) {
  for (std::string* text : {&decision.question, &decision.person, &decision.at, &decision.action,
                            &decision.answer, &decision.reason, &decision.comment, &decision.draft_answer})
    *text = storable_text(*text);
}

bool is_registered(Transaction& look, const std::string& sha256) {
  Statement row = look.prepare("SELECT 1 FROM document WHERE sha256 = ?");
  return row.with(sha256).next();
}

struct CurrentDraft {
  std::string answer;
  AnalysisVersion version;
};

std::optional<CurrentDraft> current_draft(Transaction& look, const Decision& decision) {
  Statement row = look.prepare(
      "SELECT answer, planmark, lexicon, icu, re2 FROM draft JOIN analysis USING (document)"
      " WHERE document = ? AND question = ?");
  if (!row.with(decision.sha256, decision.question).next()) return std::nullopt;
  return CurrentDraft{row.text(0), {row.text(1), row.text(2), row.text(3), row.text(4)}};
}

void insert(Transaction& change, Decision& decision) {
  Statement last = change.prepare("SELECT ifnull(max(number), 0) FROM decision");
  if (last.with().next()) decision.number = last.integer(0) + 1;
  const AnalysisVersion& version = decision.draft_version;
  change
      .prepare(
          "INSERT INTO decision (number, document, question, person, at, action, answer, reason, comment,"
          " draft_answer, draft_planmark, draft_lexicon, draft_icu, draft_re2)"
          " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
      .run(decision.number, decision.sha256, decision.question, decision.person, decision.at, decision.action,
           decision.answer, decision.reason, decision.comment, decision.draft_answer, version.planmark,
           version.lexicon, version.icu, version.re2);
}

void keep_evidence(Transaction& change, const Decision& decision) {
  change
      .prepare(
          "INSERT INTO decision_evidence (decision, side, rank, page, begin_byte, end_byte, quote, rules, "
          "note)"
          " SELECT ?, side, rank, page, begin_byte, end_byte, quote, rules, note FROM evidence"
          " WHERE document = ? AND question = ?")
      .run(decision.number, decision.sha256, decision.question);
}

constexpr std::string_view columns =
    "SELECT number, document, question, person, at, action, answer, reason, comment, draft_answer, "
    "draft_planmark,"
    " draft_lexicon, draft_icu, draft_re2 FROM decision WHERE document = ?";

Decision decision_of(const Statement& row) {
  return {row.integer(0),
          row.text(1),
          row.text(2),
          row.text(3),
          row.text(4),
          row.text(5),
          row.text(6),
          row.text(7),
          row.text(8),
          row.text(9),
          {row.text(10), row.text(11), row.text(12), row.text(13)}};
}

}  // namespace

Result<Decision> record_decision(Workspace& workspace, Decision decision) {
  make_storable(decision);
  Transaction change(workspace.database(), Transaction::Kind::write);
  if (!is_registered(change, decision.sha256))
    change.fail({ProblemKind::not_found, "no such document in the workspace", decision.sha256, {}});
  const std::optional<CurrentDraft> draft = current_draft(change, decision);
  if (draft && decision.draft_version == AnalysisVersion()) {
    decision.draft_answer = draft->answer;
    decision.draft_version = draft->version;
  }
  if (decision.action == "confirm" && decision.answer.empty()) decision.answer = decision.draft_answer;
  if (const char* mistake = mistake_in(decision))
    change.fail({ProblemKind::bad_input, mistake, decision.question, {}});
  insert(change, decision);
  if (draft && draft->version == decision.draft_version) keep_evidence(change, decision);
  if (auto done = change.commit(); !done) return tl::unexpected(done.error());
  return decision;
}

Result<std::vector<Decision>> decisions(const Workspace& workspace, const std::string& sha256,
                                        const std::string& question) {
  Transaction look(workspace.database(), Transaction::Kind::read);
  std::vector<Decision> found;
  Statement row = look.prepare(format("{} AND ? IN ('', question) ORDER BY number", columns));
  row.with(sha256, question);
  while (row.next()) found.push_back(decision_of(row));
  if (auto done = look.commit(); !done) return tl::unexpected(done.error());
  return found;
}

Result<std::optional<Decision>> standing(const Workspace& workspace, const std::string& sha256,
                                         const std::string& question) {
  Transaction look(workspace.database(), Transaction::Kind::read);
  std::optional<Decision> found;
  Statement row = look.prepare(format("{} AND question = ? ORDER BY number DESC LIMIT 1", columns));
  if (row.with(sha256, question).next()) found = decision_of(row);
  if (auto done = look.commit(); !done) return tl::unexpected(done.error());
  return found;
}

}  // namespace planmark
