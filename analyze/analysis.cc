#include "analyze/analysis.h"

#include "base/format.h"
#include "base/value_named.h"

namespace planmark {
namespace {

constexpr LeadStatus lead_statuses[] = {LeadStatus::named, LeadStatus::role_only, LeadStatus::not_named};
constexpr Confidence confidences[] = {Confidence::low, Confidence::medium, Confidence::high};

std::string options_text(const std::vector<std::string>& values) {
  const std::string text = joined(values, "; ");
  return text.empty() ? "None" : text;
}

std::string lead_text(const Answer& answer) {
  switch (answer.lead) {
    case LeadStatus::named:
      return "named: " + answer.person + (answer.role.empty() ? "" : ", " + answer.role);
    case LeadStatus::role_only:
      return "role only: " + answer.role;
    case LeadStatus::not_named:
      return "not named";
  }
  return {};
}

}  // namespace

const char* name_of(LeadStatus status) {
  switch (status) {
    case LeadStatus::named:
      return "named";
    case LeadStatus::role_only:
      return "role_only";
    case LeadStatus::not_named:
      return "not_named";
  }
  return "";
}

const char* name_of(Confidence confidence) {
  switch (confidence) {
    case Confidence::low:
      return "low";
    case Confidence::medium:
      return "medium";
    case Confidence::high:
      return "high";
  }
  return "";
}

bool parse_name(std::string_view name, LeadStatus& status) { return find_named(name, lead_statuses, status); }
bool parse_name(std::string_view name, Confidence& confidence) {
  return find_named(name, confidences, confidence);
}

std::string to_text(const Answer& answer, AnswerType type) {
  if (answer.not_assessed) return "Not assessed";
  switch (type) {
    case AnswerType::rag:
    case AnswerType::yes_no:
    case AnswerType::single_select:
      return answer.value;
    case AnswerType::multi_select:
    case AnswerType::free_text:
      return options_text(answer.values);
    case AnswerType::named_person:
      return lead_text(answer);
  }
  return {};
}

}  // namespace planmark
