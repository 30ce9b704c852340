#include "reports/answers_workbook.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <set>

#include "base/format.h"
#include "reports/answer_rows.h"
#include "reports/drafts_text.h"
#include "reports/figures_sheet.h"
#include "reports/lead_disagreement.h"
#include "review/answer_check.h"
#include "review/disagreement.h"

namespace planmark {
namespace {

// Everything that the sheets are made of, looked up once for each document.
struct GatheredAnswers {
  std::map<std::string, std::vector<AnswerRow>> rows;  // by document; in survey order
  const std::map<std::string, CountedDocument>& documents;
  std::map<std::string, std::size_t> place_of_question;
};

Result<GatheredAnswers> gather_answers(const Workspace& workspace, const RuleBook& rules,
                                       const EditionAnswers& answers) {
  GatheredAnswers all{{}, answers.documents, {}};
  for (const auto& [sha256, document] : answers.documents) {
    auto rows = answer_rows(workspace, rules, sha256, document.standing);
    if (!rows) return tl::unexpected(rows.error());
    all.rows.emplace(sha256, std::move(*rows));
  }
  for (const Question& question : rules.questions)
    all.place_of_question.emplace(question.id, all.place_of_question.size());
  return all;
}

const AnswerRow* recorded_row(const GatheredAnswers& all, const SystemAnswer& answer) {
  const auto rows = all.rows.find(answer.document);
  return rows == all.rows.end() ? nullptr : &rows->second[all.place_of_question.at(answer.question)];
}

SheetCell small(std::string text) { return {std::move(text), {}, CellLook::small}; }

SheetRow answer_row(const GatheredAnswers& all, const SystemAnswer& answer, const Question& question) {
  const AnswerRow* row = recorded_row(all, answer);
  const std::string edition =
      row == nullptr ? "" : all.documents.at(answer.document).registered.identity.edition;
  SheetRow cells = {{answer.system},      {answer.part}, {edition},
                    {question.criterion}, {question.id}, {question.wording}};
  if (row == nullptr) {
    cells.push_back({words_of(Missing::no_document)});
    cells.resize(answer_columns.size());
    return cells;
  }
  const CellLook unconfirmed = row->standing ? CellLook::plain : CellLook::draft;
  const AnswerCells edited = cells_of(*row);
  cells.push_back({row_status(*row), {}, unconfirmed});
  cells.push_back({row->draft ? row->draft->answer : "", {}, unconfirmed});
  cells.push_back({row->draft ? name_of(row->draft->confidence) : "", {}, unconfirmed});
  for (const std::string* text : {&edited.answer, &edited.quotes, &edited.reason, &edited.comment})
    cells.push_back({*text, {}, CellLook::edited});
  cells.push_back({row->standing ? row->standing->person : ""});
  cells.push_back({row->standing ? row->standing->at : ""});
  cells.push_back(small(answer.document));
  cells.push_back(small(record_of(*row)));
  return cells;
}

// Of the row that it stands in, also after the rows have been sorted.
DropDown answer_choices() {
  return {.column = 9,
          .formula =
              "=OFFSET(choices!$C$1,MATCH($E2,choices!$A:$A,0)-1,0,1,"
              "INDEX(choices!$B:$B,MATCH($E2,choices!$A:$A,0)))",
          .hint =
              "One of the list. Several options: write them with \"; \" between them. A lead: \"named: "
              "PERSON, ROLE\" or \"role only: ROLE\"."};
}

Sheet answers_table(const GatheredAnswers& all, const RuleBook& rules, const EditionAnswers& answers) {
  Sheet sheet{.name = answers_sheet,
              .widths = {24, 9, 8, 16, 10, 46, 14, 26, 11, 30, 9, 30, 30, 14, 20, 12, 12},
              .head = {answer_columns.begin(), answer_columns.end()}};
  for (const SystemAnswer& answer : answers.answers)
    sheet.rows.push_back(answer_row(all, answer, rules.questions[all.place_of_question.at(answer.question)]));
  sheet.drop_downs = {answer_choices()};
  return sheet;
}

Sheet choices_table(const RuleBook& rules) {
  Sheet sheet{.name = "choices", .hidden = true};
  for (const Question& question : rules.questions) {
    std::vector<std::string> choices = choices_of(question);
    if (question.type == AnswerType::multi_select) choices.push_back("None");
    if (question.type == AnswerType::named_person) choices.push_back("not named");
    choices.emplace_back(words_confirm);
    choices.emplace_back(words_cannot_tell);
    SheetRow row = {{question.id}, {"", choices.size(), CellLook::plain}};
    for (std::string& choice : choices) row.push_back({std::move(choice)});
    sheet.rows.push_back(std::move(row));
  }
  return sheet;
}

Sheet evidence_table(const GatheredAnswers& all, const EditionAnswers& answers) {
  Sheet sheet{.name = "evidence",
              .widths = {24, 9, 8, 10, 8, 80, 7, 10, 12, 40, 40},
              .head = {"system", "part", "edition", "question", "number", "quote", "page", "speaks", "judged",
                       "note", "document"}};
  for (const SystemAnswer& answer : answers.answers) {
    const AnswerRow* row = recorded_row(all, answer);
    if (row == nullptr) continue;
    const RegisteredDocument& document = all.documents.at(answer.document).registered;
    for (std::size_t i = 0; i < row->quotes.size(); ++i) {
      const RowQuote& quote = row->quotes[i];
      const bool is_judged = !quote.said.empty();
      sheet.rows.push_back(
          {{answer.system},
           {answer.part},
           {document.identity.edition},
           {answer.question},
           {"", i + 1},
           {quote.quote.quote},
           {"", quote.quote.page},
           {quote.of_draft || quote.said == name_of(Verdict::added) ? "for" : "against"},
           {is_judged ? quote.said : "not judged", {}, is_judged ? CellLook::plain : CellLook::draft},
           {quote.note},
           {document.file_names.front()}});
    }
  }
  return sheet;
}

std::string answer_in(const Decision& decision) {
  return decision.action == "cannot tell" ? std::string(words_cannot_tell) : decision.answer;
}

void add_marks(const MarkedTwice& marks, const Identity& identity, const std::string& system, Sheet& sheet) {
  const bool is_settled = marks.adjudication && marks.adjudication->first_mark == marks.first.number &&
                          marks.adjudication->second_mark == marks.second.number;
  const std::string settled =
      is_settled ? format("{} by {}", answer_in(*marks.adjudication), marks.adjudication->person) : "open";
  for (const Decision* mark : {&marks.first, &marks.second})
    sheet.rows.push_back({{"two people"},
                          {system},
                          {identity.part},
                          {mark->question},
                          {format("{} ({} mark)", mark->person, name_of(mark->mark))},
                          {answer_in(*mark)},
                          {mark->reason},
                          {mark->at},
                          {settled, {}, is_settled ? CellLook::plain : CellLook::draft}});
}

void add_leads(const LeadDisagreement& leads, Sheet& sheet) {
  for (const LeadNamed& named : leads.named)
    sheet.rows.push_back({{"two documents (drafts)"},
                          {leads.system},
                          {""},
                          {leads.question},
                          {named.file},
                          {named.role.empty() ? named.person : named.person + ", " + named.role},
                          {named.quote},
                          {named.page == 0 ? "" : format("page {}", named.page)},
                          {"open", {}, CellLook::draft}});
}

bool names_a_lead(const AnswerRow& row) { return row.draft && row.draft->answer.starts_with("named: "); }

// Of systems of which several documents name a lead: no others can disagree.
std::vector<RegisteredDocument> documents_with_leads(const GatheredAnswers& all) {
  std::map<std::string, std::vector<RegisteredDocument>> by_system;
  for (const auto& [sha256, document] : all.documents)
    if (std::ranges::any_of(all.rows.at(sha256), names_a_lead))
      by_system[document.registered.identity.system].push_back(document.registered);
  std::vector<RegisteredDocument> documents;
  for (auto& [system, own] : by_system)
    if (own.size() > 1) std::ranges::move(own, std::back_inserter(documents));
  return documents;
}

Result<Sheet> disagreements_table(const Workspace& workspace, const RuleBook& rules, const Register& systems,
                                  const GatheredAnswers& all) {
  Sheet sheet{.name = "disagreements",
              .widths = {20, 24, 9, 10, 30, 34, 60, 20, 34},
              .head = {"between", "system", "part", "question", "who or which", "says", "because",
                       "when or where", "settled"}};
  const auto twice = marked_twice(workspace, rules);
  if (!twice) return tl::unexpected(twice.error());
  for (const MarkedTwice& marks : *twice) {
    const auto document = all.documents.find(marks.first.sha256);
    if (marks.agree || document == all.documents.end()) continue;
    const Identity& identity = document->second.registered.identity;
    add_marks(marks, identity, system_name(systems, identity.system), sheet);
  }
  const auto answers = workspace.load_answers();
  if (!answers) return tl::unexpected(answers.error());
  const auto leads = lead_disagreements(workspace, *answers, documents_with_leads(all), systems);
  if (!leads) return tl::unexpected(leads.error());
  for (const LeadDisagreement& each : *leads) add_leads(each, sheet);
  return sheet;
}

constexpr std::array<const char*, 16> how_to_edit = {
    "In the sheet \"answers\" the pale blue cells are yours; all others are there to be read. Amber means "
    "that "
    "nobody has confirmed it.",
    "answer: choose from the list. \"confirm draft\" takes the draft's answer; \"Cannot tell\" is an answer "
    "too. "
    "Several options are written with \"; \" between them, a lead as \"named: PERSON, ROLE\" or \"role only: "
    "ROLE\".",
    "quotes: the numbers, in the sheet \"evidence\", of the quotes that the answer rests on: \"1; 3\", or "
    "\"all\" "
    "for all the draft's own. An answer that claims something needs one. Quotes that are not listed are "
    "added at "
    "the reading desk (planmark serve).",
    "reason: needed where the answer is another than the draft's.",
    "comment: anything that whoever reads the answer ought to know.",
    "Rows may be sorted, filtered and left out. Leave the columns \"document\" and \"record\" as they are: "
    "they "
    "say which answer it is and what it was when this file was made.",
    "A cell that begins with = + - or @ has an apostrophe before it, so that no program runs it.",
    "",
    "Bringing it back",
    "planmark import answers.xlsx --as YOUR-NAME --dry-run     lists what would change, and changes nothing",
    "planmark import answers.xlsx --as YOUR-NAME               records the changes as your decisions",
    "The sheet \"answers\", saved as CSV (UTF-8), is taken too.",
    "Rows that you have not edited do nothing. The same file twice does nothing the second time.",
    "An answer that somebody else has decided since this file was made is listed and left as it is.",
    "A mistake in any row is named with its row and column; then nothing is recorded until it is mended.",
    ""};

Sheet read_me(const EditionAnswers& answers, const ReportFacts& facts) {
  Sheet sheet{.name = "read me", .widths = {130}, .rows = about_rows(answers, facts)};
  sheet.rows.push_back({{"How to edit it", {}, CellLook::strong}});
  for (const std::string line : how_to_edit)
    sheet.rows.push_back({{line, {}, line == "Bringing it back" ? CellLook::strong : CellLook::plain}});
  return sheet;
}

}  // namespace

Result<Workbook> answers_workbook(const Workspace& workspace, const RuleBook& rules, const Register& systems,
                                  const EditionAnswers& answers, const std::vector<Figure>& figures,
                                  const ReportFacts& facts) {
  const auto all = gather_answers(workspace, rules, answers);
  if (!all) return tl::unexpected(all.error());
  auto disagreements = disagreements_table(workspace, rules, systems, *all);
  if (!disagreements) return tl::unexpected(disagreements.error());
  Workbook workbook{format("Answers of edition {}", answers.edition), draft_mark(answers.basis), {}};
  workbook.sheets.push_back(read_me(answers, facts));
  workbook.sheets.push_back(answers_table(*all, rules, answers));
  workbook.sheets.push_back(evidence_table(*all, answers));
  workbook.sheets.push_back(figures_sheet(figures));
  workbook.sheets.push_back(std::move(*disagreements));
  workbook.sheets.push_back(choices_table(rules));
  return workbook;
}

}  // namespace planmark
