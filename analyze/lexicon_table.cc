#include "analyze/lexicon_table.h"

#include <algorithm>

#include "analyze/edit_distance.h"
#include "base/format.h"

namespace planmark {
using Kind = LexiconValue::Kind;

LexiconTable::LexiconTable(const LexiconFile& file, const LexiconValue& table, std::string what,
                           Mistakes& mistakes)
    : file_(&file), table_(&table), what_(std::move(what)), mistakes_(&mistakes), place_(table.place) {}

const LexiconValue* LexiconTable::take(const std::string& key) {
  if (mistakes_->any()) return nullptr;
  const auto& entries = table_->entries;
  const auto at =
      std::find_if(entries.begin(), entries.end(), [&](const auto& entry) { return entry.key == key; });
  return at == entries.end() ? nullptr : &at->value;
}

void LexiconTable::missing(const std::string& key) {
  report(place_, format("the key '{}' is missing in {}", key, what_));
}

PlacedText LexiconTable::text_of(const std::string& key, const LexiconValue& value) {
  if (value.kind != Kind::text)
    report(value.place, format("'{}' takes text in quotes", key));
  else if (value.text.find_first_not_of(" \t\r\n") == std::string::npos)
    report(value.place, format("this text of '{}' is empty", key));
  return {value.text, value.place};
}

std::optional<PlacedText> LexiconTable::text(const std::string& key) {
  const LexiconValue* value = take(key);
  if (value == nullptr) return std::nullopt;
  return text_of(key, *value);
}

PlacedText LexiconTable::required_text(const std::string& key) {
  const auto found = text(key);
  if (!found) missing(key);
  return found.value_or(PlacedText{});
}

std::string LexiconTable::text_or_empty(const std::string& key) {
  const LexiconValue* value = take(key);
  if (value == nullptr)
    missing(key);
  else if (value->kind != Kind::text)
    report(value->place, format("'{}' takes text in quotes", key));
  return value == nullptr ? std::string() : value->text;
}

std::vector<PlacedText> LexiconTable::texts(const std::string& key) {
  std::vector<PlacedText> found;
  const LexiconValue* value = take(key);
  if (value == nullptr) return found;
  if (value->kind == Kind::text) {
    found.push_back(text_of(key, *value));
  } else if (value->kind == Kind::list) {
    for (const LexiconValue& item : value->items) found.push_back(text_of(key, item));
  } else {
    report(value->place, format("'{}' takes a list of texts: [\"...\", \"...\"]", key));
  }
  return found;
}

std::vector<PlacedText> LexiconTable::required_texts(const std::string& key) {
  std::vector<PlacedText> found = texts(key);
  if (found.empty()) missing(key);
  return found;
}

std::optional<double> LexiconTable::number(const std::string& key) {
  const LexiconValue* value = take(key);
  if (value == nullptr) return std::nullopt;
  if (value->kind != Kind::number && value->kind != Kind::truth)
    report(value->place, format("'{}' takes a number", key));
  return value->number;
}

std::vector<LexiconTable> LexiconTable::tables(const std::string& key, const std::string& name) {
  std::vector<LexiconTable> found;
  const LexiconValue* value = take(key);
  if (value == nullptr) return found;
  if (value->kind == Kind::table) {
    found.emplace_back(*file_, *value, name, *mistakes_);
    return found;
  }
  for (const LexiconValue& item : value->items) {
    if (item.kind != Kind::table)
      report(item.place, format("'{}' takes tables", key));
    else
      found.emplace_back(*file_, item, name, *mistakes_);
  }
  if (found.empty()) report(value->place, format("'{}' takes tables", key));
  return found;
}

bool LexiconTable::has(const std::string& key) const {
  return std::any_of(table_->entries.begin(), table_->entries.end(),
                     [&](const auto& entry) { return entry.key == key; });
}

std::vector<std::string> LexiconTable::keys() const {
  std::vector<std::string> keys;
  for (const auto& entry : table_->entries) keys.push_back(entry.key);
  return keys;
}

void LexiconTable::allow(const std::vector<std::string>& keys) {
  for (const auto& [key, place, value] : table_->entries) {
    if (std::find(keys.begin(), keys.end(), key) != keys.end()) continue;
    report(place, format("unknown key '{}' in {}{}", key, what_, did_you_mean(key, keys)));
  }
}

}  // namespace planmark
