// A published document as one UTF-8 text, and what is known of every range of it.
//
// `text` is the whole document in reading order. Words broken at line ends are joined, lines of a paragraph
// are joined with one space, blocks end with '\n', cells of a table row are separated by '\t'. Everything
// else is a Span into it; page, box and section are looked up from a span (the functions below), never
// carried beside it.
//
// Invariants (check_document() tests each):
//   - text is valid UTF-8 without NUL; every span lies inside it and on character boundaries
//   - pages tile the text: the first begins at 0, each begins where the one before ends, the last ends at
//   size()
//   - blocks are sorted and do not overlap; together with single separators they cover the text
//   - words are sorted, do not overlap, and each lies inside one block
//   - cells of a row are sorted and lie inside their row's block
//   - only a page with text is recognised (`ocr`), and `ocr_confidence` lies between 0 and 1
//   - `section`, `stem` and `table` name an earlier or equal index, or are `none`
//
// Running heads and feet are blocks of kind `furniture`: marked, never lost. Where a paragraph runs on over a
// page break, the next page's text begins with its rest and that page's furniture follows it; the block then
// spans the page boundary.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/problem.h"
#include "base/span.h"

namespace planmark {

inline constexpr std::uint32_t none = 0xFFFFFFFF;

// Points (1/72 inch), origin at the top left of the page as shown, x to the right, y down.
struct Box {
  float x0 = 0, y0 = 0, x1 = 0, y1 = 0;
  friend bool operator==(const Box&, const Box&) = default;
};

struct Style {
  std::string font;  // PostScript name without subset prefix; may be empty
  float size = 0;    // points
  bool bold = false;
  bool italic = false;
  std::uint32_t colour = 0;  // 0xRRGGBB
  friend bool operator==(const Style&, const Style&) = default;
};

// One printed word. A word broken over two lines gives two Words with adjoining spans.
struct Word {
  Span span;
  Box box;
  std::uint32_t page = 0;   // index into pages, 0-based
  std::uint32_t style = 0;  // index into styles
  friend bool operator==(const Word&, const Word&) = default;
};

// Stored by name (name_of): never change the meaning of one.
enum class PageState : std::uint8_t { text, blank, unreadable };

struct Page {
  Span span;
  float width = 0, height = 0;  // points, as shown
  PageState state = PageState::text;
  std::string reason{};  // why a page is unreadable: "picture without text", "no word map", ...
  std::string label{};   // as printed in the file's page labels; empty where there is none
  // Its words were recognised in its picture: they are printed there, but may be misread.
  bool ocr = false;
  // Mean over the characters, 0 to 1; of a page that stays unreadable, why it does. 0: not tried.
  float ocr_confidence = 0;
  friend bool operator==(const Page&, const Page&) = default;
};

// Stored by name (name_of): never change the meaning of one.
enum class BlockKind : std::uint8_t {
  heading,
  paragraph,
  list_item,
  table_row,  // its cells are Document::cells with this block
  caption,
  quote,     // a pull quote or displayed words of a person
  contents,  // a line of a contents list
  footnote,
  furniture,  // running head or foot, page number
  glossary,   // an entry "TERM: meaning"
  reference   // an entry of a list of sources
};

struct Block {
  Span span;
  BlockKind kind = BlockKind::paragraph;
  std::uint8_t level = 0;  // headings 1..6, list items 1.. (depth); otherwise 0
  bool boxed = false;      // inside a box, side bar or case study
  std::uint32_t section =
      none;  // block index of the nearest heading above (for a heading: of its parent heading)
  std::uint32_t stem = none;   // list item: block index of the paragraph or heading that introduces the list
  std::uint32_t table = none;  // table row: which table of the document, counted from 0
  friend bool operator==(const Block&, const Block&) = default;
};

struct Cell {
  Span span;
  std::uint32_t block = 0;   // index of its table_row block
  std::uint16_t column = 0;  // 0-based
  bool head = false;         // belongs to the row of column heads
  friend bool operator==(const Cell&, const Cell&) = default;
};

struct PageProblem {
  std::uint32_t page = none;  // 0-based, none: the document
  Problem problem;
  friend bool operator==(const PageProblem&, const PageProblem&) = default;
};

struct Document {
  std::string sha256;  // of the file's bytes
  std::string text;
  std::vector<Page> pages;
  std::vector<Block> blocks;
  std::vector<Cell> cells;
  std::vector<Word> words;
  std::vector<Style> styles;
  std::string title;     // from the file's own information, may be empty or nonsense
  std::string producer;  // program that made the file
  std::string created;   // ISO date, empty when unknown
  bool tagged = false;   // the file carries a structure tree
  std::vector<PageProblem> problems;
  friend bool operator==(const Document&, const Document&) = default;
};

const char* name_of(PageState state);
const char* name_of(BlockKind kind);
// The value with that name. Returns false for a name that is not one.
bool parse_name(std::string_view name, PageState& state);
bool parse_name(std::string_view name, BlockKind& kind);

// Index of the page that holds the byte `at`. Requires: at least one page.
std::uint32_t page_at(const Document& document, std::uint32_t at);
// Index of the block that holds the byte `at`, or none between blocks.
std::uint32_t block_at(const Document& document, std::uint32_t at);
// Whether some of `span` stands on a page whose words were recognised in its picture.
bool is_recognised(const Document& document, Span span);
// Half-open range of indices into words: the words that overlap `span`.
Span words_in(const Document& document, Span span);
// One box for each printed line of `span`, each with its page; in reading order.
struct PageBox {
  std::uint32_t page = 0;
  Box box;
  friend bool operator==(const PageBox&, const PageBox&) = default;
};
std::vector<PageBox> boxes_of(const Document& document, Span span);
// Half-open range of indices into cells: the cells of a table_row block.
Span cells_of(const Document& document, std::uint32_t block);
// The column head of a cell of the same table, or an empty span.
Span column_head(const Document& document, const Cell& cell);
// Headings above a block, outermost first, as block indices.
std::vector<std::uint32_t> section_path(const Document& document, std::uint32_t block);

// Every invariant above; empty when all hold, otherwise one sentence for each that does not.
std::vector<std::string> check_document(const Document& document);

}  // namespace planmark
