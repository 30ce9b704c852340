// One option of several: of those that hold, the one of highest rank.
//
//   an option with concepts   holds on least_items qualifying sentences (1 unless said) in least_sections of
//                             the document's main sections
//   with section_words        on so many words below a heading with one of heading_cues; it is shown with the
//                             sentences of that section that qualify
//   with whole_document       "counts": holds of a document that is all about children; "bars": does not
//   an option of others       holds when all of them do (all_of); the first quote of each is shown first
//   an option without either  is what is left when no other holds
#include <algorithm>
#include <map>
#include <set>
#include <string>

#include "analyze/decide.h"
#include "analyze/finding.h"
#include "analyze/proof.h"
#include "analyze/question_settings.h"
#include "analyze/quote_rank.h"
#include "analyze/section_measure.h"
#include "base/format.h"

namespace planmark {
namespace {

using Indices = std::vector<std::uint32_t>;

// What one option rests on.
struct Choice {
  bool holds = false;
  std::string because;
  std::vector<Evidence> quotes;  // best first
  Span decided_by;
};

// `sections`: the main section of each block.
std::size_t sections_with(const std::vector<const Finding*>& items,
                          const std::vector<std::uint32_t>& sections, const DraftInputs& inputs) {
  std::set<std::uint32_t> seen;
  for (const Finding* item : items) seen.insert(sections[inputs.sentences[item->sentence].block]);
  return seen.size();
}

// A document that is all about children is a section on them, and has no part for all ages.
Choice choice_by_whole(const Option& option, const DraftInputs& inputs) {
  Choice choice;
  choice.holds = true;
  choice.because = "the whole document is about children";
  const std::vector<Finding> findings = find_findings(inputs, concept_indices(option.concepts, inputs.rules),
                                                      conditions_of(option.settings, inputs.rules));
  for (const Finding* finding : worth_showing(findings, inputs, evidence_limit(option.settings)))
    choice.quotes.push_back(evidence_of(*finding, inputs, option.name));
  if (!choice.quotes.empty()) choice.decided_by = choice.quotes.front().span;
  return choice;
}

Choice choice_by_section(const Option& option, const DraftInputs& inputs) {
  const SectionWords section =
      longest_section_with(inputs, concept_indices(list_of(option.settings, "heading_cues"), inputs.rules));
  Choice choice;
  if (section.heading == none) {
    choice.because = "no heading is on it";
    return choice;
  }
  choice.holds = section.words >= count_of(option.settings, "section_words");
  choice.because = format("{} below a heading on it", counted(section.words, "word", "words"));
  choice.decided_by = inputs.document.blocks[section.heading].span;
  choice.quotes.push_back({choice.decided_by, {}, option.name});
  std::vector<Finding> findings = find_findings(inputs, concept_indices(option.concepts, inputs.rules),
                                                conditions_of(option.settings, inputs.rules));
  std::erase_if(findings, [&](const Finding& finding) {
    const std::uint32_t block = inputs.sentences[finding.sentence].block;
    return !is_below(inputs.document, block, section.heading);
  });
  for (const Finding* finding : worth_showing(findings, inputs, evidence_limit(option.settings) - 1))
    choice.quotes.push_back(evidence_of(*finding, inputs, option.name));
  return choice;
}

Choice choice_by_sentences(const Option& option, const std::vector<std::uint32_t>& main_section,
                           const DraftInputs& inputs) {
  const std::vector<Finding> findings = find_findings(inputs, concept_indices(option.concepts, inputs.rules),
                                                      conditions_of(option.settings, inputs.rules));
  const std::vector<const Finding*> items = weightiest(findings, inputs);
  const std::size_t sections = sections_with(items, main_section, inputs);
  Choice choice;
  choice.holds = items.size() >= std::max<std::size_t>(1, count_of(option.settings, "least_items", 1)) &&
                 sections >= count_of(option.settings, "least_sections");
  choice.because = format("{} in {}", counted(items.size(), "sentence qualifies", "sentences qualify"),
                          counted(sections, "main section", "main sections"));
  for (const Finding* finding : worth_showing(findings, inputs, evidence_limit(option.settings)))
    choice.quotes.push_back(evidence_of(*finding, inputs, option.name));
  if (!choice.quotes.empty()) choice.decided_by = choice.quotes.front().span;
  return choice;
}

Choice choice_of_others(const Option& option, const std::map<std::string, Choice>& choices) {
  Choice choice;
  choice.holds = true;
  std::vector<Evidence> rest;
  for (const std::string& name : option.all_of) {
    const Choice& other = choices.at(name);
    choice.holds = choice.holds && other.holds;
    if (other.quotes.empty()) continue;
    choice.quotes.push_back(other.quotes.front());
    rest.insert(rest.end(), other.quotes.begin() + 1, other.quotes.end());
  }
  choice.quotes.insert(choice.quotes.end(), rest.begin(), rest.end());
  choice.because = choice.holds ? "all that it takes hold" : "not all that it takes hold";
  return choice;
}

bool is_by_section(const Option& option) { return number_of(option.settings, "section_words") > 0; }

bool is_fallback(const Option& option) {
  return option.concepts.empty() && option.all_of.empty() && !is_by_section(option);
}

Choice choice_of(const Option& option, const std::map<std::string, Choice>& choices,
                 const std::vector<std::uint32_t>& main_section, const DraftInputs& inputs) {
  if (!option.all_of.empty()) return choice_of_others(option, choices);
  const bool whole =
      !list_of(option.settings, "whole_document").empty() && is_about_children(inputs.contexts);
  if (whole && says(option.settings, "whole_document", "counts")) return choice_by_whole(option, inputs);
  if (whole) return {.because = "the whole document is about children", .quotes = {}, .decided_by = {}};
  return is_by_section(option) ? choice_by_section(option, inputs)
                               : choice_by_sentences(option, main_section, inputs);
}

// What speaks for options that do not hold: first what qualifies and is too little, then what does not.
std::vector<Evidence> misses_of(const Question& question, const DraftInputs& inputs) {
  const std::size_t limit = counter_limit(question.settings);
  std::vector<Evidence> misses;
  std::vector<Finding> all;
  for (const Option& option : question.options) {
    const std::vector<Finding> findings = find_findings(
        inputs, concept_indices(option.concepts, inputs.rules), conditions_of(option.settings, inputs.rules));
    for (const Finding* finding : weightiest(findings, inputs)) {
      Evidence miss = evidence_of(*finding, inputs, option.name + ": is too little by itself");
      if (misses.size() < limit && std::ranges::find(misses, miss.span, &Evidence::span) == misses.end())
        misses.push_back(std::move(miss));
    }
    all.insert(all.end(), findings.begin(), findings.end());
  }
  for (Evidence& miss : nearest_misses(all, inputs, misses, limit - misses.size()))
    misses.push_back(std::move(miss));
  return misses;
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
    const Choice& choice = choices[option.name] = choice_of(option, choices, main_section, inputs);
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
    draft.evidence = choices.at(chosen->name).quotes;
    draft.evidence.resize(std::min(draft.evidence.size(), evidence_limit(chosen->settings)));
    return draft;
  }
  const auto left = std::find_if(question.options.begin(), question.options.end(), is_fallback);
  if (left == question.options.end()) return not_assessed(question, inputs, "no option holds");
  draft.answer.value = left->name;
  draft.reason = "No other option holds.";
  draft.confidence = Confidence::medium;
  draft.counter = misses_of(question, inputs);
  return draft;
}

}  // namespace planmark
