#include <algorithm>

#include "base/format.h"
#include "base/utf8.h"
#include "extract/document.h"

namespace planmark {
namespace {

class Check {
 public:
  explicit Check(const Document& document) : document_(document) {}

  std::vector<std::string> run() {
    text();
    pages();
    blocks();
    words();
    cells();
    return std::move(broken_);
  }

 private:
  // A document broken in one way is often broken a thousand times: the first few say it.
  template <class... Arguments>
  void say(fmt::format_string<Arguments...> pattern, Arguments&&... arguments) {
    if (broken_.size() < 20) broken_.push_back(fmt::format(pattern, std::forward<Arguments>(arguments)...));
  }

  bool good(Span span, const char* what, std::size_t index) {
    const std::string& all = document_.text;
    const bool inside = span.begin <= span.end && span.end <= all.size();
    if (!inside)
      say("{} {} [{}, {}) leaves the text of {} bytes", what, index, span.begin, span.end, all.size());
    else if (!on_character_boundary(all, span.begin) || !on_character_boundary(all, span.end))
      say("{} {} [{}, {}) cuts a character", what, index, span.begin, span.end);
    else
      return true;
    return false;
  }

  void text() {
    if (!is_valid_utf8(document_.text)) say("the text is not valid UTF-8");
    if (document_.text.find('\0') != std::string::npos) say("the text holds NUL");
    if (document_.text.size() >= none) say("the text is too long for 32-bit offsets");
  }

  void pages() {
    std::uint32_t at = 0;
    for (std::size_t i = 0; i < document_.pages.size(); ++i) {
      const Span span = document_.pages[i].span;
      good(span, "page", i);
      if (span.begin != at)
        say("page {} begins at {}, not at {} where the page before ends", i, span.begin, at);
      at = span.end;
      const Page& page = document_.pages[i];
      if (page.ocr && page.state != PageState::text) say("page {} is recognised and has no text", i);
      if (!(page.ocr_confidence >= 0 && page.ocr_confidence <= 1))
        say("the confidence of page {} is not between 0 and 1", i);
    }
    if (at != document_.text.size()) say("the pages end at {}, the text at {}", at, document_.text.size());
  }

  void blocks() {
    std::uint32_t at = 0;
    for (std::uint32_t i = 0; i < document_.blocks.size(); ++i) {
      const Block& block = document_.blocks[i];
      good(block.span, "block", i);
      if (block.span.begin < at)
        say("block {} begins at {}, before {} where one before it ends", i, block.span.begin, at);
      else if (i > 0 ? block.span.begin > at + 1 : block.span.begin > 0)
        say("bytes from {} to {} are in no block", at, block.span.begin);
      at = std::max(at, block.span.end);
      references(block, i);
    }
    if (document_.text.size() > std::size_t{at} + 1) say("bytes after {} are in no block", at);
  }

  void references(const Block& block, std::uint32_t i) {
    if (block.section != none &&
        (block.section >= i || document_.blocks[block.section].kind != BlockKind::heading))
      say("block {} names block {} as its section, which is no earlier heading", i, block.section);
    if (block.stem != none && block.stem >= i)
      say("block {} names block {} as its stem, which is not earlier", i, block.stem);
    if ((block.table != none) != (block.kind == BlockKind::table_row))
      say("block {} is a row without a table or a table without a row", i);
    if (block.table == none) return;
    if (block.table > tables_)
      say("block {} is of table {}, but only {} came before", i, block.table, tables_);
    tables_ = std::max(tables_, block.table + 1);
  }

  void words() {
    std::uint32_t at = 0;
    for (std::size_t i = 0; i < document_.words.size(); ++i) {
      const Word& word = document_.words[i];
      if (!good(word.span, "word", i)) continue;
      if (word.span.begin < at)
        say("word {} begins at {}, before {} where one before it ends", i, word.span.begin, at);
      at = std::max(at, word.span.end);
      const std::uint32_t block = block_at(document_, word.span.begin);
      if (word.span.empty() || block == none || !document_.blocks[block].span.contains(word.span))
        say("word {} [{}, {}) is not inside one block", i, word.span.begin, word.span.end);
      if (word.page >= document_.pages.size())
        say("word {} is on page {}, which does not exist", i, word.page);
      if (word.style >= document_.styles.size())
        say("word {} has style {}, which does not exist", i, word.style);
    }
  }

  void cells() {
    std::uint32_t at = 0, block = 0;
    for (std::size_t i = 0; i < document_.cells.size(); ++i) {
      const Cell& cell = document_.cells[i];
      good(cell.span, "cell", i);
      if (cell.span.begin < at || cell.block < block) say("cell {} is out of order", i);
      at = std::max(at, cell.span.end);
      block = std::max(block, cell.block);
      if (cell.block >= document_.blocks.size() ||
          document_.blocks[cell.block].kind != BlockKind::table_row ||
          !document_.blocks[cell.block].span.contains(cell.span))
        say("cell {} [{}, {}) is not inside a table row", i, cell.span.begin, cell.span.end);
    }
  }

  const Document& document_;
  std::vector<std::string> broken_;
  std::uint32_t tables_ = 0;
};

}  // namespace

std::vector<std::string> check_document(const Document& document) { return Check(document).run(); }

}  // namespace planmark
