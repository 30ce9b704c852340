#include "reports/findings_jsonl.h"

#include <nlohmann/json.hpp>

namespace planmark {

std::string finding_json(const WebFinding& finding, const std::string& system) {
  using Json = nlohmann::ordered_json;
  const Json json = {
      {"kind", name_of(finding.kind)}, {"system", system},           {"address", finding.address},
      {"page", finding.page},          {"document", finding.sha256}, {"before", finding.before},
      {"from", finding.from},          {"to", finding.to},           {"at", finding.at},
      {"problem", finding.problem},    {"is_page", finding.is_page}};
  return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace planmark
