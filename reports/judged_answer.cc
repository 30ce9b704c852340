#include "reports/judged_answer.h"

#include <algorithm>
#include <set>

#include "base/ascii.h"
#include "base/format.h"
#include "reports/shared_words.h"

namespace planmark {
namespace {

using Form = GivenAnswer::Form;

constexpr std::size_t most_quotes = 3;
constexpr double quote_share = 0.5, option_share = 0.6, name_share = 0.99;

std::string plain(const std::string& text) {
  const std::size_t begin = text.find_first_not_of(" \t\r\n"), end = text.find_last_not_of(" \t\r\n");
  return begin == std::string::npos ? "" : lower_ascii(text.substr(begin, end - begin + 1));
}

std::string plain_text_of(const GivenAnswer& answer) {
  return answer.form == Form::text ? plain(answer.text) : std::string();
}

std::optional<std::size_t> rag_category(const GivenAnswer& answer) {
  const std::string text = plain_text_of(answer);
  if (text == "no") return 0;
  if (text == "to some extent" || text == "some") return 1;
  if (text == "yes") return 2;
  return std::nullopt;
}

std::size_t yes_category(const GivenAnswer& answer) {
  const std::string text = plain_text_of(answer);
  return text.starts_with("y") || text.starts_with("mentioned") ? 1 : 0;
}

using Options = std::set<std::string>;

// Options are compared by their words; "None" is none, and what is beside the list ("other: ...") is not
// compared.
Options options_of(const GivenAnswer& answer) {
  std::vector<std::string> values = answer.values;
  if (answer.form == Form::text) values = {answer.text};
  Options options;
  for (const std::string& value : values) {
    const std::string text = plain(value);
    if (text.empty() || text == "none" || text == "no" || text.starts_with("other:")) continue;
    options.insert(joined(compared_words(value), " "));
  }
  return options;
}

bool same_option(const std::string& a, const std::string& b) {
  return a == b || shared_words(a, b) >= option_share;
}

bool holds(const Options& options, const std::string& sought) {
  return std::any_of(options.begin(), options.end(),
                     [&](const std::string& option) { return same_option(option, sought); });
}

Options both_of(Options a, const Options& b) {
  a.insert(b.begin(), b.end());
  return a;
}

const GivenAnswer& other_reader(const GoldAnswer& gold) {
  return gold.alternative ? *gold.alternative : gold.answer;
}

// Each judge_... says whether the gold answer is more than No; nullopt: the question cannot have it.
std::optional<bool> judge_rag(const GoldAnswer& gold, const DraftAnswer* draft, JudgedAnswer& judged) {
  auto wanted = rag_category(gold.answer);
  const auto other = rag_category(other_reader(gold));
  if (!wanted || !other) return std::nullopt;
  const auto given = draft == nullptr ? std::nullopt : rag_category(draft->answer);
  if (given && given == other) wanted = other;
  judged.right = given == wanted;
  judged.gold_category = *wanted;
  // What is neither of the three is as wrong as it can be.
  judged.draft_category = given.value_or(*wanted > 0 ? 0 : 2);
  return *wanted > 0;
}

std::optional<bool> judge_yes_no(const GoldAnswer& gold, const DraftAnswer* draft, JudgedAnswer& judged) {
  judged.draft_category = draft == nullptr ? 0 : yes_category(draft->answer);
  judged.gold_category = gold.alternative ? judged.draft_category : yes_category(gold.answer);
  judged.right = judged.gold_category == judged.draft_category;
  return judged.gold_category > 0;
}

std::optional<bool> judge_option(const GoldAnswer& gold, const DraftAnswer* draft, JudgedAnswer& judged) {
  const Options wanted = options_of(gold.answer);
  const Options allowed = both_of(wanted, options_of(other_reader(gold)));
  const Options given = draft == nullptr ? Options{} : options_of(draft->answer);
  judged.right = std::any_of(given.begin(), given.end(),
                             [&](const std::string& option) { return holds(allowed, option); });
  return !wanted.empty();
}

std::optional<bool> judge_options(const GoldAnswer& gold, const DraftAnswer* draft, JudgedAnswer& judged) {
  const Options wanted = options_of(gold.answer), others = options_of(other_reader(gold));
  const Options allowed = both_of(wanted, others);
  Options left = draft == nullptr ? Options{} : options_of(draft->answer);
  for (const std::string& option : wanted) {
    if (!holds(others, option)) continue;
    const auto found = std::find_if(left.begin(), left.end(),
                                    [&](const std::string& given) { return same_option(option, given); });
    if (found == left.end()) {
      ++judged.options.missed;
    } else {
      ++judged.options.right;
      left.erase(found);
    }
  }
  for (const std::string& option : left)
    if (!holds(allowed, option)) ++judged.options.wrong;
  judged.right = judged.options.missed + judged.options.wrong == 0;
  return !wanted.empty();
}

std::string status_of(const GivenAnswer& answer) {
  return answer.form == Form::lead ? answer.status : plain_text_of(answer);
}

std::optional<bool> judge_lead(const GoldAnswer& gold, const DraftAnswer* draft, JudgedAnswer& judged) {
  const std::string given = draft == nullptr ? std::string() : status_of(draft->answer);
  const std::string other = status_of(other_reader(gold));
  const std::string wanted = given == other ? other : status_of(gold.answer);
  judged.right = given == wanted;
  if (wanted == "named" && !gold.answer.person.empty()) {
    const std::string person = draft == nullptr ? std::string() : draft->answer.person;
    judged.person_right = shared_words(gold.answer.person, person) >= name_share;
  }
  return wanted != "not_named";
}

std::optional<bool> judge_answer(const GoldAnswer& gold, const DraftAnswer* draft, JudgedAnswer& judged) {
  switch (judged.type) {
    case AnswerType::rag:
      return judge_rag(gold, draft, judged);
    case AnswerType::yes_no:
      return judge_yes_no(gold, draft, judged);
    case AnswerType::single_select:
      return judge_option(gold, draft, judged);
    case AnswerType::multi_select:
      return judge_options(gold, draft, judged);
    case AnswerType::named_person:
      return judge_lead(gold, draft, judged);
    case AnswerType::free_text:
      break;
  }
  return std::nullopt;
}

void judge_evidence(const GoldAnswer& gold, const DraftAnswer* draft, JudgedAnswer& judged) {
  judged.wants_evidence = true;
  if (draft == nullptr) return;
  judged.quotes = std::min(most_quotes, draft->quotes.size());
  for (std::size_t i = 0; i < judged.quotes; ++i) {
    const bool fits = std::any_of(gold.evidence.begin(), gold.evidence.end(), [&](const std::string& quote) {
      return shared_words(draft->quotes[i], quote) >= quote_share;
    });
    if (fits) ++judged.fitting_quotes;
  }
}

}  // namespace

Result<JudgedAnswer> judge(const GoldAnswer& gold, const DraftAnswer* draft, const Question& question) {
  JudgedAnswer judged{.stem = gold.stem,
                      .question = gold.question,
                      .criterion = question.criterion,
                      .type = question.type,
                      .gold = to_text(gold.answer)};
  if (gold.alternative) judged.gold += " or " + to_text(*gold.alternative);
  judged.missing = draft == nullptr;
  if (draft != nullptr) {
    judged.draft = to_text(draft->answer);
    judged.confidence = draft->confidence;
    const std::string text = plain_text_of(draft->answer);
    judged.abstained = text == "not assessed" || text == "can't tell" || text == "cannot tell";
  }
  const auto positive = judge_answer(gold, draft, judged);
  if (!positive)
    return failure(ProblemKind::bad_input,
                   format("the answer '{}' is none that {} can have", judged.gold, gold.question),
                   gold.stem + ".answers.json");
  if (*positive && !gold.evidence.empty()) judge_evidence(gold, draft, judged);
  return judged;
}

double nearness(const JudgedAnswer& judged) {
  if (judged.missing) return 0;
  switch (judged.type) {
    case AnswerType::rag: {
      const auto [low, high] = std::minmax(judged.gold_category, judged.draft_category);
      return 1 - static_cast<double>(high - low) / 2;
    }
    case AnswerType::multi_select:
      return judged.options.f1().value_or(1);
    case AnswerType::named_person:
      return judged.right ? (judged.person_right.value_or(true) ? 1 : 0.5) : 0;
    default:
      return judged.right ? 1 : 0;
  }
}

}  // namespace planmark
