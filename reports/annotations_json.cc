#include "reports/annotations_json.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <utility>

#include "base/format.h"
#include "reports/code_points.h"
#include "reports/named_id.h"

namespace planmark {
namespace {

constexpr std::size_t context_characters = 32;

bool is_plain_in_json(char c) { return c >= 0x20 && c < 0x7F && c != '"' && c != '\\'; }

// Bytes that are not UTF-8 are replaced.
std::string json_string(std::string_view text) {
  if (std::ranges::all_of(text, is_plain_in_json)) return format("\"{}\"", text);
  return nlohmann::json(text).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

// JSON as it is written, an item to a line: of a hundred thousand quotes nothing is kept but their text.
class JsonLines {
 public:
  explicit JsonLines(std::size_t depth) : depth_(depth) {}

  // `name` is empty for an item of a list and for the whole.
  void open(std::string_view name, char bracket) {
    begin(name);
    text_ += bracket;
    ++depth_;
    is_first_ = true;
  }
  void close(char bracket) {
    --depth_;
    if (!is_first_) break_line();
    text_ += bracket;
    is_first_ = false;
  }
  void add(std::string_view name, std::string_view value) { begin(name), text_ += json_string(value); }
  void add(std::string_view name, std::size_t value) { begin(name), text_ += format("{}", value); }

  // `items`, which were begun at the depth that they have here.
  void add_list(std::string_view name, JsonLines items) {
    open(name, '[');
    text_ += items.text_;
    is_first_ = items.text_.empty();
    close(']');
  }

  std::string text() && { return std::move(text_); }

 private:
  void break_line() { text_.append(1, '\n').append(depth_, ' '); }
  void begin(std::string_view name) {
    if (!is_first_) text_ += ',';
    if (depth_ > 0) break_line();
    if (!name.empty()) text_.append(1, '"').append(name).append("\": ");
    is_first_ = false;
  }

  std::string text_;
  std::size_t depth_;
  bool is_first_ = true;
};

struct Quoted {
  const AnsweredDocument& document;
  const CodePoints& characters;
  const ShownAnswer& answer;
  const Question& question;
  const AnswerQuote& quote;
};

void add_words(const Quoted& at, std::string_view name, JsonLines& json) {
  const std::string_view text = at.document.document.text;
  json.open(name, '{');
  json.add("type", "TextQuoteSelector");
  json.add("exact", at.quote.text);
  if (at.quote.in_place) {
    json.add("prefix", characters_before(text, at.quote.span.begin, context_characters));
    json.add("suffix", characters_from(text, at.quote.span.end, context_characters));
  }
  json.close('}');
}

void add_selectors(const Quoted& at, JsonLines& json) {
  json.open("selector", '[');
  add_words(at, "", json);
  if (at.quote.in_place) {
    json.open("", '{');
    json.add("type", "TextPositionSelector");
    json.add("start", at.characters.before(at.quote.span.begin));
    json.add("end", at.characters.before(at.quote.span.end));
    json.close('}');
  }
  json.open("", '{');
  json.add("type", "FragmentSelector");
  json.add("conformsTo", "http://tools.ietf.org/rfc/rfc3778");
  json.add("value", format("page={}", at.quote.page));
  add_words(at, "refinedBy", json);
  json.close('}');
  json.close(']');
}

void add_source(const AnsweredDocument& document, JsonLines& json) {
  json.open("source", '{');
  json.add("id", address_by_hash(document.sha256));
  json.add("type", "Text");
  if (document.file.ends_with(".pdf")) json.add("format", "application/pdf");
  if (const std::string address = page_address(document, 1); !address.empty())
    json.add("via", address.substr(0, address.find('#')));
  json.close('}');
}

void add_body(std::string_view purpose, std::string_view value, JsonLines& json) {
  json.open("", '{');
  json.add("type", "TextualBody");
  json.add("purpose", purpose);
  if (purpose == "describing") json.add("language", "en-GB");
  json.add("value", value);
  json.close('}');
}

void add_bodies(const Quoted& at, JsonLines& json) {
  const bool is_draft = at.answer.standing == ShownAnswer::Standing::draft;
  json.open("body", '[');
  add_body("describing",
           format("{}{} {}", is_draft ? "Draft, not confirmed: " : "", at.question.wording, at.answer.text),
           json);
  add_body("classifying", at.question.id, json);
  add_body("tagging", at.question.criterion, json);
  if (!at.quote.note.empty()) add_body("commenting", at.quote.note, json);
  json.close(']');
}

void add_creator(const Quoted& at, JsonLines& json) {
  const bool is_program = at.answer.person.empty();
  json.open("creator", '{');
  json.add("type", is_program ? "Software" : "Person");
  json.add(is_program ? "name" : "nickname", is_program ? at.document.made_by : at.answer.person);
  json.close('}');
  if (!is_program) json.add("created", at.answer.at);
}

void add_annotation(const Quoted& at, JsonLines& json) {
  const std::string id =
      format("annotation\n{}\n{}\n{}\n{}\n{}\n{}", at.document.sha256, at.question.id,
             words_of(at.answer.standing), at.quote.span.begin, at.quote.span.end, at.quote.note);
  json.open("", '{');
  json.add("id", "urn:uuid:" + uuid_of(id));
  json.add("type", "Annotation");
  json.add("motivation", "classifying");
  add_creator(at, json);
  add_bodies(at, json);
  json.open("target", '{');
  json.add("type", "SpecificResource");
  add_source(at.document, json);
  add_selectors(at, json);
  json.close('}');
  json.close('}');
}

bool is_answered(const ShownAnswer& answer) {
  return answer.standing == ShownAnswer::Standing::confirmed ||
         answer.standing == ShownAnswer::Standing::draft;
}

}  // namespace

std::string annotations_json(const std::vector<AnsweredDocument>& documents, const RuleBook& rules) {
  constexpr std::size_t depth_of_items = 3;
  JsonLines items(depth_of_items);
  std::size_t total = 0;
  for (const AnsweredDocument& document : documents) {
    const CodePoints characters(document.document.text);
    for (const ShownAnswer& answer : document.answers) {
      const Question* question = rules.find_question(answer.question);
      if (question == nullptr || !is_answered(answer)) continue;
      for (const AnswerQuote& quote : answer.quotes) {
        if (quote.against) continue;
        add_annotation({document, characters, answer, *question, quote}, items);
        ++total;
      }
    }
  }
  JsonLines json(0);
  json.open("", '{');
  json.add("@context", "http://www.w3.org/ns/anno.jsonld");
  json.add("type", "AnnotationCollection");
  json.add("label", "Answers with their quotes");
  json.add("total", total);
  json.open("first", '{');
  json.add("type", "AnnotationPage");
  json.add("startIndex", std::size_t{0});
  json.add_list("items", std::move(items));
  json.close('}');
  json.close('}');
  return std::move(json).text() + "\n";
}

}  // namespace planmark
