#include "analyze/analyze.h"

#include <algorithm>
#include <utility>

#include "analyze/acronym.h"
#include "analyze/context.h"
#include "analyze/decide.h"
#include "analyze/draft_inputs.h"
#include "analyze/fold.h"

namespace planmark {

bool is_asked_of(const Question& question, const std::string& part) {
  return std::find(question.parts.begin(), question.parts.end(), part) != question.parts.end();
}

bool is_asked_of(const RuleBook& rules, const std::string& part) {
  return std::any_of(rules.questions.begin(), rules.questions.end(),
                     [&](const Question& question) { return is_asked_of(question, part); });
}

Analysis analyze(const Document& document, const RuleBook& rules, const Matcher& matcher,
                 const std::string& part) {
  Analysis analysis;
  analysis.sentences = split_sentences(document);
  std::vector<const Question*> asked;
  for (const Question& question : rules.questions)
    if (is_asked_of(question, part)) asked.push_back(&question);
  if (asked.empty()) return analysis;

  const FoldedText folded = fold(document.text);
  analysis.mentions = mentions_as_defined(matcher.find_mentions(folded, analysis.sentences),
                                          find_acronyms(document), document, analysis.sentences, rules);
  const std::vector<Context> contexts = find_contexts(document, analysis.sentences, analysis.mentions, rules);
  const DraftInputs inputs{document, folded, analysis.sentences, analysis.mentions, contexts, rules};
  for (const Question* question : asked) analysis.drafts.push_back(decide(*question, inputs));
  return analysis;
}

}  // namespace planmark
