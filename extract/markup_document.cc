#include "extract/markup_document.h"

#include <algorithm>
#include <vector>

namespace planmark {
namespace {

std::string_view trimmed(std::string_view line) {
  while (!line.empty() && line.front() == ' ') line.remove_prefix(1);
  while (!line.empty() && (line.back() == ' ' || line.back() == '\r')) line.remove_suffix(1);
  return line;
}

std::string without_emphasis(std::string_view line) {
  std::string text;
  for (std::size_t i = 0; i < line.size(); ++i) {
    if (line.substr(i, 2) == "**")
      ++i;
    else
      text += line[i];
  }
  return text;
}

class Builder {
 public:
  Document take() {
    end_paragraph();
    document_.pages.back().span.end = size();
    return std::move(document_);
  }

  void line(std::string_view raw) {
    const std::string_view text = trimmed(raw);
    if (text == "\f") return new_page();
    const bool row = text.starts_with('|');
    if (!row) in_table_ = false;
    if (text.empty() || text.starts_with(":::")) return end_paragraph();
    if (text.starts_with('#')) return heading(text);
    if (row) return table_row(text);
    if (text.starts_with("- ") || text.starts_with("* ")) return item(text.substr(2));
    if (text.starts_with("> ")) return quote(text.substr(2));
    if (!paragraph_.empty()) paragraph_ += ' ';
    paragraph_ += text;
  }

 private:
  std::uint32_t size() const { return static_cast<std::uint32_t>(document_.text.size()); }
  std::uint32_t last() const { return static_cast<std::uint32_t>(document_.blocks.size()) - 1; }

  Block& add(BlockKind kind, std::string_view text) {
    Block block;
    block.kind = kind;
    block.section = sections_.empty() ? none : sections_.back();
    block.span.begin = size();
    document_.text += without_emphasis(text);
    block.span.end = size();
    document_.text += '\n';
    document_.blocks.push_back(block);
    return document_.blocks.back();
  }

  void heading(std::string_view text) {
    end_paragraph();
    const std::size_t marks = std::min(text.find_first_not_of('#'), text.size());
    const auto level = static_cast<std::uint8_t>(std::min<std::size_t>(6, marks));
    const std::string_view words = trimmed(text.substr(marks));
    if (words.empty()) return;
    while (!sections_.empty() && document_.blocks[sections_.back()].level >= level) sections_.pop_back();
    add(BlockKind::heading, words).level = level;
    sections_.push_back(last());
    stem_ = last();
  }

  void item(std::string_view text) {
    end_paragraph();
    Block& block = add(BlockKind::list_item, trimmed(text));
    block.level = 1;
    block.stem = stem_;
  }

  void quote(std::string_view text) {
    end_paragraph();
    add(BlockKind::quote, trimmed(text));
    stem_ = last();
  }

  void table_row(std::string_view text) {
    end_paragraph();
    if (text.find_first_not_of("|-: ") == std::string_view::npos) return;
    const bool head = !in_table_;
    if (head) ++tables_;
    in_table_ = true;
    Block block;
    block.kind = BlockKind::table_row;
    block.table = tables_ - 1;
    block.section = sections_.empty() ? none : sections_.back();
    block.span.begin = size();
    text.remove_prefix(1);
    if (text.ends_with('|')) text.remove_suffix(1);
    for (std::uint16_t column = 0;; ++column) {
      const std::size_t bar = text.find('|');
      Cell cell{{size(), size()}, static_cast<std::uint32_t>(document_.blocks.size()), column, head};
      document_.text += without_emphasis(trimmed(text.substr(0, bar)));
      cell.span.end = size();
      document_.cells.push_back(cell);
      if (bar == std::string_view::npos) break;
      document_.text += '\t';
      text.remove_prefix(bar + 1);
    }
    block.span.end = size();
    document_.text += '\n';
    document_.blocks.push_back(block);
  }

  void end_paragraph() {
    if (paragraph_.empty()) return;
    add(BlockKind::paragraph, paragraph_);
    paragraph_.clear();
    stem_ = last();
  }

  void new_page() {
    end_paragraph();
    document_.pages.back().span.end = size();
    document_.pages.push_back({});
    document_.pages.back().span.begin = size();
  }

  Document document_ = [] {
    Document document;
    document.pages.emplace_back();
    return document;
  }();
  std::vector<std::uint32_t> sections_;
  std::string paragraph_;
  std::uint32_t stem_ = none;
  std::uint32_t tables_ = 0;
  bool in_table_ = false;
};

}  // namespace

Document document_from_markup(std::string_view markup) {
  Builder builder;
  while (!markup.empty()) {
    const std::size_t end = markup.find('\n');
    builder.line(markup.substr(0, end));
    markup.remove_prefix(end == std::string_view::npos ? markup.size() : end + 1);
  }
  return builder.take();
}

}  // namespace planmark
