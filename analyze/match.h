// Finds every place where a rule applies.
//
// Two steps: a gate says which rules could match a sentence (it may say "maybe" too often, never "no"
// wrongly; when it cannot decide, everything is tried), then each such rule is located exactly.
// find_mentions_slowly() is the plain loop over all rules, each by RE2 alone, and exists only to check the
// other: same result, always.
#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include "analyze/fold.h"
#include "analyze/rule_book.h"
#include "analyze/sentence.h"

namespace planmark {

struct Mention {
  std::uint32_t rule = 0;      // index into RuleBook::rules
  std::uint32_t sentence = 0;  // index into the sentences given
  Span span;                   // of the document's text
  friend bool operator==(const Mention&, const Mention&) = default;
};

// A rule book's patterns compiled for matching. Immutable; cheap to share.
class Matcher {
 public:
  explicit Matcher(const RuleBook& rules);
  ~Matcher();
  Matcher(Matcher&&) noexcept;
  Matcher& operator=(Matcher&&) noexcept;

  // Makes ready what find_mentions() needs, which otherwise its first call does.
  void prepare() const;

  // Sorted by (sentence, span.begin, span.end, rule). Mentions cancelled by a negative rule of the same
  // concept are left out, and so are the negative rules' own.
  std::vector<Mention> find_mentions(const FoldedText& folded, const std::vector<Sentence>& sentences) const;
  std::vector<Mention> find_mentions_slowly(const FoldedText& folded,
                                            const std::vector<Sentence>& sentences) const;
  // The mentions of one concept alone, without asking of the others.
  std::vector<Mention> find_mentions_of(std::uint32_t concept_index, const FoldedText& folded,
                                        const std::vector<Sentence>& sentences) const;

 private:
  struct Rep;
  std::unique_ptr<const Rep> rep_;
};

}  // namespace planmark
