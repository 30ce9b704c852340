#include "reports/answers_import.h"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <set>

#include "analyze/analyze.h"
#include "base/ascii.h"
#include "base/format.h"
#include "base/sha256.h"
#include "corpus/tsv.h"
#include "reports/answer_rows.h"
#include "reports/drafts_text.h"
#include "reports/edited_answer.h"
#include "review/assignment.h"
#include "review/people.h"

namespace planmark {
namespace {

constexpr std::array<const char*, 7> edited_columns = {"document", "question", "record", "answer",
                                                       "quotes",   "reason",   "comment"};
constexpr const char* export_again = "make the workbook anew (planmark report) and edit that";

using AnswerColumns = std::array<std::size_t, edited_columns.size()>;

Result<AnswerColumns> answer_columns_of(const std::vector<CsvRow>& table, const std::string& where) {
  constexpr const char* fix =
      "import the sheet \"answers\" of a workbook that planmark report made, or a CSV of it";
  if (table.empty()) return failure(ProblemKind::bad_input, "there is no table", where, fix);
  AnswerColumns columns{};
  for (std::size_t i = 0; i < columns.size(); ++i) {
    const auto is_named = [&](const std::string& head) {
      return lower_ascii(trimmed(head)) == edited_columns[i];
    };
    const std::vector<std::string>& head = table.front().cells;
    const auto found = std::find_if(head.begin(), head.end(), is_named);
    if (found == head.end())
      return failure(ProblemKind::bad_input, format("there is no column \"{}\"", edited_columns[i]), where,
                     fix);
    if (std::find_if(found + 1, head.end(), is_named) != head.end())
      return failure(ProblemKind::bad_input, format("the column \"{}\" stands twice", edited_columns[i]),
                     where, fix);
    columns[i] = static_cast<std::size_t>(found - head.begin());
  }
  return columns;
}

// Where nobody can sign in yet, anybody may put their name.
Result<void> require_reviewer(const Workspace& workspace, const std::string& name) {
  const auto all = people(workspace);
  if (!all) return tl::unexpected(all.error());
  std::vector<std::string> names;
  for (const Person& person : *all)
    if (person.active) names.push_back(person.name);
  if (!name.empty() && (all->empty() || std::find(names.begin(), names.end(), name) != names.end()))
    return {};
  return failure(ProblemKind::bad_input, format("nobody active has the sign-in name \"{}\"", name), "--as",
                 names.empty() ? "name who has edited the answers" : "one of: " + joined(names, ", "));
}

class ImportReader {
  using enum EditedColumn;

 public:
  ImportReader(Workspace& workspace, const RuleBook& rules, const Register& systems, std::string where,
               Act by)
      : workspace_(workspace),
        rules_(rules),
        systems_(systems),
        where_(std::move(where)),
        by_(std::move(by)) {}

  Result<AnswersImport> read(const std::vector<CsvRow>& table, const AnswerColumns& columns) {
    const auto given = assignments(workspace_, {}, by_.person);
    if (!given) return tl::unexpected(given.error());
    for (const Assignment& each : *given)
      if (each.mark == Mark::second) second_.insert({each.sha256, each.criterion});
    for (std::size_t i = 1; i < table.size(); ++i)
      if (auto done = read_row(table[i], columns); !done) return tl::unexpected(done.error());
    return std::move(import_);
  }

 private:
  std::string place(EditedColumn column) const {
    return format("{}, row {}, column {}", where_, line_, edited_columns[static_cast<std::size_t>(column)]);
  }
  void refuse(const EditMistake& mistake) {
    import_.mistakes.push_back({ProblemKind::bad_input, mistake.what, place(mistake.column), mistake.fix});
  }

  Result<void> read_row(const CsvRow& read, const AnswerColumns& columns) {
    line_ = read.line;
    const auto cell = [&](EditedColumn column) {
      return read_cell(read.cells[columns[static_cast<std::size_t>(column)]]);
    };
    EditedRow row{{cell(answer), cell(quotes), cell(reason), cell(comment)}, cell(record), nullptr, nullptr};
    const std::string sha256 = cell(document);
    if (sha256.empty()) {
      if (row.cells != AnswerCells())
        refuse({answer, "there is no document that this could be an answer of", "empty the cells"});
      return {};
    }
    const auto written_from = parse_record(row.record);
    if (!written_from) {
      refuse({record, format("\"{}\" is not what was written here", row.record), export_again});
      return {};
    }
    if (hash_of(row.cells) == written_from->cells) {
      ++import_.unchanged;
      return {};
    }
    auto found = find_answer(sha256, cell(question), row);
    if (!found) return tl::unexpected(found.error());
    return *found ? read_edit(row, *written_from) : Result<void>();
  }

  // What the workspace says of it now; false: it was refused.
  Result<bool> find_answer(const std::string& sha256, const std::string& id, EditedRow& row) {
    row.question = rules_.find_question(id);
    if (row.question == nullptr) {
      refuse({question, format("there is no question \"{}\"", id), export_again});
      return false;
    }
    const auto known = known_.find(sha256);
    if (known == known_.end()) {
      if (auto loaded = load(sha256); !loaded) return tl::unexpected(loaded.error());
      return find_answer(sha256, id, row);
    }
    if (known->second.rows.empty() || !is_asked_of(*row.question, known->second.identity.part)) {
      refuse({document,
              known->second.rows.empty() ? "there is no such document in the workspace"
                                         : "this question is not asked of this document",
              export_again});
      return false;
    }
    row.now = &known->second.rows[static_cast<std::size_t>(row.question - rules_.questions.data())];
    if (seen_.insert(row.now).second) return true;
    refuse({question, "this answer stands in a row above too", "keep one of them"});
    return false;
  }

  Result<void> load(const std::string& sha256) {
    Known& known = known_[sha256];
    const auto found = workspace_.find_document(sha256);
    if (!found && found.error().kind != ProblemKind::storage) return {};
    if (!found) return tl::unexpected(found.error());
    if (*found != sha256) return {};
    auto identity = workspace_.identity(sha256);
    if (!identity) return tl::unexpected(identity.error());
    auto rows = answer_rows(workspace_, rules_, sha256);
    if (!rows) return tl::unexpected(rows.error());
    known = {std::move(*identity), std::move(*rows)};
    return {};
  }

  Result<void> read_edit(const EditedRow& row, const RowRecord& written_from) {
    Decision decision;
    decision.sha256 = row.now->document;
    decision.question = row.question->id;
    decision.person = by_.person;
    decision.at = by_.at;
    decision.key = key_of(row);
    const auto made = decisions(workspace_, decision.sha256, decision.question);
    if (!made) return tl::unexpected(made.error());
    for (const Decision& earlier : *made) {
      if (earlier.person == by_.person && earlier.mark == Mark::first &&
          earlier.number <= written_from.decision)
        decision.supersedes = earlier.number;
      if (earlier.key == decision.key) return note_known();
    }
    if (row.cells == cells_of(*row.now)) return note_known();
    if (is_conflict(row, written_from)) return {};
    if (auto mistake = decide(row, decision)) {
      refuse(*mistake);
      return {};
    }
    return take(row, std::move(decision));
  }

  Result<void> note_known() {
    ++import_.known;
    return {};
  }

  bool is_conflict(const EditedRow& row, const RowRecord& written_from) {
    const std::optional<Decision>& standing = row.now->standing;
    std::string what;
    if (standing && standing->number != written_from.decision)
      what = format("{} has decided since, at {}: \"{}\"; the sheet says \"{}\"", standing->person,
                    standing->at, cells_of(*row.now).answer, row.cells.answer);
    else if (standing && standing->mark == Mark::adjudication)
      what = format("{} has adjudicated it: \"{}\"; the sheet says \"{}\"", standing->person,
                    cells_of(*row.now).answer, row.cells.answer);
    else if (!standing && written_from.decision != 0)
      what = "the sheet was written from another workspace";
    else if (parse_record(record_of(*row.now))->draft != written_from.draft)
      what = "it has been drafted anew since, and its quotes may have other numbers";
    if (what.empty()) return false;
    import_.conflicts.push_back({ProblemKind::bad_input, std::move(what), place(answer), export_again});
    return true;
  }

  Result<void> take(const EditedRow& row, Decision decision) {
    const std::string& criterion = row.question->criterion;
    if (second_.contains({decision.sha256, criterion}) || second_.contains({decision.sha256, ""})) {
      refuse({answer, format("{} marks this a second time, without seeing the draft", by_.person),
              "answer it at the desk (planmark serve)"});
      return {};
    }
    if (auto tried = try_decision(workspace_, rules_, decision); !tried) {
      if (tried.error().kind == ProblemKind::storage) return tl::unexpected(tried.error());
      refuse({answer, tried.error().what, tried.error().fix});
      return {};
    }
    const std::string after =
        decision.action == "cannot tell" ? std::string(words_cannot_tell) : decision.answer;
    import_.changes.push_back({line_, about(row), cells_of(*row.now).answer, after, std::move(decision)});
    return {};
  }

  std::string about(const EditedRow& row) const {
    const Identity& identity = known_.at(row.now->document).identity;
    return format("{}, {} {}, {}", system_name(systems_, identity.system), identity.part, identity.edition,
                  row.question->id);
  }

  // Of this edit of this row by this person, wherever and whenever the file comes in.
  std::string key_of(const EditedRow& row) const {
    return "sheet " +
           sha256_hex(joined(
               {by_.person, row.now->document, row.question->id, row.record, hash_of(row.cells)}, "\n"));
  }

  struct Known {
    Identity identity;
    std::vector<AnswerRow> rows;  // as the rule book's questions; empty: there is no such document
  };

  Workspace& workspace_;
  const RuleBook& rules_;
  const Register& systems_;
  std::string where_;
  Act by_;
  std::map<std::string, Known> known_;
  std::set<const AnswerRow*> seen_;
  std::set<std::pair<std::string, std::string>> second_;  // document and criterion
  std::size_t line_ = 0;
  AnswersImport import_;
};

}  // namespace

Result<AnswersImport> read_answers(Workspace& workspace, const RuleBook& rules, const Register& systems,
                                   const std::vector<CsvRow>& table, const std::string& where,
                                   const Act& by) {
  const auto columns = answer_columns_of(table, where);
  if (!columns) return tl::unexpected(columns.error());
  if (auto known = require_reviewer(workspace, by.person); !known) return tl::unexpected(known.error());
  return ImportReader(workspace, rules, systems, where, by).read(table, *columns);
}

Result<void> record_answers(Workspace& workspace, const RuleBook& rules, const AnswersImport& import) {
  std::vector<Decision> decisions;
  for (const SheetChange& change : import.changes) decisions.push_back(change.decision);
  return record_decisions(workspace, rules, std::move(decisions)).map([](const auto&) {});
}

}  // namespace planmark
