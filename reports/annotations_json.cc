#include "reports/annotations_json.h"

#include <nlohmann/json.hpp>

#include "base/format.h"
#include "reports/code_points.h"
#include "reports/named_id.h"

namespace planmark {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::size_t context_characters = 32;

Json selectors(const Document& document, const CodePoints& characters, const AnswerQuote& quote) {
  const std::string_view text = document.text;
  Json words = {{"type", "TextQuoteSelector"}, {"exact", quote.text}};
  Json all = Json::array();
  if (quote.in_place) {
    words["prefix"] = characters_before(text, quote.span.begin, context_characters);
    words["suffix"] = characters_from(text, quote.span.end, context_characters);
    all.push_back({{"type", "TextPositionSelector"},
                   {"start", characters.before(quote.span.begin)},
                   {"end", characters.before(quote.span.end)}});
  }
  all.insert(all.begin(), words);
  all.push_back({{"type", "FragmentSelector"},
                 {"conformsTo", "http://tools.ietf.org/rfc/rfc3778"},
                 {"value", format("page={}", quote.page)},
                 {"refinedBy", std::move(words)}});
  return all;
}

Json source(const AnsweredDocument& document) {
  Json source = {{"id", address_by_hash(document.sha256)}, {"type", "Text"}};
  if (document.file.ends_with(".pdf")) source["format"] = "application/pdf";
  if (const std::string address = page_address(document, 1); !address.empty())
    source["via"] = address.substr(0, address.find('#'));
  return source;
}

Json bodies(const ShownAnswer& answer, const Question& question, const AnswerQuote& quote) {
  const bool is_draft = answer.standing == ShownAnswer::Standing::draft;
  const std::string said =
      format("{}{} {}", is_draft ? "Draft, not confirmed: " : "", question.wording, answer.text);
  Json all = Json::array(
      {{{"type", "TextualBody"}, {"purpose", "describing"}, {"language", "en-GB"}, {"value", said}},
       {{"type", "TextualBody"}, {"purpose", "classifying"}, {"value", question.id}},
       {{"type", "TextualBody"}, {"purpose", "tagging"}, {"value", question.criterion}}});
  if (!quote.note.empty())
    all.push_back({{"type", "TextualBody"}, {"purpose", "commenting"}, {"value", quote.note}});
  return all;
}

Json annotation(const AnsweredDocument& document, const CodePoints& characters, const ShownAnswer& answer,
                const Question& question, const AnswerQuote& quote) {
  const std::string id = format("annotation\n{}\n{}\n{}\n{}\n{}\n{}", document.sha256, question.id,
                                words_of(answer.standing), quote.span.begin, quote.span.end, quote.note);
  Json made = {{"id", "urn:uuid:" + uuid_of(id)}, {"type", "Annotation"}, {"motivation", "classifying"}};
  if (answer.person.empty()) {
    made["creator"] = {{"type", "Software"}, {"name", document.made_by}};
  } else {
    made["creator"] = {{"type", "Person"}, {"nickname", answer.person}};
    made["created"] = answer.at;
  }
  made["body"] = bodies(answer, question, quote);
  made["target"] = {{"type", "SpecificResource"},
                    {"source", source(document)},
                    {"selector", selectors(document.document, characters, quote)}};
  return made;
}

bool is_answered(const ShownAnswer& answer) {
  return answer.standing == ShownAnswer::Standing::confirmed ||
         answer.standing == ShownAnswer::Standing::draft;
}

}  // namespace

std::string annotations_json(const std::vector<AnsweredDocument>& documents, const RuleBook& rules) {
  Json items = Json::array();
  for (const AnsweredDocument& document : documents) {
    const CodePoints characters(document.document.text);
    for (const ShownAnswer& answer : document.answers) {
      const Question* question = rules.find_question(answer.question);
      if (question == nullptr || !is_answered(answer)) continue;
      for (const AnswerQuote& quote : answer.quotes)
        if (!quote.against) items.push_back(annotation(document, characters, answer, *question, quote));
    }
  }
  const std::size_t total = items.size();
  const Json collection = {
      {"@context", "http://www.w3.org/ns/anno.jsonld"},
      {"type", "AnnotationCollection"},
      {"label", "Answers with their quotes"},
      {"total", total},
      {"first", {{"type", "AnnotationPage"}, {"startIndex", 0}, {"items", std::move(items)}}}};
  return collection.dump(1, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace planmark
