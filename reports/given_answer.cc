#include "reports/given_answer.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <tuple>

#include "base/file.h"
#include "base/format.h"

namespace planmark {
namespace fs = std::filesystem;
namespace {

using AnyJson = nlohmann::json;

constexpr const char* gold_ending = ".answers.json";

AnyJson parsed(const std::string& text) { return AnyJson::parse(text, nullptr, false); }

// Whatever is not there, or is no text, is an empty text.
std::string text_in(const AnyJson& object, const char* key) {
  const auto found = object.find(key);
  return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
}

std::optional<std::vector<std::string>> texts_of(const AnyJson& list) {
  std::vector<std::string> texts;
  for (const AnyJson& item : list) {
    if (!item.is_string()) return std::nullopt;
    texts.push_back(item.get<std::string>());
  }
  return texts;
}

std::optional<GivenAnswer> answer_of(const AnyJson& json) {
  using Form = GivenAnswer::Form;
  if (json.is_string()) return GivenAnswer{.text = json.get<std::string>()};
  if (json.is_array()) {
    auto values = texts_of(json);
    if (values) return GivenAnswer{.form = Form::list, .values = std::move(*values)};
  }
  if (json.is_object() && json.contains("status"))
    return GivenAnswer{
        .form = Form::lead, .status = text_in(json, "status"), .person = text_in(json, "person")};
  return std::nullopt;
}

// A quote alone, or with its page and more.
std::vector<std::string> quotes_in(const AnyJson& object, const char* key) {
  std::vector<std::string> quotes;
  const auto list = object.find(key);
  if (list == object.end() || !list->is_array()) return quotes;
  for (const AnyJson& item : *list) {
    if (item.is_string()) quotes.push_back(item.get<std::string>());
    if (item.is_object()) quotes.push_back(text_in(item, "quote"));
  }
  return quotes;
}

std::optional<GoldAnswer> gold_answer_of(const AnyJson& json, const std::string& stem,
                                         const std::string& question) {
  if (!json.is_object() || !json.contains("answer")) return std::nullopt;
  auto answer = answer_of(json.at("answer"));
  if (!answer) return std::nullopt;
  GoldAnswer gold{stem, question, std::move(*answer), {}, quotes_in(json, "evidence")};
  std::erase(gold.evidence, "");
  const auto other = json.find("alternative");
  if (other == json.end() || other->is_null()) return gold;
  gold.alternative = answer_of(*other);
  if (!gold.alternative) return std::nullopt;
  return gold;
}

Result<void> read_gold_file(const fs::path& path, std::vector<GoldAnswer>& answers) {
  const auto bytes = read_file(path);
  if (!bytes) return tl::unexpected(bytes.error());
  const AnyJson json = parsed(*bytes);
  if (!json.is_object() || !json.contains("answers") || !json.at("answers").is_object())
    return failure(ProblemKind::bad_input, "this is not a file of answers", path.string(),
                   "it is JSON: {\"answers\": {\"LEAD-01\": {\"answer\": ...}, ...}}");
  const std::string stem = stem_of(path.filename().string());
  for (const auto& [question, answer] : json.at("answers").items()) {
    auto gold = gold_answer_of(answer, stem, question);
    if (!gold)
      return failure(ProblemKind::bad_input,
                     format("the answer to {} is none that can be compared", question), path.string(),
                     "an answer is a text, a list of texts, or {\"status\", \"role\", \"person\"}");
    answers.push_back(std::move(*gold));
  }
  return {};
}

GivenAnswer given(const Answer& answer, AnswerType type) {
  using Form = GivenAnswer::Form;
  if (answer.not_assessed) return {.text = "Not assessed"};
  switch (type) {
    case AnswerType::multi_select:
    case AnswerType::free_text:
      return {.form = Form::list, .values = answer.values};
    case AnswerType::named_person:
      return {.form = Form::lead, .status = name_of(answer.lead), .person = answer.person};
    default:
      return {.text = answer.value};
  }
}

}  // namespace

std::string stem_of(const std::string& file_name) {
  const std::string name = fs::path(file_name).filename().string();
  return name.substr(0, name.find('.'));
}

std::string to_text(const GivenAnswer& answer) {
  switch (answer.form) {
    case GivenAnswer::Form::text:
      return answer.text;
    case GivenAnswer::Form::lead:
      return answer.status + (answer.person.empty() ? "" : ": " + answer.person);
    case GivenAnswer::Form::list:
      break;
  }
  const std::string text = joined(answer.values, "; ");
  return text.empty() ? "None" : text;
}

Result<std::vector<GoldAnswer>> read_gold(const fs::path& folder) {
  const auto paths = files_below(folder);
  if (!paths) return tl::unexpected(paths.error());
  std::vector<GoldAnswer> answers;
  bool any = false;
  for (const fs::path& path : *paths) {
    if (path.parent_path() != folder && path.parent_path() / "" != folder) continue;
    if (!path.filename().string().ends_with(gold_ending)) continue;
    any = true;
    if (auto read = read_gold_file(path, answers); !read) return tl::unexpected(read.error());
  }
  if (!any)
    return failure(ProblemKind::not_found,
                   format("there is no file of answers (*{}) in this folder", gold_ending), folder.string());
  std::sort(answers.begin(), answers.end(), [](const GoldAnswer& a, const GoldAnswer& b) {
    return std::tie(a.stem, a.question) < std::tie(b.stem, b.question);
  });
  return answers;
}

Result<std::vector<DraftAnswer>> read_drafts(const fs::path& file) {
  const auto bytes = read_file(file);
  if (!bytes) return tl::unexpected(bytes.error());
  std::vector<DraftAnswer> drafts;
  std::size_t number = 0;
  for (std::size_t at = 0; at < bytes->size();) {
    const std::size_t end = std::min(bytes->find('\n', at), bytes->size());
    const std::string line = bytes->substr(at, end - at);
    at = end + 1;
    ++number;
    if (line.find_first_not_of(" \t\r") == std::string::npos) continue;
    const AnyJson json = parsed(line);
    auto answer = json.is_object() && json.contains("answer") ? answer_of(json.at("answer")) : std::nullopt;
    if (!answer)
      return failure(ProblemKind::bad_input, "this line is not a draft",
                     format("{}:{}", file.string(), number),
                     "drafts are written by planmark export drafts --format jsonl");
    drafts.push_back({stem_of(text_in(json, "file")), text_in(json, "question"), std::move(*answer),
                      quotes_in(json, "evidence"), text_in(json, "confidence")});
  }
  return drafts;
}

std::vector<DraftAnswer> draft_answers(const DocumentDrafts& drafts, const RuleBook& rules) {
  std::vector<DraftAnswer> answers;
  for (const std::string& name : drafts.registered.file_names) {
    for (const Draft& draft : drafts.drafts) {
      const Question* question = rules.find_question(draft.question);
      if (question == nullptr) continue;
      std::vector<std::string> quotes;
      for (const Evidence& evidence : draft.evidence)
        quotes.emplace_back(slice(drafts.document.text, evidence.span));
      answers.push_back({stem_of(name), draft.question, given(draft.answer, question->type),
                         std::move(quotes), name_of(draft.confidence)});
    }
  }
  return answers;
}

}  // namespace planmark
