#include "compare/follow_commitments.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>
#include <set>

#include "analyze/fold.h"
#include "analyze/pattern.h"

namespace planmark {
namespace {

using WordNumbers = std::vector<std::uint32_t>;  // sorted, each once

// The words of both editions as numbers, each with its weight.
class Vocabulary {
 public:
  std::uint32_t number_of(const std::string& form) {
    return numbers_.emplace(form, static_cast<std::uint32_t>(numbers_.size())).first->second;
  }

  // A word weighs the more the fewer of the sentences have it.
  void weigh(const std::vector<WordNumbers>& sentences) {
    std::vector<double> places(numbers_.size(), 0);
    for (const WordNumbers& words : sentences)
      for (const std::uint32_t word : words) ++places[word];
    weights_.assign(numbers_.size(), 0);
    const double all = static_cast<double>(sentences.size());
    for (std::size_t word = 0; word < places.size(); ++word)
      weights_[word] = std::max(0.1, std::log(all / std::max(1.0, places[word])));
  }

  double weight_of(const WordNumbers& words) const {
    double weight = 0;
    for (const std::uint32_t word : words) weight += weights_[word];
    return weight;
  }

  double weight(std::uint32_t word) const { return weights_[word]; }
  std::size_t size() const { return numbers_.size(); }

 private:
  std::map<std::string, std::uint32_t> numbers_;
  std::vector<double> weights_;
};

std::vector<WordNumbers> words_by_sentence(const Edition& edition, const PassageList& list,
                                           Vocabulary& vocabulary) {
  std::vector<WordNumbers> all;
  for (const Sentence& sentence : edition.sentences) {
    const Span within = words_within(list.words, sentence.span);
    WordNumbers words;
    for (std::uint32_t i = within.begin; i < within.end; ++i)
      if (says_what(list.words[i].form)) words.push_back(vocabulary.number_of(list.words[i].form));
    std::sort(words.begin(), words.end());
    words.erase(std::unique(words.begin(), words.end()), words.end());
    all.push_back(std::move(words));
  }
  return all;
}

bool same_meanings(const std::vector<Term>& a, const std::vector<Term>& b) {
  std::set<std::string> left, right;
  for (const Term& term : a) left.insert(term.meaning);
  for (const Term& term : b) right.insert(term.meaning);
  return left == right;
}

class Follower {
 public:
  Follower(const Edition& before, const Edition& after, const Comparison& comparison,
           const CommitmentRules& rules)
      : after_(after), rules_(rules), folded_(fold(after.document.text)) {
    words_before_ = words_by_sentence(before, comparison.before, vocabulary_);
    words_after_ = words_by_sentence(after, comparison.after, vocabulary_);
    std::vector<WordNumbers> all = words_before_;
    all.insert(all.end(), words_after_.begin(), words_after_.end());
    vocabulary_.weigh(all);
    places_.resize(vocabulary_.size());
    for (std::uint32_t i = 0; i < words_after_.size(); ++i)
      for (const std::uint32_t word : words_after_[i]) places_[word].push_back(i);
    note_partners(before, comparison);
    for (Commitment& commitment : commitments_of(after.document, after.sentences, rules))
      promised_.emplace(commitment.sentence, std::move(commitment));
  }

  FollowedCommitment follow(const Commitment& commitment) {
    std::optional<Candidate> promise, report;
    for (const Candidate& candidate : candidates(commitment.sentence)) {
      const bool reports = is_report(candidate.sentence);
      const double least = reports ? rules_.reported : candidate.in_place ? rules_.in_place : rules_.alike;
      std::optional<Candidate>& best = reports ? report : promise;
      if (candidate.alike >= least && (!best || candidate.alike > best->alike)) best = candidate;
    }
    if (report && (!promise || report->alike > promise->alike)) return reported(commitment, *report);
    if (promise) return promised_again(commitment, *promise);
    return {CommitmentFate::dropped, commitment, {}, 0};
  }

  std::vector<FollowedCommitment> added() const {
    std::vector<FollowedCommitment> found;
    for (const auto& [sentence, commitment] : promised_)
      if (!found_again_.contains(sentence)) found.push_back({CommitmentFate::added, {}, commitment, 0});
    return found;
  }

 private:
  struct Candidate {
    std::uint32_t sentence = 0;
    double alike = 0;
    bool in_place = false;
  };

  void note_partners(const Edition& before, const Comparison& comparison) {
    std::map<std::uint32_t, std::vector<std::uint32_t>> after_of_block, sentences_of_block;
    for (const PassageChange& change : comparison.changes)
      for (const std::uint32_t from : change.before)
        for (const std::uint32_t to : change.after)
          after_of_block[comparison.before.passages[from].block].push_back(
              comparison.after.passages[to].block);
    for (std::uint32_t i = 0; i < after_.sentences.size(); ++i)
      sentences_of_block[after_.sentences[i].block].push_back(i);
    for (std::uint32_t i = 0; i < before.sentences.size(); ++i) {
      const auto blocks = after_of_block.find(before.sentences[i].block);
      if (blocks == after_of_block.end()) continue;
      for (const std::uint32_t block : blocks->second)
        for (const std::uint32_t sentence : sentences_of_block[block]) partners_[i].insert(sentence);
    }
  }

  // Every sentence that shares a word, each once, in text order.
  std::vector<Candidate> candidates(std::uint32_t sentence) const {
    const WordNumbers& words = words_before_[sentence];
    std::map<std::uint32_t, double> common;
    for (const std::uint32_t word : words)
      for (const std::uint32_t place : places_[word]) common[place] += vocabulary_.weight(word);
    const auto partners = partners_.find(sentence);
    std::vector<Candidate> found;
    for (const auto& [place, weight] : common) {
      const double both = vocabulary_.weight_of(words) + vocabulary_.weight_of(words_after_[place]);
      found.push_back({place, both > 0 ? 2 * weight / both : 0,
                       partners != partners_.end() && partners->second.contains(place)});
    }
    return found;
  }

  std::string_view folded_text(std::uint32_t sentence) const {
    return slice(folded_.text, folded_.folded(after_.sentences[sentence].span));
  }

  bool is_report(std::uint32_t sentence) const {
    const std::string_view text = folded_text(sentence);
    return rules_.reports->matches(text) && !rules_.promises->matches(text);
  }

  FollowedCommitment reported(const Commitment& commitment, const Candidate& found) {
    const bool denied = rules_.denials->matches(folded_text(found.sentence));
    found_again_.insert(found.sentence);
    return {denied ? CommitmentFate::not_met : CommitmentFate::met, commitment, as_found(found.sentence),
            found.alike};
  }

  FollowedCommitment promised_again(const Commitment& commitment, const Candidate& found) {
    const Commitment after = as_found(found.sentence);
    const bool same = same_meanings(commitment.deadlines, after.deadlines) &&
                      same_meanings(commitment.figures, after.figures);
    found_again_.insert(found.sentence);
    return {same ? CommitmentFate::kept : CommitmentFate::changed, commitment, after, found.alike};
  }

  Commitment as_found(std::uint32_t sentence) const {
    const auto known = promised_.find(sentence);
    return known != promised_.end() ? known->second
                                    : Commitment{sentence, after_.sentences[sentence].span, {}, {}};
  }

  const Edition& after_;
  const CommitmentRules& rules_;
  FoldedText folded_;
  Vocabulary vocabulary_;
  std::vector<WordNumbers> words_before_, words_after_;  // by sentence
  std::vector<std::vector<std::uint32_t>> places_;  // by word: the later edition's sentences that have it
  std::map<std::uint32_t, std::set<std::uint32_t>> partners_;
  std::map<std::uint32_t, Commitment> promised_;  // of the later edition, by sentence
  std::set<std::uint32_t> found_again_;
};

}  // namespace

const char* name_of(CommitmentFate fate) {
  switch (fate) {
    case CommitmentFate::kept:
      return "kept";
    case CommitmentFate::changed:
      return "changed";
    case CommitmentFate::met:
      return "met";
    case CommitmentFate::not_met:
      return "not met";
    case CommitmentFate::dropped:
      return "dropped";
    case CommitmentFate::added:
      return "new";
  }
  return "kept";
}

std::vector<FollowedCommitment> follow_commitments(const Edition& before, const Edition& after,
                                                   const Comparison& comparison,
                                                   const CommitmentRules& rules) {
  Follower follower(before, after, comparison, rules);
  std::vector<FollowedCommitment> all;
  for (const Commitment& commitment : commitments_of(before.document, before.sentences, rules))
    all.push_back(follower.follow(commitment));
  for (FollowedCommitment& added : follower.added()) all.push_back(std::move(added));
  return all;
}

}  // namespace planmark
