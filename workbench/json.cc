#include "workbench/json.h"

#include "base/format.h"
#include "base/utf8.h"

namespace planmark {

std::string Json::text(std::string_view given) {
  std::string quoted = "\"";
  for (const char c : repaired_utf8(given)) {
    const auto byte = static_cast<unsigned char>(c);
    if (c == '"' || c == '\\')
      quoted += {'\\', c};
    else if (byte < 0x20 || c == '<' || c == '>' || c == '&')  // harmless even inside a page
      quoted += format("\\u{:04x}", byte);
    else
      quoted += c;
  }
  return quoted + "\"";
}

Json& Json::put(std::string_view name, std::string_view raw) {
  if (!members_.empty()) members_ += ',';
  members_.append(text(name)).append(":").append(raw);
  return *this;
}

Json& Json::set(std::string_view name, const std::vector<Json>& values) {
  std::vector<std::string> raw;
  for (const Json& value : values) raw.push_back(value.done());
  return put(name, "[" + joined(raw, ",") + "]");
}

Json& Json::set(std::string_view name, const std::vector<std::string>& values) {
  std::vector<std::string> raw;
  for (const std::string& value : values) raw.push_back(text(value));
  return put(name, "[" + joined(raw, ",") + "]");
}

Json problem_json(const Problem& problem) {
  return Json().set("problem", Json()
                                   .set("kind", name_of(problem.kind))
                                   .set("what", problem.what)
                                   .set("where", problem.where)
                                   .set("fix", problem.fix));
}

Response json_response(const Json& json) { return {200, "application/json", json.done() + "\n", {}}; }

}  // namespace planmark
