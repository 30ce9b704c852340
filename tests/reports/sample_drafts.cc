#include "tests/reports/sample_drafts.h"

#include "tests/support/markup_document.h"

namespace planmark {
namespace {

Span span_of(const Document& document, std::string_view words) {
  const auto at = static_cast<std::uint32_t>(document.text.find(words));
  return {at, at + static_cast<std::uint32_t>(words.size())};
}

Draft named_person(const Document& document) {
  Draft draft;
  draft.question = "LEAD-01";
  draft.answer.lead = LeadStatus::named;
  draft.answer.role = "Chief Nurse";
  draft.answer.person = "Ann Bell";
  draft.clauses = {{.id = "K1", .met = true, .because = "a role is stated", .decided_by = {}},
                   {.id = "K2", .met = false, .because = "no date", .decided_by = {}},
                   {.id = "K3", .met = false, .because = "no date", .decided_by = {}}};
  draft.evidence = {
      {span_of(document, "The lead for children is Ann Bell, Chief Nurse."), {"lead/1", "lead/2"}, ""}};
  draft.counter = {{span_of(document, "Voices matter."), {}, "says nothing of a lead"}};
  draft.confidence = Confidence::high;
  draft.reason = "A person is named.";
  return draft;
}

Draft not_assessed() {
  Draft draft;
  draft.question = "COP-01";
  draft.answer.not_assessed = true;
  draft.reason = "Too much of it cannot be read.";
  draft.searched = {.rules = 9, .pages = 2, .unreadable_pages = {2}};
  return draft;
}

Draft options() {
  Draft draft;
  draft.question = "INEQ-05";
  draft.answer.values = {"SEND", "other: carers"};
  draft.reason = "Two are said.";
  return draft;
}

Question drafted_question(const char* id, AnswerType type, const char* wording) {
  Question made;
  made.id = id;
  made.criterion = "Criterion";
  made.type = type;
  made.wording = wording;
  return made;
}

}  // namespace

DocumentDrafts sample_drafts() {
  DocumentDrafts sample;
  sample.document = document_from_markup(
      "# Plan\n\nThe lead for children is Ann Bell, Chief Nurse.\n\f\n\nVoices matter.\n");
  sample.document.pages[1].label = "ii";
  sample.registered.sha256 = std::string(64, 'a');
  sample.registered.file_names = {"plan.pdf"};
  sample.registered.identity = {"QX", "plan", "2023", "A Plan", ""};
  sample.registered.pages = 2;
  sample.part = "plan";
  sample.analysis = {"0.1", "hash", "72.1", "2022"};
  sample.extraction = {"0.1", "22.12.0"};
  sample.drafts = {named_person(sample.document), not_assessed(), options()};
  return sample;
}

RuleBook sample_questions() {
  RuleBook rules;
  rules.questions = {drafted_question("LEAD-01", AnswerType::named_person, "Is a lead named?"),
                     drafted_question("COP-01", AnswerType::yes_no, "Were they asked?"),
                     drafted_question("INEQ-05", AnswerType::multi_select, "Which groups?")};
  return rules;
}

Register sample_register() {
  System system;
  system.code = "QX";
  system.name = "Halden";
  Register known;
  known.systems = {system};
  return known;
}

}  // namespace planmark
