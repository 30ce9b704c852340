#include "corpus/identity.h"
#include "corpus/tsv.h"

namespace planmark {
namespace {

std::string first_of(std::string_view given, const std::string& proposed) {
  const std::string_view text = trimmed(given);
  return text.empty() ? proposed : std::string(text);
}

}  // namespace

Identity settled_identity(const Identity& given, const Identity& proposed, const Register& systems) {
  Identity settled;
  settled.system = first_of(given.system, proposed.system);
  if (const System* known = systems.find(settled.system)) settled.system = known->code;
  settled.part = first_of(given.part, proposed.part);
  settled.edition = first_of(given.edition, proposed.edition);
  settled.title = first_of(given.title, proposed.title);
  settled.url = first_of(given.url, proposed.url);
  return settled;
}

}  // namespace planmark
