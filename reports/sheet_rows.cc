#include "reports/sheet_rows.h"

#include <algorithm>
#include <array>

#include "base/format.h"
#include "base/utf8.h"
#include "corpus/sheet_table.h"
#include "reports/cell_text.h"

namespace planmark {
namespace {

constexpr double height_of_line = 15;  // of a row of one line, which needs no height of its own
constexpr std::size_t kinds_of_look = static_cast<std::size_t>(CellLook::small) + 1;

// Lines that the text takes in a column so wide, on the wide side.
std::size_t lines_of(std::string_view text, double width) {
  const auto room = static_cast<std::size_t>(std::max(width, 4.0));
  if (text.size() <= room && text.find('\n') == std::string_view::npos) return 1;
  std::size_t lines = 1, in_line = 0;
  for (std::size_t at = 0; at < text.size(); at += decode_at(text, at).size) {
    const bool is_full = ++in_line > room;
    lines += is_full || text[at] == '\n';
    if (is_full || text[at] == '\n') in_line = 0;
  }
  return lines;
}

void append_escaped(std::string_view text, std::string& xml) {
  for (;;) {
    const std::size_t plain = text.find_first_of("&<>");
    xml.append(text.substr(0, plain));
    if (plain == std::string_view::npos) return;
    xml.append(text[plain] == '&' ? "&amp;" : text[plain] == '<' ? "&lt;" : "&gt;");
    text.remove_prefix(plain + 1);
  }
}

bool is_blank_end(char c) { return c == ' ' || c == '\n'; }

// Somewhat more than the rows take.
std::size_t room_for(const Sheet& sheet) {
  constexpr std::size_t a_cell = 48, around_row = 64;
  std::size_t room = 0;
  for (const SheetRow& row : sheet.rows) room += around_row + row.size() * a_cell;
  return room;
}

std::vector<std::string> column_names(const Sheet& sheet) {
  std::size_t columns = 0;
  for (const SheetRow& row : sheet.rows) columns = std::max(columns, row.size());
  std::vector<std::string> names;
  for (std::size_t i = 0; i < columns; ++i) names.push_back(column_name(i));
  return names;
}

// Puts `value` between `begin`, where it first stands, and the quotation mark after it. false: it is not
// there.
bool replace_value(std::string_view begin, const std::string& value, std::string& xml) {
  const std::size_t at = xml.find(begin);
  if (at == std::string::npos) return false;
  const std::size_t from = at + begin.size();
  xml.replace(from, xml.find('"', from) - from, value);
  return true;
}

bool insert_before(std::string_view end, const std::string& added, std::string& xml) {
  const std::size_t at = xml.rfind(end);
  if (at != std::string::npos) xml.insert(at, added);
  return at != std::string::npos;
}

}  // namespace

// "_x000A_" would be taken for the character that it stands for.
std::string written_cell_text(std::string_view given) {
  std::string text = cell_text(given);
  if (text.find("_x") == std::string::npos) return text;
  std::string safe;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const bool is_code = text.compare(at, 2, "_x") == 0 && at + 6 < text.size() && text[at + 6] == '_' &&
                         text.find_first_not_of("0123456789abcdefABCDEF", at + 2) == at + 6;
    safe.append(is_code ? "_x005F_" : std::string(1, text[at]));
  }
  return safe.size() > most_cell_units ? text : safe;
}

double row_height(const SheetRow& row, const std::vector<double>& widths) {
  constexpr double highest = 409;  // the format's own limit
  double height = height_of_line;
  for (std::size_t i = 0; i < row.size(); ++i) {
    const CellLook look = row[i].look;
    if (look == CellLook::title || look == CellLook::alarm) height = std::max(height, 24.0);
    const bool is_wrapped = look == CellLook::plain || look == CellLook::draft || look == CellLook::edited;
    if (is_wrapped && i < widths.size())
      height = std::max(height, height_of_line * static_cast<double>(lines_of(row[i].text, widths[i])));
  }
  return std::min(height, highest);
}

std::size_t SharedTexts::number_of(std::string_view text) {
  ++named_;
  const auto known = numbers_.find(text);
  if (known != numbers_.end()) return known->second;
  const bool has_blank_ends = is_blank_end(text.front()) || is_blank_end(text.back());
  items_ += has_blank_ends ? "<si><t xml:space=\"preserve\">" : "<si><t>";
  append_escaped(text, items_);
  items_ += "</t></si>";
  return numbers_.emplace(text, size()).first->second;
}

std::string rows_xml(const Sheet& sheet, std::size_t first, const std::function<int(CellLook)>& style_of,
                     SharedTexts& texts) {
  const std::vector<std::string> names = column_names(sheet);
  std::array<std::string, kinds_of_look> styles;
  std::string xml;
  xml.reserve(room_for(sheet));
  for (std::size_t at = 0; at < sheet.rows.size(); ++at) {
    const SheetRow& row = sheet.rows[at];
    const std::string number = format("{}", first + at);
    const double height = row_height(row, sheet.widths);
    xml += "<row r=\"" + number + "\"";
    if (height > height_of_line) xml += format(" ht=\"{}\" customHeight=\"1\"", height);
    xml += ">";
    for (std::size_t i = 0; i < row.size(); ++i) {
      std::string& style = styles[static_cast<std::size_t>(row[i].look)];
      if (style.empty()) style = format("\" s=\"{}\"", style_of(row[i].look));
      xml.append("<c r=\"").append(names[i]).append(number).append(style);
      const std::string text = row[i].number ? std::string() : written_cell_text(row[i].text);
      if (row[i].number)
        xml += format("><v>{}</v></c>", *row[i].number);
      else if (text.empty())
        xml += "/>";
      else
        xml += format(" t=\"s\"><v>{}</v></c>", texts.number_of(text));
    }
    xml += "</row>";
  }
  return xml;
}

bool add_left_out(const LeftOut& left_out, std::vector<ZipEntry>& entries) {
  const auto part = [&](std::string_view name) { return std::ranges::find(entries, name, &ZipEntry::name); };
  for (const LeftOut::Rows& rows : left_out.rows) {
    const auto sheet = part(rows.part);
    if (sheet == entries.end() || !replace_value("<dimension ref=\"A1:", rows.last, sheet->bytes) ||
        !insert_before("</sheetData>", rows.xml, sheet->bytes))
      return false;
  }
  if (left_out.texts.items_xml().empty()) return true;
  const auto texts = part("xl/sharedStrings.xml");
  return texts != entries.end() &&
         replace_value(" count=\"", format("{}", left_out.texts.named()), texts->bytes) &&
         replace_value(" uniqueCount=\"", format("{}", left_out.texts.size()), texts->bytes) &&
         insert_before("</sst>", left_out.texts.items_xml(), texts->bytes);
}

}  // namespace planmark
