#include "cli/document_reference.h"

#include <algorithm>

#include "base/ascii.h"
#include "base/format.h"
#include "corpus/tsv.h"
#include "reports/edition_comparison.h"

namespace planmark {
namespace {

struct EditionName {
  std::string system, part, edition;
};

// A system's name may hold commas: its part and edition are the last two of the list.
std::optional<EditionName> edition_name(const std::string& reference) {
  const std::size_t last = reference.rfind(',');
  if (last == std::string::npos || last == 0) return std::nullopt;
  const std::size_t first = reference.rfind(',', last - 1);
  if (first == std::string::npos) return std::nullopt;
  const std::string_view text = reference;
  return EditionName{std::string(trimmed(text.substr(0, first))),
                     std::string(trimmed(text.substr(first + 1, last - first - 1))),
                     std::string(trimmed(text.substr(last + 1)))};
}

bool is_system(const Identity& identity, const std::string& name, const Register& systems) {
  const System* system = systems.find(name);
  return system != nullptr ? identity.system == system->code
                           : lower_ascii(identity.system) == lower_ascii(name);
}

std::string candidates(const std::vector<RegisteredDocument>& documents, const Register& systems) {
  constexpr std::size_t most = 6;
  std::vector<std::string> lines;
  for (const RegisteredDocument& document : documents)
    if (lines.size() < most) lines.push_back(edition_line(document, systems));
  if (documents.size() > most) lines.push_back(format("and {} more", documents.size() - most));
  return joined(lines, "; ");
}

}  // namespace

Result<RegisteredDocument> find_edition(const OpenWorkspace& open, const std::string& reference) {
  const std::optional<EditionName> name = edition_name(reference);
  if (!name) return find_registered(open, reference);
  const auto documents = open.workspace.documents(open.knowledge.extraction, open.knowledge.analysis);
  if (!documents) return tl::unexpected(documents.error());
  const Register& systems = open.knowledge.systems;
  std::vector<RegisteredDocument> of_system, exact;
  for (const RegisteredDocument& document : *documents) {
    if (!is_system(document.identity, name->system, systems)) continue;
    of_system.push_back(document);
    if (document.identity.part == name->part && document.identity.edition == name->edition)
      exact.push_back(document);
  }
  if (exact.size() == 1) return exact.front();
  if (exact.size() > 1)
    return failure(ProblemKind::bad_input, "more than one document is " + reference, "",
                   "name one by its file: " + candidates(exact, systems));
  return failure(ProblemKind::not_found, "no document of the workspace is " + reference, "",
                 of_system.empty() ? "of that system there is none; planmark list shows all"
                                   : "of that system there are: " + candidates(of_system, systems));
}

}  // namespace planmark
