// Yes, To some extent, No: the rubric's three clauses, its floor, its caps and what forces a No.
//
//   K1 clear and detailed    k1_items sentences with k1_details kinds of detail between them, or
//                            k1_few_items with k1_few_details
//   K2 explicit and focused  k2_items sentences that name topic and children together, with a heading
//                            on the topic or on k2_pages pages
//   K3 evidenced             a sentence with one of k3_cues at k3_modality or firmer
//   floor                    a sentence at floor_modality or firmer
//   caps                     nothing firmer than intended; weak words only; as many sentences on
//                            rival_cues as on the topic; a sentence with one of limit_cues
//
// Yes: two of three, the floor, and no cap. To some extent: a qualifying sentence with a detail, or two
// sentences.
#include <algorithm>
#include <bit>
#include <set>

#include "analyze/decide.h"
#include "analyze/finding.h"
#include "analyze/proof.h"
#include "analyze/question_settings.h"
#include "base/format.h"

namespace planmark {
namespace {

using Indices = std::vector<std::uint32_t>;

// What the qualifying sentences come to, one finding for each sentence, weightiest first.
struct Tally {
  std::vector<const Finding*> items;
  int kinds_of_detail = 0;
  std::size_t explicit_items = 0;
  std::size_t pages = 0;
  const Finding* headed = nullptr;     // an item below a heading on the topic
  const Finding* evidenced = nullptr;  // an item that meets K3
  const Finding* firm = nullptr;       // an item that meets the floor
  Modality firmest = Modality::negated;
};

// The sentence after `sentence`, if it belongs to the same paragraph: what is said of a topic often goes on
// there.
std::uint32_t next_in_block(const DraftInputs& inputs, std::uint32_t sentence) {
  const std::uint32_t next = sentence + 1;
  return next < inputs.sentences.size() && inputs.sentences[next].block == inputs.sentences[sentence].block
             ? next
             : sentence;
}

Modality modality_named(const Settings& settings, const std::string& key) {
  Modality modality = Modality::need;
  for (const std::string& name : list_of(settings, key)) parse_name(name, modality);
  return modality;
}

Tally tally_of(const Question& question, const DraftInputs& inputs, const std::vector<Finding>& findings) {
  const Settings& settings = question.settings;
  const Indices k3_cues = concept_indices(list_of(settings, "k3_cues"), inputs.rules);
  const Modality k3 = modality_named(settings, "k3_modality");
  const Modality floor = modality_named(settings, "floor_modality");
  const bool needs_child = !list_of(settings, "scope").empty();
  Tally tally;
  std::uint16_t details = 0;
  std::set<std::uint32_t> sentences;
  std::set<std::uint32_t> pages;
  for (const Finding& finding : findings) {
    if (!finding.qualifies() || !sentences.insert(finding.sentence).second) continue;
    tally.items.push_back(&finding);
    const std::uint32_t next = next_in_block(inputs, finding.sentence);
    details = static_cast<std::uint16_t>(details | inputs.contexts[finding.sentence].details |
                                         inputs.contexts[next].details);
    pages.insert(page_at(inputs.document, finding.topic.begin));
    tally.explicit_items += !needs_child || finding.scope == ChildScope::same;
    if (!tally.headed && finding.headed) tally.headed = &finding;
    if (!tally.evidenced && finding.modality >= k3 &&
        (inputs.first_of(k3_cues, finding.sentence) || inputs.first_of(k3_cues, next)))
      tally.evidenced = &finding;
    if (!tally.firm && finding.modality >= floor) tally.firm = &finding;
    tally.firmest = std::max(tally.firmest, finding.modality);
  }
  tally.kinds_of_detail = std::popcount(details);
  tally.pages = pages.size();
  std::stable_sort(tally.items.begin(), tally.items.end(), [&](const Finding* a, const Finding* b) {
    return weight_of(*a, inputs) > weight_of(*b, inputs);
  });
  return tally;
}

// The draft under construction and what its clauses are made from.
struct Case {
  const Question& question;
  const DraftInputs& inputs;
  const Tally& tally;
  Draft& draft;

  std::size_t count(const char* key) const { return count_of(question.settings, key); }

  bool add(const char* id, bool met, std::string because, const Finding* decided_by = nullptr) const {
    Clause clause{id, met, std::move(because), {}};
    if (decided_by) clause.decided_by = evidence_of(*decided_by, inputs).span;
    draft.clauses.push_back(std::move(clause));
    return met;
  }

  int clauses_met() const {
    const std::size_t items = tally.items.size();
    const auto kinds = static_cast<std::size_t>(tally.kinds_of_detail);
    const Finding* best = items == 0 ? nullptr : tally.items.front();
    const bool many = items >= count("k1_items") && kinds >= count("k1_details");
    const bool few = items >= count("k1_few_items") && kinds >= count("k1_few_details");
    int met = add("K1", many || few,
                  format("{} with {} between them", counted(items, "sentence", "sentences"),
                         counted(kinds, "kind of detail", "kinds of detail")),
                  best);
    const bool spread = tally.headed || tally.pages >= count("k2_pages");
    met += add("K2", tally.explicit_items >= count("k2_items") && spread,
               format("{} that name it outright, on {}, {} a heading on it",
                      counted(tally.explicit_items, "sentence", "sentences"),
                      counted(tally.pages, "page", "pages"), tally.headed ? "under" : "without"),
               tally.headed ? tally.headed : best);
    met += add("K3", tally.evidenced != nullptr,
               tally.evidenced ? "an example or evidence is given" : "no example or evidence is given",
               tally.evidenced);
    return met;
  }

  // Sentences of the document's own body that hold one of the concepts.
  Indices sentences_with(const char* key) const {
    const Indices concepts = concept_indices(list_of(question.settings, key), inputs.rules);
    Indices found;
    for (std::uint32_t s = 0; s < inputs.sentences.size(); ++s)
      if (inputs.contexts[s].position <= Position::box && inputs.first_of(concepts, s)) found.push_back(s);
    return found;
  }

  Span span_of(std::uint32_t sentence) const {
    Finding finding;
    finding.sentence = sentence;
    return evidence_of(finding, inputs).span;
  }

  bool capped() const {
    if (tally.items.empty()) return false;
    bool cap = add("floor", tally.firm != nullptr,
                   tally.firm ? "firm enough" : format("nothing is firmer than {}", name_of(tally.firmest)),
                   tally.firm) == false;
    const Indices rivals = sentences_with("rival_cues");
    if (!rivals.empty()) {
      cap |= add("CAP-OTHERS", rivals.size() >= tally.items.size(),
                 format("{} on others against {} on the topic",
                        counted(rivals.size(), "sentence", "sentences"), tally.items.size()));
      draft.clauses.back().decided_by = span_of(rivals.front());
    }
    if (const Indices limits = sentences_with("limit_cues"); !limits.empty()) {
      cap |= add("CAP-LIMIT", true, "the document itself says how limited it was");
      draft.clauses.back().decided_by = span_of(limits.front());
    }
    return cap;
  }
};

const Finding* stated_absence(const std::vector<Finding>& findings) {
  for (const Finding& finding : findings)
    if (finding.failed == 1 && finding.modality == Modality::negated) return &finding;
  return nullptr;
}

void answer(const Case& the_case, int met, bool capped, const std::vector<Finding>& findings) {
  const Tally& tally = the_case.tally;
  Draft& draft = the_case.draft;
  const Finding* absence = stated_absence(findings);
  if (absence && (tally.items.empty() || tally.firmest < Modality::intended)) {
    the_case.add("absence", true, "the document says that there is none", absence);
    draft.answer.value = "No";
    draft.reason = "The document itself says that there is none.";
    draft.confidence = Confidence::high;
    return;
  }
  if (tally.items.size() >= 2 || (!tally.items.empty() && tally.kinds_of_detail > 0)) {
    const bool yes = met >= 2 && !capped;
    draft.answer.value = yes ? "Yes" : "To some extent";
    draft.reason = format("{} of K1, K2 and K3 met{}.", met, capped ? ", and a cap applies" : "");
    const bool clear = yes ? met == 3 : met <= 1 && tally.kinds_of_detail >= 2;
    draft.confidence = clear ? Confidence::high : Confidence::medium;
    return;
  }
  draft.answer.value = "No";
  draft.reason = findings.empty() ? "It is mentioned nowhere."
                 : tally.items.empty()
                     ? "Every mention fails a condition; the nearest " + findings.front().why_not + "."
                     : "One passing mention, with no detail.";
  draft.confidence = findings.empty()      ? Confidence::high
                     : tally.items.empty() ? Confidence::medium
                                           : Confidence::low;
}

}  // namespace

Draft decide_rag(const Question& question, const DraftInputs& inputs) {
  if (const auto why = why_not_assessed(question, inputs)) return not_assessed(question, inputs, *why);
  const Indices topics = concept_indices(question.concepts, inputs.rules);
  const std::vector<Finding> findings = find_findings(inputs, topics, conditions_of(question, inputs.rules));
  const Tally tally = tally_of(question, inputs, findings);

  Draft draft;
  draft.question = question.id;
  const Case the_case{question, inputs, tally, draft};
  const int met = the_case.clauses_met();
  const bool capped = the_case.capped();
  answer(the_case, met, capped, findings);
  const bool no = draft.answer.value == "No";
  const std::size_t limit = no ? 0 : evidence_limit(question.settings);
  for (const Finding* item : tally.items) {
    if (draft.evidence.size() == limit) break;
    draft.evidence.push_back(evidence_of(*item, inputs));
  }
  draft.counter = nearest_misses(findings, inputs, draft.evidence, counter_limit(question.settings));
  if (no) draft.searched = searched_for(topics, inputs);
  return draft;
}

}  // namespace planmark
