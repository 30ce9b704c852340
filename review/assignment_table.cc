// A table of who answers what, as coordinators keep it.
#include <algorithm>
#include <array>
#include <map>

#include "base/ascii.h"
#include "base/format.h"
#include "corpus/nearest_name.h"
#include "review/assignment_store.h"
#include "review/identity_store.h"

namespace planmark {
namespace {

constexpr std::array<const char*, 6> column_names{"person", "system", "part", "criterion", "mark", "due"};
enum Column : std::size_t { at_person, at_system, at_part, at_criterion, at_mark, at_due };
constexpr std::size_t needed_columns = 3;  // the first of them

using Columns = std::array<std::optional<std::size_t>, column_names.size()>;

struct Reading {
  std::vector<Assignment> assignments;
  std::vector<std::size_t> lines;                // of each assignment
  std::multimap<std::size_t, Problem> mistakes;  // by line

  void add_mistake(std::size_t line, std::string what, const std::string& where, const std::string& column,
                   std::string fix = {}) {
    std::string place = format("{}:{}{}{}", where, line, column.empty() ? "" : ", column ", column);
    mistakes.emplace(line,
                     Problem{ProblemKind::bad_input, std::move(what), std::move(place), std::move(fix)});
  }
};

Columns read_head(const TextRow& head, const std::string& where, Reading& reading) {
  const auto mistake = [&](std::string what) {
    reading.add_mistake(head.line, std::move(what), where, "",
                        "the columns are person, system, part, criterion, mark, due");
  };
  Columns columns;
  for (std::size_t i = 0; i < head.cells.size(); ++i) {
    const auto found = std::find(column_names.begin(), column_names.end(), lower_ascii(head.cells[i]));
    if (found == column_names.end()) {
      mistake(format("unknown column \"{}\"", head.cells[i]));
      continue;
    }
    auto& column = columns[static_cast<std::size_t>(found - column_names.begin())];
    if (column) mistake(format("column \"{}\" stands twice", *found));
    column = i;
  }
  for (std::size_t i = 0; i < needed_columns; ++i)
    if (!columns[i]) mistake(format("there is no column \"{}\"", column_names[i]));
  return columns;
}

struct RowMistake {
  std::string what{};  // empty: none
  std::size_t column = 0;
};

class RowReader {
 public:
  RowReader(Transaction& look, const RuleBook& rules, const Register& systems)
      : rules_(rules), systems_(systems) {
    for (const auto& [sha256, standing] : standing_identities(look)) {
      const Identity& identity = standing.identity;
      auto& editions = documents_[{identity.system, identity.part}];
      editions[identity.edition].push_back(sha256);
    }
  }

  // Fills in `assignment`, or says what is wrong.
  RowMistake read(const TextRow& row, const Columns& columns, Assignment& assignment) const {
    const auto cell = [&](std::size_t column) {
      return columns[column] ? row.cells[*columns[column]] : std::string();
    };
    assignment.person = cell(at_person);
    if (assignment.person.empty()) return {"no person is named", at_person};
    if (cell(at_system).empty()) return {"no system is named", at_system};
    if (cell(at_part).empty()) return {"no part is named", at_part};
    if (std::string what = find_document(cell(at_system), lower_ascii(cell(at_part)), assignment.sha256);
        !what.empty())
      return {std::move(what), at_part};
    const std::string given = lower_ascii(cell(at_mark));
    if (!given.empty() && (!parse_name(given, assignment.mark) || assignment.mark == Mark::adjudication))
      return {format("\"{}\" is not a mark: write first or second", cell(at_mark)), at_mark};
    assignment.due = cell(at_due);
    return {find_criterion(cell(at_criterion), assignment.criterion), at_criterion};
  }

 private:
  std::string find_document(const std::string& system, const std::string& part, std::string& sha256) const {
    const System* known = systems_.find(system);
    const std::string code = known ? known->code : system;
    const auto found = documents_.find({code, part});
    if (found == documents_.end()) return format("there is no {} of {} in the workspace", part, system);
    const auto& [edition, documents] = *found->second.rbegin();
    if (documents.size() > 1)
      return format("there are {} documents for the {} of {}{}{}", documents.size(), part, system,
                    edition.empty() ? "" : " of ", edition);
    sha256 = documents.front();
    return {};
  }

  std::string find_criterion(const std::string& given, std::string& criterion) const {
    const std::string wanted = lower_ascii(given);
    if (wanted.empty() || wanted == "all") return {};
    std::vector<std::string> names;
    for (const Question& question : rules_.questions) {
      names.push_back(question.criterion);
      if (lower_ascii(question.criterion) == wanted) criterion = question.criterion;
      if (lower_ascii(question.id) == wanted) criterion = question.id;
    }
    if (!criterion.empty()) return {};
    const std::string nearest = nearest_name(given, names);
    return format("unknown criterion \"{}\"{}", given,
                  nearest.empty() ? "" : format(": did you mean {}?", nearest));
  }

  const RuleBook& rules_;
  const Register& systems_;
  // By system and part, then edition.
  std::map<std::pair<std::string, std::string>, std::map<std::string, std::vector<std::string>>> documents_;
};

Reading read_rows(Transaction& look, const RuleBook& rules, const Register& systems,
                  const std::vector<TextRow>& table, const std::string& where) {
  Reading reading;
  const Columns columns = read_head(table.front(), where, reading);
  if (!reading.mistakes.empty()) return reading;
  const RowReader reader(look, rules, systems);
  for (std::size_t i = 1; i < table.size(); ++i) {
    Assignment assignment;
    if (RowMistake mistake = reader.read(table[i], columns, assignment); !mistake.what.empty()) {
      reading.add_mistake(table[i].line, std::move(mistake.what), where, column_names[mistake.column]);
      continue;
    }
    reading.assignments.push_back(std::move(assignment));
    reading.lines.push_back(table[i].line);
  }
  for (const AssignmentMistake& mistake : stored_mistakes_in(look, rules, reading.assignments))
    reading.add_mistake(reading.lines[mistake.index], mistake.what, where, mistake.about);
  return reading;
}

}  // namespace

Result<std::vector<Problem>> assign_from_table(Workspace& workspace, const RuleBook& rules,
                                               const Register& systems, const TextTable& sheet,
                                               const std::string& where, const Act& by) {
  if (sheet.rows.size() < 2) return failure(ProblemKind::bad_input, "the table has no rows", where);
  Transaction change(workspace.database(), Transaction::Kind::write);
  Reading reading = read_rows(change, rules, systems, sheet.rows, where);
  if (reading.mistakes.empty())
    for (const Assignment& assignment : reading.assignments) store_assignment(change, assignment, by);
  if (auto done = change.commit(); !done) return tl::unexpected(done.error());
  std::vector<Problem> mistakes;
  for (auto& [line, mistake] : reading.mistakes) mistakes.push_back(std::move(mistake));
  return mistakes;
}

}  // namespace planmark
