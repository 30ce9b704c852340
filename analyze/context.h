// What is true of a sentence before anyone asks a question: where it stands, whom it is about, whose it is,
// and which cues it holds. What depends on the place of a topic in the sentence (is *this* promised, denied,
// about children?) is asked of the context with the topic's span.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "analyze/cue.h"
#include "analyze/match.h"
#include "analyze/rule_book.h"
#include "analyze/sentence.h"
#include "base/span.h"
#include "extract/document.h"

namespace planmark {

// Where a sentence stands. `outside` is what is never evidence: contents, glossary, sources, notes, captions,
// running heads and feet.
enum class Position : std::uint8_t { body, list, row, box, quote, heading, foreword, statutory, outside };

struct Context {
  Position position = Position::body;
  ChildScope scope = ChildScope::unsaid;  // of the sentence as a whole; scope_at() asks near a topic
  ChildScope around =
      ChildScope::unsaid;  // near or section, from what surrounds the sentence; otherwise none
  Owner owner = Owner::own;
  std::uint16_t details = 0;     // bits of Detail
  bool rejected_next = false;    // the next sentence takes it back ("This was not supported")
  std::uint32_t heading = none;  // block index of the nearest heading
  std::uint32_t stem = none;     // sentence that introduces the list, or heads the table; none otherwise
  std::vector<Cue> cues;         // in text order
  friend bool operator==(const Context&, const Context&) = default;
};

// One for each sentence, in order.
std::vector<Context> find_contexts(const Document& document, const std::vector<Sentence>& sentences,
                                   const std::vector<Mention>& mentions, const RuleBook& rules);

// All of a document is about children when it names them in more than a third of its sentences: of 40 plans
// for all ages none did in more than 30 of 100, of 20 papers and inspection letters on children each in 38 or
// more.
bool is_about_children(const std::vector<Context>& contexts);

// Whom the topic is about: its own clause first, then its sentence, then what surrounds it.
ChildScope scope_at(const Context& context, Span clause, Span topic);
// What governs the topic: denied if a denial shares its clause, otherwise the nearest cue of modality,
// otherwise `stated`.
Modality modality_at(const Context& context, Span clause, Span topic);
// The nearest cue of time says what is to come; without one it is taken as not to come.
bool is_future_at(const Context& context, Span topic);
// Some cue of time says what has happened.
bool is_past(const Context& context);
bool has_detail(const Context& context, Detail detail);

const char* name_of(Position position);

}  // namespace planmark
