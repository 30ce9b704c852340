// What every decider is given: one document, what was found in it, and the rules. All of it outlives the
// decider.
#pragma once

#include <algorithm>
#include <cstdint>
#include <numeric>
#include <span>
#include <string_view>
#include <vector>

#include "analyze/clause.h"
#include "analyze/context.h"
#include "analyze/fold.h"
#include "analyze/match.h"
#include "analyze/number_lists.h"
#include "analyze/rule_book.h"
#include "analyze/sentence.h"
#include "extract/document.h"

namespace planmark {

struct DraftInputs {
  DraftInputs(const Document& of, const FoldedText& folded_text, const std::vector<Sentence>& its_sentences,
              const std::vector<Mention>& its_mentions, const std::vector<Context>& its_contexts,
              const RuleBook& by_rules)
      : document(of),
        folded(folded_text),
        sentences(its_sentences),
        mentions(its_mentions),
        contexts(its_contexts),
        rules(by_rules),
        clauses(of.text),
        by_concept_(numbers_by_concept()),
        begins_(begins_by_sentence()) {}

  const Document& document;
  const FoldedText& folded;
  const std::vector<Sentence>& sentences;
  const std::vector<Mention>& mentions;  // sorted by sentence
  const std::vector<Context>& contexts;  // one for each sentence
  const RuleBook& rules;
  const ClauseBreaks clauses;

  // The mentions of one sentence, in text order.
  std::span<const Mention> mentions_in(std::uint32_t sentence) const {
    return {mentions.data() + begins_[sentence], mentions.data() + begins_[sentence + 1]};
  }
  std::uint32_t concept_of(const Mention& mention) const { return rules.rules[mention.rule].concept_index; }
  // The first mention in a sentence of any of the concepts (indices, sorted); nullptr where there is none.
  const Mention* first_of(const std::vector<std::uint32_t>& concepts, std::uint32_t sentence) const {
    for (const Mention& mention : mentions_in(sentence))
      if (std::binary_search(concepts.begin(), concepts.end(), concept_of(mention))) return &mention;
    return nullptr;
  }
  // The mentions of the concepts, as numbers of `mentions`, ascending.
  std::vector<std::uint32_t> mentions_of(const std::vector<std::uint32_t>& concepts) const {
    std::vector<std::uint32_t> numbers;
    for (const std::uint32_t topic : concepts)
      numbers.insert(numbers.end(), by_concept_[topic].begin(), by_concept_[topic].end());
    std::sort(numbers.begin(), numbers.end());
    numbers.erase(std::unique(numbers.begin(), numbers.end()), numbers.end());
    return numbers;
  }
  std::string_view text_of(std::uint32_t sentence) const {
    return slice(document.text, sentences[sentence].span);
  }

 private:
  NumberLists numbers_by_concept() const {
    std::vector<NumberLists::Member> numbers;
    for (std::uint32_t number = 0; number < mentions.size(); ++number)
      numbers.emplace_back(concept_of(mentions[number]), number);
    return NumberLists(rules.concepts.size() + 1, numbers);
  }

  std::vector<std::uint32_t> begins_by_sentence() const {
    std::vector<std::uint32_t> begins(sentences.size() + 1, 0);
    for (const Mention& mention : mentions) ++begins[mention.sentence + 1];
    std::partial_sum(begins.begin(), begins.end(), begins.begin());
    return begins;
  }

  NumberLists by_concept_;
  std::vector<std::uint32_t> begins_;  // of each sentence's mentions, and where the last ones end
};

}  // namespace planmark
