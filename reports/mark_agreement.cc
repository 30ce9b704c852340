#include "reports/mark_agreement.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "base/format.h"
#include "reports/krippendorff.h"
#include "review/answer_check.h"

namespace planmark {
namespace {

constexpr std::string_view cannot_tell = "cannot tell";
const std::array<std::vector<std::string>, 2> ordered{{{"No", "To some extent", "Yes"}, {"no", "yes"}}};

// What is compared of an answer.
std::string compared(const Question& question, const std::string& answer) {
  if (question.type == AnswerType::named_person) return answer.substr(0, answer.find(':'));
  if (question.type != AnswerType::multi_select) return answer;
  std::vector<std::string> options;
  for (const std::string_view option : options_in(answer)) options.emplace_back(option);
  std::sort(options.begin(), options.end());
  return joined(options, "; ");
}

std::string compared(const Question& question, const Decision& decision) {
  return decision.action == cannot_tell ? std::string(cannot_tell) : compared(question, decision.answer);
}

// The values of one question or type, each with its category; "cannot tell" has none.
class Categories {
 public:
  explicit Categories(AnswerType type) {
    if (type == AnswerType::rag) names_ = ordered[0];
    if (type == AnswerType::yes_no) names_ = ordered[1];
    fixed_ = names_.size();
  }
  std::optional<std::size_t> of(const std::string& value) {
    if (value == cannot_tell) return std::nullopt;
    const auto found = std::find(names_.begin(), names_.end(), value);
    const auto category = static_cast<std::size_t>(found - names_.begin());
    if (found == names_.end()) names_.push_back(value);
    return category;
  }
  bool is_ordered(std::size_t category) const { return category < fixed_; }
  std::size_t ordered_size() const { return fixed_; }

 private:
  std::vector<std::string> names_;
  std::size_t fixed_ = 0;
};

// Two readings of the same items, and what any number of readers gave to each of them.
struct Readings {
  std::vector<std::pair<std::string, std::string>> pairs;
  std::vector<std::vector<std::string>> units;
};

Agreement agreement_of(const Readings& readings, AnswerType type) {
  Agreement agreement;
  Categories categories(type);
  Confusion confusion(std::max<std::size_t>(1, categories.ordered_size()));
  for (const auto& [first, second] : readings.pairs) {
    agreement.same.add(first == second);
    const auto a = categories.of(first), b = categories.of(second);
    if (a && b && categories.is_ordered(*a) && categories.is_ordered(*b)) confusion.add(*a, *b);
  }
  if (categories.ordered_size() > 0) agreement.kappa = weighted_kappa(confusion);
  std::vector<std::vector<std::size_t>> units;
  for (const auto& values : readings.units) {
    auto& unit = units.emplace_back();
    for (const std::string& value : values)
      if (const auto category = categories.of(value)) unit.push_back(*category);
  }
  agreement.alpha_nominal = krippendorff_alpha(units, Scale::nominal);
  if (type == AnswerType::rag) agreement.alpha_ordinal = krippendorff_alpha(units, Scale::ordinal);
  return agreement;
}

// What was decided on one question of one document.
struct Item {
  const Decision* first = nullptr;
  const Decision* second = nullptr;
  std::map<std::string, const Decision*> last_of;   // by person
  std::map<std::string, const Decision*> blind_of;  // by person: the first answer without the draft
};

struct Gathered {
  Readings people, blind, assisted;
  Ratio accepted;

  void add(const Gathered& other) {
    const auto append = [](auto& to, const auto& from) { to.insert(to.end(), from.begin(), from.end()); };
    for (const auto member : {&Gathered::people, &Gathered::blind, &Gathered::assisted}) {
      append((this->*member).pairs, (other.*member).pairs);
      append((this->*member).units, (other.*member).units);
    }
    accepted.add(other.accepted);
  }
};

bool has_draft(const Decision& decision) {
  return !decision.draft_answer.empty() && decision.draft_answer != "Not assessed";
}

void add_pair(Readings& readings, std::string first, std::string second) {
  readings.units.push_back({first, second});
  readings.pairs.emplace_back(std::move(first), std::move(second));
}

void gather(const Question& question, const Item& item, Gathered& gathered) {
  if (item.first && item.second)
    gathered.people.pairs.emplace_back(compared(question, *item.first), compared(question, *item.second));
  auto& unit = gathered.people.units.emplace_back();
  for (const auto& [person, decision] : item.last_of) {
    unit.push_back(compared(question, *decision));
    const auto blind = item.blind_of.find(person);
    const Decision& against = blind == item.blind_of.end() ? *decision : *blind->second;
    if (has_draft(against))
      add_pair(blind == item.blind_of.end() ? gathered.assisted : gathered.blind,
               compared(question, against.draft_answer), compared(question, against));
    if (decision->draft_shown && has_draft(*decision)) gathered.accepted.add(decision->action == "confirm");
  }
}

MarkAgreement agreement_of(std::string name, const Gathered& gathered, AnswerType type) {
  return {std::move(name), agreement_of(gathered.people, type), agreement_of(gathered.blind, type),
          agreement_of(gathered.assisted, type), gathered.accepted};
}

const char* name_of(AnswerType type) {
  switch (type) {
    case AnswerType::rag:
      return "rag";
    case AnswerType::yes_no:
      return "yes_no";
    case AnswerType::single_select:
      return "single_select";
    case AnswerType::multi_select:
      return "multi_select";
    case AnswerType::named_person:
      return "named_person";
    case AnswerType::free_text:
      return "free_text";
  }
  return "";
}

}  // namespace

MarkAgreements mark_agreements(const std::vector<Decision>& decisions, const RuleBook& rules) {
  std::map<std::string, std::map<std::string, Item>> items;  // by question, then document
  for (const Decision& decision : decisions) {
    if (decision.mark == Mark::adjudication) continue;
    Item& item = items[decision.question][decision.sha256];
    (decision.mark == Mark::first ? item.first : item.second) = &decision;
    item.last_of[decision.person] = &decision;
    if (!decision.draft_shown) item.blind_of.emplace(decision.person, &decision);
  }
  MarkAgreements agreements;
  std::map<AnswerType, Gathered> by_type;
  for (const Question& question : rules.questions) {
    const auto found = items.find(question.id);
    if (found == items.end() || question.type == AnswerType::free_text) continue;
    Gathered gathered;
    for (const auto& [document, item] : found->second) gather(question, item, gathered);
    agreements.questions.push_back(agreement_of(question.id, gathered, question.type));
    by_type[question.type].add(gathered);
  }
  for (const auto& [type, gathered] : by_type) {
    const MarkAgreement& all = agreements.types.emplace_back(agreement_of(name_of(type), gathered, type));
    agreements.accepted.add(all.accepted);
    agreements.blind.add(all.blind.same);
    agreements.assisted.add(all.assisted.same);
  }
  return agreements;
}

}  // namespace planmark
