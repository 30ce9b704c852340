#include "review/answer_check.h"

#include <algorithm>
#include <string_view>
#include <vector>

#include "base/format.h"

namespace planmark {
namespace {

constexpr std::string_view between = "; ";

const Option* find_option(const Question& question, std::string_view name) {
  const auto found = std::find_if(question.options.begin(), question.options.end(),
                                  [&](const Option& option) { return option.name == name; });
  return found == question.options.end() ? nullptr : &*found;
}

std::optional<std::string> unless_one_of(const std::vector<std::string>& allowed, const std::string& answer) {
  if (std::find(allowed.begin(), allowed.end(), answer) != allowed.end()) return std::nullopt;
  return format("\"{}\" is not an answer to this question: choose {}", answer, joined(allowed, " / "));
}

std::optional<std::string> mistake_in_options(const Question& question, const std::string& answer) {
  if (answer == "None") return std::nullopt;
  std::vector<std::string_view> seen;
  for (const std::string_view part : options_in(answer)) {
    const bool is_other = part.starts_with(other_option) && part.size() > other_option.size();
    if (!is_other && !find_option(question, part))
      return format("\"{}\" is not an option of this question", part);
    if (std::find(seen.begin(), seen.end(), part) != seen.end()) return format("\"{}\" is there twice", part);
    seen.push_back(part);
  }
  return std::nullopt;
}

std::optional<std::string> mistake_in_lead(const std::string& answer) {
  const auto holds = [&](std::string_view prefix) {
    return answer.starts_with(prefix) && answer.size() > prefix.size();
  };
  if (answer == "not named" || holds("named: ") || holds("role only: ")) return std::nullopt;
  return "write \"named: PERSON, ROLE\", \"role only: ROLE\" or \"not named\"";
}

}  // namespace

std::vector<std::string> choices_of(const Question& question) {
  if (question.type == AnswerType::rag) return {"Yes", "To some extent", "No"};
  if (question.type == AnswerType::yes_no) return {"yes", "no"};
  std::vector<std::string> names;
  for (const Option& option : question.options) names.push_back(option.name);
  return names;
}

std::vector<std::string_view> options_in(std::string_view answer) {
  std::vector<std::string_view> parts;
  for (std::size_t at; (at = answer.find(between)) != std::string_view::npos;
       answer.remove_prefix(at + between.size()))
    parts.push_back(answer.substr(0, at));
  parts.push_back(answer);
  return parts;
}

std::optional<std::string> mistake_in_answer(const Question& question, const std::string& answer) {
  if (answer.empty() && question.type != AnswerType::free_text) return "there is no answer";
  switch (question.type) {
    case AnswerType::rag:
    case AnswerType::yes_no:
    case AnswerType::single_select:
      return unless_one_of(choices_of(question), answer);
    case AnswerType::multi_select:
      return mistake_in_options(question, answer);
    case AnswerType::named_person:
      return mistake_in_lead(answer);
    case AnswerType::free_text:
      return std::nullopt;
  }
  return std::nullopt;
}

bool needs_evidence(const Question& question, const std::string& answer) {
  switch (question.type) {
    case AnswerType::rag:
      return answer != "No";
    case AnswerType::yes_no:
      return answer != "no";
    case AnswerType::single_select: {
      const Option* option = find_option(question, answer);
      return !option || !option->concepts.empty() || !option->all_of.empty();
    }
    case AnswerType::multi_select:
      return answer != "None";
    case AnswerType::named_person:
      return answer != "not named";
    case AnswerType::free_text:
      return false;
  }
  return true;
}

}  // namespace planmark
