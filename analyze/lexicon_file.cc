#include "analyze/lexicon_file.h"

#include <toml++/toml.h>

#include <algorithm>

#include "base/format.h"
#include "base/utf8.h"

namespace planmark {
namespace {

Place place_of(const toml::source_region& source) { return {source.begin.line, source.begin.column}; }

LexiconValue value_of(const toml::node& node);

std::vector<LexiconValue::Entry> entries_of(const toml::table& table) {
  std::vector<LexiconValue::Entry> entries;
  for (const auto& [key, node] : table)
    entries.push_back({std::string(key.str()), place_of(key.source()), value_of(node)});
  std::sort(entries.begin(), entries.end(), [](const auto& a, const auto& b) { return a.place < b.place; });
  return entries;
}

LexiconValue value_of(const toml::node& node) {
  using Kind = LexiconValue::Kind;
  LexiconValue value;
  value.place = place_of(node.source());
  if (const auto* text = node.as_string()) {
    value.kind = Kind::text;
    value.text = text->get();
  } else if (node.is_number()) {
    value.kind = Kind::number;
    value.number = node.value_or(0.0);
  } else if (const auto* truth = node.as_boolean()) {
    value.kind = Kind::truth;
    value.number = truth->get() ? 1 : 0;
  } else if (const auto* list = node.as_array()) {
    value.kind = Kind::list;
    for (const toml::node& item : *list) value.items.push_back(value_of(item));
  } else if (const auto* table = node.as_table()) {
    value.kind = Kind::table;
    value.entries = entries_of(*table);
  }
  return value;
}

std::string_view line_of(std::string_view bytes, std::uint32_t number) {
  for (std::uint32_t line = 1; line < number; ++line) {
    const std::size_t end = bytes.find('\n');
    if (end == std::string_view::npos) return {};
    bytes.remove_prefix(end + 1);
  }
  bytes = bytes.substr(0, bytes.find('\n'));
  if (bytes.ends_with('\r')) bytes.remove_suffix(1);
  return bytes;
}

// Tabs are kept so that the caret stands under its place however wide a tab is shown.
std::string margin_before(std::string_view line, std::uint32_t column) {
  std::string margin;
  std::size_t at = 0;
  for (std::uint32_t i = 1; i < column && at < line.size(); ++i) {
    margin += line[at] == '\t' ? '\t' : ' ';
    at += decode_at(line, at).size;
  }
  return margin;
}

}  // namespace

Problem mistake_at(const LexiconFile& file, Place place, std::string message) {
  const std::string_view line = line_of(file.bytes, place.line);
  return {ProblemKind::bad_input,
          format("{}\n{}\n{}^", message, line, margin_before(line, place.column)),
          format("{}:{}:{}", file.name, place.line, place.column),
          {}};
}

Result<LexiconFile> parse_lexicon_file(std::string name, std::string bytes) {
  LexiconFile file{std::move(name), std::move(bytes), {}};
  try {
    file.root = value_of(toml::parse(file.bytes, file.name));
  } catch (const toml::parse_error& error) {
    return tl::unexpected(mistake_at(file, place_of(error.source()), std::string(error.description())));
  }
  return file;
}

}  // namespace planmark
