#include "reports/workbook.h"

#include <sys/mman.h>
#include <unistd.h>
#include <xlsxwriter.h>

#include <algorithm>
#include <array>
#include <map>

#include "base/format.h"
#include "base/utf8.h"
#include "corpus/sheet_table.h"
#include "corpus/zip_archive.h"
#include "reports/cell_text.h"
#include "reports/sheet_rows.h"

namespace planmark {
namespace {

constexpr std::size_t most_title = 250;  // of a chart
constexpr std::array<std::uint32_t, 6> bar_colours = {0x0B5D5E, 0xA9D5D0, 0xE4E0D8,
                                                      0x6A4C93, 0xF2CC8F, 0xC7D3DD};

// A file without a name: it is gone with the process, whatever happens.
class MemoryFile {
 public:
  MemoryFile() : file_(::memfd_create("workbook", MFD_CLOEXEC)) {}
  ~MemoryFile() {
    if (file_ >= 0) ::close(file_);
  }
  MemoryFile(const MemoryFile&) = delete;
  MemoryFile& operator=(const MemoryFile&) = delete;
  bool is_open() const { return file_ >= 0; }
  std::string path() const { return format("/proc/self/fd/{}", file_); }
  std::string bytes() const {
    std::string read(static_cast<std::size_t>(std::max<off_t>(::lseek(file_, 0, SEEK_END), 0)), '\0');
    std::size_t done = 0;
    while (done < read.size()) {
      const ssize_t got = ::pread(file_, read.data() + done, read.size() - done, static_cast<off_t>(done));
      if (got <= 0) break;
      done += static_cast<std::size_t>(got);
    }
    read.resize(done);
    return read;
  }

 private:
  int file_;
};

lxw_col_t sheet_column(std::size_t column) { return static_cast<lxw_col_t>(column); }
lxw_row_t sheet_row(std::size_t row) { return static_cast<lxw_row_t>(row); }

// The library needs the cells of a sheet with charts for them.
bool is_written_here(const Sheet& sheet) { return !sheet.head.empty() && sheet.charts.empty(); }

// The library keeps what is put into it and frees it on closing.
class WorkbookWriter {
 public:
  WorkbookWriter(const Workbook& workbook, const char* path)
      : workbook_(workbook), book_(workbook_new(path)) {}
  bool is_open() const { return book_ != nullptr; }

  lxw_error write() {
    lxw_doc_properties properties{};
    std::string title = workbook_.title;
    properties.title = title.data();
    properties.created =
        315'532'800;  // 1980, as the archive's own times: the bytes must not depend on the day
    workbook_set_properties(book_, &properties);
    for (std::size_t i = 0; i < workbook_.sheets.size(); ++i) {
      lxw_worksheet* made = workbook_add_worksheet(book_, workbook_.sheets[i].name.c_str());
      if (made == nullptr) wrong_ = LXW_ERROR_PARAMETER_VALIDATION;
      if (made != nullptr) fill(made, workbook_.sheets[i]);
    }
    leave_out_rows();
    const lxw_error closed = workbook_close(book_);  // also when something went wrong: it frees
    return wrong_ == LXW_NO_ERROR ? closed : wrong_;
  }

  // By write().
  const LeftOut& left_out() const { return left_out_; }

 private:
  void check(lxw_error error) {
    if (wrong_ == LXW_NO_ERROR) wrong_ = error;
  }

  lxw_format* look(CellLook look) {
    lxw_format*& made = looks_[look];
    if (made != nullptr) return made;
    made = workbook_add_format(book_);
    format_set_align(made, LXW_ALIGN_VERTICAL_TOP);
    switch (look) {
      case CellLook::plain:
        format_set_text_wrap(made);
        break;
      case CellLook::title:
        format_set_bold(made);
        format_set_font_size(made, 16);
        break;
      case CellLook::strong:
        format_set_bold(made);
        break;
      case CellLook::note:
        break;
      case CellLook::alarm:
        format_set_bold(made);
        format_set_font_size(made, 14);
        format_set_font_color(made, 0xFFFFFF);
        format_set_bg_color(made, 0x8E1B1B);
        break;
      case CellLook::draft:
        format_set_text_wrap(made);
        format_set_italic(made);
        format_set_bg_color(made, 0xFFE699);
        break;
      case CellLook::edited:
        format_set_text_wrap(made);
        format_set_num_format(made, "@");
        format_set_bg_color(made, 0xE7F1FA);
        format_set_border(made, LXW_BORDER_THIN);
        format_set_border_color(made, 0x9DB8CF);
        break;
      case CellLook::small:
        format_set_font_size(made, 8);
        format_set_font_color(made, 0x6B6B6B);
        break;
    }
    return made;
  }

  lxw_format* head_look() {
    if (head_ != nullptr) return head_;
    head_ = workbook_add_format(book_);
    format_set_bold(head_);
    format_set_text_wrap(head_);
    format_set_align(head_, LXW_ALIGN_VERTICAL_TOP);
    format_set_font_color(head_, 0xFFFFFF);
    format_set_bg_color(head_, 0x1F3B4D);
    return head_;
  }

  void fill(lxw_worksheet* made, const Sheet& sheet) {
    for (std::size_t i = 0; i < sheet.widths.size(); ++i)
      check(worksheet_set_column(made, sheet_column(i), sheet_column(i), sheet.widths[i], nullptr));
    std::size_t at = 0;
    for (std::size_t i = 0; i < sheet.head.size(); ++i) write_text(made, at, i, sheet.head[i], head_look());
    at += !sheet.head.empty();
    for (std::size_t row = 0; row < sheet.rows.size() && !is_written_here(sheet); ++row, ++at) {
      check(worksheet_set_row(made, sheet_row(at), row_height(sheet.rows[row], sheet.widths), nullptr));
      for (std::size_t i = 0; i < sheet.rows[row].size(); ++i) write_cell(made, at, i, sheet.rows[row][i]);
    }
    if (!sheet.head.empty()) make_table(made, sheet);
    for (const DropDown& drop_down : sheet.drop_downs) add_drop_down(made, sheet, drop_down);
    for (const SheetChart& chart : sheet.charts) add_chart(made, sheet, chart);
    set_page(made);
    if (sheet.hidden) worksheet_hide(made);
  }

  // Their texts are counted from the last of the library's own.
  void leave_out_rows() {
    left_out_.texts = SharedTexts(book_->sst->unique_count, book_->sst->string_count);
    for (std::size_t i = 0; i < workbook_.sheets.size(); ++i) {
      const Sheet& sheet = workbook_.sheets[i];
      if (!is_written_here(sheet) || sheet.rows.empty()) continue;
      std::size_t columns = sheet.head.size();
      for (const SheetRow& row : sheet.rows) columns = std::max(columns, row.size());
      const auto style_of = [&](CellLook of) { return lxw_format_get_xf_index(look(of)); };
      left_out_.rows.push_back({format("xl/worksheets/sheet{}.xml", i + 1),
                                format("{}{}", column_name(columns - 1), sheet.rows.size() + 1),
                                rows_xml(sheet, 2, style_of, left_out_.texts)});
    }
  }

  void write_text(lxw_worksheet* made, std::size_t row, std::size_t column, std::string_view text,
                  lxw_format* look) {
    const std::string safe = written_cell_text(text);
    check(safe.empty()
              ? worksheet_write_blank(made, sheet_row(row), sheet_column(column), look)
              : worksheet_write_string(made, sheet_row(row), sheet_column(column), safe.c_str(), look));
  }

  void write_cell(lxw_worksheet* made, std::size_t row, std::size_t column, const SheetCell& cell) {
    if (!cell.number) return write_text(made, row, column, cell.text, look(cell.look));
    check(worksheet_write_number(made, sheet_row(row), sheet_column(column),
                                 static_cast<double>(*cell.number), look(cell.look)));
  }

  void make_table(lxw_worksheet* made, const Sheet& sheet) {
    worksheet_freeze_panes(made, 1, 0);
    check(worksheet_repeat_rows(made, 0, 0));
    if (!sheet.rows.empty())
      check(worksheet_autofilter(made, 0, 0, sheet_row(sheet.rows.size()),
                                 sheet_column(sheet.head.size() - 1)));
  }

  void add_drop_down(lxw_worksheet* made, const Sheet& sheet, const DropDown& drop_down) {
    if (sheet.rows.empty()) return;
    std::string formula = drop_down.formula, hint = drop_down.hint;
    lxw_data_validation validation{};
    validation.validate = LXW_VALIDATION_TYPE_LIST_FORMULA;
    validation.value_formula = formula.data();
    validation.input_message = hint.data();
    // Several options in one cell are no item of the list: what is not is asked about, never refused here.
    validation.error_type = LXW_VALIDATION_ERROR_TYPE_WARNING;
    validation.error_message = hint.data();
    check(worksheet_data_validation_range(made, 1, sheet_column(drop_down.column),
                                          sheet_row(sheet.rows.size()), sheet_column(drop_down.column),
                                          &validation));
  }

  void add_series(lxw_chart* chart, const Sheet& sheet, const SheetChart& from, std::size_t first,
                  std::size_t last, std::uint32_t colour, bool named) {
    lxw_chart_series* series = chart_add_series(chart, nullptr, nullptr);
    const lxw_row_t begin = sheet_row(first), end = sheet_row(last);
    const lxw_col_t labels = sheet_column(from.column), numbers = sheet_column(from.column + 1);
    if (named)
      chart_series_set_name_range(series, sheet.name.c_str(), begin, labels);
    else
      chart_series_set_categories(series, sheet.name.c_str(), begin, labels, end, labels);
    chart_series_set_values(series, sheet.name.c_str(), begin, numbers, end, numbers);
    chart_series_set_labels(series);
    lxw_chart_fill fill{};
    fill.color = colour;
    chart_series_set_fill(series, &fill);
    lxw_chart_line line{};
    line.color = 0x1D1D1B;
    line.width = 0.75;
    chart_series_set_line(series, &line);
  }

  void add_chart(lxw_worksheet* made, const Sheet& sheet, const SheetChart& from) {
    lxw_chart* chart =
        workbook_add_chart(book_, from.stacked ? LXW_CHART_BAR_STACKED_PERCENT : LXW_CHART_BAR);
    if (chart == nullptr) return check(LXW_ERROR_MEMORY_MALLOC_FAILED);
    if (from.stacked) {
      for (std::size_t row = from.first_row; row <= from.last_row; ++row)
        add_series(chart, sheet, from, row, row, bar_colours[(row - from.first_row) % bar_colours.size()],
                   true);
      chart_axis_off(chart->x_axis);
      chart_legend_set_position(chart, LXW_CHART_LEGEND_BOTTOM);
    } else {
      add_series(chart, sheet, from, from.first_row, from.last_row, bar_colours.front(), false);
      chart_axis_set_reverse(chart->x_axis);  // the first row at the top
      chart_legend_set_position(chart, LXW_CHART_LEGEND_NONE);
      chart_axis_off(chart->y_axis);
    }
    for (lxw_chart_axis* axis : {chart->x_axis, chart->y_axis})
      chart_axis_major_gridlines_set_visible(axis, LXW_FALSE);
    std::string title = from.title.substr(0, most_title);
    while (!is_valid_utf8(title)) title.pop_back();
    chart_title_set_name(chart, title.c_str());
    lxw_chart_font font{};
    font.size = 9;
    font.bold = LXW_TRUE;
    chart_title_set_name_font(chart, &font);
    std::string description = repaired_utf8(from.description);
    lxw_chart_options options{};
    options.x_scale = 1.25;
    options.y_scale = 1.05;
    options.description = description.data();
    check(
        worksheet_insert_chart_opt(made, sheet_row(from.row), sheet_column(from.at_column), chart, &options));
  }

  void set_page(lxw_worksheet* made) {
    constexpr std::uint8_t a4 = 9;
    worksheet_set_paper(made, a4);
    worksheet_set_landscape(made);
    worksheet_fit_to_pages(made, 1, 0);
    if (!workbook_.mark.empty()) check(worksheet_set_header(made, ("&C&B" + workbook_.mark).c_str()));
    check(worksheet_set_footer(made, "&L&A&R&P / &N"));
  }

  const Workbook& workbook_;
  lxw_workbook* book_;
  std::map<CellLook, lxw_format*> looks_;
  lxw_format* head_ = nullptr;
  LeftOut left_out_;
  lxw_error wrong_ = LXW_NO_ERROR;
};

// The library does not notice when its temporary files could not be written to their end.
bool is_whole(const ZipEntry& entry) {
  const std::string_view xml =
      std::string_view(entry.bytes).substr(0, entry.bytes.find_last_not_of('\n') + 1);
  const std::size_t begin = xml.find("?>\n<");
  if (begin == std::string_view::npos) return false;
  const std::string_view rest = xml.substr(begin + 4);
  const std::string root(rest.substr(0, rest.find_first_of(" />\n")));
  return xml.ends_with("</" + root + ">") || xml.ends_with("/>");
}

}  // namespace

Result<std::string> xlsx_of(const Workbook& workbook) {
  const MemoryFile file;
  if (!file.is_open()) return failure(ProblemKind::storage, "there is no memory for a workbook");
  const std::string path = file.path();
  WorkbookWriter writer(workbook, path.c_str());
  if (!writer.is_open()) return failure(ProblemKind::storage, "there is no memory for a workbook");
  if (const lxw_error error = writer.write(); error != LXW_NO_ERROR) {
    const bool lacks_space = error == LXW_ERROR_CREATING_TMPFILE || error == LXW_ERROR_CREATING_XLSX_FILE ||
                             (error >= LXW_ERROR_ZIP_FILE_OPERATION && error <= LXW_ERROR_ZIP_CLOSE);
    return failure(lacks_space ? ProblemKind::storage : ProblemKind::internal,
                   format("the workbook cannot be written: {}", lxw_strerror(error)), "",
                   lacks_space ? "make room for temporary files, or set TMPDIR to where there is some" : "");
  }
  auto entries = read_zip(file.bytes(), "workbook");
  if (!entries || !std::ranges::all_of(*entries, is_whole))
    return failure(ProblemKind::storage, "the workbook was not written to its end", "",
                   "make room for temporary files, or set TMPDIR to where there is some");
  if (!add_left_out(writer.left_out(), *entries))
    return failure(ProblemKind::internal, "the workbook's parts are not as expected");
  return zip_of(*entries);
}

}  // namespace planmark
