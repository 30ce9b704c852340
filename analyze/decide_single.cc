// One option of several: of those that hold, the one of highest rank.
//
//   an option with concepts   holds on least_items qualifying sentences (1 unless said) in least_sections of
//                             the document's main sections; with section_words, on so many words below a
//                             heading with one of heading_cues
//   an option of others       holds when all of them do (all_of)
//   an option without either  is what is left when no other holds
#include <algorithm>
#include <map>
#include <set>
#include <string>

#include "analyze/decide.h"
#include "analyze/finding.h"
#include "analyze/proof.h"
#include "analyze/question_settings.h"
#include "analyze/section_measure.h"
#include "base/format.h"

namespace planmark {
namespace {

using Indices = std::vector<std::uint32_t>;

// What one option rests on.
struct Choice {
  bool holds = false;
  std::string because;
  std::vector<Finding> findings;
  Span decided_by;
};

// `sections`: the main section of each block.
std::size_t sections_with(const std::vector<const Finding*>& items,
                          const std::vector<std::uint32_t>& sections, const DraftInputs& inputs) {
  std::set<std::uint32_t> seen;
  for (const Finding* item : items) seen.insert(sections[inputs.sentences[item->sentence].block]);
  return seen.size();
}

Choice choice_by_section(const Option& option, const DraftInputs& inputs) {
  const SectionWords section =
      longest_section_with(inputs, concept_indices(list_of(option.settings, "heading_cues"), inputs.rules));
  Choice choice;
  choice.holds = section.words >= count_of(option.settings, "section_words") && section.heading != none;
  choice.because = section.heading == none
                       ? "no heading is on it"
                       : format("{} below a heading on it", counted(section.words, "word", "words"));
  if (section.heading != none) choice.decided_by = inputs.document.blocks[section.heading].span;
  return choice;
}

Choice choice_by_sentences(const Option& option, const std::vector<std::uint32_t>& main_section,
                           const DraftInputs& inputs) {
  Choice choice;
  choice.findings = find_findings(inputs, concept_indices(option.concepts, inputs.rules),
                                  conditions_of(option.settings, inputs.rules));
  const std::vector<const Finding*> items = weightiest(choice.findings, inputs);
  const std::size_t sections = sections_with(items, main_section, inputs);
  choice.holds = items.size() >= std::max<std::size_t>(1, count_of(option.settings, "least_items", 1)) &&
                 sections >= count_of(option.settings, "least_sections");
  choice.because = format("{} in {}", counted(items.size(), "sentence qualifies", "sentences qualify"),
                          counted(sections, "main section", "main sections"));
  if (!items.empty()) choice.decided_by = evidence_of(*items.front(), inputs).span;
  return choice;
}

Choice choice_of_others(const Option& option, const std::map<std::string, Choice>& choices) {
  Choice choice;
  choice.holds = std::all_of(option.all_of.begin(), option.all_of.end(),
                             [&](const std::string& other) { return choices.at(other).holds; });
  choice.because = choice.holds ? "all that it takes hold" : "not all that it takes hold";
  for (const std::string& other : option.all_of) {
    const std::vector<Finding>& of_other = choices.at(other).findings;
    choice.findings.insert(choice.findings.end(), of_other.begin(), of_other.end());
  }
  return choice;
}

bool is_fallback(const Option& option) {
  return option.concepts.empty() && option.all_of.empty() && number_of(option.settings, "section_words") == 0;
}

void show_evidence(Draft& draft, const Option& option, const Choice& choice, const DraftInputs& inputs) {
  const std::vector<const Finding*> ranked = weightiest(choice.findings, inputs);
  if (ranked.empty() && !choice.decided_by.empty()) {
    draft.evidence.push_back({choice.decided_by, {}, option.name});
    return;
  }
  const std::size_t shown = std::min(ranked.size(), evidence_limit(option.settings));
  for (std::size_t i = 0; i < shown; ++i)
    draft.evidence.push_back(evidence_of(*ranked[i], inputs, option.name));
}

}  // namespace

Draft decide_single(const Question& question, const DraftInputs& inputs) {
  if (const auto why = why_not_assessed(question, inputs)) return not_assessed(question, inputs, *why);
  Draft draft;
  draft.question = question.id;
  const std::vector<std::uint32_t> main_section = main_sections(inputs.document);
  std::map<std::string, Choice> choices;
  const Option* chosen = nullptr;
  const Option* runner_up = nullptr;
  Indices concepts;
  for (const Option& option : question.options) {
    if (is_fallback(option)) continue;
    const Choice& choice = choices[option.name] = !option.all_of.empty() ? choice_of_others(option, choices)
                                                  : option.concepts.empty()
                                                      ? choice_by_section(option, inputs)
                                                      : choice_by_sentences(option, main_section, inputs);
    draft.clauses.push_back({"option: " + option.name, choice.holds, choice.because, choice.decided_by});
    const Indices of_option = concept_indices(option.concepts, inputs.rules);
    concepts.insert(concepts.end(), of_option.begin(), of_option.end());
    if (!choice.holds) continue;
    if (chosen && option.rank < chosen->rank) {
      if (!runner_up || option.rank > runner_up->rank) runner_up = &option;
      continue;
    }
    runner_up = chosen;
    chosen = &option;
  }
  std::sort(concepts.begin(), concepts.end());
  draft.searched = searched_for(concepts, inputs);
  draft.confidence = runner_up ? Confidence::medium : Confidence::high;
  if (chosen) {
    draft.answer.value = chosen->name;
    draft.reason = "Of the options that hold it ranks highest.";
    if (runner_up) draft.reason += " Next comes: " + runner_up->name + ".";
    show_evidence(draft, *chosen, choices.at(chosen->name), inputs);
    return draft;
  }
  const auto left = std::find_if(question.options.begin(), question.options.end(), is_fallback);
  if (left == question.options.end()) return not_assessed(question, inputs, "no option holds");
  draft.answer.value = left->name;
  draft.reason = "No other option holds.";
  draft.confidence = Confidence::medium;
  return draft;
}

}  // namespace planmark
