#include "reports/page_html.h"

#include <algorithm>
#include <map>
#include <vector>

#include "base/format.h"
#include "extract/block_regions.h"
#include "reports/html_text.h"
#include "reports/page_html_style.h"

namespace planmark {
namespace {

struct KindLook {
  const char* mark;  // on the box
  const char* name;
};

KindLook look_of(BlockKind kind) {
  switch (kind) {
    case BlockKind::heading:
      return {"H", "heading"};
    case BlockKind::paragraph:
      return {"P", "paragraph"};
    case BlockKind::list_item:
      return {"L", "list item"};
    case BlockKind::table_row:
      return {"T", "table row"};
    case BlockKind::caption:
      return {"C", "caption"};
    case BlockKind::quote:
      return {"Q", "pull quote"};
    case BlockKind::contents:
      return {"I", "line of the contents"};
    case BlockKind::footnote:
      return {"N", "footnote"};
    case BlockKind::furniture:
      return {"F", "running head or foot"};
    case BlockKind::glossary:
      return {"G", "glossary entry"};
    case BlockKind::reference:
      return {"R", "reference"};
  }
  return {"P", "paragraph"};
}

std::string text_in(const Document& document, Span span) { return html_of(slice(document.text, span)); }

// What is shown of one block: the part of it that stands on the page.
struct Shown {
  std::uint32_t number = 0;  // in reading order on the page, from 1
  std::uint32_t index = 0;   // into Document::blocks
  const Block* block = nullptr;
  Span span;
  std::vector<Box> regions;
};

// A row of a table is one box however its cells stand; they have boxes of their own.
std::vector<Box> around_all(const std::vector<Box>& boxes) {
  if (boxes.empty()) return {};
  Box all = boxes.front();
  for (const Box& box : boxes)
    all = {std::min(all.x0, box.x0), std::min(all.y0, box.y0), std::max(all.x1, box.x1),
           std::max(all.y1, box.y1)};
  return {all};
}

std::vector<Shown> blocks_on(const Document& document, std::uint32_t page) {
  std::vector<Shown> blocks;
  const Span within = document.pages[page].span;
  for (std::uint32_t i = 0; i < document.blocks.size(); ++i) {
    const Block& block = document.blocks[i];
    if (!block.span.overlaps(within)) continue;
    const Span span{std::max(block.span.begin, within.begin), std::min(block.span.end, within.end)};
    const auto number = static_cast<std::uint32_t>(blocks.size()) + 1;
    std::vector<Box> regions = regions_of(document, block.span, page);
    if (block.kind == BlockKind::table_row) regions = around_all(regions);
    blocks.push_back({number, i, &block, span, std::move(regions)});
  }
  return blocks;
}

std::string mark_of(const Block& block) {
  const std::string level = block.level > 0 ? std::to_string(block.level) : "";
  return look_of(block.kind).mark + level;
}

std::string description_of(const Block& block) {
  std::string text = look_of(block.kind).name;
  if (block.level > 0) text += format(", level {}", block.level);
  if (block.table != none) text += format(", table {}", block.table + 1);
  if (block.boxed) text += ", in a box";
  return text;
}

std::string section_of(const Document& document, std::uint32_t index) {
  std::string path;
  for (const std::uint32_t heading : section_path(document, index))
    path += (path.empty() ? "" : " › ") + text_in(document, document.blocks[heading].span);
  return path;
}

class PageWriter {
 public:
  PageWriter(const Document& document, const PageHtml& shown)
      : document_(document),
        shown_(shown),
        page_(document.pages[shown.page]),
        blocks_(blocks_on(document, shown.page)) {}

  std::string html() const {
    const std::string title = format("{}, page {}", html_of(shown_.name), shown_.page + 1);
    return format(
        "<!DOCTYPE html>\n<html lang=\"en-GB\">\n<head>\n<meta charset=\"utf-8\">\n"
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; img-src data:; "
        "style-src 'unsafe-inline'\">\n"
        "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
        "<title>{}</title>\n<style>{}</style>\n</head>\n<body>\n<header>\n<h1>{}</h1>\n{}{}</header>\n"
        "<main class=\"both\">\n<section class=\"page\" aria-label=\"The page with its "
        "blocks\">\n{}{}</section>\n"
        "<section class=\"side\">\n<h2>What was read, in reading order</h2>\n{}</section>\n</main>\n"
        "</body>\n</html>\n",
        title, page_html_style, title, facts(), legend(), picture(), boxes(), list());
  }

 private:
  std::string facts() const {
    std::string text = format("<p class=\"facts\">Page {} of {}", shown_.page + 1, document_.pages.size());
    if (!page_.label.empty()) text += format(", printed as {}", html_of(page_.label));
    text += format("; {:.0f} by {:.0f} points; {} blocks.</p>\n", page_.width, page_.height, blocks_.size());
    if (page_.state == PageState::unreadable) text += warning("This page could not be read: " + page_.reason);
    if (page_.state == PageState::blank) text += "<p class=\"facts\">Nothing is printed on this page.</p>\n";
    for (const PageProblem& problem : document_.problems)
      if (problem.page == shown_.page) text += warning(problem.problem.what);
    if (!shown_.no_picture.empty()) text += warning("There is no picture of the page: " + shown_.no_picture);
    if (!shown_.missing_fonts.empty())
      text += warning("The picture leaves out words, for this machine has nothing like the fonts " +
                      joined(shown_.missing_fonts, ", "));
    return text;
  }

  static std::string warning(const std::string& text) {
    return format("<p class=\"warning\">{}.</p>\n", html_of(text));
  }

  std::string legend() const {
    std::map<BlockKind, int> counts;
    for (const Shown& one : blocks_) ++counts[one.block->kind];
    std::string text;
    for (const auto& [kind, count] : counts) {
      const KindLook look = look_of(kind);
      text += format("<li class=\"{}\"><i></i>{} {}: {}</li>\n", name_of(kind), look.mark, look.name, count);
    }
    return text.empty() ? "" : "<ul class=\"legend\" aria-label=\"Kinds of block\">\n" + text + "</ul>\n";
  }

  std::string picture() const {
    if (shown_.png.empty())
      return format("<svg class=\"blank\" viewBox=\"0 0 {:.2f} {:.2f}\" aria-hidden=\"true\"></svg>\n",
                    page_.width, page_.height);
    return format("<img alt=\"Page {} as printed\" src=\"{}\">\n", shown_.page + 1,
                  data_url("image/png", shown_.png));
  }

  // In hundredths of the page's sides: the boxes keep to the picture at every size.
  std::string place_of(const Box& box) const {
    const double across = 100.0 / page_.width, down = 100.0 / page_.height;
    return format("left:{:.3f}%;top:{:.3f}%;width:{:.3f}%;height:{:.3f}%", box.x0 * across, box.y0 * down,
                  (box.x1 - box.x0) * across, (box.y1 - box.y0) * down);
  }

  std::string boxes() const {
    if (!(page_.width > 0 && page_.height > 0)) return "";
    std::string text;
    for (const Shown& one : blocks_)
      for (std::size_t i = 0; i < one.regions.size(); ++i) text += box(one, i);
    for (const Shown& one : blocks_) text += cell_boxes(one);
    return text;
  }

  std::string box(const Shown& one, std::size_t region) const {
    const std::string section = section_of(document_, one.index);
    const std::string id = region == 0 ? format(" id=\"box-{}\"", one.number) : "";
    return format(
        "<a class=\"box {}\"{} href=\"#text-{}\" style=\"{}\"><b>{} {}{}</b><span class=\"tip\">{}: "
        "{}{}</span></a>\n",
        name_of(one.block->kind), id, one.number, place_of(one.regions[region]), one.number,
        mark_of(*one.block), region == 0 ? "" : "…", one.number, description_of(*one.block),
        section.empty() ? "" : "<br>" + section);
  }

  std::string cell_boxes(const Shown& one) const {
    std::string text;
    const Span cells = cells_of(document_, one.index);
    for (std::uint32_t i = cells.begin; i < cells.end; ++i)
      for (const Box& region : regions_of(document_, document_.cells[i].span, shown_.page))
        text += format("<span class=\"cell table-row{}\" style=\"{}\"></span>\n",
                       document_.cells[i].head ? " head" : "", place_of(region));
    return text;
  }

  std::string list() const {
    std::string text, section;
    for (const Shown& one : blocks_) {
      const std::string own = section_of(document_, one.index);
      text += item(one, own == section ? "" : own);
      section = own;
    }
    return text.empty() ? "<p>No text was read on this page.</p>\n"
                        : "<ol class=\"blocks\">\n" + text + "</ol>\n";
  }

  // `section` is said where it is another than that of the block before.
  std::string item(const Shown& one, const std::string& section) const {
    std::string text =
        format("<li class=\"{}\" id=\"text-{}\"><a href=\"#box-{}\">{} {}</a> <span class=\"path\">{}",
               name_of(one.block->kind), one.number, one.number, one.number, mark_of(*one.block),
               description_of(*one.block));
    if (!section.empty()) text += "; " + section;
    if (one.block->stem != none) text += "; introduced by " + introduction(one.block->stem);
    text += "</span>\n";
    if (one.block->span.begin < one.span.begin) text += "<p class=\"path\">begun on the page before</p>\n";
    text +=
        one.block->kind == BlockKind::table_row ? row(one) : "<p>" + text_in(document_, one.span) + "</p>\n";
    if (one.block->span.end > one.span.end) text += "<p class=\"path\">goes on on the next page</p>\n";
    return text + "</li>\n";
  }

  std::string introduction(std::uint32_t stem) const {
    for (const Shown& one : blocks_)
      if (one.index == stem) return std::to_string(one.number);
    return "“" + text_in(document_, document_.blocks[stem].span) + "” on a page before";
  }

  std::string row(const Shown& one) const {
    std::string text = "<table>";
    const Span cells = cells_of(document_, one.index);
    for (std::uint32_t i = cells.begin; i < cells.end; ++i) {
      const Cell& cell = document_.cells[i];
      const Span head = cell.head ? Span{} : column_head(document_, cell);
      const std::string headed =
          head.empty() ? format("column {}", cell.column + 1) : text_in(document_, head);
      const std::string value = text_in(document_, cell.span);
      text += cell.head ? format("<tr><th colspan=\"2\">{}</th></tr>", value)
                        : format("<tr><th>{}</th><td>{}</td></tr>", headed, value);
    }
    return text + "</table>\n";
  }

  const Document& document_;
  const PageHtml& shown_;
  const Page& page_;
  std::vector<Shown> blocks_;
};

}  // namespace

std::string page_html(const Document& document, const PageHtml& shown) {
  return PageWriter(document, shown).html();
}

}  // namespace planmark
