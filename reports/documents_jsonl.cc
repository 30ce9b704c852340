#include "reports/documents_jsonl.h"

#include <nlohmann/json.hpp>

namespace planmark {
namespace {

using Json = nlohmann::ordered_json;

Json refusal_json(const std::optional<Problem>& refusal) {
  if (!refusal) return nullptr;
  return {{"kind", name_of(refusal->kind)}, {"what", refusal->what}, {"fix", refusal->fix}};
}

}  // namespace

std::string document_json(const RegisteredDocument& document, std::size_t drafts) {
  const Identity& identity = document.identity;
  const Json json = {{"document", document.sha256},
                     {"files", document.file_names},
                     {"bytes", document.bytes},
                     {"system", identity.system},
                     {"part", identity.part},
                     {"kind", kind_of(document.identity_evidence)},
                     {"edition", identity.edition},
                     {"title", identity.title},
                     {"url", identity.url},
                     {"settled_by", name_of(document.identity_source)},
                     {"pages", document.pages},
                     {"unreadable_pages", document.unreadable_pages},
                     {"recognised_pages", document.recognised_pages},
                     {"extracted", document.extracted},
                     {"analyzed", document.analyzed},
                     {"drafts", drafts},
                     {"refusal", refusal_json(document.refusal)}};
  return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace planmark
