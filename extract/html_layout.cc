#include "extract/html_layout.h"

#include <algorithm>
#include <string_view>
#include <utility>
#include <vector>

#include "base/ascii.h"
#include "extract/html_blocks.h"
#include "extract/html_role.h"
#include "extract/kind_by_words.h"
#include "extract/section.h"

namespace planmark {
namespace {

bool is_prose(const HtmlBlock& block) {
  return block.kind == BlockKind::paragraph || block.kind == BlockKind::list_item;
}

void mark_captions(std::vector<HtmlBlock>& blocks) {
  constexpr std::size_t longest = 300;  // bytes
  for (HtmlBlock& block : blocks)
    if (block.kind == BlockKind::paragraph && block.text.size() <= longest &&
        starts_like_caption(lower_ascii(block.text)))
      block.kind = BlockKind::caption;
}

// A paragraph wholly between quotation marks, and the line after it that begins with a dash.
void mark_quotes(std::vector<HtmlBlock>& blocks) {
  bool after_quote = false;
  for (HtmlBlock& block : blocks) {
    const std::string_view text = block.text;
    const bool opened = text.starts_with("“") || text.starts_with("\"");
    const bool closed = text.ends_with("”") || text.ends_with("\"");
    const bool said = text.size() >= 20 && text.size() <= 900 && opened && closed;
    const bool speaker = after_quote && text.size() < 140 && (text.starts_with("–") || text.starts_with("—"));
    if (block.kind == BlockKind::paragraph && (said || speaker)) block.kind = BlockKind::quote;
    after_quote = block.kind == BlockKind::quote && !speaker;
  }
}

void as_glossary_entry(HtmlBlock& row) {
  row.kind = BlockKind::glossary;
  for (const std::string& cell : std::exchange(row.cells, {}))
    if (!cell.empty()) row.text += (row.text.empty() ? "" : ": ") + cell;
  row.table = none;
}

void mark_entries(std::vector<HtmlBlock>& blocks) {
  constexpr std::size_t longest_meaning = 600;  // bytes
  ListSection section = ListSection::other;
  std::uint8_t level = 0;
  for (HtmlBlock& block : blocks) {
    if (block.kind == BlockKind::heading) {
      const ListSection named = section_named(lower_ascii(block.text));
      if (named == ListSection::other && section != ListSection::other && block.level > level) continue;
      section = named;
      level = block.level;
    }
    if (section == ListSection::glossary && block.definition) as_glossary_entry(block);
    if (section == ListSection::other || !is_prose(block)) continue;
    if (section == ListSection::glossary && block.text.size() > longest_meaning) continue;
    block.kind = section == ListSection::glossary ? BlockKind::glossary : BlockKind::reference;
    block.level = 0;
  }
}

std::uint32_t size_of(const Document& document) { return static_cast<std::uint32_t>(document.text.size()); }

void write_row(const HtmlBlock& row, Document& document) {
  const auto index = static_cast<std::uint32_t>(document.blocks.size());
  for (std::size_t i = 0; i < row.cells.size(); ++i) {
    if (i > 0) document.text += '\t';
    Cell cell{{size_of(document), 0}, index, static_cast<std::uint16_t>(i), row.head};
    document.text += row.cells[i];
    cell.span.end = size_of(document);
    document.cells.push_back(cell);
  }
}

void write_block(const HtmlBlock& source, Document& document) {
  Block block;
  block.kind = source.kind;
  block.level = source.level;
  block.boxed = source.boxed;
  block.table = source.table;
  block.span.begin = size_of(document);
  if (source.kind == BlockKind::table_row)
    write_row(source, document);
  else
    document.text += source.text;
  block.span.end = size_of(document);
  document.text += '\n';
  document.blocks.push_back(block);
}

// "2023-06-15T10:30" -> "2023-06-15"; empty when it is no date.
std::string date_in(std::string_view value) {
  constexpr std::string_view pattern = "0000-00-00";
  if (value.size() < pattern.size()) return {};
  for (std::size_t i = 0; i < pattern.size(); ++i) {
    const bool digit = value[i] >= '0' && value[i] <= '9';
    if (pattern[i] == '-' ? value[i] != '-' : !digit) return {};
  }
  return std::string(value.substr(0, pattern.size()));
}

void take_information(const HtmlTree& tree, Document& document) {
  for (std::uint32_t i = 0; i < tree.nodes.size(); ++i) {
    const HtmlNode& node = tree.nodes[i];
    if (node.tag == "title" && document.title.empty() && node.end > i + 1)
      document.title = collapsed(tree.nodes[i + 1].text);
    if (node.tag != "meta") continue;
    const std::string name = lower_ascii(node.attribute(node.has("name") ? "name" : "property"));
    const std::string_view content = node.attribute("content");
    if (name == "generator" && document.producer.empty()) document.producer = collapsed(std::string(content));
    for (const std::string_view date :
         {"article:published_time", "dcterms.issued", "dcterms.created", "dcterms.date", "dc.date", "date"})
      if (name == date && document.created.empty()) document.created = date_in(content);
  }
}

bool has_scripts(const HtmlTree& tree) {
  return std::ranges::any_of(tree.nodes, [](const HtmlNode& node) { return node.tag == "script"; });
}

void judge_page(const HtmlTree& tree, Document& document) {
  Page& page = document.pages.front();
  page.span = {0, size_of(document)};
  const bool anything_said = std::ranges::any_of(
      document.blocks, [](const Block& block) { return block.kind != BlockKind::furniture; });
  if (anything_said) return;
  page.state = has_scripts(tree) ? PageState::unreadable : PageState::blank;
  if (page.state == PageState::unreadable) page.reason = "no text without its scripts";
}

}  // namespace

Document lay_out_html(const HtmlTree& tree, std::string sha256) {
  std::vector<HtmlBlock> blocks = html_blocks(tree);
  mark_captions(blocks);
  mark_quotes(blocks);
  mark_entries(blocks);
  Document document;
  document.sha256 = std::move(sha256);
  document.styles.emplace_back();
  document.pages.emplace_back();
  for (const HtmlBlock& block : blocks) write_block(block, document);
  take_information(tree, document);
  judge_page(tree, document);
  link_sections(document);
  return document;
}

}  // namespace planmark
