#include "base/problem.h"

#include <algorithm>

#include "base/format.h"

namespace planmark {

const char* name_of(ProblemKind kind) {
  switch (kind) {
    case ProblemKind::bad_input: return "bad-input";
    case ProblemKind::not_found: return "not-found";
    case ProblemKind::not_pdf: return "not-pdf";
    case ProblemKind::damaged: return "damaged";
    case ProblemKind::encrypted: return "encrypted";
    case ProblemKind::unreadable: return "unreadable";
    case ProblemKind::crashed: return "crashed";
    case ProblemKind::timed_out: return "timed-out";
    case ProblemKind::too_large: return "too-large";
    case ProblemKind::interrupted: return "interrupted";
    case ProblemKind::storage: return "storage";
    case ProblemKind::internal: return "internal";
  }
  return "internal";
}

bool parse_name(std::string_view name, ProblemKind& kind) {
  for (std::uint8_t value = 0; value <= static_cast<std::uint8_t>(ProblemKind::internal); ++value) {
    if (name != name_of(static_cast<ProblemKind>(value))) continue;
    kind = static_cast<ProblemKind>(value);
    return true;
  }
  return false;
}

std::string describe(const Problem& problem) {
  std::string text = problem.where.empty() ? problem.what : format("{}: {}", problem.where, problem.what);
  // A mistake in a lexicon goes on with its line and a caret: nothing may follow these.
  text.insert(std::min(text.find('\n'), text.size()), format(" ({})", name_of(problem.kind)));
  if (!problem.fix.empty()) text += format("\n  {}", problem.fix);
  return text;
}

}  // namespace planmark
