#include "analyze/lexicon_rewrite.h"

#include <algorithm>

#include "base/format.h"
#include "base/utf8.h"

namespace planmark {
namespace {

using Kind = LexiconValue::Kind;

struct Edit {
  std::size_t begin = 0, end = 0;
  std::string text;
};

const LexiconValue* value_in(const LexiconValue& table, const std::string& key) {
  const auto found = std::find_if(table.entries.begin(), table.entries.end(),
                                  [&](const auto& entry) { return entry.key == key; });
  return found == table.entries.end() ? nullptr : &found->value;
}

const LexiconValue* concept_in(const LexiconFile& file, const std::string& topic) {
  const LexiconValue* all = value_in(file.root, "concept");
  if (all == nullptr) return nullptr;
  for (const LexiconValue& table : all->items) {
    const LexiconValue* id = value_in(table, "id");
    if (id != nullptr && id->text == topic) return &table;
  }
  return nullptr;
}

std::size_t offset_of(std::string_view bytes, Place place) {
  std::size_t at = 0;
  for (std::uint32_t line = 1; line < place.line; ++line) at = bytes.find('\n', at) + 1;
  for (std::uint32_t column = 1; column < place.column; ++column) at += decode_at(bytes, at).size;
  return at;
}

// Past the text that begins at `at`, in any of TOML's four kinds of quotes.
std::size_t end_of_text(std::string_view bytes, std::size_t at) {
  const char quote = bytes[at];
  const bool escapes = quote == '"';
  const std::string three(3, quote);
  const std::string close = bytes.substr(at, 3) == three ? three : std::string(1, quote);
  for (at += close.size(); at < bytes.size(); ++at) {
    if (escapes && bytes[at] == '\\')
      ++at;
    else if (bytes.substr(at, close.size()) == close)
      return at + close.size();
  }
  return bytes.size();
}

// Past the text or list that begins at `at`.
std::size_t end_of_value(std::string_view bytes, std::size_t at) {
  std::size_t depth = 0;
  while (at < bytes.size()) {
    const char c = bytes[at];
    if (c == '"' || c == '\'')
      at = end_of_text(bytes, at);
    else if (c == '#')
      at = std::min(bytes.find('\n', at), bytes.size());
    else
      ++at;
    if (c == '[') ++depth;
    if (c == ']') --depth;
    if (depth == 0) return at;
  }
  return at;
}

std::string quoted(const std::string& term) {
  if (term.find_first_of("\"\\") == std::string::npos) return '"' + term + '"';
  if (term.find('\'') == std::string::npos) return '\'' + term + '\'';
  std::string text = "\"";
  for (const char c : term) {
    if (c == '"' || c == '\\') text += '\\';
    text += c;
  }
  return text + '"';
}

std::string list_text(const std::vector<std::string>& terms) {
  if (terms.empty()) return "[]";
  std::string text = "[\n";
  for (const std::string& term : terms) text += "  " + quoted(term) + ",\n";
  return text + "]";
}

Edit edit_of(const LexiconFile& file, const TermList& list) {
  const LexiconValue& table = *concept_in(file, list.topic);
  if (const LexiconValue* old = value_in(table, list.key)) {
    const std::size_t begin = offset_of(file.bytes, old->place);
    return {begin, end_of_value(file.bytes, begin), list_text(list.terms)};
  }
  const std::size_t name = end_of_value(file.bytes, offset_of(file.bytes, value_in(table, "name")->place));
  const std::size_t line_end = std::min(file.bytes.find('\n', name), file.bytes.size());
  return {line_end, line_end, format("\n{} = {}", list.key, list_text(list.terms))};
}

}  // namespace

std::vector<std::string> terms_in(const LexiconFile& file, const std::string& topic, const std::string& key) {
  const LexiconValue* table = concept_in(file, topic);
  const LexiconValue* value = table == nullptr ? nullptr : value_in(*table, key);
  if (value == nullptr) return {};
  if (value->kind == Kind::text) return {value->text};
  std::vector<std::string> terms;
  for (const LexiconValue& item : value->items) terms.push_back(item.text);
  return terms;
}

std::string with_terms(const LexiconFile& file, const std::vector<TermList>& lists) {
  std::vector<Edit> edits;
  for (const TermList& list : lists) edits.push_back(edit_of(file, list));
  std::stable_sort(edits.begin(), edits.end(),
                   [](const Edit& a, const Edit& b) { return a.begin < b.begin; });
  std::string bytes;
  std::size_t at = 0;
  for (const Edit& edit : edits) {
    bytes += file.bytes.substr(at, edit.begin - at) + edit.text;
    at = edit.end;
  }
  return bytes + file.bytes.substr(at);
}

}  // namespace planmark
