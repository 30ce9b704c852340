#include "compare/answer_change.h"

#include <algorithm>

namespace planmark {
namespace {

using Places = std::vector<std::uint32_t>;

// The change that each passage is part of, by passage.
Places changes_by_passage(const std::vector<PassageChange>& changes, std::size_t passages,
                          Places PassageChange::*side) {
  Places found(passages, none);
  for (std::uint32_t i = 0; i < changes.size(); ++i)
    for (const std::uint32_t p : changes[i].*side)
      if (found[p] == none) found[p] = i;
  return found;
}

bool any_overlaps(const std::vector<Span>& marked, Span quote) {
  return std::any_of(marked.begin(), marked.end(), [&](Span span) { return span.overlaps(quote); });
}

Span first_passage(const PassageList& list, const Places& passages) {
  return passages.empty() ? Span{} : list.passages[passages.front()].span;
}

class Moves {
 public:
  explicit Moves(const Comparison& comparison)
      : comparison_(comparison),
        before_(changes_by_passage(comparison.changes, comparison.before.passages.size(),
                                   &PassageChange::before)),
        after_(changes_by_passage(comparison.changes, comparison.after.passages.size(),
                                  &PassageChange::after)) {}

  std::uint32_t change_before(Span quote) const { return found(before_, comparison_.before, quote); }
  std::uint32_t change_after(Span quote) const { return found(after_, comparison_.after, quote); }

  EvidenceMove of_before(Span quote, const std::vector<Evidence>& later) const {
    const std::uint32_t at = change_before(quote);
    if (at == none) return {ChangeKind::dropped, quote, {}, true, false};
    const PassageChange& change = comparison_.changes[at];
    EvidenceMove move{kind_for(change, change.words_before, quote), quote,
                      first_passage(comparison_.after, change.after), true, false};
    for (const Evidence& item : later)
      if (change_after(item.span) == at) {
        move.after = item.span;
        move.is_evidence = true;
        break;
      }
    return move;
  }
  EvidenceMove of_after(Span quote) const {
    const std::uint32_t at = change_after(quote);
    if (at == none) return {ChangeKind::added, {}, quote, false, true};
    const PassageChange& change = comparison_.changes[at];
    return {kind_for(change, change.words_after, quote), first_passage(comparison_.before, change.before),
            quote, false, true};
  }

 private:
  static std::uint32_t found(const Places& changes, const PassageList& list, Span quote) {
    const std::uint32_t passage = passage_at(list, quote.begin);
    return passage == none || !list.passages[passage].span.overlaps(quote) ? none : changes[passage];
  }
  static ChangeKind kind_for(const PassageChange& change, const std::vector<Span>& marked, Span quote) {
    if (change.before.empty()) return ChangeKind::added;
    if (change.after.empty()) return ChangeKind::dropped;
    if (any_overlaps(marked, quote)) return ChangeKind::reworded;
    return change.moved ? ChangeKind::moved : ChangeKind::kept;
  }

  const Comparison& comparison_;
  Places before_, after_;
};

std::string answer_of(const Draft* draft, AnswerType type) {
  return draft == nullptr ? std::string() : to_text(draft->answer, type);
}

std::string shown(const AnswerHistory& history) {
  return history.decided.empty() ? answer_of(history.stored, history.type) : history.decided;
}

bool same_found(const std::vector<Evidence>& a, const std::vector<Evidence>& b) {
  const auto places = [](const std::vector<Evidence>& all) {
    std::vector<std::pair<Span, std::vector<std::string>>> made;
    for (const Evidence& item : all) made.emplace_back(item.span, item.rules);
    std::sort(made.begin(), made.end());
    return made;
  };
  return places(a) == places(b);
}

struct Reasons {
  bool text = false, rules = false, rubric = false, reader = false;

  void add_lexicon(const AnswerHistory& history) {
    if (history.stored == nullptr || history.today == nullptr) return;
    if (answer_of(history.stored, history.type) == answer_of(history.today, history.type)) return;
    const bool same = same_found(history.stored->evidence, history.today->evidence) &&
                      same_found(history.stored->counter, history.today->counter);
    (same ? rubric : rules) = true;
  }
  void add_reader(const AnswerHistory& history) {
    reader |= !history.decided.empty() && history.decided != answer_of(history.stored, history.type);
  }
  std::vector<Cause> list() const {
    std::vector<Cause> all;
    if (text) all.push_back(Cause::text);
    if (rules) all.push_back(Cause::rules);
    if (rubric) all.push_back(Cause::rubric);
    if (reader) all.push_back(Cause::reader);
    return all;
  }
};

bool holds(const std::vector<EvidenceMove>& moves, Span quote) {
  return std::any_of(moves.begin(), moves.end(),
                     [&](const EvidenceMove& move) { return move.is_evidence && move.after == quote; });
}

}  // namespace

const char* name_of(Cause cause) {
  switch (cause) {
    case Cause::text:
      return "text";
    case Cause::rules:
      return "rules";
    case Cause::rubric:
      return "rubric";
    case Cause::reader:
      return "reader";
  }
  return "";
}

AnswerChange answer_change(const AnswerHistory& before, const AnswerHistory& after,
                           const Comparison& comparison) {
  AnswerChange made{before.question, shown(before), shown(after), {}, {}};
  if (made.changed()) {
    Reasons reasons;
    reasons.text = answer_of(before.today, before.type) != answer_of(after.today, after.type);
    reasons.add_lexicon(before);
    reasons.add_lexicon(after);
    reasons.add_reader(before);
    reasons.add_reader(after);
    made.causes = reasons.list();
  }
  const Moves moves(comparison);
  static const std::vector<Evidence> nothing;
  const auto& earlier = before.today == nullptr ? nothing : before.today->evidence;
  const auto& later = after.today == nullptr ? nothing : after.today->evidence;
  for (const Evidence& item : earlier) made.evidence.push_back(moves.of_before(item.span, later));
  for (const Evidence& item : later)
    if (!holds(made.evidence, item.span)) made.evidence.push_back(moves.of_after(item.span));
  return made;
}

std::vector<std::vector<std::string>> questions_of_changes(const Comparison& comparison,
                                                           const std::vector<Draft>& before,
                                                           const std::vector<Draft>& after) {
  std::vector<std::vector<std::string>> questions(comparison.changes.size());
  const Moves moves(comparison);
  const auto add = [&](std::uint32_t change, const std::string& question) {
    if (change == none) return;
    auto& list = questions[change];
    if (std::find(list.begin(), list.end(), question) == list.end()) list.push_back(question);
  };
  for (const Draft& draft : before)
    for (const Evidence& item : draft.evidence) add(moves.change_before(item.span), draft.question);
  for (const Draft& draft : after)
    for (const Evidence& item : draft.evidence) add(moves.change_after(item.span), draft.question);
  return questions;
}

}  // namespace planmark
