// What every decider is given: one document, what was found in it, and the rules. All of it outlives the
// decider.
#pragma once

#include <algorithm>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "analyze/context.h"
#include "analyze/fold.h"
#include "analyze/match.h"
#include "analyze/rule_book.h"
#include "analyze/sentence.h"
#include "extract/document.h"

namespace planmark {

struct DraftInputs {
  const Document& document;
  const FoldedText& folded;
  const std::vector<Sentence>& sentences;
  const std::vector<Mention>& mentions;  // sorted by sentence
  const std::vector<Context>& contexts;  // one for each sentence
  const RuleBook& rules;

  // The mentions of one sentence, in text order.
  std::span<const Mention> mentions_in(std::uint32_t sentence) const {
    const auto begin = std::lower_bound(mentions.begin(), mentions.end(), sentence,
                                        [](const Mention& m, std::uint32_t s) { return m.sentence < s; });
    const auto end =
        std::find_if(begin, mentions.end(), [&](const Mention& m) { return m.sentence != sentence; });
    return {begin, end};
  }
  std::uint32_t concept_of(const Mention& mention) const { return rules.rules[mention.rule].concept_index; }
  // The first mention in a sentence of any of the concepts (indices, sorted); nullptr where there is none.
  const Mention* first_of(const std::vector<std::uint32_t>& concepts, std::uint32_t sentence) const {
    for (const Mention& mention : mentions_in(sentence))
      if (std::binary_search(concepts.begin(), concepts.end(), concept_of(mention))) return &mention;
    return nullptr;
  }
  std::string_view text_of(std::uint32_t sentence) const {
    return slice(document.text, sentences[sentence].span);
  }
};

}  // namespace planmark
