#include "analyze/cue.h"

#include <algorithm>
#include <array>
#include <string>

namespace planmark {
namespace {

struct KnownCue {
  std::string_view id;
  CueKind kind;
  std::uint16_t value;
};

template <class Value>
constexpr KnownCue known(std::string_view id, CueKind kind, Value value) {
  return {id, kind, static_cast<std::uint16_t>(value)};
}

constexpr std::array kKnownCues = {
    known("cue.scope.child", CueKind::scope, ChildScope::same),
    known("cue.scope.adult", CueKind::scope, ChildScope::adult),
    known("cue.scope.all-age", CueKind::scope, ChildScope::all_age),
    known("cue.scope.family", CueKind::scope, ChildScope::family),
    known("cue.modality.statutory", CueKind::modality, Modality::statutory),
    known("cue.modality.national", CueKind::modality, Modality::national),
    known("cue.modality.need", CueKind::modality, Modality::need),
    known("cue.modality.exploratory", CueKind::modality, Modality::exploratory),
    known("cue.modality.intended", CueKind::modality, Modality::intended),
    known("cue.modality.committed", CueKind::modality, Modality::committed),
    known("cue.modality.under-way", CueKind::modality, Modality::under_way),
    known("cue.modality.done", CueKind::modality, Modality::done),
    known("cue.owner.own", CueKind::owner, Owner::own),
    known("cue.owner.partner", CueKind::owner, Owner::partner),
    known("cue.owner.other", CueKind::owner, Owner::other),
    known("cue.owner.taken-up", CueKind::uptake, Owner::own),
    known("cue.section.foreword", CueKind::section, SectionKind::foreword),
    known("cue.section.statutory", CueKind::section, SectionKind::statutory),
    known("cue.section.glossary", CueKind::section, SectionKind::glossary),
    known("cue.section.contents", CueKind::section, SectionKind::contents),
    known("cue.section.sources", CueKind::section, SectionKind::sources),
    known("cue.detail.time", CueKind::detail, Detail::time),
    known("cue.detail.quantity", CueKind::detail, Detail::quantity),
    known("cue.detail.target", CueKind::detail, Detail::target),
    known("cue.detail.named", CueKind::detail, Detail::named),
    known("cue.detail.organisation", CueKind::detail, Detail::organisation),
    known("cue.detail.mechanism", CueKind::detail, Detail::mechanism),
    known("cue.detail.example", CueKind::detail, Detail::example),
    known("cue.detail.evidence", CueKind::detail, Detail::evidence),
    known("cue.detail.money", CueKind::detail, Detail::money),
    known("cue.time.past", CueKind::time, TimeCue::past),
    known("cue.time.future", CueKind::time, TimeCue::future),
    known("cue.negation.denied", CueKind::negation, NegationCue::denied),
    known("cue.negation.ended", CueKind::negation, NegationCue::ended),
    known("cue.negation.rejected", CueKind::negation, NegationCue::rejected),
};

CueMeaning meaning_of(std::string_view id) {
  const auto found =
      std::find_if(kKnownCues.begin(), kKnownCues.end(), [&](const KnownCue& cue) { return cue.id == id; });
  return found == kKnownCues.end() ? CueMeaning{} : CueMeaning{found->kind, found->value};
}

constexpr std::array<const char*, 10> kModalityNames = {"negated",     "statutory", "national", "need",
                                                        "exploratory", "intended",  "stated",   "committed",
                                                        "under way",   "done"};
constexpr std::array<const char*, 8> kScopeNames = {"not about children",
                                                    "about adults",
                                                    "about all ages",
                                                    "about families",
                                                    "in a section about children",
                                                    "beside a sentence about children",
                                                    "below words for children",
                                                    "about children"};

}  // namespace

std::vector<CueMeaning> cue_meanings(const RuleBook& rules) {
  std::vector<CueMeaning> meanings;
  meanings.reserve(rules.concepts.size());
  for (const Concept& each : rules.concepts) meanings.push_back(meaning_of(each.id));
  return meanings;
}

std::vector<std::vector<Cue>> cues_by_sentence(const RuleBook& rules, const std::vector<Mention>& mentions,
                                               std::size_t sentences) {
  const std::vector<CueMeaning> meanings = cue_meanings(rules);
  std::vector<std::vector<Cue>> cues(sentences);
  for (const Mention& mention : mentions) {
    const CueMeaning meaning = meanings[rules.rules[mention.rule].concept_index];
    if (meaning.kind == CueKind::other) continue;
    cues[mention.sentence].push_back({meaning.kind, meaning.value, mention.span});
  }
  return cues;
}

const char* name_of(Modality modality) { return kModalityNames[static_cast<std::size_t>(modality)]; }
const char* name_of(ChildScope scope) { return kScopeNames[static_cast<std::size_t>(scope)]; }

bool parse_name(std::string_view name, Modality& modality) {
  const auto found = std::find(kModalityNames.begin(), kModalityNames.end(), name);
  if (found == kModalityNames.end()) return false;
  modality = static_cast<Modality>(found - kModalityNames.begin());
  return true;
}

}  // namespace planmark
