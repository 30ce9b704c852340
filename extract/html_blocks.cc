#include "extract/html_blocks.h"

#include <algorithm>
#include <utility>

#include "extract/html_role.h"
#include "extract/html_table.h"

namespace planmark {
namespace {

// What an element hands down to all that is inside it.
struct Context {
  BlockKind kind = BlockKind::paragraph;
  std::uint8_t level = 0;  // of the heading
  std::uint8_t depth = 0;  // of lists
  bool boxed = false;
  bool section = false;  // inside a sectioning element, whose footer is its own
};

class Walk {
 public:
  explicit Walk(const HtmlTree& tree) : tree_(tree), roles_(tree), keeps_heading_(!has_main_heading()) {}

  std::vector<HtmlBlock> run() && {
    if (!tree_.nodes.empty()) inside(0, {});
    flush({});
    return std::move(blocks_);
  }

 private:
  const HtmlNode& at(std::uint32_t i) const { return tree_.nodes[i]; }

  bool has_main_heading() const {
    for (std::uint32_t i = 0; i < tree_.nodes.size(); ++i)
      if (at(i).tag == "h1" && !roles_.is_outside(i) && !HtmlRoles::is_hidden(tree_, i)) return true;
    return false;
  }

  void inside(std::uint32_t parent, const Context& context) {
    for (std::uint32_t i = parent + 1; i < at(parent).end; i = at(i).end) node(i, context);
  }

  // What is pending becomes a block of the context's kind.
  void flush(const Context& context) {
    std::string text = collapsed(std::exchange(pending_, {}));
    breaks_ = 0;
    if (text.empty()) return;
    const bool item = context.kind == BlockKind::list_item;
    const bool heading = context.kind == BlockKind::heading;
    const std::uint8_t level = item      ? std::min<std::uint8_t>(context.depth, 6)
                               : heading ? context.level
                                         : std::uint8_t{0};
    blocks_.push_back(
        {.kind = context.kind, .level = level, .boxed = context.boxed, .text = std::move(text)});
  }

  void node(std::uint32_t i, Context context) {
    const HtmlNode& node = at(i);
    if (node.is_text()) return text(node);
    if (HtmlRoles::is_hidden(tree_, i)) return;
    if (node.tag == "br") return line_break(context);
    const Context outer = context;
    const bool parted = enter(i, context) || is_html_block(node.tag);
    if (context.kind != BlockKind::furniture && is_note_mark(tree_, i)) return;
    if (parted) flush(outer);
    if (node.tag == "table")
      table(i, context);
    else if (node.tag == "dl" && context.kind != BlockKind::furniture)
      definitions(i, context);
    else
      inside(i, context);
    if (parted) flush(context);
  }

  void text(const HtmlNode& node) {
    if (node.text.find_first_not_of(" \t\r\n\f") != std::string::npos) breaks_ = 0;
    pending_ += node.text;
  }

  // Two line breaks are how some editors part paragraphs.
  void line_break(const Context& context) {
    pending_ += ' ';
    if (++breaks_ >= 2) flush(context);
  }

  // Changes the context to that of what is inside; true where the element stands on its own for it.
  bool enter(std::uint32_t i, Context& context) {
    if (context.kind == BlockKind::furniture) return false;
    const HtmlNode& node = at(i);
    const std::uint8_t level = heading_level(node);
    if (roles_.is_outside(i) && !(level == 1 && keeps_heading_)) return as(BlockKind::furniture, context);
    if (roles_.is_contents(i)) return as(BlockKind::contents, context);
    if (roles_.is_furniture(i, context.section)) return as(BlockKind::furniture, context);
    if (roles_.is_box(i)) context.boxed = true;
    if (node.tag == "article" || node.tag == "section" || node.tag == "main" || node.tag == "aside" ||
        node.tag == "blockquote")
      context.section = true;
    if (node.attribute("role") == "doc-endnotes" || node.attribute("role") == "doc-footnote")
      return as(BlockKind::footnote, context);
    if (context.kind == BlockKind::quote || context.kind == BlockKind::contents ||
        context.kind == BlockKind::footnote)
      return false;
    if (level > 0) {
      context.level = level;
      return as(BlockKind::heading, context);
    }
    if (node.tag == "blockquote") return as(BlockKind::quote, context);
    if (node.tag == "figcaption" || node.tag == "caption") return as(BlockKind::caption, context);
    if (node.tag == "ul" || node.tag == "ol") context.depth = std::min<std::uint8_t>(context.depth + 1u, 6);
    if (node.tag == "li") {
      context.depth = std::max<std::uint8_t>(context.depth, 1);
      return as(BlockKind::list_item, context);
    }
    return false;
  }

  static bool as(BlockKind kind, Context& context) {
    context.kind = kind;
    return true;
  }

  void table(std::uint32_t i, const Context& context) {
    std::vector<HtmlRow> rows = html_rows(tree_, i);
    if (context.kind != BlockKind::paragraph && context.kind != BlockKind::list_item)
      return inside(i, context);
    if (is_for_layout(tree_, i, rows)) {
      Context within = context;
      within.boxed = within.boxed || (rows.size() == 1 && rows.front().cells.size() == 1);
      return inside(i, within);
    }
    for (std::uint32_t child = i + 1; child < at(i).end; child = at(child).end)
      if (at(child).tag == "caption") node(child, context);
    for (HtmlRow& row : rows) {
      HtmlBlock block{
          .kind = BlockKind::table_row, .boxed = context.boxed, .head = row.head, .table = tables_};
      for (HtmlCell& cell : row.cells) block.cells.push_back(std::move(cell.text));
      add_row(std::move(block));
    }
    ++tables_;
  }

  void add_row(HtmlBlock row) {
    if (std::ranges::any_of(row.cells, [](const std::string& cell) { return !cell.empty(); }))
      blocks_.push_back(std::move(row));
  }

  // Each meaning beside its term, as a table without heads.
  void definitions(std::uint32_t list, const Context& context) {
    std::string term;
    bool defined = true;
    const auto row = [&](std::string meaning) {
      add_row({.kind = BlockKind::table_row,
               .boxed = context.boxed,
               .cells = {std::exchange(term, {}), std::move(meaning)},
               .definition = true,
               .table = tables_});
    };
    for (std::uint32_t i = list + 1; i < at(list).end; ++i) {
      const HtmlNode& node = at(i);
      if (HtmlRoles::is_hidden(tree_, i)) {
        i = node.end - 1;
        continue;
      }
      if (node.tag != "dt" && node.tag != "dd") {
        if (node.is_text()) text(node);
        continue;
      }
      std::string words = html_text(tree_, i + 1, node.end);
      i = node.end - 1;
      if (node.tag == "dd")
        row(std::move(words));
      else if (defined)
        term = std::move(words);
      else
        term += (term.empty() ? "" : ", ") + words;
      defined = node.tag == "dd";
    }
    if (!term.empty()) row({});
    ++tables_;
  }

  const HtmlTree& tree_;
  HtmlRoles roles_;
  bool keeps_heading_;  // no <h1> inside the content: that of the page's head is its title
  std::vector<HtmlBlock> blocks_;
  std::string pending_;
  unsigned breaks_ = 0;
  std::uint32_t tables_ = 0;
};

}  // namespace

std::vector<HtmlBlock> html_blocks(const HtmlTree& tree) { return Walk(tree).run(); }

}  // namespace planmark
