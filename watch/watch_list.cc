#include "watch/watch_list.h"

#include <algorithm>
#include <array>
#include <map>

#include "base/ascii.h"
#include "base/file.h"
#include "base/format.h"
#include "corpus/csv.h"
#include "corpus/nearest_name.h"
#include "corpus/part_cue.h"

namespace planmark {
namespace {

const std::vector<std::string> column_names = {"system", "part", "edition", "kind", "address"};
const std::vector<std::string> kind_names = {"page", "document"};

tl::unexpected<Problem> unknown(const char* what, const std::string& given,
                                const std::vector<std::string>& names, const std::string& where) {
  const std::string nearest = nearest_name(given, names);
  return failure(
      ProblemKind::bad_input, format("unknown {} \"{}\"", what, given), where,
      nearest.empty() ? format("Known are {}.", joined(names, ", ")) : format("Did you mean {}?", nearest));
}

bool is_one_of(const std::string& text, const std::vector<std::string>& names) {
  return std::ranges::find(names, text) != names.end();
}

bool is_year(std::string_view text) {
  return text.size() == 4 && text.find_first_not_of("0123456789") == std::string_view::npos;
}

// For each column of the head, its index into column_names.
Result<std::vector<std::size_t>> read_head(const CsvRow& head, const std::string& where) {
  std::vector<std::size_t> columns;
  for (const std::string& cell : head.cells) {
    const auto found = std::ranges::find(column_names, lower_ascii(cell));
    if (found == column_names.end()) return unknown("column", cell, column_names, where);
    columns.push_back(static_cast<std::size_t>(found - column_names.begin()));
    if (std::ranges::count(columns, columns.back()) > 1)
      return failure(ProblemKind::bad_input, format("column \"{}\" stands twice", cell), where);
  }
  if (std::ranges::find(columns, 4U) == columns.end())
    return failure(ProblemKind::bad_input, "no column \"address\"", where,
                   "Name the columns in the first line.");
  return columns;
}

Result<WatchEntry> read_entry(const CsvRow& row, const std::vector<std::size_t>& columns,
                              const std::string& where) {
  std::array<std::string, 5> members;
  for (std::size_t i = 0; i < columns.size(); ++i) members[columns[i]] = row.cells[i];
  auto& [system, part, edition, kind, text] = members;
  part = lower_ascii(part);
  kind = lower_ascii(kind);
  if (!part.empty() && !is_one_of(part, part_names())) return unknown("part", part, part_names(), where);
  if (!kind.empty() && !is_one_of(kind, kind_names)) return unknown("kind", kind, kind_names, where);
  if (!edition.empty() && !is_year(edition))
    return failure(ProblemKind::bad_input, format("edition \"{}\" is not a year", edition), where,
                   "Write the first year of the period, 2023 for 2023/24 to 2027/28.");
  auto address = parse_address(text);
  if (!address) {
    Problem problem = address.error();
    problem.what = format("{}: \"{}\"", problem.what, problem.where);
    problem.where = where;
    return tl::unexpected(problem);
  }
  return WatchEntry{std::move(*address), {system, part, edition, {}, {}}, kind == "document", row.line};
}

}  // namespace

Result<std::vector<WatchEntry>> read_watch_list(const std::filesystem::path& path) {
  const Result<std::string> bytes = read_file(path);
  if (!bytes) return tl::unexpected(bytes.error());
  const Result<std::vector<CsvRow>> table = parse_csv(*bytes, path.string());
  if (!table) return tl::unexpected(table.error());
  if (table->size() < 2)
    return failure(ProblemKind::bad_input, "the list names no address", path.string(),
                   "Its first line is system,part,edition,kind,address, and each other names one address.");
  const auto where = [&](const CsvRow& row) { return format("{}:{}", path.string(), row.line); };
  const auto columns = read_head(table->front(), where(table->front()));
  if (!columns) return tl::unexpected(columns.error());
  std::vector<WatchEntry> entries;
  std::map<std::string, std::size_t> first_line;
  for (std::size_t i = 1; i < table->size(); ++i) {
    const CsvRow& row = (*table)[i];
    auto entry = read_entry(row, *columns, where(row));
    if (!entry) return tl::unexpected(entry.error());
    const auto [known, is_new] = first_line.emplace(entry->address.text, row.line);
    if (!is_new)
      return failure(ProblemKind::bad_input, format("the address stands already on line {}", known->second),
                     where(row));
    entries.push_back(std::move(*entry));
  }
  return entries;
}

}  // namespace planmark
