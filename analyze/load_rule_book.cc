#include "analyze/lexicon_source.h"
#include "analyze/match.h"
#include "analyze/rule_book.h"

namespace planmark {

Result<RuleBook> load_rule_book(const std::filesystem::path& folder, Trial trial) {
  const auto source = read_lexicon_source(folder, trial);
  if (!source) return tl::unexpected(source.error());
  RuleBook book = rule_book_of(*source, trial);
  if (trial == Trial::skip) return book;
  Mistakes mistakes;
  check_examples(source->concepts, book, mistakes);
  if (mistakes.any()) return tl::unexpected(mistakes.first());
  return book;
}

}  // namespace planmark
