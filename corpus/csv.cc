#include "corpus/csv.h"

#include <algorithm>

#include "base/format.h"
#include "base/utf8.h"
#include "corpus/tsv.h"

namespace planmark {
namespace {

struct Reader {
  std::string_view text;
  char separator;
  const std::string& where;
  std::size_t at = 0;
  std::size_t line = 1;

  bool done() const { return at == text.size(); }
  bool at_line_end() const { return done() || text[at] == '\n' || text.substr(at, 2) == "\r\n"; }

  void skip_line_end() {
    if (!done() && text[at] == '\r') ++at;
    if (!done() && text[at] == '\n') ++at;
    ++line;
  }

  tl::unexpected<Problem> bad(std::string what, std::size_t in_line, std::string fix) const {
    return failure(ProblemKind::bad_input, std::move(what), format("{}:{}", where, in_line), std::move(fix));
  }
};

Result<std::string> read_quoted(Reader& in) {
  const std::size_t begin = in.line;
  std::string cell;
  for (++in.at; !in.done(); ++in.at) {
    if (in.text[in.at] == '"') {
      if (in.text.substr(in.at, 2) != "\"\"") break;
      ++in.at;
    }
    if (in.text[in.at] == '\n') ++in.line;
    cell += in.text[in.at];
  }
  if (in.done()) return in.bad("a quote is not closed", begin, "Close it with \".");
  ++in.at;
  while (!in.at_line_end() && (in.text[in.at] == ' ' || in.text[in.at] == '\t')) ++in.at;
  if (!in.at_line_end() && in.text[in.at] != in.separator)
    return in.bad("text after a closing quote", in.line, "Write a quote inside a quoted cell twice: \"\".");
  return cell;
}

Result<std::string> read_cell(Reader& in) {
  while (!in.at_line_end() && in.text[in.at] == ' ') ++in.at;
  if (!in.done() && in.text[in.at] == '"') return read_quoted(in);
  const std::size_t begin = in.at;
  while (!in.at_line_end() && in.text[in.at] != in.separator) ++in.at;
  return std::string(trimmed(in.text.substr(begin, in.at - begin)));
}

Result<CsvRow> read_row(Reader& in) {
  CsvRow row{{}, in.line};
  for (;;) {
    Result<std::string> cell = read_cell(in);
    if (!cell) return tl::unexpected(cell.error());
    row.cells.push_back(std::move(*cell));
    if (in.at_line_end()) break;
    ++in.at;  // the separator
  }
  in.skip_line_end();
  return row;
}

// Takes a line "sep=;" away when there is one; otherwise looks at the head line.
char find_separator(std::string_view& text, std::size_t& line) {
  if (text.starts_with("sep=") && text.size() > 4) {
    const char separator = text[4];
    const std::size_t end = text.find('\n');
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    ++line;
    return separator;
  }
  const std::string_view head = text.substr(0, text.find('\n'));
  std::size_t commas = 0, semicolons = 0;
  bool quoted = false;
  for (const char c : head) {
    if (c == '"') quoted = !quoted;
    if (!quoted) commas += c == ',', semicolons += c == ';';
  }
  return semicolons > commas ? ';' : ',';
}

Result<void> check_encoding(std::string_view bytes, const std::string& where) {
  const std::string fix = "Save it as CSV UTF-8.";
  if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF"))
    return failure(ProblemKind::bad_input, "the file is UTF-16", where, fix);
  if (is_valid_utf8(bytes)) return {};
  std::size_t line = 1;
  for (std::string_view rest = bytes; is_valid_utf8(rest.substr(0, rest.find('\n'))); ++line)
    rest.remove_prefix(rest.find('\n') + 1);
  return failure(ProblemKind::bad_input, "not UTF-8 text", format("{}:{}", where, line), fix);
}

}  // namespace

Result<std::vector<CsvRow>> parse_csv(std::string_view bytes, const std::string& where) {
  if (auto valid = check_encoding(bytes, where); !valid) return tl::unexpected(valid.error());
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
  std::size_t line = 1;
  const char separator = find_separator(bytes, line);
  Reader in{bytes, separator, where, 0, line};

  std::vector<CsvRow> rows;
  while (!in.done()) {
    Result<CsvRow> row = read_row(in);
    if (!row) return tl::unexpected(row.error());
    if (std::ranges::all_of(row->cells, [](const std::string& cell) { return cell.empty(); })) continue;
    if (!rows.empty()) {
      const std::size_t columns = rows.front().cells.size();
      while (row->cells.size() > columns && row->cells.back().empty()) row->cells.pop_back();
      if (row->cells.size() > columns)
        return in.bad(format("{} cells, but the head has {}", row->cells.size(), columns), row->line,
                      format("Put a cell that holds a \"{}\" into quotes.", separator));
      row->cells.resize(columns);
    }
    rows.push_back(std::move(*row));
  }
  return rows;
}

}  // namespace planmark
