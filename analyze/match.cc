#include "analyze/match.h"

#include <algorithm>
#include <tuple>

#include "analyze/pattern.h"

namespace planmark {
namespace {

std::vector<PatternSet::Source> sources_of(const RuleBook& rules) {
  std::vector<PatternSet::Source> sources;
  for (const Rule& rule : rules.rules) sources.push_back({rule.pattern, rule.case_sensitive});
  return sources;
}

}  // namespace

// Of each rule only what matching needs, so that a matcher may outlive its rule book.
struct Matcher::Rep {
  struct Kind {
    std::uint32_t concept_index;
    bool negative;
  };
  std::vector<Kind> kinds;
  PatternSet patterns;

  template <class Candidates>
  std::vector<Mention> find(const FoldedText& folded, const std::vector<Sentence>& sentences,
                            Candidates candidates) const;
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

template <class Candidates>
std::vector<Mention> Matcher::Rep::find(const FoldedText& folded, const std::vector<Sentence>& sentences,
                                        Candidates candidates) const {
  std::vector<Mention> kept;
  for (std::uint32_t number = 0; number < sentences.size(); ++number) {
    const Span range = folded.folded(sentences[number].span);
    const std::string_view text = slice(folded.text, range);
    std::vector<Mention> found;
    for (const std::uint32_t rule : candidates(text)) {
      for (const Span place : patterns.locate(rule, text)) {
        const Span span = folded.original({range.begin + place.begin, range.begin + place.end});
        found.push_back({rule, number, span});
      }
    }
    if (!found.empty()) keep(std::move(found), kept);
  }
  return kept;
}

Matcher::Matcher(const RuleBook& rules) {
  std::vector<Rep::Kind> kinds;
  for (const Rule& rule : rules.rules) kinds.push_back({rule.concept_index, rule.negative});
  rep_ = std::make_unique<const Rep>(Rep{std::move(kinds), PatternSet(sources_of(rules))});
}

Matcher::~Matcher() = default;
Matcher::Matcher(Matcher&&) noexcept = default;
Matcher& Matcher::operator=(Matcher&&) noexcept = default;

std::vector<Mention> Matcher::find_mentions(const FoldedText& folded,
                                            const std::vector<Sentence>& sentences) const {
  return rep_->find(folded, sentences, [&](std::string_view text) { return rep_->patterns.may_match(text); });
}

std::vector<Mention> Matcher::find_mentions_of(std::uint32_t concept_index, const FoldedText& folded,
                                               const std::vector<Sentence>& sentences) const {
  std::vector<std::uint32_t> own;
  for (std::uint32_t i = 0; i < rep_->kinds.size(); ++i)
    if (rep_->kinds[i].concept_index == concept_index) own.push_back(i);
  return rep_->find(
      folded, sentences, [&](std::string_view) -> const auto& { return own; });
}

std::vector<Mention> Matcher::find_mentions_slowly(const FoldedText& folded,
                                                   const std::vector<Sentence>& sentences) const {
  std::vector<std::uint32_t> all(rep_->kinds.size());
  for (std::uint32_t i = 0; i < all.size(); ++i) all[i] = i;
  return rep_->find(folded, sentences, [&](std::string_view) { return all; });
}

}  // namespace planmark
