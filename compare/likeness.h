// How much two runs of words have in common, a rare word counting for more than a common one.
#pragma once

#include <cstdint>
#include <vector>

#include "compare/word_difference.h"

namespace planmark {

// A passage with its words as numbers.
struct WordedPassage {
  std::uint32_t passage = 0;  // index into its PassageList
  WordIds words;
  WordIds sorted;     // the same, ascending
  double weight = 0;  // of all its words
};

// What a word that every passage has weighs.
inline constexpr double least_weight = 0.5;

// By word: least_weight + log(passages / passages that have it), of the edition that has it oftener.
std::vector<double> word_weights(const std::vector<WordedPassage>& before,
                                 const std::vector<WordedPassage>& after, std::uint32_t words);

// Twice the weight of the words that both have, through the weight of both: 1 for the same words.
double likeness(const WordedPassage& a, const WordedPassage& b, const std::vector<double>& weights);

}  // namespace planmark
