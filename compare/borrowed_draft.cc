#include "compare/borrowed_draft.h"

#include <algorithm>

#include "analyze/redraft.h"
#include "base/format.h"

namespace planmark {
namespace {

constexpr const char* note_of_borrowed = "Borrowed, so by itself it earns no Yes: it stands in ";

int rank_of(const Answer& answer) {
  return answer.value == "Yes" ? 2 : answer.value == "To some extent" || answer.value == "yes" ? 1 : 0;
}

// The borrowed sentences that the draft rests on.
std::vector<const BorrowedSentence*> held_by(const Draft& draft,
                                             const std::vector<BorrowedSentence>& borrowed) {
  std::vector<const BorrowedSentence*> held;
  for (const BorrowedSentence& sentence : borrowed)
    if (std::any_of(draft.evidence.begin(), draft.evidence.end(),
                    [&](const Evidence& evidence) { return evidence.span.overlaps(sentence.span); }))
      held.push_back(&sentence);
  return held;
}

Draft without_borrowed(Draft rest, const Draft& draft, AnswerType type,
                       const std::vector<const BorrowedSentence*>& held) {
  std::vector<Evidence> counter;
  for (const BorrowedSentence* sentence : held)
    counter.push_back({sentence->span, {}, note_of_borrowed + sentence->source + "."});
  rest.counter.insert(rest.counter.begin(), counter.begin(), counter.end());
  const std::string because =
      format("Sentences that stand in {} too would make it {}; by themselves they earn no Yes.",
             held.front()->source, to_text(draft.answer, type));
  rest.clauses.push_back({borrowed_clause, true, because, held.front()->span});
  rest.reason = because + " Without them: " + rest.reason;
  return rest;
}

}  // namespace

bool says_yes(const Draft& draft, AnswerType type) {
  return (type == AnswerType::rag || type == AnswerType::yes_no) && rank_of(draft.answer) > 0;
}

void heed_borrowed(Analysis& analysis, const Document& document, const RuleBook& rules,
                   const std::vector<BorrowedSentence>& borrowed) {
  std::vector<Span> spans;
  for (const BorrowedSentence& sentence : borrowed) spans.push_back(sentence.span);
  for (Draft& draft : analysis.drafts) {
    const Question* question = rules.find_question(draft.question);
    if (question == nullptr || !says_yes(draft, question->type)) continue;
    const auto held = held_by(draft, borrowed);
    if (held.empty()) continue;
    Draft rest = draft_without(document, analysis, rules, *question, spans);
    if (rank_of(rest.answer) < rank_of(draft.answer))
      draft = without_borrowed(std::move(rest), draft, question->type, held);
  }
}

std::vector<Span> left_out_as_borrowed(const Draft& draft) {
  std::vector<Span> spans;
  for (const Evidence& evidence : draft.counter)
    if (evidence.note.starts_with(note_of_borrowed)) spans.push_back(evidence.span);
  return spans;
}

}  // namespace planmark
