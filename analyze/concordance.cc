#include "analyze/concordance.h"

#include "analyze/fold.h"
#include "analyze/pattern.h"
#include "analyze/rule_book.h"
#include "base/format.h"

namespace planmark {

Result<Matcher> matcher_of(const std::string& term, bool is_pattern, const Inflections& inflections) {
  const std::string folded = fold(term).text;
  if (!has_letter_or_digit(folded))
    return failure(ProblemKind::bad_input, "a term needs a letter or a digit", term);
  Rule rule;
  rule.pattern = is_pattern ? folded : term_pattern(folded, inflections);
  if (const std::string error = pattern_error(rule.pattern); !error.empty())
    return failure(ProblemKind::bad_input, format("this pattern cannot be used: {}", error), term);
  RuleBook alone;
  alone.rules = {rule};
  return Matcher(alone);
}

std::vector<Occurrence> occurrences(const Document& document, const Matcher& matcher) {
  const std::vector<Sentence> sentences = split_sentences(document);
  std::vector<Occurrence> found;
  for (const Mention& mention : matcher.find_mentions(fold(document.text), sentences)) {
    const Sentence& sentence = sentences[mention.sentence];
    found.push_back({mention.span, sentence.span, page_at(document, mention.span.begin),
                     document.blocks[sentence.block].kind});
  }
  return found;
}

}  // namespace planmark
