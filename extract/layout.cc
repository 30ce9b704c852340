#include "extract/layout.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "extract/document_text.h"
#include "extract/draft_block.h"
#include "extract/furniture.h"
#include "extract/heading.h"
#include "extract/hyphen.h"
#include "extract/line.h"
#include "extract/page_state.h"
#include "extract/paragraph.h"
#include "extract/reading_order.h"
#include "extract/run_on.h"
#include "extract/section.h"

namespace planmark {
namespace {

using Pages = std::vector<std::vector<Line>>;

Pages lines_of_all(const RawDocument& raw, const std::vector<Style>& styles) {
  Pages pages;
  pages.reserve(raw.pages.size());
  for (std::uint32_t i = 0; i < raw.pages.size(); ++i) pages.push_back(lines_of(raw.pages[i], i, styles));
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

std::vector<Line> in_reading_order(std::vector<Line> lines) {
  std::vector<Box> boxes;
  boxes.reserve(lines.size());
  for (const Line& line : lines) boxes.push_back(line.box);
  std::vector<Line> ordered;
  ordered.reserve(lines.size());
  for (const std::uint32_t i : reading_order(boxes)) ordered.push_back(std::move(lines[i]));
  return ordered;
}

}  // namespace

Document lay_out(const RawDocument& raw, std::string sha256) {
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
  for (std::vector<Line>& lines : pages) lines = in_reading_order(std::move(lines));
  const Leading leading = usual_leading(pages);

  std::vector<DraftBlock> blocks;
  for (std::size_t p = 0; p < pages.size(); ++p) {
    std::move(furniture[p].begin(), furniture[p].end(), std::back_inserter(blocks));
    std::vector<DraftBlock> body = paragraphs_of(std::move(pages[p]), leading);
    std::move(body.begin(), body.end(), std::back_inserter(blocks));
  }
  mark_headings(blocks);
  blocks = join_run_on(std::move(blocks));
  write_text(blocks, vocabulary, document);
  link_sections(document);
  return document;
}

}  // namespace planmark
