#include "analyze/finding.h"

#include <algorithm>
#include <iterator>
#include <span>
#include <string_view>
#include <utility>

#include "analyze/bare_report.h"
#include "analyze/block_subject.h"
#include "analyze/clause.h"
#include "analyze/repeats.h"

namespace planmark {
namespace {

using Indices = std::vector<std::uint32_t>;

bool holds(const Indices& sorted, std::uint32_t index) {
  return std::binary_search(sorted.begin(), sorted.end(), index);
}

const char* why_not_there(Position position) {
  switch (position) {
    case Position::heading:
      return "is only a heading";
    case Position::quote:
      return "is a person's words, not the plan's";
    case Position::foreword:
      return "stands only in a foreword or summary";
    case Position::statutory:
      return "stands in a list of legal duties";
    case Position::box:
      return "stands in a box beside the text";
    case Position::outside:
      return "stands in a contents list, glossary, list of sources, note or running head";
    default:
      return "stands in another kind of block";
  }
}

const char* why_not_enough(Modality modality) {
  switch (modality) {
    case Modality::negated:
      return "is denied, absent or taken back";
    case Modality::statutory:
      return "restates the law";
    case Modality::national:
      return "is national policy";
    case Modality::need:
      return "says only that it is needed";
    case Modality::exploratory:
      return "is only to be explored";
    case Modality::intended:
      return "is only intended";
    default:
      return "is not firm enough";
  }
}

const char* why_not_scope(ChildScope scope) {
  switch (scope) {
    case ChildScope::adult:
      return "is about adults";
    case ChildScope::all_age:
      return "is about all ages";
    case ChildScope::family:
      return "is about families, without a word for children";
    default:
      return "is not about children";
  }
}

// One question's conditions put to one document's sentences.
class Judge {
 public:
  Judge(const DraftInputs& inputs, const Indices& topics, const Conditions& conditions)
      : inputs_(inputs), topics_(topics), conditions_(conditions) {}

  // Of a subject of its block the sentence that answers, wherever it stands in the block.
  Finding judge(const Mention& mention) const {
    if (!conditions_.reach_block) return judge_at(mention, true);
    const bool is_subject = is_block_subject(inputs_, mention);
    Finding own = judge_at(mention, is_subject);
    if (!is_subject || own.qualifies()) return own;
    const std::uint32_t end = end_of_subject(inputs_, mention);
    for (Mention other{mention}; ++other.sentence < end;) {
      if (names_another(other)) continue;
      other.span = inputs_.sentences[other.sentence].span;
      Finding told = judge_at(other, true);
      if (told.qualifies()) return told;
    }
    return own;
  }

 private:
  // `is_subject`: the heading above counts for the topic.
  Finding judge_at(const Mention& mention, bool is_subject) const {
    const Context& context = inputs_.contexts[mention.sentence];
    const Span clause = inputs_.clauses.clause_of(inputs_.sentences[mention.sentence].span, mention.span);
    Finding finding;
    finding.sentence = mention.sentence;
    finding.concept_index = inputs_.concept_of(mention);
    finding.topic = mention.span;
    finding.rules = {mention.rule};
    finding.weak = inputs_.rules.rules[mention.rule].weak;
    finding.scope = holds(conditions_.child_concepts, finding.concept_index)
                        ? ChildScope::same
                        : scope_at(context, clause, mention.span);
    if (const Mention* before = required_earlier(finding))
      finding.scope = std::max(finding.scope, scope_of_earlier(*before));
    finding.modality = modality_at(context, clause, mention.span);
    if (!conditions_.denial_counts && finding.modality == Modality::negated)
      finding.modality = Modality::stated;

    finding.repeated = mentions_of(finding.concept_index, mention.sentence) - 1;
    finding.headed = is_subject && (below_heading_with(conditions_.heading_cues, context) ||
                                    below_table_head_with(conditions_.heading_cues, context));

    test(finding, has(conditions_.positions, context.position), why_not_there(context.position));
    test(finding, finding.scope >= conditions_.least_scope, why_not_scope(finding.scope));
    test(finding, has(conditions_.owners, context.owner), "is another body's, not this document's");
    test(finding, finding.modality >= conditions_.least_modality, why_not_enough(finding.modality));
    test_past(finding, context);
    test(finding, !conditions_.bars_adults || finding.scope != ChildScope::adult,
         why_not_scope(finding.scope));
    test_required(finding, context);
    test_rejected(finding);
    test(finding, !below_heading_with(conditions_.reject_section_cues, context),
         "stands in a section on what is not taken up");
    test(finding, !in_bare_list(mention.sentence), "is only one of a list");
    test(finding, !finding.weak || finding.headed, "is named by a word that may mean something else");
    if (const Mention* strong = inputs_.first_of(conditions_.strong_cues, finding.sentence)) {
      finding.strong = true;
      finding.rules.push_back(strong->rule);
    }
    std::sort(finding.rules.begin(), finding.rules.end());
    finding.rules.erase(std::unique(finding.rules.begin(), finding.rules.end()), finding.rules.end());
    return finding;
  }

  std::uint32_t mentions_of(std::uint32_t topic, std::uint32_t sentence) const {
    const auto mentions = inputs_.mentions_in(sentence);
    return static_cast<std::uint32_t>(
        std::count_if(mentions.begin(), mentions.end(),
                      [&](const Mention& mention) { return inputs_.concept_of(mention) == topic; }));
  }

  // A topic other than the mention's is named in its sentence: what is said there is said of that one.
  bool names_another(const Mention& mention) const {
    for (const Mention& other : inputs_.mentions_in(mention.sentence))
      if (inputs_.concept_of(other) != inputs_.concept_of(mention) &&
          holds(topics_, inputs_.concept_of(other)))
        return true;
    return false;
  }

  // Whom a sentence is about that speaks on of what an earlier one named.
  ChildScope scope_of_earlier(const Mention& earlier) const {
    return inputs_.contexts[earlier.sentence].scope == ChildScope::same ||
                   holds(conditions_.child_concepts, inputs_.concept_of(earlier))
               ? ChildScope::adjoining
               : ChildScope::unsaid;
  }

  template <class Value>
  static bool has(const std::vector<Value>& values, Value value) {
    return std::find(values.begin(), values.end(), value) != values.end();
  }

  static void test(Finding& finding, bool met, std::string_view why_not) {
    if (met) return;
    if (finding.failed++ == 0) finding.why_not = why_not;
  }

  void test_past(Finding& finding, const Context& context) const {
    if (!conditions_.past_only) return;
    test(finding, !is_future_at(context, finding.topic), "is still to come");
    test(finding, finding.headed || is_past(context), "does not say that it has happened");
  }

  // As first_of, of a sentence's strong words; of the weak ones too below a heading on the topic.
  const Mention* required_in(const Finding& finding, std::uint32_t sentence) const {
    for (const Mention& mention : inputs_.mentions_in(sentence))
      if (holds(conditions_.require_cues, inputs_.concept_of(mention)) &&
          (finding.headed || !inputs_.rules.rules[mention.rule].weak))
        return &mention;
    return nullptr;
  }

  bool is_followed(std::uint32_t sentence) const {
    return sentence + 1 < inputs_.sentences.size() &&
           inputs_.sentences[sentence].block == inputs_.sentences[sentence + 1].block;
  }

  const Mention* required_or_action(const Finding& finding, std::uint32_t sentence) const {
    if (const Mention* found = required_in(finding, sentence)) return found;
    return holds(conditions_.action_concepts, finding.concept_index)
               ? inputs_.first_of(conditions_.action_cues, sentence)
               : nullptr;
  }

  // "They miss twice as much school": the next sentence speaks on of the topic; all that follow do where the
  // topic is the title of its paragraph.
  const Mention* required_after(const Finding& finding) const {
    if (conditions_.follow_cues.empty()) return nullptr;
    std::uint32_t s = finding.sentence;
    const bool titled = (s == 0 || !is_followed(s - 1)) && is_run_in_title(inputs_.text_of(s));
    for (; is_followed(s); ++s) {
      if (!titled && (s > finding.sentence || !inputs_.first_of(conditions_.follow_cues, s + 1)))
        return nullptr;
      if (const Mention* found = required_or_action(finding, s + 1)) return found;
    }
    return nullptr;
  }

  // The nearest earlier sentence of the paragraph that names what this one speaks on of.
  const Mention* required_earlier(const Finding& finding) const {
    if (!conditions_.reach_paragraph) return nullptr;
    for (std::uint32_t s = finding.sentence; s > 0 && is_followed(s - 1); --s)
      if (const Mention* found = required_in(finding, s - 1)) return found;
    return nullptr;
  }

  const Mention* required_near(const Finding& finding, const Context& context) const {
    if (conditions_.reach_stem && context.stem != none)
      if (const Mention* found = required_in(finding, context.stem)) return found;
    if (const Mention* found = required_after(finding)) return found;
    if (const Mention* found = required_earlier(finding)) return found;
    if (!conditions_.reach_neighbour) return nullptr;
    const std::uint32_t s = finding.sentence;
    if (s > 0 && is_followed(s - 1))
      if (const Mention* found = required_in(finding, s - 1)) return found;
    return is_followed(s) ? required_in(finding, s + 1) : nullptr;
  }

  bool below_heading_with(const Indices& cues, const Context& context) const {
    if (cues.empty() || context.heading == none) return false;
    std::vector<std::uint32_t> path = section_path(inputs_.document, context.heading);
    path.push_back(context.heading);
    for (const std::uint32_t heading : path) {
      const Span span = inputs_.document.blocks[heading].span;
      const auto first =
          std::lower_bound(inputs_.mentions.begin(), inputs_.mentions.end(), span.begin,
                           [](const Mention& mention, std::uint32_t at) { return mention.span.begin < at; });
      for (auto each = first; each != inputs_.mentions.end() && each->span.begin < span.end; ++each)
        if (holds(cues, inputs_.concept_of(*each))) return true;
    }
    return false;
  }

  // "**SEND.** We will..." is a heading too.
  bool below_run_in_title_with(const Indices& cues, std::uint32_t sentence) const {
    std::uint32_t first = sentence;
    while (first > 0 && is_followed(first - 1)) --first;
    return first != sentence && is_run_in_title(inputs_.text_of(first)) && inputs_.first_of(cues, first);
  }

  bool below_table_head_with(const Indices& cues, const Context& context) const {
    return conditions_.reach_block && context.position == Position::row && context.stem != none &&
           inputs_.first_of(cues, context.stem);
  }

  void test_required(Finding& finding, const Context& context) const {
    if (conditions_.require_cues.empty()) return;
    if (const Mention* here = required_in(finding, finding.sentence)) {
      finding.required_here = true;
      finding.rules.push_back(here->rule);
      return;
    }
    if (holds(conditions_.action_concepts, finding.concept_index))
      if (const Mention* action = inputs_.first_of(conditions_.action_cues, finding.sentence)) {
        finding.rules.push_back(action->rule);
        return;
      }
    if (const Mention* near = required_near(finding, context)) {
      finding.rules.push_back(near->rule);
      return;
    }
    test(finding,
         !is_bare_report(context, finding.modality, inputs_.text_of(finding.sentence)) &&
             ((below_heading_with(conditions_.section_cues, context) &&
               !is_titled_otherwise(inputs_, conditions_.section_cues, finding.sentence)) ||
              below_run_in_title_with(conditions_.section_cues, finding.sentence)),
         "only names it, with nothing said of it that answers the question");
  }

  void test_rejected(Finding& finding) const {
    const Mention* found = inputs_.first_of(conditions_.reject_cues, finding.sentence);
    if (!found) return;
    if (finding.failed++ == 0)
      finding.why_not = "speaks of " + inputs_.rules.concepts[inputs_.concept_of(*found)].name;
  }

  bool in_bare_list(std::uint32_t sentence) const {
    if (conditions_.list_limit == 0) return false;
    Indices seen;
    for (const Mention& mention : inputs_.mentions_in(sentence))
      if (holds(conditions_.list_concepts, inputs_.rules.rules[mention.rule].concept_index))
        seen.push_back(mention.span.begin);
    std::sort(seen.begin(), seen.end());
    seen.erase(std::unique(seen.begin(), seen.end()), seen.end());
    return seen.size() >= conditions_.list_limit;
  }

  const DraftInputs& inputs_;
  const Indices& topics_;
  const Conditions& conditions_;
};

void drop_repeats(std::vector<Finding>& findings, const DraftInputs& inputs) {
  Indices sentences;
  for (const Finding& finding : findings)
    if (finding.qualifies() && (sentences.empty() || sentences.back() != finding.sentence))
      sentences.push_back(finding.sentence);
  std::vector<std::string_view> texts;
  for (const std::uint32_t sentence : sentences) texts.push_back(inputs.text_of(sentence));
  const std::vector<bool> repeats = find_repeats(texts);
  std::erase_if(findings, [&](const Finding& finding) {
    const auto at = std::lower_bound(sentences.begin(), sentences.end(), finding.sentence);
    return at != sentences.end() && *at == finding.sentence &&
           repeats[static_cast<std::size_t>(at - sentences.begin())];
  });
}

}  // namespace

std::vector<Finding> find_findings(const DraftInputs& inputs, const Indices& topics,
                                   const Conditions& conditions) {
  const Judge judge(inputs, topics, conditions);
  std::vector<Finding> findings;
  for (const std::uint32_t number : inputs.mentions_of(topics)) {
    Finding finding = judge.judge(inputs.mentions[number]);
    const auto same = std::find_if(findings.rbegin(), findings.rend(), [&](const Finding& other) {
      return other.sentence != finding.sentence || other.concept_index == finding.concept_index;
    });
    if (same == findings.rend() || same->sentence != finding.sentence)
      findings.push_back(std::move(finding));
    else if (finding.failed < same->failed)
      *same = std::move(finding);
  }
  std::stable_sort(findings.begin(), findings.end(),
                   [](const Finding& a, const Finding& b) { return a.sentence < b.sentence; });
  drop_repeats(findings, inputs);
  return findings;
}

}  // namespace planmark
