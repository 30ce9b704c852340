// Why an answer is another one in the later edition: what became of the text it rests on, and which of four
// things moved it.
//
// From the earlier answer to the later one it is five steps: what stood for the earlier edition, its stored
// draft, its draft by today's lexicon, the later edition's draft by today's lexicon, its stored draft, what
// stood for it. A step at which the answer changes is a cause; so text, rules, rubric and reader are never
// mixed up.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "analyze/analysis.h"
#include "compare/alignment.h"

namespace planmark {

// Exported by name (name_of): never change the meaning of one.
enum class Cause : std::uint8_t {
  text,    // today's lexicon drafts another answer from the later text
  rules,   // the lexicon finds something else in the same text
  rubric,  // the lexicon finds the same in the same text, and it comes to another answer
  reader   // a person decided otherwise than the draft
};
const char* name_of(Cause cause);

// One question of one document. `decided` is what stands, in one line, and empty where nothing does.
struct AnswerHistory {
  std::string question;
  AnswerType type = AnswerType::rag;
  const Draft* stored = nullptr;  // null: never asked of this document
  const Draft* today = nullptr;   // by today's lexicon; the stored one where it was made by that
  std::string decided;
};

// What became of one quote. Its kind is that of its own words: a quote that stands as it was in a paragraph
// that was reworded is kept.
struct EvidenceMove {
  ChangeKind kind = ChangeKind::kept;  // kept, moved, reworded, dropped or added
  Span before, after;  // the quotes, or the passage that the quote became; empty: there is none
  bool was_evidence = false, is_evidence = false;
  friend bool operator==(const EvidenceMove&, const EvidenceMove&) = default;
};

struct AnswerChange {
  std::string question;
  std::string before, after;           // what stood, otherwise the stored draft; empty: not asked
  std::vector<Cause> causes;           // in the order above; empty: the answer is the same
  std::vector<EvidenceMove> evidence;  // that of the earlier draft, then what only the later one rests on

  bool changed() const { return before != after; }
};

// Requires: both are of one question.
AnswerChange answer_change(const AnswerHistory& before, const AnswerHistory& after,
                           const Comparison& comparison);

// For each change the questions, in the order of the drafts, that rest on its passages in either edition.
std::vector<std::vector<std::string>> questions_of_changes(const Comparison& comparison,
                                                           const std::vector<Draft>& before,
                                                           const std::vector<Draft>& after);

}  // namespace planmark
