#include "analyze/rule_book.h"

#include <algorithm>

namespace planmark {
namespace {

auto first_concept_from(const RuleBook& book, std::string_view id) {
  return std::lower_bound(book.concepts.begin(), book.concepts.end(), id,
                          [](const Concept& entry, std::string_view sought) { return entry.id < sought; });
}

}  // namespace

const Concept* RuleBook::find_concept(std::string_view id) const {
  const auto at = first_concept_from(*this, id);
  return at == concepts.end() || at->id != id ? nullptr : &*at;
}

const Question* RuleBook::find_question(std::string_view id) const {
  const auto at =
      std::find_if(questions.begin(), questions.end(), [&](const Question& q) { return q.id == id; });
  return at == questions.end() ? nullptr : &*at;
}

std::uint32_t RuleBook::concept_index(std::string_view id) const {
  return static_cast<std::uint32_t>(first_concept_from(*this, id) - concepts.begin());
}

}  // namespace planmark
