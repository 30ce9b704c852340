// What a template is filled with: names and their texts, flags, lists and parts.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace planmark {

class View {
 public:
  using Value = std::variant<bool, std::string, std::vector<View>>;

  View() = default;
  View(std::initializer_list<std::pair<const char*, std::string>> texts) {
    for (const auto& [name, text] : texts) set(name, text);
  }

  View& set(const std::string& name, std::string text) { return put(name, std::move(text)); }
  View& set(const std::string& name, std::string_view text) { return put(name, std::string(text)); }
  View& set(const std::string& name, const char* text) { return put(name, std::string(text)); }
  View& set(const std::string& name, bool flag) { return put(name, flag); }
  template <class Number>
  requires std::is_arithmetic_v<Number> View& set(const std::string& name, Number number) {
    return put(name, std::to_string(number));
  }
  // {{#name}}...{{/name}} repeats for each; {{#has_name}} tells whether there is one.
  View& set(const std::string& name, std::vector<View> rows) {
    put("has_" + name, !rows.empty());
    return put(name, std::move(rows));
  }
  View& set(const std::string& name, View part) { return put(name, std::vector<View>{std::move(part)}); }

  // All that `other` has, in place of what is there.
  View& add(const View& other) {
    for (const auto& [name, value] : other.values_) put(name, value);
    return *this;
  }

  const std::map<std::string, Value>& values() const { return values_; }

 private:
  View& put(const std::string& name, Value value) {
    values_.insert_or_assign(name, std::move(value));
    return *this;
  }
  std::map<std::string, Value> values_;
};

}  // namespace planmark
