// Yes, To some extent, No: the rubric's three clauses, its floor, its caps and what forces a No.
//
//   K1 clear and detailed    k1_items sentences with k1_details kinds of detail between them, or
//                            k1_few_items with k1_few_details
//   K2 explicit and focused  k2_items sentences that name topic and children together, with a heading
//                            on the topic or on k2_pages pages; or k2_section_words below such a heading;
//                            with k2_whole_document also a document that is all about children
//   K3 evidenced             a sentence with one of k3_cues at k3_modality or firmer
//   aspects                  sides of the question that have a sentence of their own
//   floor                    a sentence at floor_modality or firmer
//   caps                     nothing as firm as the floor; as many sentences on rival_cues as on the topic; a
//                            sentence with one of limit_cues (with limit_reach only one that qualifies, or
//                            stands beside one that does)
//
// Yes: yes_clauses of the three (with those of yes_needs among them), yes_aspects, the floor, and no cap. To
// some extent: some_items sentences, or one with some_details kinds of detail, and some_aspects; or
// partly_items sentences that qualify in part.
#include <algorithm>

#include "analyze/decide.h"
#include "analyze/finding.h"
#include "analyze/proof.h"
#include "analyze/question_settings.h"
#include "analyze/quote_rank.h"
#include "analyze/tally.h"
#include "base/format.h"

namespace planmark {
namespace {

using Indices = std::vector<std::uint32_t>;

// The draft under construction and what its clauses are made from.
struct Case {
  const Question& question;
  const DraftInputs& inputs;
  const Tally& tally;
  const std::vector<Finding>& partial;  // in text order; those that qualify count in part
  Draft& draft;

  std::size_t count(const char* key, double fallback = 0) const {
    return count_of(question.settings, key, fallback);
  }

  bool add(std::string id, bool met, std::string because, Span decided_by = {}) const {
    draft.clauses.push_back({std::move(id), met, std::move(because), decided_by});
    return met;
  }

  Span quote(const Finding* finding) const { return finding ? evidence_of(*finding, inputs).span : Span{}; }

  const Finding* best() const { return tally.items.empty() ? nullptr : tally.items.front().finding; }

  bool is_detailed() const {
    const std::size_t items = tally.items.size();
    const auto kinds = static_cast<std::size_t>(tally.kinds_of_detail);
    const bool many = items >= count("k1_items") && kinds >= count("k1_details");
    const bool few = items >= count("k1_few_items") && kinds >= count("k1_few_details");
    return add("K1", many || few,
               format("{} with {} between them", counted(items, "sentence", "sentences"),
                      counted(kinds, "kind of detail", "kinds of detail")),
               quote(best()));
  }

  bool is_focused() const {
    const bool spread = tally.headed || tally.pages >= count("k2_pages");
    const std::size_t enough = count("k2_section_words");
    if (enough > 0 && tally.section.words >= enough && tally.explicit_items > 0)
      return add("K2", true, format("a section of its own, {} words long", tally.section.words),
                 inputs.document.blocks[tally.section.heading].span);
    if (count("k2_whole_document") > 0 && tally.explicit_items > 0 && is_about_children(inputs.contexts))
      return add("K2", true, "the whole document is about children", quote(best()));
    return add("K2", tally.explicit_items >= count("k2_items") && spread,
               format("{} that name it outright, on {}, {} a heading on it",
                      counted(tally.explicit_items, "sentence", "sentences"),
                      counted(tally.pages, "page", "pages"), tally.headed ? "under" : "without"),
               quote(tally.headed ? tally.headed : best()));
  }

  bool is_evidenced() const {
    return add("K3", tally.evidenced != nullptr,
               tally.evidenced ? "an example or evidence is given" : "no example or evidence is given",
               quote(tally.evidenced));
  }

  std::size_t clauses_met() const {
    const std::size_t before = draft.clauses.size();
    is_detailed();
    is_focused();
    is_evidenced();
    const auto first = draft.clauses.begin() + static_cast<std::ptrdiff_t>(before);
    return static_cast<std::size_t>(
        std::count_if(first, draft.clauses.end(), [](const Clause& clause) { return clause.met; }));
  }

  void show_aspects() const {
    for (std::size_t i = 0; i < question.aspects.size(); ++i) {
      const Finding* best_here = tally.best_of_aspect[i];
      add("aspect: " + question.aspects[i].name, best_here != nullptr,
          best_here ? "a sentence says so" : "no sentence says so", quote(best_here));
    }
  }

  // Clauses without which there is no Yes.
  bool has_what_yes_needs() const {
    for (const std::string& id : list_of(question.settings, "yes_needs"))
      if (std::none_of(draft.clauses.begin(), draft.clauses.end(),
                       [&](const Clause& clause) { return clause.met && clause.id == id; }))
        return false;
    return true;
  }

  // Sentences of the document's own body that hold one of the concepts.
  Indices sentences_with(const char* key) const {
    const Indices concepts = concept_indices(list_of(question.settings, key), inputs.rules);
    Indices found;
    if (concepts.empty()) return found;
    for (const Mention& mention : inputs.mentions)
      if (inputs.contexts[mention.sentence].position <= Position::box &&
          (found.empty() || found.back() != mention.sentence) &&
          std::binary_search(concepts.begin(), concepts.end(), inputs.concept_of(mention)))
        found.push_back(mention.sentence);
    return found;
  }

  // In the paragraph of a sentence that qualifies, at most one sentence away.
  bool is_beside_an_item(std::uint32_t sentence) const {
    return std::any_of(tally.items.begin(), tally.items.end(), [&](const Item& item) {
      const std::uint32_t of_item = item.finding->sentence;
      return inputs.sentences[of_item].block == inputs.sentences[sentence].block && of_item <= sentence + 1 &&
             sentence <= of_item + 1;
    });
  }

  Span span_of(std::uint32_t sentence) const {
    Finding finding;
    finding.sentence = sentence;
    return evidence_of(finding, inputs).span;
  }

  bool capped() const {
    if (tally.items.empty()) return false;
    bool cap = !add("floor", tally.firm != nullptr,
                    tally.firm ? "firm enough" : format("nothing is firmer than {}", name_of(tally.firmest)),
                    quote(tally.firm));
    if (const Indices rivals = sentences_with("rival_cues"); !rivals.empty())
      cap |= add("CAP-OTHERS", rivals.size() >= tally.items.size(),
                 format("{} on others against {} on the topic",
                        counted(rivals.size(), "sentence", "sentences"), tally.items.size()),
                 span_of(rivals.front()));
    Indices limits = sentences_with("limit_cues");
    if (says(question.settings, "limit_reach", "neighbour"))
      std::erase_if(limits, [&](std::uint32_t s) { return !is_beside_an_item(s); });
    if (!limits.empty())
      cap |= add("CAP-LIMIT", true, "the document itself says how limited it was", span_of(limits.front()));
    return cap;
  }

  std::size_t partial_items() const {
    return static_cast<std::size_t>(std::count_if(
        partial.begin(), partial.end(), [](const Finding& finding) { return finding.qualifies(); }));
  }

  bool is_to_some_extent() const {
    const std::size_t items = tally.items.size();
    const bool enough =
        items >= std::max<std::size_t>(1, count("some_items", 2)) ||
        (items > 0 && static_cast<std::size_t>(tally.kinds_of_detail) >= count("some_details", 1));
    return enough && tally.aspects_met() >= count("some_aspects");
  }

  bool is_partly() const {
    if (!question.partly) return false;
    const std::size_t items = partial_items();
    const bool met = items >= std::max<std::size_t>(1, count("partly_items", 1));
    add("in part", met, counted(items, "sentence qualifies in part", "sentences qualify in part"));
    return met;
  }
};

const Finding* stated_absence(const std::vector<Finding>& findings) {
  for (const Finding& finding : findings)
    if (finding.failed == 1 && finding.modality == Modality::negated) return &finding;
  return nullptr;
}

void answer_no(const Case& the_case, const std::vector<Finding>& findings) {
  Draft& draft = the_case.draft;
  const bool nothing = the_case.tally.items.empty();
  draft.answer.value = "No";
  draft.reason = findings.empty() ? "It is mentioned nowhere."
                 : nothing ? "Every mention fails a condition; the nearest " + findings.front().why_not + "."
                           : "Mentioned in passing only: too little for any part of an answer.";
  draft.confidence = findings.empty() ? Confidence::high : nothing ? Confidence::medium : Confidence::low;
}

void answer(const Case& the_case, const std::vector<Finding>& findings) {
  const Tally& tally = the_case.tally;
  Draft& draft = the_case.draft;
  const std::size_t met = the_case.clauses_met();
  the_case.show_aspects();
  const bool capped = the_case.capped();
  const Finding* absence = stated_absence(findings);
  if (absence && (tally.items.empty() || tally.firmest < Modality::intended)) {
    the_case.add("absence", true, "the document says that there is none", the_case.quote(absence));
    draft.answer.value = "No";
    draft.reason = "The document itself says that there is none.";
    draft.confidence = Confidence::high;
    return;
  }
  const bool some = the_case.is_to_some_extent();
  if (!some && !the_case.is_partly()) return answer_no(the_case, findings);
  const bool yes = some && met >= the_case.count("yes_clauses", 2) && the_case.has_what_yes_needs() &&
                   tally.aspects_met() >= the_case.count("yes_aspects") && !capped;
  draft.answer.value = yes ? "Yes" : "To some extent";
  draft.reason = some ? format("{} of K1, K2 and K3 met{}.", met, capped ? ", and a cap applies" : "")
                      : "Only sentences that count in part.";
  const bool clear = yes ? met == 3 : some && met <= 1 && tally.kinds_of_detail >= 2;
  draft.confidence = clear ? Confidence::high : some ? Confidence::medium : Confidence::low;
}

std::vector<Finding> findings_for(const std::vector<std::string>& concepts, const Settings& settings,
                                  const DraftInputs& inputs) {
  return find_findings(inputs, concept_indices(concepts, inputs.rules),
                       conditions_of(settings, inputs.rules));
}

// Every finding of a sentence that is not an item, in text order: what missed.
std::vector<Finding> missed(const std::vector<std::vector<Finding>>& findings, const Tally& tally) {
  std::vector<Finding> all;
  for (const auto& list : findings) all.insert(all.end(), list.begin(), list.end());
  std::erase_if(all, [&](const Finding& finding) {
    return std::any_of(tally.items.begin(), tally.items.end(),
                       [&](const Item& item) { return item.finding->sentence == finding.sentence; });
  });
  std::stable_sort(all.begin(), all.end(),
                   [](const Finding& a, const Finding& b) { return a.sentence < b.sentence; });
  return all;
}

void add_evidence(Draft& draft, const Finding& finding, const DraftInputs& inputs, std::size_t limit) {
  Evidence evidence = evidence_of(finding, inputs);
  const auto same_place = [&](const Evidence& other) { return other.span == evidence.span; };
  if (draft.evidence.size() < limit && std::none_of(draft.evidence.begin(), draft.evidence.end(), same_place))
    draft.evidence.push_back(std::move(evidence));
}

// The sentences worth showing, and for each aspect its best. Partial ones stand in where whole ones are few
// and the answer could be theirs.
void show_evidence(const Case& the_case) {
  constexpr std::size_t kFew = 3;
  const std::vector<Item>& items = the_case.tally.items;
  const std::size_t limit = evidence_limit(the_case.question.settings);
  std::uint32_t shown = 0;
  for (std::size_t rank = 0; rank < items.size(); ++rank) {
    const bool is_new = (items[rank].aspects & ~shown) != 0 && !the_case.question.aspects.empty();
    if (!is_new && !is_worth_showing(rank, items[rank].weight, items.front().weight)) continue;
    add_evidence(the_case.draft, *items[rank].finding, the_case.inputs, limit);
    shown |= items[rank].aspects;
  }
  if (the_case.draft.answer.value == "Yes") return;
  for (const Finding* finding : weightiest(the_case.partial, the_case.inputs))
    add_evidence(the_case.draft, *finding, the_case.inputs, std::min(kFew, limit));
}

}  // namespace

Draft decide_rag(const Question& question, const DraftInputs& inputs) {
  if (const auto why = why_not_assessed(question, inputs)) return not_assessed(question, inputs, *why);
  std::vector<std::vector<Finding>> findings;
  std::vector<std::string> concepts = question.concepts;
  for (const Aspect& aspect : question.aspects) {
    findings.push_back(findings_for(aspect.concepts, aspect.settings, inputs));
    concepts.insert(concepts.end(), aspect.concepts.begin(), aspect.concepts.end());
  }
  if (question.aspects.empty())
    findings.push_back(findings_for(question.concepts, question.settings, inputs));
  std::vector<Finding> partial;
  if (question.partly) partial = findings_for(question.partly->concepts, question.partly->settings, inputs);
  const Tally tally = tally_of(question, inputs, findings);

  Draft draft;
  draft.question = question.id;
  const Case the_case{question, inputs, tally, partial, draft};
  const std::vector<Finding> misses = missed(findings, tally);
  answer(the_case, misses);
  const bool no = draft.answer.value == "No";
  if (!no) show_evidence(the_case);
  draft.counter = nearest_misses(misses, inputs, draft.evidence, counter_limit(question.settings));
  if (no) draft.searched = searched_for(concept_indices(concepts, inputs.rules), inputs);
  return draft;
}

}  // namespace planmark
