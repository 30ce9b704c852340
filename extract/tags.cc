#include "extract/tags.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include "extract/block_text.h"
#include "extract/word_text.h"

namespace planmark {
namespace {

constexpr double least_tagged = 0.8;    // share of the characters
constexpr double most_headings = 0.25;  // share of the characters
constexpr double most_broken = 0.1;     // share of the paragraphs that go on in another

bool is_cell(TagKind kind) { return kind == TagKind::cell || kind == TagKind::head_cell; }

// Blocks whose parts are not looked at one by one.
bool is_whole(TagKind kind) {
  return is_cell(kind) || kind == TagKind::contents_entry || kind == TagKind::caption ||
         kind == TagKind::note;
}

bool is_block(TagKind kind) {
  return is_whole(kind) || kind == TagKind::paragraph || kind == TagKind::heading ||
         kind == TagKind::list_item;
}

// Tables that set out a page: headings stand in their cells.
std::set<std::uint32_t> layout_tables(const std::vector<RawElement>& elements) {
  std::vector<std::uint32_t> table(elements.size(), none);  // that a plain cell around the element belongs to
  std::vector<std::uint32_t> own(elements.size(), none);    // innermost
  std::set<std::uint32_t> layout;
  for (std::uint32_t i = 0; i < elements.size(); ++i) {
    const RawElement& element = elements[i];
    if (element.parent < i) table[i] = table[element.parent], own[i] = own[element.parent];
    if (element.kind == TagKind::table) own[i] = i, table[i] = none;
    if (element.kind == TagKind::cell) table[i] = own[i];
    if (element.kind == TagKind::head_cell) table[i] = none;
    if (element.kind == TagKind::heading && table[i] != none) layout.insert(table[i]);
  }
  return layout;
}

// The tag of each element's block from that of its parent, which stands before it.
std::vector<LineTag> block_tags(const std::vector<RawElement>& elements) {
  const std::set<std::uint32_t> layout = layout_tables(elements);
  std::vector<LineTag> tags(elements.size());
  std::vector<std::uint32_t> table(elements.size(), none), row(elements.size(), none);
  std::vector<bool> drawn(elements.size(), false);
  for (std::uint32_t i = 0; i < elements.size(); ++i) {
    const RawElement& element = elements[i];
    LineTag above;
    if (element.parent < i) {
      above = tags[element.parent];
      table[i] = table[element.parent];
      row[i] = row[element.parent];
      drawn[i] = drawn[element.parent];
    }
    if (element.kind == TagKind::figure) drawn[i] = true;
    if (element.kind == TagKind::table) table[i] = i, row[i] = none, above = {};
    if (element.kind == TagKind::table_row) row[i] = i;
    if (is_cell(element.kind) && layout.contains(table[i])) continue;
    const bool part_of_item = above.kind == TagKind::list_item && element.kind == TagKind::paragraph;
    if (is_cell(element.kind) || (is_block(element.kind) && !is_whole(above.kind) && !part_of_item))
      tags[i] = {i, element.kind, element.level, drawn[i], row[i], table[i], 0, 0};
    else if (element.kind != TagKind::figure)
      tags[i] = above;
  }
  return tags;
}

// Columns of cells, which earlier cells of their row and cells that hang down from rows above shift.
class ColumnCounter {
 public:
  ColumnCounter(const std::vector<RawElement>& elements, std::vector<LineTag>& tags)
      : elements_(elements), tags_(tags) {}

  void count() {
    for (std::uint32_t i = 0; i < tags_.size(); ++i)
      if (tags_[i].element == i && is_cell(tags_[i].kind) && tags_[i].table != none) place(i);
    for (LineTag& tag : tags_)
      if (is_cell(tag.kind) && tag.table != none) {
        tag.column = tags_[tag.element].column;
        tag.columns = static_cast<std::uint16_t>(tables_[tag.table].below.size());
      }
  }

 private:
  static constexpr std::size_t most_columns = 60;
  struct State {
    std::uint32_t row = none;
    std::size_t next = 0;
    std::vector<int> below;  // by column: rows for which a cell from above still hangs down
  };

  void place(std::uint32_t i) {
    State& state = tables_[tags_[i].table];
    if (state.row != tags_[i].row) {
      for (std::size_t c = state.next; c < state.below.size(); ++c)
        state.below[c] = std::max(0, state.below[c] - 1);
      state.row = tags_[i].row;
      state.next = 0;
    }
    const auto skip = [&] {
      while (state.next < state.below.size() && state.below[state.next] > 0) --state.below[state.next++];
    };
    skip();
    tags_[i].column = static_cast<std::uint16_t>(state.next);
    const std::size_t end = std::min(state.next + elements_[i].columns, most_columns);
    for (; state.next < end; ++state.next) {
      if (state.below.size() <= state.next) state.below.resize(state.next + 1, 0);
      state.below[state.next] = elements_[i].rows - 1;
    }
  }

  const std::vector<RawElement>& elements_;
  std::vector<LineTag>& tags_;
  std::map<std::uint32_t, State> tables_;
};

struct Share {
  std::size_t all = 0, tagged = 0, headings = 0;
};

bool goes_on_in_another(const Line& a, const Line& b) {
  const bool near = a.page == b.page && b.box.y0 > a.box.y0 && b.box.y0 - a.box.y1 < 0.6f * b.size &&
                    shared(a.box.x0, a.box.x1, b.box.x0, b.box.x1) > 0;
  return near && std::abs(a.size - b.size) < 0.6f && a.bold == b.bold && !ends_sentence(a) &&
         is_lower(first_character(b));
}

}  // namespace

Tags::Tags(const RawDocument& raw) {
  if (raw.elements.empty()) return;
  tags_ = block_tags(raw.elements);
  for (const RawPage& page : raw.pages) pages_.push_back(page.elements);
  Share share;
  for (std::uint32_t p = 0; p < raw.pages.size(); ++p)
    for (const RawWord& word : raw.pages[p].words) {
      if (word.tag == artifact_tag) continue;
      const LineTag tag = at(p, word.tag);
      share.all += word.text.size();
      if (tag.element != none) share.tagged += word.text.size();
      if (tag.kind == TagKind::heading) share.headings += word.text.size();
    }
  if (static_cast<double>(share.tagged) < least_tagged * static_cast<double>(share.all)) {
    *this = Tags();
    return;
  }
  if (static_cast<double>(share.headings) > most_headings * static_cast<double>(share.all))
    for (LineTag& tag : tags_)
      if (tag.kind == TagKind::heading) tag.kind = TagKind::paragraph, tag.level = 0;
  ColumnCounter(raw.elements, tags_).count();
}

LineTag Tags::at(std::uint32_t page, std::int32_t content_id) const {
  if (page >= pages_.size() || content_id < 0 || static_cast<std::size_t>(content_id) >= pages_[page].size())
    return {};
  const std::uint32_t element = pages_[page][static_cast<std::size_t>(content_id)];
  return element < tags_.size() ? tags_[element] : LineTag{};
}

void drop_broken_paragraphs(std::vector<std::vector<Line>>& pages) {
  std::size_t paragraphs = 0, broken = 0;
  for (const std::vector<Line>& lines : pages)
    for (std::size_t i = 1; i < lines.size(); ++i) {
      const Line &a = lines[i - 1], &b = lines[i];
      if (b.tag.kind != TagKind::paragraph || a.tag.kind != TagKind::paragraph) continue;
      if (a.tag.element == b.tag.element) continue;
      ++paragraphs;
      broken += goes_on_in_another(a, b);
    }
  if (static_cast<double>(broken) <= most_broken * static_cast<double>(paragraphs)) return;
  for (std::vector<Line>& lines : pages)
    for (Line& line : lines)
      if (line.tag.kind == TagKind::paragraph) line.tag = {};
}

}  // namespace planmark
