// What is true of a sentence before anyone asks a question: where it stands, whom it is about, whose it is,
// and whether it speaks of something done, under way, promised, wished for, required by law, or denied.
//
// Cues are concepts (lexicons/cues/) found by the matcher like any other; their ids say what they are:
// "cue.modality.committed", "cue.owner.other", "cue.scope.child", "cue.detail.target" ...
#pragma once

#include <cstdint>
#include <vector>

#include "analyze/match.h"
#include "analyze/rule_book.h"
#include "analyze/sentence.h"
#include "base/span.h"
#include "extract/document.h"

namespace planmark {

// Where a sentence stands. `outside` is everything that is never evidence: contents, glossary, sources,
// notes, captions, running heads and feet.
enum class Position : std::uint8_t { body, list, row, box, quote, heading, foreword, statutory, outside };

// How near the nearest word for children is; `all_age` where the sentence speaks of everyone instead, `adult`
// where it speaks of adults.
enum class ChildScope : std::uint8_t { none, adult, all_age, section, near, same };

// Weakest first. `statutory`, `national` and `negated` are not strengths: nothing with them counts as a
// promise.
enum class Modality : std::uint8_t {
  negated,
  statutory,
  national,
  need,
  exploratory,
  intended,
  stated,
  committed,
  under_way,
  done
};

enum class Owner : std::uint8_t { own, partner, other };

// Detail signals of the rubric, as bits of Context::details.
enum class Detail : std::uint16_t {
  time = 1,
  quantity = 2,
  target = 4,
  named = 8,
  organisation = 16,
  mechanism = 32,
  example = 64,
  evidence = 128,
  money = 256
};

struct Context {
  Position position = Position::body;
  ChildScope scope = ChildScope::none;
  Owner owner = Owner::own;
  Modality modality =
      Modality::stated;          // of the sentence's strongest governing cue; modality_at() asks near a topic
  std::uint16_t details = 0;     // bits of Detail
  bool future = false;           // speaks of what is to come
  bool past = false;             // speaks of what has happened
  bool rejected_next = false;    // the next sentence takes it back ("This was not supported")
  std::uint32_t section = none;  // block index of the nearest heading
  std::uint32_t stem = none;     // index of the sentence that introduces the list, or none
  friend bool operator==(const Context&, const Context&) = default;
};

// One for each sentence, in order. `first_mention` as in DraftInputs.
std::vector<Context> find_contexts(const Document& document, const std::vector<Sentence>& sentences,
                                   const std::vector<Mention>& mentions, const RuleBook& rules);

}  // namespace planmark
