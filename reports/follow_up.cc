#include "reports/follow_up.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "analyze/analyze.h"
#include "base/ascii.h"
#include "base/format.h"
#include "corpus/tsv.h"

namespace planmark {
namespace {

using Place = std::tuple<std::string, std::string, std::string>;  // question, part, system

bool says_no(const Answer& answer, AnswerType type) {
  switch (type) {
    case AnswerType::named_person:
      return answer.lead == LeadStatus::not_named;
    case AnswerType::multi_select:
    case AnswerType::free_text:
      return answer.values.empty();
    case AnswerType::rag:
    case AnswerType::yes_no:
    case AnswerType::single_select:
      return lower_ascii(answer.value) == "no";
  }
  return false;
}

// All of them were answered, and with No.
bool filters_say_no(const FollowUp& follow_up, const SystemAnswer& answer, const RuleBook& rules,
                    const std::map<Place, const SystemAnswer*>& by_place) {
  return std::all_of(follow_up.after.begin(), follow_up.after.end(), [&](const std::string& filter) {
    const auto found = by_place.find({filter, answer.part, answer.system});
    return found != by_place.end() && found->second->missing == Missing::no &&
           says_no(found->second->answer, rules.find_question(filter)->type);
  });
}

std::string contradiction(const FollowUp& follow_up, const SystemAnswer& answer, const RuleBook& rules,
                          const std::map<Place, const SystemAnswer*>& by_place) {
  std::vector<std::string> filters;
  for (const std::string& filter : follow_up.after) {
    const Answer& given = by_place.at({filter, answer.part, answer.system})->answer;
    filters.push_back(format("{} is {}", filter, to_text(given, rules.find_question(filter)->type)));
  }
  return format("{}, {}: {} is answered {}, though {}", answer.system, answer.part, answer.question,
                to_text(answer.answer, rules.find_question(answer.question)->type), joined(filters, " and "));
}

tl::unexpected<Problem> mistake(const std::filesystem::path& file, std::size_t line, std::string what) {
  return failure(ProblemKind::bad_input, std::move(what), format("{}:{}", file.string(), line),
                 "the columns are question and after, both ids of the survey");
}

bool share_a_part(const Question& a, const Question& b) {
  return std::any_of(a.parts.begin(), a.parts.end(),
                     [&](const std::string& part) { return is_asked_of(b, part); });
}

}  // namespace

Result<std::vector<FollowUp>> load_follow_ups(const std::filesystem::path& folder, const RuleBook& rules) {
  const std::filesystem::path file = folder / "follow_ups.tsv";
  const auto rows = read_tsv(file, {"question", "after"});
  if (!rows) return tl::unexpected(rows.error());
  std::vector<FollowUp> follow_ups;
  std::set<std::string> seen;
  for (const TsvRow& row : *rows) {
    const Question* question = rules.find_question(row.cells[0]);
    if (question == nullptr) return mistake(file, row.line, "the survey has no question " + row.cells[0]);
    if (!seen.insert(question->id).second)
      return mistake(file, row.line, question->id + " stands above already");
    FollowUp follow_up{question->id, split_list(row.cells[1])};
    if (follow_up.after.empty())
      return mistake(file, row.line, "it names no question before " + question->id);
    for (const std::string& id : follow_up.after) {
      const Question* filter = rules.find_question(id);
      if (filter == nullptr || filter == question || !share_a_part(*question, *filter))
        return mistake(file, row.line, format("{} is no question that is asked before {}", id, question->id));
    }
    follow_ups.push_back(std::move(follow_up));
  }
  return follow_ups;
}

std::vector<std::string> apply_follow_ups(const std::vector<FollowUp>& follow_ups, const RuleBook& rules,
                                          EditionAnswers& answers) {
  std::map<std::string, const FollowUp*> by_question;
  for (const FollowUp& follow_up : follow_ups) by_question.emplace(follow_up.question, &follow_up);
  std::map<Place, const SystemAnswer*> by_place;
  for (const SystemAnswer& answer : answers.answers)
    by_place.emplace(Place{answer.question, answer.part, answer.system}, &answer);
  std::vector<std::string> contradictions;
  std::vector<SystemAnswer*> not_applicable;  // set at the end: a filter may follow another
  for (SystemAnswer& answer : answers.answers) {
    const auto follow_up = by_question.find(answer.question);
    if (follow_up == by_question.end() || !filters_say_no(*follow_up->second, answer, rules, by_place))
      continue;
    const bool claims =
        answer.missing == Missing::no && !says_no(answer.answer, rules.find_question(answer.question)->type);
    if (claims)
      contradictions.push_back(contradiction(*follow_up->second, answer, rules, by_place));
    else if (answer.missing == Missing::no || answer.missing == Missing::blank)
      not_applicable.push_back(&answer);
  }
  for (SystemAnswer* answer : not_applicable) answer->missing = Missing::not_applicable;
  return contradictions;
}

}  // namespace planmark
