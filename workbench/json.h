// JSON for scripts and other programs: written, never read (forms come as forms).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/problem.h"
#include "workbench/request.h"

namespace planmark {

// An object or array as text, built in order: Json().set("a", 1).set("b", "x").
class Json {
 public:
  static std::string text(std::string_view text);  // quoted and escaped; invalid UTF-8 is repaired
  Json& set(std::string_view name, std::string_view value) { return put(name, text(value)); }
  Json& set(std::string_view name, const std::string& value) { return put(name, text(value)); }
  Json& set(std::string_view name, const char* value) { return put(name, text(value)); }
  Json& set(std::string_view name, bool value) { return put(name, value ? "true" : "false"); }
  template <class Number>
  requires std::is_integral_v<Number> Json& set(std::string_view name, Number value) {
    return put(name, std::to_string(value));
  }
  Json& set(std::string_view name, const Json& value) { return put(name, value.done()); }
  Json& set(std::string_view name, const std::vector<Json>& values);
  Json& set(std::string_view name, const std::vector<std::string>& values);
  Json& set_null(std::string_view name) { return put(name, "null"); }
  std::string done() const { return "{" + members_ + "}"; }

 private:
  Json& put(std::string_view name, std::string_view raw);
  std::string members_;
};

Json problem_json(const Problem& problem);  // {"problem": {"kind", "what", "where", "fix"}}
Response json_response(const Json& json);

}  // namespace planmark
