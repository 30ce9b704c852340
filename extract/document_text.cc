#include "extract/document_text.h"

#include <algorithm>

namespace planmark {
namespace {

class Writer {
 public:
  Writer(const Vocabulary& vocabulary, Document& document) : vocabulary_(vocabulary), document_(document) {}

  void block(const DraftBlock& draft) {
    if (draft.kind == BlockKind::table_row ? draft.cells.empty() : draft.lines.empty()) return;
    begin_page(draft.page);
    Block block;
    block.kind = draft.kind;
    block.level = draft.level;
    block.boxed = draft.boxed;
    block.table = draft.table;
    block.span.begin = size();
    if (draft.kind == BlockKind::table_row)
      row(draft);
    else
      lines(draft.lines, true);
    block.span.end = size();
    document_.text += '\n';
    document_.blocks.push_back(block);
  }

  void finish() { begin_page(static_cast<std::uint32_t>(document_.pages.size())); }

 private:
  std::uint32_t size() const { return static_cast<std::uint32_t>(document_.text.size()); }

  // Closes the pages before `page`, so that it begins here. Going back is not possible and does nothing.
  void begin_page(std::uint32_t page) {
    while (open_page_ < page && open_page_ < document_.pages.size()) {
      document_.pages[open_page_].span.end = size();
      ++open_page_;
      if (open_page_ < document_.pages.size()) document_.pages[open_page_].span.begin = size();
    }
  }

  void row(const DraftBlock& draft) {
    const auto index = static_cast<std::uint32_t>(document_.blocks.size());
    for (std::size_t i = 0; i < draft.cells.size(); ++i) {
      if (i > 0) document_.text += '\t';
      Cell cell{{size(), size()}, index, draft.cells[i].column, draft.head};
      lines(draft.cells[i].lines, false);
      cell.span.end = size();
      document_.cells.push_back(cell);
    }
  }

  void lines(const std::vector<Line>& lines, bool may_turn_page) {
    const LineWord* before = nullptr;
    bool line_begins = false;
    for (const Line& line : lines) {
      for (std::size_t i = 0; i < line.words.size(); ++i) {
        const LineWord& next = line.words[i];
        if (before) separate(*before, next, line_begins, !may_turn_page);
        if (may_turn_page) begin_page(line.page);
        word(next, line.page);
        before = &next;
        line_begins = i + 1 == line.words.size();
      }
    }
  }

  void separate(const LineWord& before, const LineWord& next, bool new_line, bool in_cell) {
    if (!new_line) {
      if (before.space_after) document_.text += ' ';
      return;
    }
    if (in_cell && is_cut_word(before.text, next.text, vocabulary_)) return;
    switch (seam_between(before.text, next.text, vocabulary_)) {
      case Seam::space:
        document_.text += ' ';
        break;
      case Seam::keep_hyphen:
        break;
      case Seam::drop_hyphen:
        document_.text.pop_back();
        document_.words.back().span.end = size();
        break;
    }
  }

  void word(const LineWord& printed, std::uint32_t page) {
    Word word;
    word.span.begin = size();
    document_.text += printed.text;
    word.span.end = size();
    word.box = printed.box;
    word.page = page;
    word.style = printed.style;
    document_.words.push_back(word);
  }

  const Vocabulary& vocabulary_;
  Document& document_;
  std::uint32_t open_page_ = 0;
};

}  // namespace

void write_text(const std::vector<DraftBlock>& blocks, const Vocabulary& vocabulary, Document& document) {
  Writer writer(vocabulary, document);
  for (const DraftBlock& block : blocks) writer.block(block);
  writer.finish();
}

}  // namespace planmark
