// Cues: concepts that say something about a sentence instead of its topic.
//
// What a cue says is its id: "cue.modality.committed" is a Modality, "cue.scope.child" a ChildScope, and so
// on for the kinds below. Cues of any other kind ("cue.inequality.gap") mean what the question that names
// them makes of them.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "analyze/match.h"
#include "analyze/rule_book.h"
#include "base/span.h"

namespace planmark {

// How near the nearest word for children is; `all_age` where the text speaks of everyone instead, `adult`
// where it speaks of grown-ups, `family` where only of parents and families.
enum class ChildScope : std::uint8_t { unsaid, adult, all_age, family, section, adjoining, near, same };

// Weakest first. The first three are not strengths: nothing with them counts as a promise.
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

// What a heading says of the text below it.
enum class SectionKind : std::uint8_t { plain, foreword, statutory, glossary, contents, sources };

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

// `uptake` ("The Board has adopted it") makes one's own what the sentence before said of others.
enum class CueKind : std::uint8_t { other, scope, modality, owner, section, detail, time, negation, uptake };

enum class TimeCue : std::uint8_t { past, future };
// `denied` ("did not", "no plans to") works on what follows in its clause, `ended` ("was cancelled") on all
// of it; `rejected` opens a sentence and takes back the one before.
enum class NegationCue : std::uint8_t { denied, ended, rejected };

struct CueMeaning {
  CueKind kind = CueKind::other;
  std::uint16_t value = 0;  // of the enumeration that belongs to the kind
};

// A cue where it stands.
struct Cue {
  CueKind kind = CueKind::other;
  std::uint16_t value = 0;
  Span span;
  friend bool operator==(const Cue&, const Cue&) = default;
};

// What each concept of the rule book says as a cue, by concept index.
std::vector<CueMeaning> cue_meanings(const RuleBook& rules);

// The cues of each sentence, in text order. `mentions` are sorted by sentence.
std::vector<std::vector<Cue>> cues_by_sentence(const RuleBook& rules, const std::vector<Mention>& mentions,
                                               std::size_t sentences);

const char* name_of(Modality modality);  // "committed", "under way", ...
const char* name_of(ChildScope scope);
// Returns false for a name that is not one.
bool parse_name(std::string_view name, Modality& modality);

}  // namespace planmark
