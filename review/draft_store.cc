#include "review/draft_store.h"

#include <map>
#include <optional>
#include <utility>

#include "base/format.h"
#include "review/extraction_store.h"
#include "review/json_list.h"

namespace planmark {
namespace {

// A draft as it is stored: also where it stands among all, and its answer in words, which depends on the
// question too.
struct StoredDraft {
  Draft draft;
  std::uint32_t rank = 0;
  std::string answer;
  friend bool operator==(const StoredDraft&, const StoredDraft&) = default;
};

// Writes the drafts of one document; holds the statements that are used again and again.
class DraftWriter {
 public:
  DraftWriter(Transaction& change, const Document& text) : change_(change), text_(text) {}

  void write(const StoredDraft& stored) {
    const Draft& draft = stored.draft;
    const Answer& answer = draft.answer;
    draft_.run(text_.sha256, draft.question, stored.rank, stored.answer, answer.not_assessed, answer.value,
               name_of(answer.lead), answer.role, answer.person, name_of(draft.confidence), draft.reason,
               draft.searched.rules, draft.searched.pages, json_list(draft.searched.unreadable_pages));
    std::uint32_t rank = 0;
    for (const std::string& value : answer.values) value_.run(text_.sha256, draft.question, ++rank, value);
    rank = 0;
    for (const Clause& clause : draft.clauses) write(draft, clause, ++rank);
    rank = 0;
    for (const Evidence& evidence : draft.evidence) write(draft, "for", evidence, ++rank);
    rank = 0;
    for (const Evidence& evidence : draft.counter) write(draft, "against", evidence, ++rank);
  }

 private:
  void fail(const Draft& draft, const char* what) {
    change_.fail(
        {ProblemKind::internal, format("the draft of {} {}", draft.question, what), text_.sha256, {}});
  }

  bool stands_in_text(Span span) const {
    return !text_.pages.empty() && span.begin <= span.end && span.end <= text_.text.size();
  }

  void write(const Draft& draft, const Clause& clause, std::uint32_t rank) {
    const Span span = clause.decided_by;
    if (!span.empty() && !stands_in_text(span)) return fail(draft, "is decided outside the text");
    std::optional<std::uint32_t> page;
    if (!span.empty()) page = page_at(text_, span.begin) + 1;
    clause_.run(text_.sha256, draft.question, rank, clause.id, clause.met, clause.because, page, span.begin,
                span.end, page ? slice(text_.text, span) : std::string_view());
  }

  void write(const Draft& draft, const char* side, const Evidence& evidence, std::uint32_t rank) {
    const Span span = evidence.span;
    if (!stands_in_text(span)) return fail(draft, "has evidence outside the text");
    evidence_.run(text_.sha256, draft.question, side, rank, page_at(text_, span.begin) + 1, span.begin,
                  span.end, slice(text_.text, span), json_list(evidence.rules), evidence.note);
  }

  Transaction& change_;
  const Document& text_;
  Statement draft_ = change_.prepare(
      "INSERT INTO draft (document, question, rank, answer, not_assessed, value, lead, role, person, "
      "confidence,"
      " reason, searched_rules, searched_pages, searched_unreadable)"
      " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
  Statement value_ =
      change_.prepare("INSERT INTO draft_value (document, question, rank, value) VALUES (?, ?, ?, ?)");
  Statement clause_ = change_.prepare(
      "INSERT INTO clause (document, question, rank, clause, met, because, page, begin_byte, end_byte, quote)"
      " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
  Statement evidence_ = change_.prepare(
      "INSERT INTO evidence (document, question, side, rank, page, begin_byte, end_byte, quote, rules, note)"
      " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
};

// Columns of a draft from which its answer is read, but for its values.
constexpr const char* answer_columns = "not_assessed, value, lead, role, person";

// What this program does not know comes back in `unknown`.
Answer answer_in(const Statement& row, int column, std::optional<std::string>& unknown) {
  Answer answer;
  answer.not_assessed = row.integer(column) != 0;
  answer.value = row.text(column + 1);
  if (!parse_name(row.text(column + 2), answer.lead)) unknown = row.text(column + 2);
  answer.role = row.text(column + 3);
  answer.person = row.text(column + 4);
  return answer;
}

// Reads the parts of drafts; holds the statements that are used again and again.
class DraftReader {
 public:
  DraftReader(Transaction& look, const std::string& sha256) : look_(look), sha256_(sha256) {}

  // That of one question alone unless it is empty.
  std::vector<Draft> read(const std::string& question = {}) {
    std::vector<Draft> drafts;
    Statement row = look_.prepare(
        format("SELECT question, {}, confidence, reason, searched_rules, searched_pages, searched_unreadable"
               " FROM draft WHERE document = ? AND {} ORDER BY rank",
               answer_columns, question.empty() ? "? = ''" : "question = ?"));
    row.with(sha256_, question);
    while (row.next()) {
      Draft& draft = drafts.emplace_back();
      draft.question = row.text(0);
      draft.answer = answer_in(row, 1, unknown_);
      if (!parse_name(row.text(6), draft.confidence)) unknown_ = row.text(6);
      draft.reason = row.text(7);
      draft.searched = {row.u32(8), row.u32(9), numbers(row.text(10))};
      draft.answer.values = values(draft.question);
      draft.clauses = clauses(draft.question);
      draft.evidence = evidence(draft.question, "for");
      draft.counter = evidence(draft.question, "against");
    }
    return drafts;
  }
  // Something that was read and says nothing to this program; the draft that it stands in is not as it was.
  const std::optional<std::string>& unknown() const { return unknown_; }

 private:
  std::vector<std::uint32_t> numbers(const std::string& json) {
    auto list = numbers_of_json_list(json);
    if (!list) unknown_ = json;
    return std::move(list).value_or(std::vector<std::uint32_t>());
  }

  std::vector<std::string> texts(const std::string& json) {
    auto list = texts_of_json_list(json);
    if (!list) unknown_ = json;
    return std::move(list).value_or(std::vector<std::string>());
  }

  std::vector<std::string> values(const std::string& question) {
    std::vector<std::string> found;
    value_.with(sha256_, question);
    while (value_.next()) found.push_back(value_.text(0));
    return found;
  }

  std::vector<Clause> clauses(const std::string& question) {
    std::vector<Clause> found;
    clause_.with(sha256_, question);
    while (clause_.next())
      found.push_back(
          {clause_.text(0), clause_.integer(1) != 0, clause_.text(2), {clause_.u32(3), clause_.u32(4)}});
    return found;
  }

  std::vector<Evidence> evidence(const std::string& question, const char* side) {
    std::vector<Evidence> found;
    evidence_.with(sha256_, question, side);
    while (evidence_.next())
      found.push_back({{evidence_.u32(0), evidence_.u32(1)}, texts(evidence_.text(2)), evidence_.text(3)});
    return found;
  }

  Transaction& look_;
  const std::string& sha256_;
  std::optional<std::string> unknown_;
  Statement value_ =
      look_.prepare("SELECT value FROM draft_value WHERE document = ? AND question = ? ORDER BY rank");
  Statement clause_ = look_.prepare(
      "SELECT clause, met, because, begin_byte, end_byte FROM clause WHERE document = ? AND question = ?"
      " ORDER BY rank");
  Statement evidence_ = look_.prepare(
      "SELECT begin_byte, end_byte, rules, note FROM evidence WHERE document = ? AND question = ? AND side = "
      "?"
      " ORDER BY rank");
};

using DraftsByQuestion = std::map<std::string, StoredDraft>;

// None where there are some that cannot be read: those are no draft's equals.
DraftsByQuestion drafts_as_stored(Transaction& look, const std::string& sha256) {
  DraftsByQuestion stored;
  DraftReader reader(look, sha256);
  for (Draft& draft : reader.read()) stored[draft.question].draft = std::move(draft);
  if (reader.unknown()) return {};
  Statement row = look.prepare("SELECT question, rank, answer FROM draft WHERE document = ?");
  row.with(sha256);
  while (row.next()) {
    StoredDraft& draft = stored[row.text(0)];
    draft.rank = row.u32(1), draft.answer = row.text(2);
  }
  return stored;
}

}  // namespace

// What another lexicon drafts is mostly what the last one drafted: only what differs is written.
void store_drafts(Transaction& change, const std::string& sha256, const std::vector<Draft>& drafts,
                  const RuleBook& rules) {
  DraftsByQuestion before = drafts_as_stored(change, sha256);
  if (before.empty()) change.prepare("DELETE FROM draft WHERE document = ?").run(sha256);
  Statement remove = change.prepare("DELETE FROM draft WHERE document = ? AND question = ?");
  std::optional<Document> text;
  std::optional<DraftWriter> writer;
  std::uint32_t rank = 0;
  for (const Draft& draft : drafts) {
    const Question* question = rules.find_question(draft.question);
    if (!question)
      return change.fail({ProblemKind::internal,
                          format("the draft of {} is not of a question of the rule book", draft.question),
                          sha256,
                          {}});
    const StoredDraft now{draft, ++rank, to_text(draft.answer, question->type)};
    const auto known = before.extract(draft.question);
    if (known && known.mapped() == now) continue;
    if (!text) {
      text = stored_text(change, sha256);
      writer.emplace(change, *text);
    }
    if (known) remove.run(sha256, draft.question);
    writer->write(now);
  }
  for (const auto& [question, draft] : before) remove.run(sha256, question);
}

std::vector<Draft> drafts_in(Transaction& look, const std::string& sha256, const std::string& question) {
  DraftReader reader(look, sha256);
  std::vector<Draft> drafts = reader.read(question);
  if (reader.unknown()) fail_with_unknown_name(look, *reader.unknown());
  return drafts;
}

std::optional<Workspace::StoredDrafts> stored_drafts(Transaction& look, const std::string& sha256,
                                                     const std::string& question) {
  Statement row = look.prepare(
      "SELECT part, analysis.planmark, lexicon, icu, re2, extraction.planmark, poppler,"
      " tesseract"
      " FROM analysis JOIN extraction USING (document) WHERE document = ?");
  if (!row.with(sha256).next()) return std::nullopt;
  Workspace::StoredDrafts stored;
  stored.part = row.text(0);
  stored.version = {row.text(1), row.text(2), row.text(3), row.text(4)};
  stored.extraction = {row.text(5), row.text(6), row.text(7)};
  Statement asked = look.prepare("SELECT question FROM draft WHERE document = ? ORDER BY rank");
  asked.with(sha256);
  while (asked.next()) stored.questions.push_back(asked.text(0));
  stored.drafts = drafts_in(look, sha256, question);
  return stored;
}

std::vector<Workspace::StoredAnswer> stored_answers(Transaction& look) {
  std::vector<Workspace::StoredAnswer> answers;
  std::map<std::pair<std::string, std::string>, std::size_t> places;
  std::optional<std::string> unknown;
  Statement row = look.prepare(
      format("SELECT document, question, {} FROM draft ORDER BY document, rank", answer_columns));
  row.with();
  while (row.next()) {
    places.emplace(std::pair(row.text(0), row.text(1)), answers.size());
    answers.push_back({row.text(0), row.text(1), answer_in(row, 2, unknown)});
  }
  if (unknown) fail_with_unknown_name(look, *unknown);
  Statement value =
      look.prepare("SELECT document, question, value FROM draft_value ORDER BY document, question, rank");
  value.with();
  while (value.next()) {
    const auto place = places.find({value.text(0), value.text(1)});
    if (place != places.end()) answers[place->second].answer.values.push_back(value.text(2));
  }
  return answers;
}

}  // namespace planmark
