#include "reports/figures_sheet.h"

#include <algorithm>

#include "base/format.h"

namespace planmark {
namespace {

constexpr std::size_t chart_column = 5;
constexpr std::size_t rows_above_table = 4;  // headline, wording, base, head of the table

SheetCell strong(std::string text) { return {std::move(text), {}, CellLook::strong}; }
SheetCell note(std::string text) { return {std::move(text), {}, CellLook::note}; }
SheetCell number_cell(std::size_t value) { return {"", value, CellLook::plain}; }

SheetRow figure_cells(const FigureRow& row) {
  const auto rounded = per_cent(row.share);
  return {{row.label},
          number_cell(row.share.count),
          number_cell(row.share.base),
          rounded ? number_cell(*rounded) : SheetCell()};
}

void add_figure_block(const Figure& figure, Sheet& sheet) {
  const std::size_t begin = sheet.rows.size();
  sheet.rows.push_back({strong(format("{}. {}", figure.id(), headline(figure)))});
  sheet.rows.push_back({note(figure.wording)});
  sheet.rows.push_back({note(base_line(figure))});
  sheet.rows.push_back({strong("answer"), strong("count"), strong("base"), strong("per cent")});
  for (const FigureRow& row : figure.rows) sheet.rows.push_back(figure_cells(row));
  for (const MissingCount& missing : figure.missing)
    sheet.rows.push_back(
        {{format("not counted: {}", words_of(missing.missing))}, number_cell(missing.count)});
  if (!figure.rows.empty())
    sheet.charts.push_back({.first_row = begin + rows_above_table,
                            .last_row = begin + rows_above_table + figure.rows.size() - 1,
                            .column = 0,
                            .stacked = figure.form == Figure::Form::stacked,
                            .title = headline(figure),
                            .description = description(figure),
                            .row = begin + rows_above_table - 1,
                            .at_column = chart_column});
  const std::size_t end = std::max(sheet.rows.size(), begin + rows_above_table + chart_rows);
  sheet.rows.resize(end + 1);
}

}  // namespace

std::string draft_mark(Basis basis) {
  return basis == Basis::drafts ? "DRAFT: nobody has confirmed these figures" : "";
}

Sheet figures_sheet(const std::vector<Figure>& figures) {
  Sheet sheet{.name = "figures", .widths = {46, 9, 9, 9, 3}};
  if (!figures.empty() && figures.front().basis == Basis::drafts)
    sheet.rows.push_back({{draft_mark(Basis::drafts), {}, CellLook::alarm},
                          {"", {}, CellLook::alarm},  // which the words run into
                          {"", {}, CellLook::alarm},
                          {"", {}, CellLook::alarm}});
  for (const Figure& figure : figures) add_figure_block(figure, sheet);
  return sheet;
}

std::vector<SheetRow> about_rows(const EditionAnswers& answers, const ReportFacts& facts) {
  std::vector<SheetRow> rows;
  if (answers.basis == Basis::drafts) rows.push_back({{draft_mark(answers.basis), {}, CellLook::alarm}});
  rows.push_back({{format("Survey of published plans, edition {}", answers.edition), {}, CellLook::title}});
  rows.push_back({note(answers.basis == Basis::drafts
                           ? "The figures count the drafts of a program. A draft is not an answer."
                           : "The figures count answers that people have confirmed, and no others.")});
  rows.push_back({note(format("Systems: {}. {}", answers.systems.size(), facts.made_by))});
  for (const std::string& remark : answers.remarks) rows.push_back({note(remark)});
  if (!facts.is_public)
    for (const std::string& guard : facts.guards) rows.push_back({note(guard)});
  rows.push_back({});
  return rows;
}

Workbook figures_workbook(const EditionAnswers& answers, const std::vector<Figure>& figures,
                          const ReportFacts& facts) {
  Sheet read_me{.name = "read me", .widths = {110}, .rows = about_rows(answers, facts)};
  read_me.rows.push_back({note("figures: each figure's table, and a chart that is drawn from it.")});
  return {format("Survey of published plans, edition {}", answers.edition),
          draft_mark(answers.basis),
          {std::move(read_me), figures_sheet(figures)}};
}

}  // namespace planmark
