#include "review/json_list.h"

#include <charconv>

#include "base/format.h"

namespace planmark {
namespace {

void append_quoted(std::string_view text, std::string& json) {
  json += '"';
  for (const char c : text) {
    if (c == '"' || c == '\\') json += '\\';
    if (static_cast<unsigned char>(c) < 0x20)
      json += format("\\u{:04x}", c);
    else
      json += c;
  }
  json += '"';
}

bool take(std::string_view& json, std::string_view wanted) {
  if (!json.starts_with(wanted)) return false;
  json.remove_prefix(wanted.size());
  return true;
}

bool take_number(std::string_view& json, std::uint32_t& number) {
  const auto [end, error] = std::from_chars(json.data(), json.data() + json.size(), number);
  json.remove_prefix(static_cast<std::size_t>(end - json.data()));
  return error == std::errc();
}

bool take_control(std::string_view& json, std::string& text) {
  unsigned code = 0;
  if (json.size() < 5) return false;
  const auto [end, error] = std::from_chars(json.data() + 1, json.data() + 5, code, 16);
  if (error != std::errc() || end != json.data() + 5 || code >= 0x20) return false;
  text += static_cast<char>(code);
  json.remove_prefix(5);
  return true;
}

bool take_quoted(std::string_view& json, std::string& text) {
  if (!take(json, "\"")) return false;
  while (!json.empty() && json.front() != '"') {
    const bool escaped = take(json, "\\");
    if (json.empty()) return false;
    if (escaped && json.front() == 'u') {
      if (!take_control(json, text)) return false;
      continue;
    }
    text += json.front();
    json.remove_prefix(1);
  }
  return take(json, "\"");
}

template <class Item, class Take>
std::optional<std::vector<Item>> items_of(std::string_view json, Take take_item) {
  std::vector<Item> items;
  if (json == "[]") return items;
  if (!take(json, "[")) return std::nullopt;
  do {
    if (!take_item(json, items.emplace_back())) return std::nullopt;
  } while (take(json, ","));
  if (json != "]") return std::nullopt;
  return items;
}

}  // namespace

std::string json_list(const std::vector<std::string>& texts) {
  std::string json = "[";
  for (const std::string& text : texts) {
    if (json.size() > 1) json += ',';
    append_quoted(text, json);
  }
  return json + "]";
}

std::string json_list(const std::vector<std::uint32_t>& numbers) {
  std::string json = "[";
  for (const std::uint32_t number : numbers)
    json += json.size() > 1 ? format(",{}", number) : format("{}", number);
  return json + "]";
}

std::optional<std::vector<std::string>> texts_of_json_list(std::string_view json) {
  return items_of<std::string>(json, take_quoted);
}

std::optional<std::vector<std::uint32_t>> numbers_of_json_list(std::string_view json) {
  return items_of<std::uint32_t>(json, take_number);
}

}  // namespace planmark
