#include "extract/table_grid.h"

#include <algorithm>
#include <cmath>
#include <string_view>

#include "base/utf8.h"
#include "extract/table_columns.h"
#include "extract/word_text.h"

namespace planmark {
namespace {

// Lines side by side at one height, by column.
struct VisualRow {
  float y0 = 0, y1 = 0;
  std::vector<std::vector<Line>> columns;
  bool has(std::size_t column) const { return !columns[column].empty(); }
};

std::size_t column_at(const std::vector<float>& edges, float x) {
  return static_cast<std::size_t>(std::upper_bound(edges.begin(), edges.end(), x) - edges.begin());
}

// Where several lines begin: the left sides of columns.
std::vector<float> lefts_of(const std::vector<Line>& lines) {
  constexpr std::size_t enough = 3;
  std::vector<float> starts, lefts;
  for (const Line& line : lines) starts.push_back(std::round(line.box.x0 * 2) / 2);
  std::sort(starts.begin(), starts.end());
  for (std::size_t i = 0; i + enough <= starts.size(); ++i)
    if (starts[i] == starts[i + enough - 1] && (lefts.empty() || lefts.back() != starts[i]))
      lefts.push_back(starts[i]);
  return lefts;
}

bool begins_column(const LineWord& word, const std::vector<float>& lefts) {
  return std::binary_search(lefts.begin(), lefts.end(), std::round(word.box.x0 * 2) / 2);
}

// Parts of a line that crosses edges between columns: cut where a wide space lies on the edge, or none at
// all before a word that stands where the column begins.
std::vector<Line> cut_at_edges(Line line, const std::vector<float>& edges, const std::vector<float>& lefts) {
  std::vector<Line> parts(1, line);
  parts[0].words.clear();
  for (LineWord& word : line.words) {
    std::vector<LineWord>& open = parts.back().words;
    if (!open.empty()) {
      const bool other = column_at(edges, (word.box.x0 + word.box.x1) / 2) !=
                         column_at(edges, (open.back().box.x0 + open.back().box.x1) / 2);
      const float space = word.box.x0 - open.back().box.x1;
      const bool touches = space < 0.12f * line.size && open.back().space_after;
      if (other && (space > 0.4f * line.size || (touches && begins_column(word, lefts)))) {
        Line next = parts.back();
        next.words.clear();
        parts.push_back(std::move(next));
      }
    }
    parts.back().words.push_back(std::move(word));
  }
  for (Line& part : parts) {
    part.box = part.words.front().box;
    part.characters = 0;
    for (const LineWord& word : part.words) {
      grow(part.box, word.box);
      part.characters += static_cast<std::uint32_t>(word.text.size());
    }
  }
  return parts;
}

std::vector<VisualRow> visual_rows(std::vector<Line> lines, const std::vector<float>& edges) {
  std::stable_sort(lines.begin(), lines.end(),
                   [](const Line& a, const Line& b) { return a.middle() < b.middle(); });
  const std::vector<float> lefts = lefts_of(lines);
  std::vector<VisualRow> rows;
  for (Line& line : lines) {
    const float overlap = rows.empty() ? 0 : shared(rows.back().y0, rows.back().y1, line.box.y0, line.box.y1);
    if (rows.empty() || overlap < 0.5f * line.height()) {
      rows.emplace_back();
      rows.back().y0 = line.box.y0;
      rows.back().y1 = line.box.y1;
      rows.back().columns.resize(edges.size() + 1);
    }
    for (Line& part : cut_at_edges(std::move(line), edges, lefts)) {
      const float start = std::min(part.box.x0 + 0.5f * part.size, part.box.x1);
      rows.back().columns[column_at(edges, start)].push_back(std::move(part));
    }
  }
  for (VisualRow& row : rows)
    for (std::vector<Line>& column : row.columns)
      std::stable_sort(column.begin(), column.end(),
                       [](const Line& a, const Line& b) { return a.box.x0 < b.box.x0; });
  return rows;
}

class RowSplitter {
 public:
  RowSplitter(const std::vector<VisualRow>& rows, const Box& area, const Ruling& ruling)
      : rows_(rows), rights_(rows.empty() ? 0 : rows[0].columns.size(), 0.f) {
    for (const LevelRule& rule : ruling.level)
      if (rule.y > area.y0 - 2 && rule.y < area.y1 + 2 &&
          shared(rule.x0, rule.x1, area.x0, area.x1) > 0.5f * (area.x1 - area.x0))
        rules_.push_back(rule.y);
    measure_columns(area);
    measure_pitch();
    std::size_t inside = 0;
    for (std::size_t i = 1; i < rows.size(); ++i) inside += ruled(i);
    fully_ruled_ = inside >= 2 && rows.size() <= 6 * (inside + 1);
    head_by_rule_ = !fully_ruled_ && inside > 0;
  }

  bool starts_row(std::size_t i) const {
    if (i == 0 || ruled(i)) return true;
    if (figures_again(rows_[i - 1], rows_[i])) return true;
    if (fully_ruled_ && has_rule_below(i)) return false;
    if (head_by_rule_ && above_first_rule(i)) return false;
    const VisualRow &above = rows_[i - 1], &here = rows_[i];
    if (pitch(i) > 1.17f * usual_pitch_ + 0.4f) return true;
    for (std::size_t c = 0; c < rights_.size(); ++c)
      if (here.has(c) && !above.has(c)) return true;
    if (all_begin_anew(above, here) || (is_bold(above) && !is_bold(here))) return true;
    if (here.has(0) && !stands_alone(here, 0) && is_enumerator(here.columns[0].front().words.front().text))
      return true;
    for (std::size_t c = 0; c < rights_.size(); ++c)
      if (here.has(c) && had_room(above.columns[c].back(), here.columns[c].front(), c)) return true;
    return false;
  }

  // The first rows up to this index (half-open) are above the first rule that has text above and below.
  std::size_t rows_above_rule() const {
    for (std::size_t i = 1; i < rows_.size() && i <= 5; ++i)
      if (ruled(i)) return i;
    return 0;
  }

 private:
  // How far each column reaches: to its widest line, or nearly to where the next one begins.
  void measure_columns(const Box& area) {
    std::vector<float> lefts(rights_.size(), area.x1);
    float size = 0;
    for (const VisualRow& row : rows_)
      for (std::size_t c = 0; c < rights_.size(); ++c)
        for (const Line& line : row.columns[c]) {
          rights_[c] = std::max(rights_[c], line.box.x1);
          lefts[c] = std::min(lefts[c], line.box.x0);
          size = std::max(size, line.size);
        }
    for (std::size_t c = 0; c + 1 < rights_.size(); ++c)
      rights_[c] = std::max(rights_[c], lefts[c + 1] - 1.3f * size);
    if (!rights_.empty()) rights_.back() = std::max(rights_.back(), area.x1 - 0.6f * size);
  }

  float pitch(std::size_t i) const {
    return (rows_[i].y0 + rows_[i].y1 - rows_[i - 1].y0 - rows_[i - 1].y1) / 2;
  }

  // The smallest distance that occurs more than once: lines of one cell.
  void measure_pitch() {
    std::vector<float> pitches;
    for (std::size_t i = 1; i < rows_.size(); ++i) pitches.push_back(pitch(i));
    std::sort(pitches.begin(), pitches.end());
    if (pitches.empty()) return;
    const float height = rows_[0].y1 - rows_[0].y0;
    usual_pitch_ = std::max(pitches[pitches.size() / 10], 0.75f * height);
  }

  bool ruled(std::size_t i) const {
    const float top = (rows_[i - 1].y0 + rows_[i - 1].y1) / 2, bottom = (rows_[i].y0 + rows_[i].y1) / 2;
    const auto at = std::upper_bound(rules_.begin(), rules_.end(), top);
    return at != rules_.end() && *at < bottom;
  }

  bool has_rule_below(std::size_t i) const {
    return !rules_.empty() && rules_.back() > (rows_[i].y0 + rows_[i].y1) / 2;
  }

  bool above_first_rule(std::size_t i) const {
    const std::size_t head = rows_above_rule();
    return i < head;
  }

  // A text and a figure beside it, above as here: rows of figures are often ruled by the group only.
  bool figures_again(const VisualRow& above, const VisualRow& here) const {
    if (!here.has(0) || !above.has(0) ||
        is_lower(decode_at(here.columns[0].front().words.front().text, 0).value))
      return false;
    for (std::size_t c = 1; c < rights_.size(); ++c)
      if (here.has(c) && above.has(c) && is_figure(here.columns[c].front()) &&
          is_figure(above.columns[c].front()))
        return true;
    return false;
  }

  static bool is_figure(const Line& line) {
    return line.words.size() == 1 &&
           line.words[0].text.find_first_not_of("0123456789.,%£-+*") == std::string::npos;
  }

  // A number alone on its height is a word of the line above: "Workforce supply (see" "11.5)".
  bool stands_alone(const VisualRow& row, std::size_t column) const {
    for (std::size_t c = 0; c < rights_.size(); ++c)
      if (c != column && row.has(c)) return false;
    return true;
  }

  static bool is_bold(const VisualRow& row) {
    for (const std::vector<Line>& column : row.columns)
      for (const Line& line : column)
        if (!line.bold) return false;
    return true;
  }

  // Every column has a line here and above, and none of them starts in the middle of a sentence.
  bool all_begin_anew(const VisualRow& above, const VisualRow& here) const {
    for (std::size_t c = 0; c < rights_.size(); ++c)
      if (!here.has(c) || !above.has(c) ||
          is_lower(decode_at(here.columns[c].front().words.front().text, 0).value))
        return false;
    return rights_.size() > 1;
  }

  bool had_room(const Line& above, const Line& here, std::size_t column) const {
    const LineWord& word = here.words.front();
    const float room = rights_[column] - above.box.x1;
    const float needed = word.box.x1 - word.box.x0 + 0.9f * here.size;
    return room > needed && !is_lower(decode_at(word.text, 0).value);
  }

  const std::vector<VisualRow>& rows_;
  std::vector<float> rights_;
  std::vector<float> rules_;
  float usual_pitch_ = 12;
  bool fully_ruled_ = false;
  bool head_by_rule_ = false;
};

bool is_bold_row(const DraftBlock& row) {
  bool any = false;
  for (const DraftCell& cell : row.cells)
    for (const Line& line : cell.lines) {
      if (!line.bold) return false;
      any = true;
    }
  return any;
}

bool on_fill(const DraftBlock& row, const std::vector<Box>& fills) {
  return std::any_of(fills.begin(), fills.end(), [&](const Box& f) {
    const float middle = (row.box.y0 + row.box.y1) / 2;
    return f.y0 < middle && f.y1 > middle && shared(f.x0, f.x1, row.box.x0, row.box.x1) > 0 &&
           f.y1 - f.y0 < 4 * (row.box.y1 - row.box.y0);
  });
}

std::size_t filled_cells(const DraftBlock& row) {
  return static_cast<std::size_t>(
      std::count_if(row.cells.begin(), row.cells.end(), [](const DraftCell& c) { return !c.lines.empty(); }));
}

bool is_year(std::string_view word) {
  return word.size() == 4 && (word.starts_with("19") || word.starts_with("20")) &&
         word.find_first_not_of("0123456789") == word.npos;
}

// A number that is a value: years that rise from cell to cell are names of columns.
bool has_number(const DraftBlock& row) {
  std::string_view before;
  std::size_t numbers = 0, years = 0;
  for (const DraftCell& cell : row.cells)
    for (const Line& line : cell.lines) {
      const std::string& word = line.words[0].text;
      if (line.words.size() != 1 || !std::isdigit(static_cast<unsigned char>(word[0]))) continue;
      ++numbers;
      years += is_year(word) && before < word;
      before = word;
    }
  return numbers > 0 && (numbers < 2 || years < numbers);
}

// Head rows stand first and look different; in a table of three columns and more a first row of words will
// do.
void mark_heads(std::vector<DraftBlock>& rows, std::size_t above_rule, const std::vector<Box>& fills) {
  if (rows.size() < 2) return;
  std::size_t heads = 0;
  const bool last_bold = is_bold_row(rows.back());
  const bool last_filled =
      on_fill(rows.back(), fills) && (rows.size() < 3 || on_fill(rows[rows.size() - 2], fills));
  while (heads < 3 && heads + 1 < rows.size() &&
         ((is_bold_row(rows[heads]) && !last_bold) ||
          (on_fill(rows[heads], fills) && !last_filled && heads == 0)))
    ++heads;
  if (heads == 0 && above_rule == 1) heads = 1;
  const DraftBlock& first = rows.front();
  if (heads == 0 && first.cells.size() > 2 && filled_cells(first) + 1 >= first.cells.size() &&
      !has_number(first))
    heads = 1;
  for (std::size_t i = 0; i < heads; ++i) rows[i].head = true;
}

// Items of a list in a cell keep a bullet between them; the first needs none.
void tidy_bullets(DraftCell& cell) {
  for (std::size_t i = 0; i < cell.lines.size(); ++i) {
    std::vector<LineWord>& words = cell.lines[i].words;
    const std::string& first = words.front().text;
    const bool plain = static_cast<unsigned char>(first[0]) < 0x80 || first == "–" || first == "—";
    if (words.size() < 2 || !is_bullet(first) || plain) continue;
    if (i == 0)
      words.erase(words.begin());
    else
      words.front().text = "•";
  }
}

}  // namespace

void finish_rows(std::vector<DraftBlock>& rows, const std::vector<Box>* fills) {
  for (DraftBlock& row : rows)
    for (DraftCell& cell : row.cells) tidy_bullets(cell);
  if (fills) mark_heads(rows, 0, *fills);
}

Grid grid_of(std::vector<Line> lines, const Box& area, const Ruling& ruling, const std::vector<Box>& fills,
             std::vector<float> edges) {
  Grid grid;
  grid.edges = edges.empty() ? column_edges(lines, area, ruling) : std::move(edges);
  const std::vector<VisualRow> visual = visual_rows(std::move(lines), grid.edges);
  const RowSplitter splitter(visual, area, ruling);
  std::size_t above_rule = 0;
  for (std::size_t i = 0; i < visual.size(); ++i) {
    if (splitter.starts_row(i)) {
      DraftBlock row;
      row.kind = BlockKind::table_row;
      row.cells.resize(grid.edges.size() + 1);
      for (std::size_t c = 0; c < row.cells.size(); ++c) row.cells[c].column = static_cast<std::uint16_t>(c);
      row.box = {area.x0, visual[i].y0, area.x1, visual[i].y1};
      if (i < splitter.rows_above_rule()) ++above_rule;
      grid.rows.push_back(std::move(row));
    }
    DraftBlock& row = grid.rows.back();
    row.box.y1 = std::max(row.box.y1, visual[i].y1);
    for (std::size_t c = 0; c < visual[i].columns.size(); ++c)
      for (const Line& line : visual[i].columns[c]) {
        row.page = line.page;
        row.cells[c].lines.push_back(line);
      }
  }
  for (DraftBlock& row : grid.rows)
    for (DraftCell& cell : row.cells) tidy_bullets(cell);
  mark_heads(grid.rows, above_rule, fills);
  return grid;
}

}  // namespace planmark
