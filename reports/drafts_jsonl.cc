#include "reports/drafts_jsonl.h"

#include <cmath>
#include <nlohmann/json.hpp>

namespace planmark {
namespace {

using Json = nlohmann::ordered_json;

Json text_or_null(const std::string& text) { return text.empty() ? Json(nullptr) : Json(text); }

Json answer_json(const Answer& answer, AnswerType type) {
  if (answer.not_assessed) return "Not assessed";
  switch (type) {
    case AnswerType::rag:
    case AnswerType::yes_no:
    case AnswerType::single_select:
      return answer.value;
    case AnswerType::multi_select:
    case AnswerType::free_text:
      return answer.values;
    case AnswerType::named_person:
      return {{"status", name_of(answer.lead)},
              {"role", text_or_null(answer.role)},
              {"person", text_or_null(answer.person)}};
  }
  return nullptr;
}

// Hundredths of a point are finer than any printer, and shorter than a float's digits.
double hundredths(float points) { return std::round(static_cast<double>(points) * 100) / 100; }

Json evidence_json(const std::vector<Evidence>& evidence, const Document& document) {
  Json list = Json::array();
  for (const Evidence& item : evidence) {
    Json boxes = Json::array();
    for (const PageBox& at : boxes_of(document, item.span)) {
      boxes.push_back(
          {hundredths(at.box.x0), hundredths(at.box.y0), hundredths(at.box.x1), hundredths(at.box.y1)});
    }
    list.push_back({{"quote", slice(document.text, item.span)},
                    {"page", page_at(document, item.span.begin) + 1},
                    {"begin", item.span.begin},
                    {"end", item.span.end},
                    {"boxes", std::move(boxes)},
                    {"recognised", is_recognised(document, item.span)},
                    {"rules", item.rules}});
  }
  return list;
}

Json clauses_json(const std::vector<Clause>& clauses) {
  Json list = Json::array();
  for (const Clause& clause : clauses) {
    list.push_back({{"id", clause.id}, {"met", clause.met}, {"because", clause.because}});
  }
  return list;
}

Json draft_json(const Draft& draft, const Question& question, const DocumentDrafts& of) {
  const std::string& file =
      of.registered.file_names.empty() ? of.registered.sha256 : of.registered.file_names.front();
  return {{"file", file},
          {"document", of.registered.sha256},
          {"role", of.part},
          {"question", draft.question},
          {"answer", answer_json(draft.answer, question.type)},
          {"clauses", clauses_json(draft.clauses)},
          {"evidence", evidence_json(draft.evidence, of.document)},
          {"counter", evidence_json(draft.counter, of.document)},
          {"confidence", name_of(draft.confidence)},
          {"searched",
           {{"rules", draft.searched.rules},
            {"pages", draft.searched.pages},
            {"unreadable_pages", draft.searched.unreadable_pages}}},
          {"engine",
           {{"version", of.analysis.planmark},
            {"lexicon", of.analysis.lexicon},
            {"poppler", of.extraction.poppler},
            {"tesseract", text_or_null(of.extraction.tesseract)},
            {"icu", of.analysis.icu},
            {"re2", of.analysis.re2}}}};
}

}  // namespace

std::string drafts_jsonl(const DocumentDrafts& drafts, const RuleBook& rules) {
  std::string lines;
  for (const Draft& draft : drafts.drafts) {
    const Question* question = rules.find_question(draft.question);
    if (question == nullptr) continue;
    lines += draft_json(draft, *question, drafts).dump(-1, ' ', false, Json::error_handler_t::replace);
    lines += '\n';
  }
  return lines;
}

}  // namespace planmark
