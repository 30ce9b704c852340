#include "extract/layout.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "extract/block_kind.h"
#include "extract/contents.h"
#include "extract/document_text.h"
#include "extract/draft_block.h"
#include "extract/drawn_bullet.h"
#include "extract/furniture.h"
#include "extract/heading.h"
#include "extract/hyphen.h"
#include "extract/line.h"
#include "extract/page_state.h"
#include "extract/paragraph.h"
#include "extract/reading_order.h"
#include "extract/run_on.h"
#include "extract/section.h"
#include "extract/table.h"
#include "extract/table_continued.h"
#include "extract/tags.h"
#include "extract/upright_page.h"

namespace planmark {
namespace {

using Pages = std::vector<std::vector<Line>>;

Pages lines_of_all(const RawDocument& raw, const std::vector<Style>& styles) {
  const Tags tags(raw);
  Pages pages;
  pages.reserve(raw.pages.size());
  for (std::uint32_t i = 0; i < raw.pages.size(); ++i) {
    std::vector<Line> lines = lines_of(raw.pages[i], i, styles, tags);
    put_bullets(raw.pages[i].dots, lines);
    join_contents_lines(lines);
    pages.push_back(std::move(lines));
  }
  drop_broken_paragraphs(pages);
  return pages;
}

std::vector<Page> pages_of(const RawDocument& raw, const Pages& lines) {
  std::vector<Page> pages;
  for (std::size_t i = 0; i < raw.pages.size(); ++i) {
    Page page;
    page.width = raw.pages[i].width;
    page.height = raw.pages[i].height;
    page.label = raw.pages[i].label;
    const PageVerdict verdict = state_of(raw.pages[i], lines[i]);
    page.state = verdict.state;
    page.reason = verdict.reason;
    page.ocr = raw.pages[i].ocr == OcrOutcome::recognised && verdict.state == PageState::text;
    page.ocr_confidence = raw.pages[i].ocr_confidence;
    pages.push_back(std::move(page));
  }
  return pages;
}

// Moves the lines of furniture out of `pages`; one block for each, by page.
std::vector<std::vector<DraftBlock>> take_furniture(const RawDocument& raw, Pages& pages) {
  const std::vector<std::vector<bool>> furniture = find_furniture(raw.pages, pages);
  std::vector<std::vector<DraftBlock>> blocks(pages.size());
  for (std::size_t p = 0; p < pages.size(); ++p) {
    std::vector<Line> body;
    for (std::size_t l = 0; l < pages[p].size(); ++l) {
      if (!furniture[p][l]) {
        body.push_back(std::move(pages[p][l]));
        continue;
      }
      DraftBlock block;
      block.kind = BlockKind::furniture;
      block.page = static_cast<std::uint32_t>(p);
      block.box = pages[p][l].box;
      block.lines.push_back(std::move(pages[p][l]));
      blocks[p].push_back(std::move(block));
    }
    pages[p] = std::move(body);
  }
  return blocks;
}

// A table, or the lines between two of them in reading order.
struct Part {
  std::vector<Line> lines;
  std::vector<DraftBlock> rows;
};

std::vector<Part> parts_in_reading_order(std::vector<Line> lines, const RawPage& page,
                                         std::uint32_t& table_count, OpenTable& open) {
  std::vector<Table> tables = find_tables(lines, page, open);
  open = tables.empty() ? OpenTable() : open_table(tables.back());
  constexpr std::size_t no_table = static_cast<std::size_t>(-1);
  std::vector<std::size_t> table_of(lines.size(), no_table);
  for (std::size_t t = 0; t < tables.size(); ++t)
    for (const std::uint32_t l : tables[t].lines) table_of[l] = t;
  std::vector<Box> boxes;
  std::vector<std::uint32_t> first_lines;
  for (std::uint32_t l = 0; l < lines.size(); ++l) {
    const std::size_t t = table_of[l];
    if (t != no_table && tables[t].lines.front() != l) continue;
    boxes.push_back(t == no_table ? lines[l].box : tables[t].box);
    first_lines.push_back(l);
  }
  std::vector<Part> parts(1);
  for (const std::uint32_t i : reading_order(boxes)) {
    const std::uint32_t l = first_lines[i];
    if (table_of[l] == no_table) {
      parts.back().lines.push_back(std::move(lines[l]));
      continue;
    }
    Part part;
    part.rows = std::move(tables[table_of[l]].rows);
    if (is_contents_table(part.rows)) {
      for (DraftBlock& row : part.rows) row = contents_entry(std::move(row));
    } else {
      for (DraftBlock& row : part.rows) row.table = table_count;
      ++table_count;
    }
    parts.push_back(std::move(part));
    parts.emplace_back();
  }
  return parts;
}

std::vector<std::vector<Line>> loose_lines(const std::vector<std::vector<Part>>& pages) {
  std::vector<std::vector<Line>> lines;
  for (const std::vector<Part>& parts : pages)
    for (const Part& part : parts) lines.push_back(part.lines);
  return lines;
}

Document lay_out_upright(const RawDocument& raw, std::string sha256) {
  Document document;
  document.sha256 = std::move(sha256);
  document.styles = raw.styles;
  if (document.styles.empty()) document.styles.emplace_back();
  document.title = raw.title;
  document.producer = raw.producer;
  document.created = raw.created;
  document.tagged = raw.tagged;
  document.problems = raw.problems;

  Pages pages = lines_of_all(raw, document.styles);
  document.pages = pages_of(raw, pages);
  const Vocabulary vocabulary = vocabulary_of(pages);
  std::vector<std::vector<DraftBlock>> furniture = take_furniture(raw, pages);
  std::vector<std::vector<Part>> parts;
  std::uint32_t table_count = 0;
  OpenTable open;
  for (std::size_t p = 0; p < pages.size(); ++p)
    parts.push_back(parts_in_reading_order(std::move(pages[p]), raw.pages[p], table_count, open));
  const Leading leading = usual_leading(loose_lines(parts));

  std::vector<DraftBlock> blocks;
  for (std::size_t p = 0; p < parts.size(); ++p) {
    std::move(furniture[p].begin(), furniture[p].end(), std::back_inserter(blocks));
    for (Part& part : parts[p]) {
      std::move(part.rows.begin(), part.rows.end(), std::back_inserter(blocks));
      std::vector<DraftBlock> body = paragraphs_of(std::move(part.lines), leading);
      std::move(body.begin(), body.end(), std::back_inserter(blocks));
    }
  }
  blocks = join_continued_tables(std::move(blocks));
  const BodyLook body = body_look(blocks);
  mark_panels(blocks, raw.pages);
  mark_footnotes(blocks, body, raw.pages);
  blocks = join_run_on(std::move(blocks), body);
  mark_headings(blocks, body, raw.bookmarks);
  mark_contents(blocks);
  mark_kinds(blocks, body);
  mark_list_levels(blocks);
  write_text(blocks, vocabulary, document);
  link_sections(document);
  return document;
}

}  // namespace

Document lay_out(const RawDocument& raw, std::string sha256) {
  std::vector<std::int16_t> turns;
  for (const RawPage& page : raw.pages) turns.push_back(turn_of(page));
  if (std::all_of(turns.begin(), turns.end(), [](std::int16_t turn) { return turn == 0; }))
    return lay_out_upright(raw, std::move(sha256));
  RawDocument upright = raw;
  for (std::size_t p = 0; p < turns.size(); ++p)
    if (turns[p] != 0) upright.pages[p] = turned_upright(std::move(upright.pages[p]), turns[p]);
  Document document = lay_out_upright(upright, std::move(sha256));
  for (std::size_t p = 0; p < turns.size(); ++p) {
    document.pages[p].width = raw.pages[p].width;
    document.pages[p].height = raw.pages[p].height;
  }
  for (Word& word : document.words) {
    const RawPage& page = raw.pages[word.page];
    word.box = as_shown(word.box, page.width, page.height, turns[word.page]);
  }
  return document;
}

}  // namespace planmark
