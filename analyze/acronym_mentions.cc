// Mentions of acronyms, by what the document says that they mean.
#include <algorithm>
#include <tuple>

#include "analyze/acronym.h"

#include "base/ascii.h"

namespace planmark {
namespace {

bool is_letter_or_digit(char c) { return is_letter(c) || is_digit(c); }

using Concepts = std::vector<std::uint32_t>;

// `text` with the letters as a word of their own, or with a plural s.
std::vector<Span> places_of(std::string_view letters, std::string_view text) {
  std::vector<Span> places;
  for (std::size_t at = text.find(letters); at != std::string_view::npos; at = text.find(letters, at + 1)) {
    std::size_t end = at + letters.size();
    if (end < text.size() && text[end] == 's') ++end;
    if ((at == 0 || !is_letter_or_digit(text[at - 1])) &&
        (end >= text.size() || !is_letter_or_digit(text[end])))
      places.push_back({static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end)});
  }
  return places;
}

class Definitions {
 public:
  Definitions(const std::vector<Mention>& mentions, const Document& document, const RuleBook& rules)
      : mentions_(mentions), text_(document.text), rules_(rules) {}

  std::vector<Mention> inside(Span span) const {
    std::vector<Mention> inside;
    for (auto each = first_from(span.begin); each != mentions_.end() && each->span.begin < span.end; ++each)
      if (each->span.end <= span.end) inside.push_back(*each);
    return inside;
  }

  // A rule that is spelt with the letters found it.
  bool is_by(const Mention& mention, const std::string& letters) const {
    const Rule& rule = rules_.rules[mention.rule];
    return rule.case_sensitive && !places_of(letters, slice(text_, mention.span)).empty() &&
           rule.pattern.find(letters) != std::string::npos;
  }

  // What the acronym was taken for is not in its meaning.
  bool means_another(const Acronym& acronym) const {
    Concepts meant;
    for (const Mention& mention : inside(acronym.meaning)) meant.push_back(concept_of(mention));
    bool taken = false;
    for (const Mention& mention : mentions_) {
      if (!is_by(mention, acronym.letters)) continue;
      if (std::ranges::find(meant, concept_of(mention)) != meant.end()) return false;
      taken = true;
    }
    return taken;
  }

  // A mention of the same concept begins at the place.
  bool is_known(const Mention& mention, Span place) const {
    for (auto each = first_from(place.begin); each != mentions_.end() && each->span.begin < place.end; ++each)
      if (concept_of(*each) == concept_of(mention)) return true;
    return false;
  }

  std::uint32_t concept_of(const Mention& mention) const { return rules_.rules[mention.rule].concept_index; }

 private:
  // By where they begin: sentences stand in the text's order.
  std::vector<Mention>::const_iterator first_from(std::uint32_t at) const {
    return std::ranges::lower_bound(mentions_, at, {},
                                    [](const Mention& mention) { return mention.span.begin; });
  }

  const std::vector<Mention>& mentions_;
  std::string_view text_;
  const RuleBook& rules_;
};

std::vector<Acronym> with_one_meaning(const std::vector<Acronym>& acronyms) {
  std::vector<Acronym> kept;
  for (const Acronym& acronym : acronyms)
    if (std::ranges::count(acronyms, acronym.letters, &Acronym::letters) == 1) kept.push_back(acronym);
  return kept;
}

// The sentence that holds a place, or `none`.
std::uint32_t sentence_at(const std::vector<Sentence>& sentences, Span place) {
  const auto after =
      std::upper_bound(sentences.begin(), sentences.end(), place.begin,
                       [](std::uint32_t at, const Sentence& sentence) { return at < sentence.span.begin; });
  if (after == sentences.begin()) return none;
  const auto holding = after - 1;
  return place.end <= holding->span.end ? static_cast<std::uint32_t>(holding - sentences.begin()) : none;
}

auto in_order(const Mention& mention) {
  return std::tuple(mention.sentence, mention.span.begin, mention.span.end, mention.rule);
}

}  // namespace

std::vector<Mention> mentions_as_defined(const std::vector<Mention>& mentions,
                                         const std::vector<Acronym>& acronyms, const Document& document,
                                         const std::vector<Sentence>& sentences, const RuleBook& rules) {
  const Definitions definitions(mentions, document, rules);
  std::vector<Mention> kept = mentions;
  for (const Acronym& acronym : with_one_meaning(acronyms)) {
    if (definitions.means_another(acronym))
      std::erase_if(kept,
                    [&](const Mention& mention) { return definitions.is_by(mention, acronym.letters); });
    for (const Mention& whole : definitions.inside(acronym.meaning)) {
      if (whole.span != acronym.meaning) continue;
      for (const Span place : places_of(acronym.letters, document.text))
        if (const std::uint32_t sentence = sentence_at(sentences, place);
            sentence != none && !definitions.is_known(whole, place))
          kept.push_back({whole.rule, sentence, place});
    }
  }
  std::ranges::sort(kept, {}, in_order);
  kept.erase(std::unique(kept.begin(), kept.end()), kept.end());
  return kept;
}

}  // namespace planmark
