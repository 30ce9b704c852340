#include "corpus/sheet_table.h"

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <map>
#include <optional>
#include <pugixml.hpp>

#include "base/ascii.h"
#include "base/format.h"
#include "base/utf8.h"
#include "corpus/sheet_number.h"
#include "corpus/zip_archive.h"

namespace planmark {
namespace {

constexpr std::size_t most_text = 64U << 20;
constexpr std::size_t most_cells = 4'000'000;
constexpr std::size_t most_rows = 1'048'576, most_columns = 16'384;  // of the format itself

// Names count without their prefix: programs differ in which they give.
std::string_view local(std::string_view name) { return name.substr(name.rfind(':') + 1); }

// The children of that name, whatever their prefix.
std::vector<pugi::xml_node> children(pugi::xml_node parent, std::string_view name) {
  std::vector<pugi::xml_node> found;
  for (const pugi::xml_node child : parent.children())
    if (local(child.name()) == name) found.push_back(child);
  return found;
}

pugi::xml_node child(pugi::xml_node parent, std::string_view name) {
  for (const pugi::xml_node each : parent.children())
    if (local(each.name()) == name) return each;
  return {};
}

std::string_view attribute(pugi::xml_node node, std::string_view name) {
  for (const pugi::xml_attribute each : node.attributes())
    if (local(each.name()) == name) return each.value();
  return {};
}

template <class Number>
std::optional<Number> number_in(std::string_view text) {
  Number number{};
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return number;
}

// "_x000D_" stands for a character that XML cannot hold.
std::string unescaped(std::string_view text) {
  std::string plain;
  for (std::size_t at = 0; at < text.size();) {
    const bool may_be = text.substr(at, 2) == "_x" && at + 6 < text.size() && text[at + 6] == '_';
    std::uint32_t value = 0;
    const char* digits = text.data() + at + 2;
    if (may_be && std::from_chars(digits, digits + 4, value, 16).ptr == digits + 4) {
      const bool is_half = value >= 0xD800 && value <= 0xDFFF;  // of a pair: no character by itself
      append_utf8(plain, is_half ? U'\uFFFD' : static_cast<char32_t>(value));
      at += 7;
    } else {
      plain += text[at++];
    }
  }
  return plain;
}

// Of an <si> or <is>: its text, or that of its runs one after another.
std::string rich_text(pugi::xml_node item) {
  std::string text;
  for (const pugi::xml_node part : item.children()) {
    if (local(part.name()) == "t") text += part.child_value();
    if (local(part.name()) == "r") text += child(part, "t").child_value();
  }
  return unescaped(repaired_utf8(text));
}

// Column and row of "AB12", counted from 0.
struct CellPlace {
  std::size_t column = 0, row = 0;
};
std::optional<CellPlace> place_of(std::string_view reference) {
  std::size_t column = 0, at = 0;
  for (; at < reference.size() && reference[at] >= 'A' && reference[at] <= 'Z' && at < 3; ++at)
    column = column * 26 + static_cast<std::size_t>(reference[at] - 'A') + 1;
  const auto row = number_in<std::size_t>(reference.substr(at));
  if (column == 0 || column > most_columns || !row || *row == 0 || *row > most_rows) return std::nullopt;
  return CellPlace{column - 1, *row - 1};
}

class Workbook {
 public:
  static Result<Workbook> open(std::string_view bytes, const std::string& where) {
    auto entries = read_zip(bytes, where);
    if (!entries) return tl::unexpected(entries.error());
    Workbook book(where);
    for (ZipEntry& entry : *entries) book.parts_.emplace(std::move(entry.name), std::move(entry.bytes));
    if (auto read = book.read_contents(); !read) return tl::unexpected(read.error());
    return book;
  }

  std::vector<std::string> names() const {
    std::vector<std::string> all;
    for (const auto& [name, part] : sheets_) all.push_back(name);
    return all;
  }

  Result<std::vector<CsvRow>> rows(std::string_view wanted) {
    const auto sheet = std::find_if(sheets_.begin(), sheets_.end(), [&](const auto& each) {
      return wanted.empty() || lower_ascii(each.first) == lower_ascii(wanted);
    });
    if (sheet == sheets_.end())
      return failure(ProblemKind::not_found, format("there is no sheet \"{}\"", wanted), where_,
                     "its sheets are: " + joined(names(), ", "));
    where_ += ", sheet " + sheet->first;
    if (auto read = read_strings(); !read) return tl::unexpected(read.error());
    if (auto read = read_formats(); !read) return tl::unexpected(read.error());
    pugi::xml_document xml;
    if (auto read = parse(sheet->second, xml); !read) return tl::unexpected(read.error());
    for (const pugi::xml_node row : children(child(xml.document_element(), "sheetData"), "row"))
      if (auto taken = take_row(row); !taken) return tl::unexpected(taken.error());
    return std::move(rows_);
  }

 private:
  explicit Workbook(const std::string& where) : where_(where) {}

  tl::unexpected<Problem> damaged(std::string what, ProblemKind kind = ProblemKind::damaged) const {
    return failure(kind, std::move(what), where_, "open it in a spreadsheet program and save it anew");
  }

  // Parts that are not there are empty documents: most are optional.
  Result<void> parse(const std::string& name, pugi::xml_document& xml) const {
    const auto part = parts_.find(name);
    if (part == parts_.end()) return {};
    const auto parsed = xml.load_buffer(part->second.data(), part->second.size(),
                                        pugi::parse_default | pugi::parse_ws_pcdata_single);
    if (!parsed) return damaged(format("{} in the workbook is damaged: {}", name, parsed.description()));
    return {};
  }

  Result<void> read_contents() {
    pugi::xml_document xml;
    const std::string main = "xl/workbook.xml";
    if (!parts_.contains(main))
      return damaged("this is not a workbook of the kind .xlsx", ProblemKind::bad_input);
    if (auto read = parse(main, xml); !read) return read;
    const pugi::xml_node book = xml.document_element();
    const std::string_view from_1904 = attribute(child(book, "workbookPr"), "date1904");
    from_1904_ = from_1904 == "1" || from_1904 == "true";

    pugi::xml_document links;
    if (auto read = parse("xl/_rels/workbook.xml.rels", links); !read) return read;
    std::map<std::string, std::string, std::less<>> targets;
    for (const pugi::xml_node link : children(links.document_element(), "Relationship")) {
      const std::string target(attribute(link, "Target"));
      const std::string part = target.starts_with('/') ? target.substr(1) : "xl/" + target;
      targets.emplace(attribute(link, "Id"), part);
      const std::string_view type = attribute(link, "Type");
      if (type.ends_with("/sharedStrings")) strings_part_ = part;
      if (type.ends_with("/styles")) styles_part_ = part;
    }
    for (const pugi::xml_node sheet : children(child(book, "sheets"), "sheet")) {
      std::string_view id;  // "id" beside "sheetId": the one with the prefix
      for (const pugi::xml_attribute each : sheet.attributes())
        if (std::string_view(each.name()).ends_with(":id")) id = each.value();
      const auto target = targets.find(id);
      if (target != targets.end() && parts_.contains(target->second))
        sheets_.emplace_back(repaired_utf8(attribute(sheet, "name")), target->second);
    }
    if (sheets_.empty()) return damaged("the workbook has no sheet that can be read");
    return {};
  }

  Result<void> read_strings() {
    pugi::xml_document xml;
    if (auto read = parse(strings_part_, xml); !read) return read;
    for (const pugi::xml_node item : children(xml.document_element(), "si"))
      strings_.push_back(rich_text(item));
    return {};
  }

  Result<void> read_formats() {
    pugi::xml_document xml;
    if (auto read = parse(styles_part_, xml); !read) return read;
    const pugi::xml_node styles = xml.document_element();
    std::map<std::uint32_t, std::string> codes;
    for (const pugi::xml_node own : children(child(styles, "numFmts"), "numFmt"))
      codes[number_in<std::uint32_t>(attribute(own, "numFmtId")).value_or(0)] = attribute(own, "formatCode");
    for (const pugi::xml_node used : children(child(styles, "cellXfs"), "xf")) {
      const std::uint32_t id = number_in<std::uint32_t>(attribute(used, "numFmtId")).value_or(0);
      is_date_.push_back(is_date_format(id, codes[id]));
    }
    return {};
  }

  std::string text_of(pugi::xml_node cell) const {
    const std::string_view type = attribute(cell, "t");
    if (type == "inlineStr") return rich_text(child(cell, "is"));
    const std::string_view value = child(cell, "v").child_value();
    if (type == "s") {
      const auto index = number_in<std::size_t>(value);
      return index && *index < strings_.size() ? strings_[*index] : std::string();
    }
    if (type == "b") return value == "1" ? "TRUE" : value == "0" ? "FALSE" : std::string();
    const auto number = type.empty() || type == "n" ? number_in<double>(value) : std::nullopt;
    if (!number) return unescaped(repaired_utf8(value));
    const auto style = number_in<std::size_t>(attribute(cell, "s"));
    if (style && *style < is_date_.size() && is_date_[*style])
      if (auto date = date_text(*number, from_1904_)) return *date;
    return number_text(*number);
  }

  Result<void> take_row(pugi::xml_node row) {
    const std::string_view said = attribute(row, "r");
    const auto number = said.empty() ? std::optional(last_row_ + 1) : number_in<std::size_t>(said);
    if (!number || *number <= last_row_ || *number > most_rows)
      return damaged(format("row \"{}\" is out of order", said));
    last_row_ = *number;
    CsvRow taken{{}, *number};
    std::size_t next = 0;
    for (const pugi::xml_node cell : children(row, "c")) {
      const std::string_view reference = attribute(cell, "r");
      const auto place = reference.empty() ? std::optional(CellPlace{next, 0}) : place_of(reference);
      if (!place || place->column < next || place->column >= most_columns)
        return damaged(format("row {} has a cell \"{}\" out of order", *number, reference));
      next = place->column + 1;
      std::string text = text_of(cell);
      if (text.empty()) continue;
      if (!rows_.empty() && place->column >= rows_.front().cells.size())
        return failure(ProblemKind::bad_input,
                       format("row {} has a cell in column {}, to the right of the table", *number,
                              column_name(place->column)),
                       where_, "give the column a head, or empty the cell");
      if ((text_ += text.size()) > most_text) return too_large("text");
      taken.cells.resize(next);
      taken.cells.back() = std::move(text);
    }
    return keep(std::move(taken));
  }

  Result<void> keep(CsvRow row) {
    if (row.cells.empty()) return {};
    if (!rows_.empty()) row.cells.resize(rows_.front().cells.size());
    if ((cells_ += row.cells.size()) > most_cells) return too_large("cells");
    rows_.push_back(std::move(row));
    return {};
  }

  tl::unexpected<Problem> too_large(const char* what) const {
    return failure(ProblemKind::too_large, format("the sheet holds too much: too many {}", what), where_,
                   "keep the table alone");
  }

  std::string where_;
  std::map<std::string, std::string> parts_;
  std::vector<std::pair<std::string, std::string>> sheets_;  // name and part
  std::string strings_part_, styles_part_;
  bool from_1904_ = false;
  std::vector<std::string> strings_;
  std::vector<bool> is_date_;  // by cell style
  std::vector<CsvRow> rows_;
  std::size_t last_row_ = 0, text_ = 0, cells_ = 0;
};

}  // namespace

Result<std::vector<std::string>> sheet_names(std::string_view bytes, const std::string& where) {
  return Workbook::open(bytes, where).map([](const Workbook& book) { return book.names(); });
}

Result<std::vector<CsvRow>> parse_sheet(std::string_view bytes, const std::string& where,
                                        std::string_view sheet) {
  auto book = Workbook::open(bytes, where);
  if (!book) return tl::unexpected(book.error());
  return book->rows(sheet);
}

Result<std::vector<CsvRow>> parse_table(std::string_view bytes, const std::string& where,
                                        std::string_view sheet) {
  return is_zip(bytes) ? parse_sheet(bytes, where, sheet) : parse_csv(bytes, where);
}

std::string column_name(std::size_t column) {
  std::string name;
  for (std::size_t left = column + 1; left > 0; left = (left - 1) / 26)
    name.insert(name.begin(), static_cast<char>('A' + (left - 1) % 26));
  return name;
}

}  // namespace planmark
