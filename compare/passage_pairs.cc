#include "compare/passage_pairs.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <numeric>
#include <set>
#include <string>
#include <tuple>
#include <unordered_map>

namespace planmark {
namespace {

using Places = std::vector<std::uint32_t>;

struct Side {
  const PassageList& list;
  std::vector<WordedPassage>& passages;
  Places partner;            // passage of the other side that this one is known to belong to, or none
  std::vector<bool> linked;  // belongs to something: its place is known

  Side(const PassageList& its_list, std::vector<WordedPassage>& its_passages)
      : list(its_list),
        passages(its_passages),
        partner(its_list.passages.size(), none),
        linked(its_list.passages.size(), false) {}
  std::uint32_t size() const { return static_cast<std::uint32_t>(passages.size()); }
  bool heading(std::uint32_t p) const { return list.passages[p].heading; }
};

// The passages that belong to none of the other side.
Places unplaced(const Side& side) {
  Places left;
  for (std::uint32_t p = 0; p < side.size(); ++p)
    if (!side.linked[p]) left.push_back(p);
  return left;
}

class Numbering {
 public:
  WordedPassage worded(const PassageList& list, std::uint32_t index) {
    WordedPassage made;
    made.passage = index;
    const Span words = list.passages[index].words;
    for (std::uint32_t i = words.begin; i < words.end; ++i)
      made.words.push_back(
          numbers_.try_emplace(list.words[i].form, static_cast<std::uint32_t>(numbers_.size()))
              .first->second);
    made.sorted = made.words;
    std::sort(made.sorted.begin(), made.sorted.end());
    return made;
  }
  std::uint32_t size() const { return static_cast<std::uint32_t>(numbers_.size()); }

 private:
  std::unordered_map<std::string, std::uint32_t> numbers_;
};

class Grouping {
 public:
  Grouping(Side& before, Side& after, std::vector<double> weights, const ComparisonRules& rules)
      : before_(before), after_(after), weights_(std::move(weights)), rules_(rules) {}

  void pair_equal() {
    std::map<std::string, Places> places;
    std::map<std::string, std::uint32_t> wanted;
    std::vector<std::string> keys;
    for (std::uint32_t p = 0; p < before_.size(); ++p)
      places[joined_forms(before_.list, before_.list.passages[p].words)].push_back(p);
    for (const Passage& passage : after_.list.passages)
      keys.push_back(joined_forms(after_.list, passage.words));
    for (const std::string& key : keys) ++wanted[key];
    for (const bool once : {true, false}) {
      for (std::uint32_t q = 0; q < after_.size(); ++q) {
        const auto found = places.find(keys[q]);
        if (found == places.end() || after_.linked[q]) continue;
        if (once && (found->second.size() > 1 || wanted[found->first] > 1)) continue;
        const std::uint32_t p = nearest_free(found->second, q);
        if (p != none) link(p, q);
      }
    }
  }

  // Passages that share runs of words. More than one may belong to one: it was split or merged.
  void link_by_runs() {
    const auto [a, of_a] = stream(before_);
    const auto [b, of_b] = stream(after_);
    const Places runs = shared_runs(a, b, rules_.shortest_run, rules_.most_places);
    std::map<std::pair<std::uint32_t, std::uint32_t>, double> shared;
    for (std::uint32_t i = 0; i < a.size(); ++i)
      if (runs[i] != none) shared[{of_a[i], of_b[runs[i]]}] += weights_[a[i]];
    for (const auto& [both, weight] : shared) {
      const auto [p, q] = both;
      const double one = before_.passages[p].weight, other = after_.passages[q].weight;
      const bool same_sort = before_.heading(p) == after_.heading(q);
      if (same_sort &&
          (weight >= rules_.part_of * std::min(one, other) || 2 * weight >= rules_.alike * (one + other)))
        link(p, q);
    }
  }

  // What is left, each with the one most like it.
  void pair_alike() {
    std::vector<std::tuple<double, std::uint32_t, std::uint32_t>> pairs;  // unlikeness, before, after
    const Places followed_before = neighbours(before_, true), followed_after = neighbours(after_, true);
    const Places leads_before = neighbours(before_, false), leads_after = neighbours(after_, false);
    for (const auto& [p, q] : candidates(followed_before, followed_after, leads_before, leads_after)) {
      if (before_.heading(p) != after_.heading(q)) continue;
      const bool in_place =
          (followed_before[p] != none && partner_of(followed_before[p]) == followed_after[q]) ||
          (leads_before[p] != none && partner_of(leads_before[p]) == leads_after[q]);
      const double like = likeness(before_.passages[p], after_.passages[q], weights_);
      const bool belong =
          in_place ? like >= rules_.alike_in_place || same_label(p, q) : like >= rules_.alike_anywhere;
      if (belong) pairs.emplace_back(-like, p, q);
    }
    std::sort(pairs.begin(), pairs.end());
    for (const auto& [unlike, p, q] : pairs)
      if (!before_.linked[p] && !after_.linked[q]) link(p, q);
  }

  // What is left of a passage that was taken apart (a row at a page's end, cells read one by one): all of its
  // words are among those that the partner of a passage near it has and the partner's own partners have not.
  void absorb(bool of_before) {
    const Side& side = of_before ? before_ : after_;
    const Side& other = of_before ? after_ : before_;
    std::map<std::uint32_t, WordIds> given;  // by passage of the other side: the words its partners have
    const auto give = [&](std::uint32_t partner, std::uint32_t p) {
      const WordIds& words = side.passages[p].words;
      given[partner].insert(given[partner].end(), words.begin(), words.end());
    };
    for (const auto& [p, q] : links_) of_before ? give(q, p) : give(p, q);
    for (std::uint32_t p = 0; p < side.size(); ++p) {
      if (side.linked[p]) continue;
      for (const std::uint32_t near : near_to(side, p)) {
        if (side.linked[p]) break;
        if (!side.linked[near]) continue;
        const std::uint32_t partner = side.partner[near];
        if (!is_missing(side.passages[p].sorted, other.passages[partner].sorted, given[partner])) continue;
        give(partner, p);
        of_before ? link(p, partner) : link(partner, p);
      }
    }
  }

  std::vector<PassageGroups::Group> groups() const {
    std::vector<std::uint32_t> root(before_.size() + after_.size());
    std::iota(root.begin(), root.end(), 0U);
    const auto find = [&](std::uint32_t x) {
      while (root[x] != x) x = root[x] = root[root[x]];
      return x;
    };
    for (const auto& [p, q] : links_) root[find(before_.size() + q)] = find(p);
    std::map<std::uint32_t, PassageGroups::Group> by_root;
    for (std::uint32_t p = 0; p < before_.size(); ++p)
      if (before_.linked[p]) by_root[find(p)].before.push_back(p);
    for (std::uint32_t q = 0; q < after_.size(); ++q)
      if (after_.linked[q]) by_root[find(before_.size() + q)].after.push_back(q);
    std::vector<PassageGroups::Group> all;
    for (auto& [at, group] : by_root) all.push_back(std::move(group));
    return all;
  }

 private:
  void link(std::uint32_t p, std::uint32_t q) {
    links_.emplace_back(p, q);
    if (!before_.linked[p]) before_.partner[p] = q;
    if (!after_.linked[q]) after_.partner[q] = p;
    before_.linked[p] = after_.linked[q] = true;
  }
  // The passages around one, nearest first before it, then behind it; a table's heads that are printed again
  // in between make none of them farther.
  static Places near_to(const Side& side, std::uint32_t p) {
    constexpr std::uint32_t reach = 3, most_heads = 12;
    Places near;
    for (const int step : {-1, 1}) {
      std::uint32_t texts = 0;
      for (std::uint32_t i = 1; texts < reach && i <= reach + most_heads; ++i) {
        const std::int64_t at = std::int64_t{p} + step * std::int64_t{i};
        if (at < 0 || at >= std::int64_t{side.size()}) break;
        near.push_back(static_cast<std::uint32_t>(at));
        if (!side.list.passages[near.back()].repeats_heading) ++texts;
      }
    }
    return near;
  }
  // Whether `whole` has all of `part` over and above `given`. `part` and `whole` are sorted.
  static bool is_missing(const WordIds& part, const WordIds& whole, WordIds given) {
    std::sort(given.begin(), given.end());
    WordIds left;
    std::set_difference(whole.begin(), whole.end(), given.begin(), given.end(), std::back_inserter(left));
    return std::includes(left.begin(), left.end(), part.begin(), part.end());
  }
  // Rows of tables that are of the same thing, whatever they say of it.
  bool same_label(std::uint32_t p, std::uint32_t q) const {
    const Span one = before_.list.passages[p].label, other = after_.list.passages[q].label;
    return one.size() > 0 && joined_forms(before_.list, one) == joined_forms(after_.list, other);
  }
  std::uint32_t partner_of(std::uint32_t p) const { return before_.partner[p]; }

  // Of passages with the same words the one that stands where the text goes on, and is a heading or not as
  // `q` is.
  std::uint32_t nearest_free(const Places& places, std::uint32_t q) const {
    std::uint32_t last = q;
    while (last > 0 && after_.partner[last] == none) --last;
    const std::int64_t expected =
        after_.partner[last] == none ? q : std::int64_t{after_.partner[last]} + q - last;
    std::pair<std::int64_t, std::uint32_t> best{-1, none};
    for (const std::uint32_t p : places) {
      if (before_.linked[p]) continue;
      const std::int64_t away = std::abs(std::int64_t{p} - expected) +
                                (before_.heading(p) == after_.heading(q) ? 0 : std::int64_t{before_.size()});
      if (best.second == none || away < best.first) best = {away, p};
    }
    return best.second;
  }

  // The words of all passages that have no place yet, and whose they are.
  static std::pair<WordIds, Places> stream(const Side& side) {
    std::pair<WordIds, Places> made;
    for (std::uint32_t p = 0; p < side.size(); ++p) {
      if (side.linked[p]) continue;
      const WordIds& words = side.passages[p].words;
      made.first.insert(made.first.end(), words.begin(), words.end());
      made.second.resize(made.first.size(), p);
    }
    return made;
  }

  // By passage: the nearest one before (or behind) it that has its place, or none.
  static Places neighbours(const Side& side, bool before) {
    Places found(side.size(), none);
    std::uint32_t last = none;
    for (std::uint32_t i = 0; i < side.size(); ++i) {
      const std::uint32_t p = before ? i : side.size() - 1 - i;
      found[p] = last;
      if (side.linked[p]) last = p;
    }
    return found;
  }

  // Passages without a place that share a word that is not everywhere, or a neighbour.
  std::set<std::pair<std::uint32_t, std::uint32_t>> candidates(const Places& followed_before,
                                                               const Places& followed_after,
                                                               const Places& leads_before,
                                                               const Places& leads_after) const {
    std::map<std::uint32_t, Places> with_word, behind, ahead;
    for (std::uint32_t p = 0; p < before_.size(); ++p) {
      if (before_.linked[p]) continue;
      for (const std::uint32_t word : before_.passages[p].sorted) with_word[word].push_back(p);
      if (followed_before[p] != none) behind[partner_of(followed_before[p])].push_back(p);
      if (leads_before[p] != none) ahead[partner_of(leads_before[p])].push_back(p);
    }
    std::set<std::pair<std::uint32_t, std::uint32_t>> found;
    const auto add = [&](const std::map<std::uint32_t, Places>& places, std::uint32_t at, std::uint32_t q) {
      const auto here = places.find(at);
      if (here == places.end() || here->second.size() > rules_.most_places) return;
      for (const std::uint32_t p : here->second) found.emplace(p, q);
    };
    for (std::uint32_t q = 0; q < after_.size(); ++q) {
      if (after_.linked[q]) continue;
      for (const std::uint32_t word : after_.passages[q].sorted) add(with_word, word, q);
      add(behind, followed_after[q], q);
      add(ahead, leads_after[q], q);
    }
    return found;
  }

  Side& before_;
  Side& after_;
  std::vector<double> weights_;
  const ComparisonRules& rules_;
  std::vector<std::pair<std::uint32_t, std::uint32_t>> links_;
};

}  // namespace

PassageGroups group_passages(const PassageList& before, const PassageList& after,
                             const ComparisonRules& rules) {
  PassageGroups made;
  Numbering numbering;
  for (std::uint32_t p = 0; p < before.passages.size(); ++p)
    made.words_before.push_back(numbering.worded(before, p));
  for (std::uint32_t q = 0; q < after.passages.size(); ++q)
    made.words_after.push_back(numbering.worded(after, q));
  std::vector<double> weights = word_weights(made.words_before, made.words_after, numbering.size());
  for (auto* side : {&made.words_before, &made.words_after})
    for (WordedPassage& passage : *side)
      for (const std::uint32_t word : passage.words) passage.weight += weights[word];

  Side old_side(before, made.words_before), new_side(after, made.words_after);
  Grouping grouping(old_side, new_side, std::move(weights), rules);
  grouping.pair_equal();
  grouping.link_by_runs();
  grouping.pair_alike();
  grouping.absorb(true);
  grouping.absorb(false);
  made.groups = grouping.groups();
  made.before = tell_apart(unplaced(old_side), made.words_before, made.words_after, rules.shortest_run);
  made.after = tell_apart(unplaced(new_side), made.words_after, made.words_before, rules.shortest_run);
  return made;
}

}  // namespace planmark
