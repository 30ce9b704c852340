#include "corpus/manifest.h"

#include <algorithm>
#include <array>
#include <map>

#include "base/ascii.h"
#include "base/file.h"
#include "base/format.h"
#include "corpus/csv.h"
#include "corpus/nearest_name.h"

namespace planmark {
namespace fs = std::filesystem;
namespace {

const std::vector<std::string>& column_names() {
  static const std::vector<std::string> names = {"file", "system", "part", "edition", "title", "url"};
  return names;
}

tl::unexpected<Problem> unknown(const std::string& kind, const std::string& given,
                                const std::vector<std::string>& names, const std::string& where) {
  const std::string nearest = nearest_name(given, names);
  return failure(
      ProblemKind::bad_input, format("unknown {} \"{}\"", kind, given), where,
      nearest.empty() ? format("Known are {}.", joined(names, ", ")) : format("Did you mean {}?", nearest));
}

bool is_year(std::string_view text) {
  return text.size() == 4 && (text.starts_with("19") || text.starts_with("20")) &&
         text.find_first_not_of("0123456789") == std::string_view::npos;
}

// For each column of the head, its index into column_names().
Result<std::vector<std::size_t>> read_head(const CsvRow& head, const std::string& where) {
  std::vector<std::size_t> columns;
  for (const std::string& cell : head.cells) {
    const auto found = std::ranges::find(column_names(), lower_ascii(cell));
    if (found == column_names().end()) return unknown("column", cell, column_names(), where);
    const auto index = static_cast<std::size_t>(found - column_names().begin());
    if (std::ranges::find(columns, index) != columns.end())
      return failure(ProblemKind::bad_input, format("column \"{}\" stands twice", cell), where);
    columns.push_back(index);
  }
  if (std::ranges::find(columns, 0U) == columns.end())
    return failure(ProblemKind::bad_input, "no column \"file\"", where,
                   "Name the columns in the first line.");
  return columns;
}

Result<ManifestRow> read_entry(const CsvRow& row, const std::vector<std::size_t>& columns,
                               const fs::path& folder, const std::string& where) {
  std::array<std::string, 6> members;
  for (std::size_t i = 0; i < columns.size(); ++i) members[columns[i]] = row.cells[i];
  auto& [file, system, part, edition, title, url] = members;
  if (file.empty()) return failure(ProblemKind::bad_input, "no file is named", where);
  part = lower_ascii(part);
  if (!part.empty() && std::ranges::find(part_names(), part) == part_names().end())
    return unknown("part", part, part_names(), where);
  if (!edition.empty() && !is_year(edition))
    return failure(ProblemKind::bad_input, format("edition \"{}\" is not a year", edition), where,
                   "Write the first year of the period, 2023 for 2023/24 to 2027/28.");
  const fs::path path = (folder / file).lexically_normal();
  std::error_code ignored;
  if (!fs::is_regular_file(path, ignored))
    return failure(ProblemKind::not_found, format("the file \"{}\" does not exist", file), where,
                   format("It is looked for as {}.", path.string()));
  return ManifestRow{path, Identity{system, part, edition, title, url}, row.line};
}

}  // namespace

Result<std::vector<ManifestRow>> read_manifest(const fs::path& path) {
  const Result<std::string> bytes = read_file(path);
  if (!bytes) return tl::unexpected(bytes.error());
  const Result<std::vector<CsvRow>> table = parse_csv(*bytes, path.string());
  if (!table) return tl::unexpected(table.error());
  if (table->empty()) return failure(ProblemKind::bad_input, "the manifest is empty", path.string());

  const auto where = [&](const CsvRow& row) { return format("{}:{}", path.string(), row.line); };
  const auto columns = read_head(table->front(), where(table->front()));
  if (!columns) return tl::unexpected(columns.error());
  std::vector<ManifestRow> rows;
  std::map<fs::path, std::size_t> first_line;
  for (std::size_t i = 1; i < table->size(); ++i) {
    const CsvRow& row = (*table)[i];
    Result<ManifestRow> entry = read_entry(row, *columns, path.parent_path(), where(row));
    if (!entry) return tl::unexpected(entry.error());
    std::error_code ignored;
    const auto [known, fresh] = first_line.emplace(fs::weakly_canonical(entry->file, ignored), row.line);
    if (!fresh)
      return failure(
          ProblemKind::bad_input,
          format("\"{}\" stands already on line {}", entry->file.filename().string(), known->second),
          where(row));
    rows.push_back(std::move(*entry));
  }
  return rows;
}

}  // namespace planmark
