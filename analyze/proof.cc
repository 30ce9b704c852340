#include "analyze/proof.h"

#include <algorithm>
#include <utility>

#include "analyze/question_settings.h"
#include "analyze/quote_rank.h"
#include "base/format.h"
#include "extract/quality.h"

namespace planmark {
namespace {

Span without_outer_space(std::string_view text, Span span) {
  const auto is_space = [&](std::uint32_t at) {
    return text[at] == ' ' || text[at] == '\n' || text[at] == '\t' || text[at] == '\r';
  };
  while (span.end > span.begin && is_space(span.end - 1)) --span.end;
  while (span.end > span.begin && is_space(span.begin)) ++span.begin;
  return span;
}

std::size_t words_in_text(std::string_view text) {
  std::size_t words = 0;
  bool inside = false;
  for (const char each : text) {
    const bool space = each == ' ' || each == '\n' || each == '\t';
    if (!space && !inside) ++words;
    inside = !space;
  }
  return words;
}

std::vector<std::uint32_t> unreadable_pages_of(const Document& document) {
  std::vector<std::uint32_t> pages;
  for (std::uint32_t page = 0; page < document.pages.size(); ++page)
    if (document.pages[page].state == PageState::unreadable) pages.push_back(page + 1);
  return pages;
}

}  // namespace

Evidence evidence_of(const Finding& finding, const DraftInputs& inputs, std::string note) {
  Evidence evidence;
  evidence.span = without_outer_space(inputs.document.text, inputs.sentences[finding.sentence].span);
  for (const std::uint32_t rule : finding.rules) evidence.rules.push_back(inputs.rules.rules[rule].id);
  std::sort(evidence.rules.begin(), evidence.rules.end());
  evidence.note = std::move(note);
  return evidence;
}

std::vector<Evidence> nearest_misses(const std::vector<Finding>& findings, const DraftInputs& inputs,
                                     const std::vector<Evidence>& used, std::size_t limit) {
  std::vector<const Finding*> misses;
  for (const Finding& finding : findings)
    if (!finding.qualifies()) misses.push_back(&finding);
  std::stable_sort(misses.begin(), misses.end(), [&](const Finding* a, const Finding* b) {
    if (a->failed != b->failed) return a->failed < b->failed;
    return weight_of(*a, inputs) > weight_of(*b, inputs);
  });
  std::vector<Evidence> counter;
  for (const Finding* miss : misses) {
    if (counter.size() == limit) break;
    const std::string& topic = inputs.rules.concepts[miss->concept_index].name;
    Evidence evidence = evidence_of(*miss, inputs, topic + ": " + miss->why_not);
    const auto same_place = [&](const Evidence& other) { return other.span == evidence.span; };
    if (std::none_of(used.begin(), used.end(), same_place) &&
        std::none_of(counter.begin(), counter.end(), same_place))
      counter.push_back(std::move(evidence));
  }
  return counter;
}

Searched searched_for(const std::vector<std::uint32_t>& concepts, const DraftInputs& inputs) {
  Searched searched;
  std::vector<bool> is_asked(inputs.rules.concepts.size() + 1);
  for (const std::uint32_t index : concepts) is_asked[index] = true;
  for (const Rule& rule : inputs.rules.rules)
    if (is_asked[rule.concept_index]) ++searched.rules;
  searched.pages = static_cast<std::uint32_t>(inputs.document.pages.size());
  searched.unreadable_pages = unreadable_pages_of(inputs.document);
  return searched;
}

std::optional<std::string> why_not_assessed(const Question& question, const DraftInputs& inputs) {
  const std::size_t unreadable = unreadable_pages_of(inputs.document).size();
  const std::size_t pages = inputs.document.pages.size();
  const double share = number_of(question.settings, "unreadable_share");
  if (unreadable_share(inputs.document) > share)
    return format("{} of {} could not be read", unreadable, counted(pages, "page", "pages"));
  if (unreadable == 0) return {};
  const std::size_t words = words_in_text(inputs.document.text);
  if (words < count_of(question.settings, "least_words"))
    return format("{} could not be read and the rest holds only {}", counted(unreadable, "page", "pages"),
                  counted(words, "word", "words"));
  return {};
}

Draft not_assessed(const Question& question, const DraftInputs& inputs, std::string why) {
  Draft draft;
  draft.question = question.id;
  draft.answer.not_assessed = true;
  draft.reason = "Not assessed: " + std::move(why) + ".";
  draft.searched = searched_for({}, inputs);
  return draft;
}

std::string counted(std::size_t number, const std::string& one, const std::string& many) {
  return format("{} {}", number, number == 1 ? one : many);
}

}  // namespace planmark
