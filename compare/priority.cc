#include "compare/priority.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>
#include <set>

#include "analyze/fold.h"
#include "analyze/pattern.h"
#include "compare/passage.h"

namespace planmark {
namespace {

using WordSet = std::set<std::string>;

constexpr std::uint32_t longest_name = 300;  // bytes: a longer block tells of a priority and is none

std::optional<Span> first_match(const PatternSet& patterns, std::string_view text) {
  std::optional<Span> first;
  for (const std::uint32_t pattern : patterns.pass().may_match(text))
    for (const Span match : patterns.locate(pattern, text))
      if (!first || match.begin < first->begin || (match.begin == first->begin && match.end > first->end))
        first = match;
  return first;
}

struct Ending {
  std::string_view ending;
  std::size_t least;  // bytes that a word with it has
  const char* instead;
};
constexpr Ending endings[] = {{"ies", 5, "y"}, {"sses", 6, "ss"}, {"ss", 2, "ss"},
                              {"ing", 7, ""},  {"ed", 6, ""},     {"s", 4, ""}};

// Without the endings that number and tense give to English words.
std::string stem_of(const std::string& form) {
  for (const Ending& each : endings)
    if (form.size() >= each.least && form.ends_with(each.ending))
      return form.substr(0, form.size() - each.ending.size()) + each.instead;
  return form;
}

WordSet words_in(const PassageList& list, Span span) {
  WordSet words;
  const Span within = words_within(list.words, span);
  for (std::uint32_t i = within.begin; i < within.end; ++i)
    if (says_what(list.words[i].form)) words.insert(stem_of(list.words[i].form));
  return words;
}

bool may_be_priority(const Block& block) {
  return (block.kind == BlockKind::heading || block.kind == BlockKind::list_item ||
          block.kind == BlockKind::paragraph || block.kind == BlockKind::table_row) &&
         block.span.size() <= longest_name;
}

class PrioritySearch {
 public:
  PrioritySearch(const Document& strategy, const PriorityRules& rules)
      : document_(strategy), rules_(rules), folded_(fold(strategy.text)), words_(passages_of(strategy)) {}

  std::vector<Priority> numbered() const {
    return each_once([&](const Block& block) -> Span {
      const auto match = first_match(*rules_.numbered, text_of(block.span));
      if (!match || match->begin != 0 || block.kind == BlockKind::table_row) return {};
      const Span range = folded_.folded(block.span);
      return {folded_.original({range.begin + match->end, range.end}).begin, block.span.end};
    });
  }

  std::vector<Priority> introduced() const {
    return each_once([&](const Block& block) -> Span {
      const bool item = block.kind == BlockKind::list_item && block.level <= 1;
      if (!item && block.kind != BlockKind::heading) return {};
      const bool by_stem = item && block.stem != none && introduces(block.stem);
      const bool by_heading = block.section != none && introduces(block.section);
      return by_stem || (by_heading && (!item || block.stem == none || block.stem == block.section))
                 ? block.span
                 : Span{};
    });
  }

 private:
  std::string_view text_of(Span span) const { return slice(folded_.text, folded_.folded(span)); }

  bool introduces(std::uint32_t block) const {
    return rules_.introduced->matches(text_of(document_.blocks[block].span));
  }

  template <class NameOf>
  std::vector<Priority> each_once(NameOf name_of_block) const {
    std::vector<Priority> found;
    std::set<WordSet> known;
    for (const Block& block : document_.blocks) {
      if (!may_be_priority(block)) continue;
      const Span name = name_of_block(block);
      if (name.empty()) continue;
      WordSet words = words_in(words_, name);
      if (!words.empty() && known.insert(std::move(words)).second) found.push_back({name});
    }
    return found;
  }

  const Document& document_;
  const PriorityRules& rules_;
  FoldedText folded_;
  PassageList words_;
};

// The promises of a plan with the words that they and the headings above them have.
class PlanPromises {
 public:
  PlanPromises(const Document& plan, const std::vector<Sentence>& sentences,
               const CommitmentRules& commitments, const PriorityRules& rules)
      : document_(plan), rules_(rules), folded_(fold(plan.text)), list_(passages_of(plan)) {
    for (const Sentence& sentence : sentences) {
      ++sentences_;
      for (const std::string& word : words_in(list_, sentence.span)) ++places_[word];
    }
    std::set<std::uint32_t> promising;  // blocks
    for (Commitment& promise : promises_of(plan, sentences, commitments)) {
      WordSet words = words_in(list_, promise.span);
      const std::uint32_t block = sentences[promise.sentence].block;
      promising.insert(block);
      for (const std::uint32_t heading : section_path(plan, block))
        words.merge(words_in(list_, plan.blocks[heading].span));
      if (const std::uint32_t stem = plan.blocks[block].stem; stem != none)
        words.merge(words_in(list_, plan.blocks[stem].span));
      promises_.push_back({std::move(promise), std::move(words), block});
    }
    for (std::uint32_t i = 0; i < sentences.size(); ++i) {
      const std::uint32_t block = sentences[i].block;
      if (plan.blocks[block].kind != BlockKind::table_row || !promising.insert(block).second) continue;
      if (WordSet words = tied_words(block); !words.empty())
        promises_.push_back({{i, sentences[i].span, {}, {}}, std::move(words), block});
    }
  }

  std::vector<PlanAction> for_priority(const WordSet& words) const {
    double all = 0, in_plan = 0;
    for (const std::string& word : words) {
      all += weight_of(word);
      if (places_.contains(word)) in_plan += weight_of(word);
    }
    std::vector<PlanAction> actions;
    for (const Promise& promise : promises_) {
      double had = 0;
      for (const std::string& word : words)
        if (promise.words.contains(word)) had += weight_of(word);
      if (had <= 0 || had < rules_.covers * in_plan || had < rules_.covers_all * all) continue;
      actions.push_back({promise.commitment, owner_of(promise), had / all});
    }
    std::stable_sort(actions.begin(), actions.end(),
                     [](const PlanAction& a, const PlanAction& b) { return a.covers > b.covers; });
    return actions;
  }

 private:
  struct Promise {
    Commitment commitment;
    WordSet words;
    std::uint32_t block = 0;
  };

  // What a row's cells name of the strategy.
  WordSet tied_words(std::uint32_t block) const {
    WordSet words;
    const Span cells = cells_of(document_, block);
    for (std::uint32_t i = cells.begin; i < cells.end; ++i) {
      const Cell& cell = document_.cells[i];
      const Span head = cell.head ? Span{} : column_head(document_, cell);
      if (!head.empty() && rules_.tied_heads->matches(slice(folded_.text, folded_.folded(head))))
        words.merge(words_in(list_, cell.span));
    }
    return words;
  }

  double weight_of(const std::string& word) const {
    const auto known = places_.find(word);
    const double places = known == places_.end() ? 1 : static_cast<double>(known->second);
    return std::max(0.05, std::log((1 + static_cast<double>(sentences_)) / places));
  }

  Span owner_of(const Promise& promise) const {
    const Span cells = cells_of(document_, promise.block);
    for (std::uint32_t i = cells.begin; i < cells.end; ++i) {
      const Span head = column_head(document_, document_.cells[i]);
      if (!head.empty() && rules_.owner_heads->matches(slice(folded_.text, folded_.folded(head))))
        return document_.cells[i].span;
    }
    const Span range = folded_.folded(promise.commitment.span);
    const auto named = first_match(*rules_.owners, slice(folded_.text, range));
    if (!named) return {};
    return folded_.original({range.begin + named->begin, range.begin + named->end});
  }

  const Document& document_;
  const PriorityRules& rules_;
  FoldedText folded_;
  PassageList list_;
  std::map<std::string, std::size_t> places_;  // by word: how many sentences have it
  std::size_t sentences_ = 0;
  std::vector<Promise> promises_;
};

}  // namespace

std::vector<Priority> priorities_of(const Document& strategy, const PriorityRules& rules) {
  const PrioritySearch search(strategy, rules);
  std::vector<Priority> numbered = search.numbered();
  return numbered.size() >= 2 ? numbered : search.introduced();
}

std::vector<std::vector<PlanAction>> actions_for(const Document& strategy,
                                                 const std::vector<Priority>& priorities,
                                                 const Document& plan,
                                                 const std::vector<Sentence>& plan_sentences,
                                                 const CommitmentRules& commitments,
                                                 const PriorityRules& rules) {
  const PassageList words = passages_of(strategy);
  const PlanPromises promises(plan, plan_sentences, commitments, rules);
  std::vector<std::vector<PlanAction>> actions;
  for (const Priority& priority : priorities) {
    WordSet about = words_in(words, priority.span);
    for (const std::string& common : rules.common_words) about.erase(stem_of(common));
    actions.push_back(promises.for_priority(about));
  }
  return actions;
}

}  // namespace planmark
