#include "analyze/match.h"

#include <algorithm>
#include <tuple>

#include "analyze/pattern.h"

namespace planmark {
namespace {

std::vector<PatternSet::Source> sources_of(const RuleBook& rules) {
  std::vector<PatternSet::Source> sources;
  for (const Rule& rule : rules.rules) sources.push_back({rule.pattern, rule.case_sensitive, rule.ready});
  return sources;
}

struct SentenceText {
  const FoldedText& folded;
  std::uint32_t number;
  std::uint32_t begin;  // in the folded text
  SearchedText text;
};

}  // namespace

// Of each rule only what matching needs, so that a matcher may outlive its rule book.
struct Matcher::Rep {
  struct Kind {
    std::uint32_t concept_index;
    bool negative;
  };
  std::vector<Kind> kinds;                             // by rule
  std::vector<std::vector<std::uint32_t>> by_concept;  // its rules
  PatternSet patterns;

  template <class Candidates>
  std::vector<Mention> find(const FoldedText& folded, const std::vector<Sentence>& sentences,
                            Candidates candidates) const;
  template <class Wanted>
  void add_places(const std::vector<std::uint32_t>& rules, const SentenceText& sentence, Wanted wanted,
                  std::vector<Mention>& found) const;
  void keep(std::vector<Mention> found, std::vector<Mention>& kept) const;
};

// Negative rules cancel within their sentence only, as patterns match within one.
void Matcher::Rep::keep(std::vector<Mention> found, std::vector<Mention>& kept) const {
  const auto cancelled = [&](const Mention& mention) {
    return kinds[mention.rule].negative || std::any_of(found.begin(), found.end(), [&](const Mention& other) {
             return kinds[other.rule].negative && other.span.overlaps(mention.span) &&
                    kinds[other.rule].concept_index == kinds[mention.rule].concept_index;
           });
  };
  const std::size_t first = kept.size();
  for (const Mention& mention : found)
    if (!cancelled(mention)) kept.push_back(mention);
  std::sort(kept.begin() + static_cast<std::ptrdiff_t>(first), kept.end(),
            [](const Mention& a, const Mention& b) {
              return std::tie(a.span.begin, a.span.end, a.rule) < std::tie(b.span.begin, b.span.end, b.rule);
            });
}

template <class Wanted>
void Matcher::Rep::add_places(const std::vector<std::uint32_t>& rules, const SentenceText& sentence,
                              Wanted wanted, std::vector<Mention>& found) const {
  for (const std::uint32_t rule : rules) {
    if (!wanted(kinds[rule])) continue;
    for (const Span place : patterns.locate(rule, sentence.text)) {
      const Span span = sentence.folded.original({sentence.begin + place.begin, sentence.begin + place.end});
      found.push_back({rule, sentence.number, span});
    }
  }
}

// Negative rules have something to say only where their concept has been found.
template <class Candidates>
std::vector<Mention> Matcher::Rep::find(const FoldedText& folded, const std::vector<Sentence>& sentences,
                                        Candidates candidates) const {
  std::vector<Mention> kept;
  for (std::uint32_t number = 0; number < sentences.size(); ++number) {
    const Span range = folded.folded(sentences[number].span);
    const SentenceText sentence{folded, number, range.begin, slice(folded.text, range)};
    const std::vector<std::uint32_t>& rules = candidates(sentence.text.text());
    std::vector<Mention> found;
    add_places(
        rules, sentence, [](const Kind& kind) { return !kind.negative; }, found);
    if (found.empty()) continue;
    std::vector<std::uint32_t> topics;
    for (const Mention& mention : found) topics.push_back(kinds[mention.rule].concept_index);
    const auto is_found = [&](const Kind& kind) {
      return kind.negative && std::find(topics.begin(), topics.end(), kind.concept_index) != topics.end();
    };
    add_places(rules, sentence, is_found, found);
    keep(std::move(found), kept);
  }
  return kept;
}

Matcher::Matcher(const RuleBook& rules) {
  std::vector<Rep::Kind> kinds;
  std::vector<std::vector<std::uint32_t>> by_concept(rules.concepts.size());
  for (const Rule& rule : rules.rules) {
    if (by_concept.size() <= rule.concept_index) by_concept.resize(rule.concept_index + 1);
    by_concept[rule.concept_index].push_back(static_cast<std::uint32_t>(kinds.size()));
    kinds.push_back({rule.concept_index, rule.negative});
  }
  rep_ = std::make_unique<const Rep>(
      Rep{std::move(kinds), std::move(by_concept), PatternSet(sources_of(rules))});
}

Matcher::~Matcher() = default;
Matcher::Matcher(Matcher&&) noexcept = default;
Matcher& Matcher::operator=(Matcher&&) noexcept = default;

void Matcher::prepare() const { rep_->patterns.pass(); }

std::vector<Mention> Matcher::find_mentions(const FoldedText& folded,
                                            const std::vector<Sentence>& sentences) const {
  PatternGate::Pass pass = rep_->patterns.pass();
  return rep_->find(folded, sentences, [&](std::string_view text) { return pass.may_match(text); });
}

std::vector<Mention> Matcher::find_mentions_of(std::uint32_t concept_index, const FoldedText& folded,
                                               const std::vector<Sentence>& sentences) const {
  const std::vector<std::uint32_t>& own = rep_->by_concept[concept_index];
  return rep_->find(
      folded, sentences, [&](std::string_view) -> const auto& { return own; });
}

std::vector<Mention> Matcher::find_mentions_slowly(const FoldedText& folded,
                                                   const std::vector<Sentence>& sentences) const {
  std::vector<Mention> kept;
  for (std::uint32_t number = 0; number < sentences.size(); ++number) {
    const Span range = folded.folded(sentences[number].span);
    std::vector<Mention> found;
    for (std::uint32_t rule = 0; rule < rep_->kinds.size(); ++rule)
      for (const Span place : rep_->patterns.locate_slowly(rule, slice(folded.text, range)))
        found.push_back(
            {rule, number, folded.original({range.begin + place.begin, range.begin + place.end})});
    rep_->keep(std::move(found), kept);
  }
  return kept;
}

}  // namespace planmark
