#include "tests/review/sample_values.h"

#include <gtest/gtest.h>

#include "base/format.h"
#include "review/database.h"

namespace planmark {
namespace {

Span span_of(const Document& document, std::string_view quote) {
  const std::size_t at = document.text.find(quote);
  EXPECT_NE(at, std::string::npos) << quote;
  return {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + quote.size())};
}

Rule rule(const char* id) {
  Rule made;
  made.id = id;
  return made;
}

Question question(const char* id, AnswerType type) {
  Question made;
  made.id = id;
  made.type = type;
  return made;
}

}  // namespace

Document sample_document(const std::string& sha256) {
  Document document;
  document.sha256 = sha256;
  document.text = "Our \u201Cchildren\u2019s\u201D plan\nWe listened to young people.\nLead\tDr O'Neill\n";
  const auto size = static_cast<std::uint32_t>(document.text.size());
  const Span heading = span_of(document, "Our \u201Cchildren\u2019s\u201D plan");
  const Span paragraph = span_of(document, "We listened to young people.");
  const Span lead = span_of(document, "Lead"), name = span_of(document, "Dr O'Neill");
  document.pages = {{{0, heading.end + 1}, 595.28F, 841.89F, PageState::text, "", "i"},
                    {{heading.end + 1, size}, 841.89F, 595.28F, PageState::text, "", "1", true, 0.875F},
                    {{size, size}, 595.0F, 842.0F, PageState::unreadable, "picture without text", ""}};
  document.styles = {{"Calibri-Bold", 18.04F, true, false, 0x003087}, {"", 0.1F, false, true, 0xFFFFFF}};
  document.blocks = {{heading, BlockKind::heading, 1, false, none, none, none},
                     {paragraph, BlockKind::paragraph, 0, true, 0, none, none},
                     {{lead.begin, name.end}, BlockKind::table_row, 0, false, 0, 1, 0}};
  document.cells = {{lead, 2, 0, true}, {name, 2, 1, false}};
  document.words = {{{heading.begin, heading.begin + 3}, {56.7F, 70.1F, 80.3F, 88.9F}, 0, 0},
                    {{paragraph.begin, paragraph.begin + 2}, {0.1F, 0.2F, 0.3F, 0.4F}, 1, 1},
                    {{paragraph.begin + 3, paragraph.begin + 11}, {-1.0F, 0, 9e9F, 1}, 1, 1}};
  document.title = "untitled \"1\"";
  document.producer = "Word\nfor plans";
  document.created = "2023-06-30";
  document.tagged = true;
  document.problems = {{2, {ProblemKind::unreadable, "no text", "page 3", "read the picture"}},
                       {none, {ProblemKind::damaged, "repaired", "", ""}}};
  return document;
}

Analysis sample_analysis(const Document& document) {
  const Span listened = span_of(document, "We listened to young people.");
  const Span name = span_of(document, "Dr O'Neill");
  Analysis analysis;
  analysis.sentences = {{{0, listened.begin}, 0}, {listened, 1}, {{listened.end + 1, name.end}, 2}};
  analysis.mentions = {{0, 1, listened}, {1, 1, {listened.begin + 3, listened.end}}};
  Draft rag;
  rag.question = "COP-01";
  rag.answer.value = "Yes";
  rag.clauses = {{"K1", true, "it says so: \"listened\"", listened},
                 {"CAP-ASP", false, "not an aspiration", {}}};
  rag.evidence = {{listened, {"cue.done/1", "group.young/2"}, ""}, {name, {}, "SEND"}};
  rag.counter = {{{0, 3}, {"cue.done/1"}, "a heading"}};
  rag.confidence = Confidence::high;
  rag.reason = "K1 is met";
  Draft several;
  several.question = "COP-02";
  several.answer.values = {"SEND", "other: it's \u201Codd\u201D"};
  several.reason = "two groups";
  Draft lead;
  lead.question = "LEAD-01";
  lead.answer = {false, "", {}, LeadStatus::named, "Chief Nurse", "Dr O'Neill"};
  lead.confidence = Confidence::medium;
  Draft nothing;
  nothing.question = "WORK-06";
  nothing.answer.not_assessed = true;
  nothing.searched = {12, 3, {1, 3}};
  analysis.drafts = {rag, several, lead, nothing};
  return analysis;
}

RuleBook sample_rules() {
  RuleBook rules;
  rules.rules = {rule("cue.done/1"), rule("group.young/2")};
  rules.questions = {question("LEAD-01", AnswerType::named_person), question("COP-01", AnswerType::rag),
                     question("COP-02", AnswerType::multi_select), question("COP-09", AnswerType::rag),
                     question("WORK-06", AnswerType::yes_no)};
  return rules;
}

std::string dump(const Workspace& workspace) {
  Transaction look(workspace.database(), Transaction::Kind::read);
  std::string rows;
  Statement table = look.prepare(
      "SELECT name, (SELECT group_concat('quote(' || name || ')', ' || '','' || ') FROM "
      "pragma_table_info(t.name)),"
      " (SELECT group_concat(name) FROM (SELECT name FROM pragma_table_info(t.name) WHERE pk > 0 ORDER BY "
      "pk))"
      " FROM pragma_table_list AS t WHERE schema = 'main' AND type = 'table'"
      " AND name NOT IN ('sqlite_schema', 'page_number') ORDER BY name");
  table.with();
  while (table.next()) {
    Statement row =
        look.prepare(format("SELECT {} FROM {} ORDER BY {}", table.text(1), table.text(0), table.text(2)));
    row.with();
    while (row.next()) rows += format("{}: {}\n", table.text(0), row.text(0));
  }
  EXPECT_TRUE(look.commit());
  return rows;
}

}  // namespace planmark
