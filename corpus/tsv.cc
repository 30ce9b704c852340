#include "corpus/tsv.h"

#include "base/file.h"
#include "base/format.h"
#include "base/utf8.h"

namespace planmark {
namespace {

std::vector<std::string> split(std::string_view text, char separator) {
  std::vector<std::string> parts;
  for (;;) {
    const std::size_t at = text.find(separator);
    parts.emplace_back(trimmed(text.substr(0, at)));
    if (at == std::string_view::npos) return parts;
    text.remove_prefix(at + 1);
  }
}

Problem bad_line(const std::filesystem::path& path, std::size_t line, std::string what, std::string fix) {
  return {ProblemKind::bad_input, std::move(what), format("{}:{}", path.string(), line), std::move(fix)};
}

}  // namespace

std::string_view trimmed(std::string_view text) {
  const std::size_t first = text.find_first_not_of(" \t\r");
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(" \t\r") - first + 1);
}

std::vector<std::string> split_list(std::string_view cell, char separator) {
  std::vector<std::string> items = split(cell, separator);
  std::erase(items, "");
  return items;
}

Result<std::vector<TsvRow>> read_tsv(const std::filesystem::path& path,
                                     const std::vector<std::string>& columns) {
  const Result<std::string> bytes = read_file(path);
  if (!bytes) return tl::unexpected(bytes.error());
  if (!is_valid_utf8(*bytes)) return failure(ProblemKind::bad_input, "not UTF-8 text", path.string());

  std::vector<TsvRow> rows;
  std::string_view rest = *bytes;
  bool head_seen = false;
  for (std::size_t line = 1; !rest.empty(); ++line) {
    const std::size_t end = rest.find('\n');
    std::string_view text = rest.substr(0, end);
    rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
    if (trimmed(text).empty() || text.front() == '#') continue;
    std::vector<std::string> cells = split(text, '\t');
    if (!head_seen) {
      if (cells != columns)
        return tl::unexpected(bad_line(path, line, format("the columns are {}", joined(cells, ", ")),
                                       format("They must be {}.", joined(columns, ", "))));
      head_seen = true;
      continue;
    }
    if (cells.size() != columns.size())
      return tl::unexpected(bad_line(path, line,
                                     format("{} cells instead of {}", cells.size(), columns.size()),
                                     format("Separate these with one tab each: {}.", joined(columns, ", "))));
    rows.push_back({std::move(cells), line});
  }
  if (!head_seen)
    return tl::unexpected(bad_line(path, 1, "no head line", format("Begin with {}.", joined(columns, ", "))));
  return rows;
}

}  // namespace planmark
