#include "reports/answer_text.h"

#include <algorithm>
#include <string>
#include <vector>

#include "base/ascii.h"
#include "base/format.h"
#include "review/answer_check.h"

namespace planmark {
namespace {

const std::string* choice(const std::vector<std::string>& choices, std::string_view text) {
  const auto found = std::find_if(choices.begin(), choices.end(), [&](const std::string& name) {
    return lower_ascii(name) == lower_ascii(text);
  });
  return found == choices.end() ? nullptr : &*found;
}

tl::unexpected<Problem> no_such(std::string_view text, const Question& question) {
  return failure(ProblemKind::bad_input, format("{} cannot be answered \"{}\"", question.id, text),
                 question.id, "its answers are: " + joined(choices_of(question), "; "));
}

Result<Answer> choice_of(std::string_view text, const Question& question) {
  const std::vector<std::string> choices = choices_of(question);
  const std::string* name = choice(choices, text);
  if (name == nullptr) return no_such(text, question);
  Answer answer;
  answer.value = *name;
  return answer;
}

Result<Answer> options_of(std::string_view text, const Question& question) {
  Answer answer;
  if (text == "None" || text.empty()) return answer;
  const std::vector<std::string> choices = choices_of(question);
  for (const std::string_view item : options_in(text)) {
    if (item.empty()) continue;
    if (item.starts_with(other_option) || question.type == AnswerType::free_text) {
      answer.values.emplace_back(item);
    } else if (const std::string* name = choice(choices, item)) {
      answer.values.push_back(*name);
    } else {
      return no_such(item, question);
    }
  }
  return answer;
}

Result<Answer> lead_of(std::string_view text, const Question& question) {
  constexpr std::string_view named = "named: ", role_only = "role only: ";
  Answer answer;
  if (text == "not named") return answer;
  if (text.starts_with(named)) {
    text.remove_prefix(named.size());
    const std::size_t comma = text.find(", ");
    answer.lead = LeadStatus::named;
    answer.person = text.substr(0, comma);
    if (comma != std::string_view::npos) answer.role = text.substr(comma + 2);
    return answer;
  }
  if (text.starts_with(role_only)) {
    answer.lead = LeadStatus::role_only;
    answer.role = text.substr(role_only.size());
    return answer;
  }
  return failure(ProblemKind::bad_input, format("{} cannot be answered \"{}\"", question.id, text),
                 question.id, "its answers are: named: PERSON, ROLE; role only: ROLE; not named");
}

}  // namespace

Result<Answer> answer_of(std::string_view text, const Question& question) {
  Answer answer;
  answer.not_assessed = text == "Not assessed";
  if (answer.not_assessed) return answer;
  switch (question.type) {
    case AnswerType::rag:
    case AnswerType::yes_no:
    case AnswerType::single_select:
      return choice_of(text, question);
    case AnswerType::multi_select:
    case AnswerType::free_text:
      return options_of(text, question);
    case AnswerType::named_person:
      return lead_of(text, question);
  }
  return no_such(text, question);
}

}  // namespace planmark
