// What a PDF says page by page before anyone has decided what is a line, a column or a heading: the value
// that read_pdf() (extract/read_pdf.h) gives and lay_out() (extract/layout.h) takes. No Poppler type appears
// here.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "extract/document.h"

namespace planmark {

// Value of RawWord::tag for what the file marks as decoration of the page: running heads, page numbers,
// watermarks.
inline constexpr std::int32_t artifact_tag = -2;

// What an element of the structure tree is; roles of the file's own are mapped to these.
enum class TagKind : std::uint8_t {
  other,   // a type that is not known, or says nothing
  group,   // holds blocks: a section, a division, the body of a table
  inside,  // is a part of a block: a span, a link
  paragraph,
  heading,
  list,
  list_item,
  label,
  item_body,
  table,
  table_row,
  head_cell,
  cell,
  contents_list,
  contents_entry,
  caption,
  figure,
  note,
  quote,
  artifact
};

struct RawElement {
  TagKind kind = TagKind::other;
  std::uint8_t level = 0;    // heading: 1 to 6, 0 where the file does not say
  std::uint8_t columns = 1;  // cell: how many columns it covers, and how many rows
  std::uint8_t rows = 1;
  std::uint32_t parent = none;  // index of an earlier element
  friend bool operator==(const RawElement&, const RawElement&) = default;
};

struct RawWord {
  std::string text;  // UTF-8 as mapped by the font; may hold ligatures, private-use bullets, U+FFFD; no
                     // control characters
  Box box;           // as shown: page rotation is applied
  std::uint32_t style = 0;    // index into RawDocument::styles
  std::int32_t tag = -1;      // marked-content id on its page, artifact_tag, or -1 outside marked content
  std::int16_t rotation = 0;  // of the text line against the page as shown: 0, 90, 180, 270
  bool space_after = true;    // false: printed without a gap before the next word of the line
  friend bool operator==(const RawWord&, const RawWord&) = default;
};

// What came of recognising a page in its picture (extract/recognise.h).
enum class OcrOutcome : std::uint8_t { not_tried, recognised, not_confident, nothing_found, too_slow };

struct RawPage {
  float width = 0, height = 0;  // points, as shown
  std::string label;
  std::vector<RawWord> words;  // in content-stream order
  std::vector<Box> rules;      // straight lines and thin filled boxes (ruling of tables, underlines)
  std::vector<Box> fills;      // filled or stroked boxes large enough to hold text (panels, header cells)
  std::vector<Box> images;
  std::vector<Box> dots;  // small filled shapes about as wide as high: bullets that are drawn, not printed
  std::vector<std::uint32_t> elements;  // by marked-content id: index into RawDocument::elements, or none
  // Characters printed whose meaning the file does not give: they are in no word.
  std::uint32_t unmapped = 0;
  // Characters that cannot be seen on the page (extract/character_marks.h): they are in no word either.
  std::uint32_t unseen = 0;
  // Drawn pieces that are neither line nor box: charts, maps, or words drawn as shapes.
  std::uint32_t drawings = 0;
  // Mistakes in what the page consists of; with one or more, some or all of its words may be missing.
  std::uint32_t mistakes = 0;
  OcrOutcome ocr = OcrOutcome::not_tried;  // recognised: `words` are those of the picture
  float ocr_confidence = 0;                // 0 to 1
  friend bool operator==(const RawPage&, const RawPage&) = default;
};

// An entry of the file's bookmarks.
struct RawBookmark {
  std::string title;
  std::uint8_t level = 1;     // 1 = outermost
  std::uint32_t page = none;  // 0-based
  friend bool operator==(const RawBookmark&, const RawBookmark&) = default;
};

struct RawDocument {
  std::vector<RawPage> pages;
  std::vector<Style> styles;
  std::vector<RawBookmark> bookmarks;
  std::vector<RawElement> elements;  // of the structure tree, in its order: the order of reading
  std::string title, producer, created;
  bool tagged = false;
  std::vector<PageProblem> problems;
  friend bool operator==(const RawDocument&, const RawDocument&) = default;
};

}  // namespace planmark
