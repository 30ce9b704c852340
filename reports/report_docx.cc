#include "reports/report_docx.h"

#include "base/format.h"
#include "reports/part_comparison.h"
#include "reports/report_text.h"
#include "reports/word_document.h"

namespace planmark {
namespace {

using Look = WordDocument::Style;
using Rows = std::vector<std::vector<std::string>>;

std::string per_cent_cell(Share share) {
  const auto rounded = per_cent(share);
  return rounded ? format("{} %", *rounded) : std::string("–");
}

Rows rows_of(const Figure& figure) {
  Rows rows = {{"Answer", "Count", "Base", "Per cent"}};
  for (const FigureRow& row : figure.rows)
    rows.push_back(
        {row.label, format("{}", row.share.count), format("{}", row.share.base), per_cent_cell(row.share)});
  for (const MissingCount& missing : figure.missing)
    rows.push_back(
        {format("Not counted: {}", words_of(missing.missing)), format("{}", missing.count), "–", "–"});
  return rows;
}

void add_figure(const Figure& figure, std::size_t number, const ChartPicture* picture, WordDocument& word) {
  word.heading(2, format("Figure {}. {}", number, headline(figure)));
  word.paragraph(figure.wording);
  word.paragraph(format("{} · {}", figure.question, plural_of(figure.part)), Look::small);
  if (picture != nullptr) word.picture(picture->png, picture->width, picture->height, description(figure));
  word.table(rows_of(figure), {55, 15, 15, 15});
  word.paragraph(base_line(figure));
  word.paragraph("Source of the question: " + figure.source, Look::small);
}

void add_comparison(const PartComparison& comparison, WordDocument& word) {
  const bool is_draft = comparison.figures.front()->basis == Basis::drafts;
  word.heading(2, format("{}{}. {}", is_draft ? "Draft: " : "", comparison.question, comparison.wording));
  word.paragraph(sentence_of(comparison));
  Rows rows = {{"Answer"}};
  for (const Figure* figure : comparison.figures) rows[0].push_back(plural_of(figure->part));
  for (const std::string& label : comparison.rows) {
    rows.push_back({label});
    for (const Figure* figure : comparison.figures) rows.back().push_back(to_text(share_of(*figure, label)));
  }
  word.table(rows);
  for (const Figure* figure : comparison.figures)
    word.paragraph(format("{}: {}", plural_of(figure->part), base_line(*figure)), Look::small);
}

void add_good_practice(const std::vector<GoodPractice>& quotes, WordDocument& word) {
  if (quotes.empty()) return;
  word.heading(1, "Good practice");
  std::string criterion;
  for (const GoodPractice& quote : quotes) {
    if (quote.criterion != criterion) word.heading(2, criterion = quote.criterion);
    word.paragraph(quote.statement, Look::quote);
    word.paragraph(quote.question + (quote.is_draft ? " · draft, not confirmed" : ""), Look::small);
  }
}

void add_method(const EditionAnswers& answers, const ReportFacts& facts, WordDocument& word) {
  word.heading(1, "Method and limits");
  for (const std::string& paragraph : method_of(answers)) word.paragraph(paragraph);
  for (const std::string& remark : answers.remarks) word.paragraph(remark);
  if (!facts.is_public && !facts.guards.empty()) {
    word.heading(2, "What does not fit together");
    for (const std::string& guard : facts.guards) word.paragraph(guard);
  }
  word.paragraph(facts.made_by, Look::small);
}

}  // namespace

Result<std::string> report_docx(const EditionAnswers& answers, const std::vector<Figure>& figures,
                                const RuleBook& rules, const ReportFacts& facts) {
  const bool is_draft = answers.basis == Basis::drafts;
  WordDocument word(report_title(answers), is_draft ? "DRAFT: not confirmed, not to be published" : "");
  word.heading(0, report_title(answers));
  if (is_draft) word.paragraph(format("{} {}", draft_warning, draft_explanation), Look::warning);
  word.paragraph(format("{} systems, {} figures.", answers.systems.size(), figures.size()));
  std::string criterion;
  for (std::size_t i = 0; i < figures.size(); ++i) {
    if (figures[i].criterion != criterion) word.heading(1, criterion = figures[i].criterion);
    add_figure(figures[i], i + 1, i < facts.pictures.size() ? &facts.pictures[i] : nullptr, word);
  }
  const auto comparisons = part_comparisons(answers, figures, rules);
  if (!comparisons.empty()) word.heading(1, "Strategy beside plan");
  for (const PartComparison& comparison : comparisons) add_comparison(comparison, word);
  add_good_practice(facts.good_practice, word);
  add_method(answers, facts, word);
  return word.bytes();
}

}  // namespace planmark
