// One lexicon file as a tree of values that know their place. The one door to the TOML parser.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.h"

namespace planmark {

// 1-based; columns count characters.
struct Place {
  std::uint32_t line = 0;
  std::uint32_t column = 0;
  friend auto operator<=>(const Place&, const Place&) = default;
};

struct LexiconValue {
  enum class Kind : std::uint8_t { text, number, truth, list, table, other };
  struct Entry;

  Kind kind = Kind::other;
  Place place;                      // where the value begins
  std::string text;                 // text
  double number = 0;                // number; truth: 0 or 1
  std::vector<LexiconValue> items;  // list
  std::vector<Entry> entries;       // table, in the order of the file
};

struct LexiconValue::Entry {
  std::string key;
  Place place;  // of the key
  LexiconValue value;
};

struct LexiconFile {
  std::string name;  // relative to the lexicon folder: "concepts/groups.toml"
  std::string bytes;
  LexiconValue root;  // a table
};

// Errors: bad_input for a file that is not TOML, with its place.
Result<LexiconFile> parse_lexicon_file(std::string name, std::string bytes);

// A mistake in a lexicon as people are told of it: `where` is file:line:column, `what` is the message, the
// line, and a caret under the place, each on its own line.
Problem mistake_at(const LexiconFile& file, Place place, std::string message);

}  // namespace planmark
