// Options of a survey question, each ticked on its own evidence.
#include <algorithm>
#include <limits>
#include <map>
#include <utility>

#include "analyze/decide.h"
#include "analyze/finding.h"
#include "analyze/proof.h"
#include "analyze/question_settings.h"
#include "analyze/quote_rank.h"

namespace planmark {
namespace {

using Indices = std::vector<std::uint32_t>;

struct OptionFindings {
  std::vector<Finding> findings;
  ChildScope least_scope = ChildScope::unsaid;
};

struct Candidate {
  std::size_t option = 0;
  const Finding* finding = nullptr;
  int weight = 0;
};

// The sentences that speak for options, and for which.
struct Support {
  const Finding* finding = nullptr;  // the weightiest of the sentence
  int weight = 0;
  std::vector<std::size_t> options;
};

std::vector<Support> support_by_sentence(const std::vector<Candidate>& candidates,
                                         const DraftInputs& inputs) {
  std::map<std::uint32_t, Support> by_sentence;
  for (const Candidate& candidate : candidates) {
    Support& support = by_sentence[candidate.finding->sentence];
    if (!support.finding || candidate.weight > support.weight) {
      support.finding = candidate.finding;
      support.weight = candidate.weight;
    }
    support.options.push_back(candidate.option);
  }
  std::vector<Support> supports;
  for (auto& [sentence, support] : by_sentence) {
    auto& options = support.options;
    std::sort(options.begin(), options.end());
    options.erase(std::unique(options.begin(), options.end()), options.end());
    supports.push_back(std::move(support));
  }
  std::vector<const Finding*> findings;
  for (const Support& support : supports) findings.push_back(support.finding);
  const std::vector<int> weights = weights_together(findings, inputs);
  for (std::size_t i = 0; i < supports.size(); ++i) supports[i].weight = weights[i];
  return supports;
}

// Best first: the sentence that speaks for most options not yet spoken for, then the weightier, then the
// earlier. Once every option is spoken for, only sentences as weighty as the lightest of those before follow.
std::vector<Support> ranked(std::vector<Support> supports, std::size_t limit) {
  std::vector<Support> order;
  std::vector<std::size_t> covered;
  int lightest = std::numeric_limits<int>::max();
  const auto gain = [&](const Support& support) {
    return std::count_if(support.options.begin(), support.options.end(), [&](std::size_t option) {
      return std::find(covered.begin(), covered.end(), option) == covered.end();
    });
  };
  while (!supports.empty() && order.size() < limit) {
    const auto best =
        std::max_element(supports.begin(), supports.end(), [&](const Support& a, const Support& b) {
          return std::pair(gain(a), a.weight) < std::pair(gain(b), b.weight);
        });
    if (gain(*best) == 0 && best->weight < lightest) break;
    lightest = std::min(lightest, best->weight);
    covered.insert(covered.end(), best->options.begin(), best->options.end());
    order.push_back(std::move(*best));
    supports.erase(best);
  }
  return order;
}

std::string names_of(const Question& question, const std::vector<std::size_t>& options) {
  std::string names;
  for (const std::size_t option : options) {
    if (!names.empty()) names += "; ";
    names += question.options[option].name;
  }
  return names;
}

Clause clause_for(const Option& option, const std::vector<Candidate>& met,
                  const std::vector<Finding>& findings, const DraftInputs& inputs) {
  Clause clause;
  clause.id = "option: " + option.name;
  clause.met = !met.empty();
  if (clause.met) {
    const auto best = std::max_element(
        met.begin(), met.end(), [](const Candidate& a, const Candidate& b) { return a.weight < b.weight; });
    clause.decided_by = evidence_of(*best->finding, inputs).span;
    clause.because = counted(met.size(), "sentence qualifies", "sentences qualify");
    return clause;
  }
  const Finding* nearest = nullptr;
  for (const Finding& finding : findings)
    if (!nearest || finding.failed < nearest->failed) nearest = &finding;
  clause.because = nearest ? "the nearest mention " + nearest->why_not : "no mention";
  if (nearest) clause.decided_by = evidence_of(*nearest, inputs).span;
  return clause;
}

// High when every option ticked has two sentences or more, one of which says all by itself, and no other
// option was missed by one condition; low when a tick rests on its surroundings alone, or nothing is ticked
// though something nearly was.
Confidence confidence_of(const std::vector<Candidate>& candidates,
                         const std::vector<OptionFindings>& by_option) {
  const auto is_lone = [&](std::size_t option) {
    std::vector<std::uint32_t> sentences;
    for (const Candidate& candidate : candidates)
      if (candidate.option == option) sentences.push_back(candidate.finding->sentence);
    return std::count(sentences.begin(), sentences.end(), sentences.front()) ==
           static_cast<std::ptrdiff_t>(sentences.size());
  };
  const auto is_firm = [&](const Candidate& candidate) {
    return candidate.finding->required_here &&
           (by_option[candidate.option].least_scope == ChildScope::unsaid ||
            candidate.finding->scope == ChildScope::same);
  };
  bool all_firm = true;
  bool any_lone = false;
  bool near_miss = false;
  for (std::size_t option = 0; option < by_option.size(); ++option) {
    const auto of_option = [&](const Candidate& candidate) { return candidate.option == option; };
    if (std::any_of(candidates.begin(), candidates.end(), of_option)) {
      any_lone = any_lone || is_lone(option);
      all_firm =
          all_firm && std::any_of(candidates.begin(), candidates.end(), [&](const Candidate& candidate) {
            return of_option(candidate) && is_firm(candidate);
          });
    } else {
      const std::vector<Finding>& findings = by_option[option].findings;
      near_miss = near_miss || std::any_of(findings.begin(), findings.end(), [](const Finding& finding) {
                    return finding.failed == 1 && finding.required_here;
                  });
    }
  }
  if (!all_firm || (candidates.empty() && near_miss)) return Confidence::low;
  return near_miss || any_lone ? Confidence::medium : Confidence::high;
}

}  // namespace

Draft decide_options(const Question& question, const DraftInputs& inputs) {
  if (const auto why = why_not_assessed(question, inputs)) return not_assessed(question, inputs, *why);
  std::vector<OptionFindings> by_option;
  std::vector<Finding> all;
  Indices concepts;
  for (const Option& option : question.options) {
    const Indices own = concept_indices(option.concepts, inputs.rules);
    const Conditions conditions = conditions_of(option.settings, inputs.rules);
    by_option.push_back({find_findings(inputs, own, conditions), conditions.least_scope});
    all.insert(all.end(), by_option.back().findings.begin(), by_option.back().findings.end());
    concepts.insert(concepts.end(), own.begin(), own.end());
  }
  std::stable_sort(all.begin(), all.end(),
                   [](const Finding& a, const Finding& b) { return a.sentence < b.sentence; });

  Draft draft;
  draft.question = question.id;
  std::vector<Candidate> candidates;
  for (std::size_t option = 0; option < question.options.size(); ++option) {
    std::vector<Candidate> met;
    for (const Finding& finding : by_option[option].findings)
      if (finding.qualifies()) met.push_back({option, &finding, weight_of(finding, inputs)});
    draft.clauses.push_back(clause_for(question.options[option], met, by_option[option].findings, inputs));
    if (!met.empty()) draft.answer.values.push_back(question.options[option].name);
    candidates.insert(candidates.end(), met.begin(), met.end());
  }
  for (const Support& support :
       ranked(support_by_sentence(candidates, inputs), evidence_limit(question.settings)))
    draft.evidence.push_back(evidence_of(*support.finding, inputs, names_of(question, support.options)));
  draft.counter = nearest_misses(all, inputs, draft.evidence, counter_limit(question.settings));
  draft.confidence = confidence_of(candidates, by_option);
  const std::size_t ticked = draft.answer.values.size();
  draft.reason = ticked == 0 ? "No option has a sentence that meets the conditions."
                             : counted(ticked, "option has", "options have") +
                                   " a sentence of the document that meets the conditions.";
  if (ticked == 0) {
    std::sort(concepts.begin(), concepts.end());
    draft.searched = searched_for(concepts, inputs);
  }
  return draft;
}

}  // namespace planmark
