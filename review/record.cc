#include "review/record.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "base/format.h"
#include "base/sha256.h"
#include "review/answer_check.h"
#include "review/availability.h"
#include "review/database.h"
#include "review/decision_store.h"
#include "review/event.h"
#include "review/extraction_store.h"
#include "review/marked_quotes.h"
#include "review/reply.h"

namespace planmark {
namespace {

constexpr std::array<std::string_view, 4> actions{"confirm", "change", "answer", "cannot tell"};

void make_storable(Decision& decision) {
  for (std::string* text :
       {&decision.question, &decision.person, &decision.at, &decision.action, &decision.answer,
        &decision.reason, &decision.comment, &decision.key, &decision.draft_answer})
    *text = storable_text(*text);
  for (MarkedQuote& quote : decision.quotes) quote.why = storable_text(quote.why);
}

// Everything that the client says of the decision: the same key with another text is another decision.
std::string request_of(const Decision& decision) {
  std::string all;
  const auto add = [&](std::string_view text) { all += format("{}:{}", text.size(), text); };
  for (const std::string_view text :
       {std::string_view(decision.sha256), std::string_view(decision.question),
        std::string_view(decision.person), std::string_view(name_of(decision.mark)),
        std::string_view(decision.action), std::string_view(decision.answer),
        std::string_view(decision.reason), std::string_view(decision.comment)})
    add(text);
  add(decision.draft_shown ? "shown" : "");
  for (const MarkedQuote& quote : decision.quotes)
    add(format("{} {} {} {}", name_of(quote.verdict), quote.span.begin, quote.span.end, quote.why));
  return sha256_hex(all);
}

// A sentence for the person who decides, or nothing.
const char* mistake_in(const Decision& decision) {
  if (decision.person.empty()) return "a decision needs the name of the person who makes it";
  if (decision.at.empty()) return "a decision needs its time";
  if (decision.key.size() > 100) return "the key of a decision has at most 100 bytes";
  if (std::find(actions.begin(), actions.end(), decision.action) == actions.end())
    return "an action is \"confirm\", \"change\", \"answer\" or \"cannot tell\"";
  const bool adjudicates = decision.mark == Mark::adjudication;
  if (decision.action == "change" && decision.reason.empty()) return "a change needs a reason";
  if (adjudicates && decision.reason.empty()) return "an adjudication needs a reason";
  if (decision.action == "cannot tell" && !decision.answer.empty()) return "\"cannot tell\" takes no answer";
  const bool on_the_draft = decision.action == "confirm" || decision.action == "change";
  if (on_the_draft && !decision.draft_shown)
    return "who has not been shown the draft answers: to confirm or change it is to have seen it";
  if (decision.action == "answer" && decision.draft_shown && !adjudicates &&
      decision.draft_version != AnalysisVersion())
    return "who has been shown the draft confirms or changes it";
  return nullptr;
}

const char* mistake_in_confirmation(const Decision& decision) {
  if (decision.draft_version == AnalysisVersion()) return "there is no draft to confirm";
  if (decision.draft_answer == "Not assessed")
    return "the draft could not be assessed, so there is nothing to confirm: answer, or choose \"cannot "
           "tell\"";
  if (decision.answer != decision.draft_answer)
    return "to confirm is to keep the draft's answer: another answer is a change, with its reason";
  return nullptr;
}

std::optional<std::string> mistake_in_answer_of(const Decision& decision, const RuleBook& rules) {
  const Question* question = rules.find_question(decision.question);
  if (!question) return "a decision needs its question: there is none of this name";
  if (decision.action == "cannot tell") return std::nullopt;
  if (decision.action == "confirm") {
    if (const char* mistake = mistake_in_confirmation(decision)) return mistake;
  } else if (auto mistake = mistake_in_answer(*question, decision.answer)) {
    return mistake;
  }
  const bool shown_where = std::any_of(decision.quotes.begin(), decision.quotes.end(),
                                       [](const auto& quote) { return quote.verdict != Verdict::rejected; });
  if (needs_evidence(*question, decision.answer) && !shown_where)
    return format("\"{}\" needs evidence: accept a quote, or add one", decision.answer);
  return std::nullopt;
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

void keep_evidence(Transaction& change, const Decision& decision) {
  change
      .prepare(
          "INSERT INTO decision_evidence (decision, side, rank, page, begin_byte, end_byte, quote, rules, "
          "note)"
          " SELECT ?, side, rank, page, begin_byte, end_byte, quote, rules, note FROM evidence"
          " WHERE document = ? AND question = ?")
      .run(decision.number, decision.sha256, decision.question);
}

// The last decision with this mark; 0: none.
std::int64_t last_number(Transaction& look, const Decision& of, Mark mark) {
  Statement row = look.prepare(
      "SELECT ifnull(max(number), 0) FROM decision WHERE document = ? AND question = ? AND mark = ?");
  return row.with(of.sha256, of.question, name_of(mark)).next() ? row.integer(0) : 0;
}

bool is_mark_of(Transaction& look, std::int64_t number, const Decision& of, Mark mark) {
  Statement row =
      look.prepare("SELECT 1 FROM decision WHERE number = ? AND document = ? AND question = ? AND mark = ?");
  return row.with(number, of.sha256, of.question, name_of(mark)).next();
}

void fail(Transaction& change, const Decision& decision, std::string what, std::string fix = {}) {
  change.fail({ProblemKind::bad_input, std::move(what), decision.question, std::move(fix)});
}

void name_both_marks(Transaction& change, Decision& decision) {
  if (decision.mark != Mark::adjudication) {
    decision.first_mark = decision.second_mark = 0;
    return;
  }
  if (decision.first_mark == 0) decision.first_mark = last_number(change, decision, Mark::first);
  if (decision.second_mark == 0) decision.second_mark = last_number(change, decision, Mark::second);
  if (!is_mark_of(change, decision.first_mark, decision, Mark::first) ||
      !is_mark_of(change, decision.second_mark, decision, Mark::second))
    fail(change, decision, "there is nothing to adjudicate: it takes a first and a second mark");
}

// Marks are worth comparing because they are of different people.
void require_one_capacity(Transaction& change, const Decision& decision) {
  Statement row = change.prepare(
      "SELECT mark FROM decision WHERE document = ? AND question = ? AND person = ? AND mark <> ?");
  if (row.with(decision.sha256, decision.question, decision.person, name_of(decision.mark)).next())
    fail(change, decision,
         format("{} has marked this question already ({} mark): first mark, second mark and adjudication "
                "are of different people",
                decision.person, row.text(0)));
}

void require_no_conflict(Transaction& change, const Decision& decision) {
  const std::string system = conflicting_system(change, decision.person, decision.sha256);
  if (!system.empty())
    fail(change, decision, format("{} has a conflict of interest with {}", decision.person, system));
}

std::vector<std::int64_t> overlooked_by(Transaction& look, const Decision& decision) {
  std::vector<std::int64_t> numbers;
  Statement row = look.prepare(
      "SELECT number FROM decision WHERE document = ? AND question = ? AND person = ? AND mark = ?"
      " AND number > ? AND number < ? ORDER BY number");
  row.with(decision.sha256, decision.question, decision.person, name_of(decision.mark), decision.supersedes,
           decision.number);
  while (row.next()) numbers.push_back(row.integer(0));
  return numbers;
}

// What this key has recorded. Another request under the same key fails.
std::optional<Decision> recorded_under_key(Transaction& look, const Decision& decision,
                                           const std::string& request) {
  if (decision.key.empty()) return std::nullopt;
  // The index of keys leaves out the empty one, and is used by who does so too.
  Statement row = look.prepare("SELECT request FROM decision WHERE key = ? AND key <> ''");
  if (!row.with(decision.key).next()) return std::nullopt;
  if (row.text(0) != request)
    fail(look, decision, "the key of this decision has been used for another one",
         "load the page again: what was saved under this key is kept");
  auto found = stored_decisions(look, "key = ? AND key <> ''", decision.key);
  return found.empty() ? std::nullopt : std::optional(std::move(found.front()));
}

void note_decision(Transaction& change, const Decision& decision) {
  const std::string answer = decision.answer.empty() ? "" : ": " + decision.answer;
  note(change, {.at = decision.at,
                .person = decision.person,
                .kind = "decision",
                .sha256 = decision.sha256,
                .question = decision.question,
                .subject = format("{}", decision.number),
                .what = format("{}: {}{}", name_of(decision.mark), decision.action, answer),
                .why = decision.reason,
                .planmark = decision.draft_version.planmark,
                .lexicon = decision.draft_version.lexicon});
}

void record(Transaction& change, const RuleBook& rules, Decision& decision, const std::string& request) {
  const std::optional<CurrentDraft> draft = current_draft(change, decision);
  if (draft && decision.draft_version == AnalysisVersion()) {
    decision.draft_answer = draft->answer;
    decision.draft_version = draft->version;
  }
  if (decision.action == "confirm" && decision.answer.empty()) decision.answer = decision.draft_answer;
  if (const char* mistake = mistake_in(decision)) fail(change, decision, mistake);
  if (auto mistake = mistake_in_answer_of(decision, rules)) fail(change, decision, *mistake);
  require_not_final(change, decision.sha256);
  require_one_capacity(change, decision);
  require_no_conflict(change, decision);
  name_both_marks(change, decision);
  check_marked_quotes(change, decision.sha256, decision.quotes);
  store_decision(change, decision, request);
  if (draft && draft->version == decision.draft_version) keep_evidence(change, decision);
  note_decision(change, decision);
}

RecordedDecision record_once(Transaction& change, const RuleBook& rules, Decision decision) {
  make_storable(decision);
  const std::string request = request_of(decision);
  if (!is_registered(change, decision.sha256))
    change.fail({ProblemKind::not_found, "no such document in the workspace", decision.sha256, {}});
  RecordedDecision recorded;
  if (auto known = recorded_under_key(change, decision, request)) {
    recorded.decision = std::move(*known);
    recorded.repeated = true;
  } else {
    record(change, rules, decision, request);
    recorded.decision = std::move(decision);
  }
  recorded.overlooked = overlooked_by(change, recorded.decision);
  return recorded;
}

}  // namespace

Result<RecordedDecision> record_decision(Workspace& workspace, const RuleBook& rules, Decision decision) {
  Transaction change(workspace.database(), Transaction::Kind::write);
  return change.commit(record_once(change, rules, std::move(decision)));
}

Result<std::vector<RecordedDecision>> record_decisions(Workspace& workspace, const RuleBook& rules,
                                                       std::vector<Decision> decisions) {
  Transaction change(workspace.database(), Transaction::Kind::write);
  std::vector<RecordedDecision> recorded;
  for (Decision& decision : decisions) {
    if (change.failed()) break;
    recorded.push_back(record_once(change, rules, std::move(decision)));
  }
  return change.commit(std::move(recorded));
}

Result<void> try_decision(Workspace& workspace, const RuleBook& rules, Decision decision) {
  Transaction change(workspace.database(), Transaction::Kind::write);
  record_once(change, rules, std::move(decision));
  if (change.failed()) return change.commit();
  return {};  // and the transaction is undone
}

Result<std::vector<Decision>> decisions(const Workspace& workspace, const std::string& sha256,
                                        const std::string& question) {
  Transaction look(workspace.database(), Transaction::Kind::read);
  // One condition each, so that the index is used.
  auto found = sha256.empty()     ? stored_decisions(look, "? IN ('', question)", question)
               : question.empty() ? stored_decisions(look, "document = ?", sha256)
                                  : stored_decisions(look, "document = ? AND question = ?", sha256, question);
  return look.commit(std::move(found));
}

Result<std::optional<Decision>> standing(const Workspace& workspace, const std::string& sha256,
                                         const std::string& question) {
  Transaction look(workspace.database(), Transaction::Kind::read);
  auto found = stored_decisions(look, "document = ? AND question = ?", sha256, question, Of::standing);
  return look.commit(found.empty() ? std::optional<Decision>() : std::optional(std::move(found.front())));
}

Result<std::vector<Decision>> standing_answers(const Workspace& workspace, const std::string& sha256) {
  Transaction look(workspace.database(), Transaction::Kind::read);
  auto found = stored_decisions(look, "document = ?", sha256, {}, Of::standing);
  std::sort(found.begin(), found.end(),
            [](const Decision& a, const Decision& b) { return a.question < b.question; });
  return look.commit(std::move(found));
}

}  // namespace planmark
