#include "compare/alignment.h"

#include <algorithm>
#include <string>
#include <tuple>

#include "compare/passage_pairs.h"

namespace planmark {
namespace {

using Places = std::vector<std::uint32_t>;

WordIds words_of(const std::vector<WordedPassage>& passages, const Places& which) {
  WordIds words;
  for (const std::uint32_t p : which)
    words.insert(words.end(), passages[p].words.begin(), passages[p].words.end());
  return words;
}

// The group's words with their forms and places, in the order of words_of().
std::vector<const ComparedWord*> printed(const PassageList& list, const Places& which) {
  std::vector<const ComparedWord*> words;
  for (const std::uint32_t p : which)
    for (std::uint32_t i = list.passages[p].words.begin; i < list.passages[p].words.end; ++i)
      words.push_back(&list.words[i]);
  return words;
}

using Printed = std::vector<const ComparedWord*>;

std::string joined(const Printed& words, std::uint32_t begin, std::uint32_t end) {
  std::string all;
  for (std::uint32_t i = begin; i < end; ++i) all += words[i]->form;
  return all;
}

// The passage that begins with this word, or null.
const Passage* begun_by(const PassageList& list, const ComparedWord& word) {
  const std::uint32_t at = passage_at(list, word.span.begin);
  const bool begins = at != none && &list.words[list.passages[at].words.begin] == &word;
  return begins ? &list.passages[at] : nullptr;
}

// The words with the number of the passage that begins behind them. A number that is none in the other
// edition, which has the passages in one ("... see chapter", "5. The board"), is a word of that.
std::string with_number(const PassageList& list, const Printed& words, std::uint32_t begin,
                        std::uint32_t end) {
  const Passage* next = end < words.size() ? begun_by(list, *words[end]) : nullptr;
  return joined(words, begin, end) + (next == nullptr ? "" : next->number);
}

// Neighbouring words of one passage are marked as one.
void mark(std::vector<Span>& marked, const PassageList& list, const Printed& words, std::uint32_t begin,
          std::uint32_t end) {
  for (std::uint32_t i = begin; i < end; ++i) {
    const bool goes_on = i > begin && words[i] == words[i - 1] + 1 && begun_by(list, *words[i]) == nullptr;
    if (goes_on)
      marked.back().end = words[i]->span.end;
    else
      marked.push_back(words[i]->span);
  }
}

bool same_words(WordIds a, WordIds b) {
  std::sort(a.begin(), a.end());
  std::sort(b.begin(), b.end());
  return a == b;
}

void mark_differences(PassageChange& change, const Comparison& made, const PassageGroups& groups) {
  const WordIds a = words_of(groups.words_before, change.before);
  const WordIds b = words_of(groups.words_after, change.after);
  const bool one_to_one = change.before.size() == 1 && change.after.size() == 1;
  if (a == b || (!one_to_one && same_words(a, b)))
    return;  // set in another order, row by row or column by column
  const Printed old_words = printed(made.before, change.before);
  const Printed new_words = printed(made.after, change.after);
  auto pairs = common_words(a, b);
  pairs.emplace_back(a.size(), b.size());
  std::uint32_t x = 0, y = 0;
  for (const auto& [i, j] : pairs) {
    const std::string old = joined(old_words, x, i), now = joined(new_words, y, j);
    if (old != now && with_number(made.before, old_words, x, i) != now &&
        old != with_number(made.after, new_words, y, j)) {
      mark(change.words_before, made.before, old_words, x, i);
      mark(change.words_after, made.after, new_words, y, j);
    }
    x = i + 1;
    y = j + 1;
  }
}

ChangeKind kind_of(const PassageChange& change) {
  const std::size_t m = change.before.size(), n = change.after.size();
  const bool changed = !change.words_before.empty() || !change.words_after.empty();
  if (m == 1 && n == 1) return changed ? ChangeKind::reworded : ChangeKind::kept;
  if (m > 1 && n > 1 && changed) return ChangeKind::reworded;
  return m == n ? ChangeKind::kept : n > m ? ChangeKind::split : ChangeKind::merged;
}

bool all_headings(const PassageList& list, const Places& which) {
  return std::all_of(which.begin(), which.end(), [&](std::uint32_t p) {
    return list.passages[p].heading || list.passages[p].repeats_heading;
  });
}

// The heaviest chain of changes, in the order of `after`, whose passages ascend in `before` too.
class Chain {
 public:
  explicit Chain(std::size_t places) : best_(places + 1, {0, none}) {}

  void add(std::uint32_t change, std::uint32_t place, double weight) {
    auto [before, last] = best_below(place);
    steps_.push_back({change, last});
    const std::pair<double, std::uint32_t> reached{before + weight,
                                                   static_cast<std::uint32_t>(steps_.size() - 1)};
    for (std::size_t i = place + 1; i < best_.size(); i += i & (~i + 1))
      if (reached.first > best_[i].first) best_[i] = reached;
  }
  Places members() const {
    Places all;
    for (std::uint32_t step = best_below(static_cast<std::uint32_t>(best_.size() - 1)).second; step != none;
         step = steps_[step].last)
      all.push_back(steps_[step].change);
    return all;
  }

 private:
  struct Step {
    std::uint32_t change, last;
  };
  // Of the chains that end before `place` (a Fenwick tree of maxima).
  std::pair<double, std::uint32_t> best_below(std::uint32_t place) const {
    std::pair<double, std::uint32_t> best{0, none};
    for (std::size_t i = place; i > 0; i -= i & (~i + 1))
      if (best_[i].first > best.first) best = best_[i];
    return best;
  }
  std::vector<std::pair<double, std::uint32_t>> best_;
  std::vector<Step> steps_;
};

// Requires: `changes` in the order of `after`; each has both sides.
void mark_moved(std::vector<PassageChange>& changes, const PassageGroups& groups) {
  Chain chain(groups.words_before.size());
  for (std::uint32_t i = 0; i < changes.size(); ++i) {
    std::size_t words = 0;
    for (const std::uint32_t q : changes[i].after) words += groups.words_after[q].words.size();
    chain.add(i, changes[i].before.front(), static_cast<double>(words));
  }
  for (PassageChange& change : changes) change.moved = true;
  for (const std::uint32_t i : chain.members()) changes[i].moved = false;
  for (PassageChange& change : changes)
    if (change.moved && change.kind == ChangeKind::kept) change.kind = ChangeKind::moved;
}

std::vector<PassageChange> changes_of_groups(const Comparison& made, const PassageGroups& groups) {
  std::vector<PassageChange> changes;
  for (const PassageGroups::Group& group : groups.groups) {
    PassageChange change;
    change.before = group.before;
    change.after = group.after;
    mark_differences(change, made, groups);
    change.kind = kind_of(change);
    changes.push_back(std::move(change));
  }
  std::sort(changes.begin(), changes.end(),
            [](const PassageChange& a, const PassageChange& b) { return a.after.front() < b.after.front(); });
  mark_moved(changes, groups);
  return changes;
}

void add_single(std::vector<PassageChange>& changes, ChangeKind kind, Places before, Places after) {
  changes.push_back({kind, false, false, std::move(before), std::move(after), {}, {}});
}

// Where a change is shown: at its place in `after`, and what was dropped behind what it followed.
void put_in_order(std::vector<PassageChange>& changes, std::size_t passages_before) {
  std::vector<std::int64_t> place(passages_before, -1);  // by passage of `before`: that of its partner
  for (const PassageChange& change : changes)
    for (const std::uint32_t p : change.before)
      if (!change.after.empty()) place[p] = change.after.back();
  for (std::size_t p = 1; p < place.size(); ++p)
    if (place[p] < 0) place[p] = place[p - 1];
  std::stable_sort(changes.begin(), changes.end(), [&](const PassageChange& a, const PassageChange& b) {
    const auto key = [&](const PassageChange& c) {
      return c.after.empty() ? std::tuple(place[c.before.front()], 1, std::int64_t{c.before.front()})
                             : std::tuple(std::int64_t{c.after.front()}, 0, std::int64_t{0});
    };
    return key(a) < key(b);
  });
}

}  // namespace

const char* name_of(ChangeKind kind) {
  switch (kind) {
    case ChangeKind::kept:
      return "kept";
    case ChangeKind::moved:
      return "moved";
    case ChangeKind::reworded:
      return "reworded";
    case ChangeKind::split:
      return "split";
    case ChangeKind::merged:
      return "merged";
    case ChangeKind::dropped:
      return "dropped";
    case ChangeKind::added:
      return "new";
  }
  return "";
}

bool PassageChange::of_content() const {
  return before.empty() || after.empty() || !words_before.empty() || !words_after.empty();
}

std::size_t Comparison::count(ChangeKind kind) const {
  return static_cast<std::size_t>(
      std::count_if(changes.begin(), changes.end(),
                    [&](const PassageChange& change) { return change.kind == kind && !change.heading; }));
}

bool Comparison::same_content() const {
  return std::none_of(changes.begin(), changes.end(),
                      [](const PassageChange& change) { return change.of_content() && !change.heading; });
}

Comparison compare_documents(const Document& before, const Document& after, const ComparisonRules& rules) {
  Comparison made{passages_of(before), passages_of(after), {}};
  const PassageGroups groups = group_passages(made.before, made.after, rules);
  made.changes = changes_of_groups(made, groups);
  for (const auto& [p, q] : groups.before.repeated) add_single(made.changes, ChangeKind::kept, {p}, {q});
  for (const auto& [q, p] : groups.after.repeated) add_single(made.changes, ChangeKind::kept, {p}, {q});
  for (const std::uint32_t p : groups.before.own) add_single(made.changes, ChangeKind::dropped, {p}, {});
  for (const std::uint32_t q : groups.after.own) add_single(made.changes, ChangeKind::added, {}, {q});
  for (PassageChange& change : made.changes)
    change.heading = all_headings(made.before, change.before) && all_headings(made.after, change.after);
  put_in_order(made.changes, made.before.passages.size());
  return made;
}

}  // namespace planmark
