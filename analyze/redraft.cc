#include "analyze/redraft.h"

#include <algorithm>

#include "analyze/context.h"
#include "analyze/decide.h"
#include "analyze/draft_inputs.h"
#include "analyze/fold.h"

namespace planmark {
namespace {

// Deciders read names and lists from the text itself, so the words go too. Line ends and cell borders stay,
// and every position keeps its meaning.
void blank(std::string& text, Span span) {
  for (std::uint32_t at = span.begin; at < span.end; ++at)
    if (text[at] != '\n' && text[at] != '\t') text[at] = ' ';
}

std::vector<Mention> mentions_outside(const std::vector<Mention>& mentions,
                                      const std::vector<Span>& rejected) {
  std::vector<Mention> kept;
  std::copy_if(mentions.begin(), mentions.end(), std::back_inserter(kept), [&](const Mention& mention) {
    return std::none_of(rejected.begin(), rejected.end(),
                        [&](Span span) { return span.overlaps(mention.span); });
  });
  return kept;
}

Draft decide_on(const Document& document, const std::vector<Sentence>& sentences,
                const std::vector<Mention>& mentions, const RuleBook& rules, const Question& question) {
  const FoldedText folded = fold(document.text);
  const std::vector<Context> contexts = find_contexts(document, sentences, mentions, rules);
  return decide(question, {document, folded, sentences, mentions, contexts, rules});
}

}  // namespace

Draft draft_without(const Document& document, const Analysis& analysis, const RuleBook& rules,
                    const Question& question, const std::vector<Span>& rejected) {
  if (rejected.empty()) return decide_on(document, analysis.sentences, analysis.mentions, rules, question);
  Document rest = document;
  for (const Span span : rejected) blank(rest.text, span);
  return decide_on(rest, analysis.sentences, mentions_outside(analysis.mentions, rejected), rules, question);
}

}  // namespace planmark
