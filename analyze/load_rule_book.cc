#include <future>

#include "analyze/lexicon_source.h"
#include "analyze/match.h"
#include "analyze/rule_book.h"

namespace planmark {

Result<RuleBook> load_rule_book(const std::filesystem::path& folder, Trial trial) {
  const auto source = read_lexicon_source(folder, trial);
  if (!source) return tl::unexpected(source.error());
  RuleBook book = rule_book_of(*source, trial);
  if (trial == Trial::skip) return book;
  // Examples are looked for concept by concept and do not need it; who looks for all waits for it.
  book.matcher_prepared = std::async(std::launch::async | std::launch::deferred, [matcher = book.matcher] {
                            matcher->prepare();
                          }).share();
  Mistakes mistakes;
  check_examples(source->concepts, book, mistakes);
  if (mistakes.any()) return tl::unexpected(mistakes.first());
  return book;
}

}  // namespace planmark
