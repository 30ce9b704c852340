#include "extract/contents.h"

#include <algorithm>
#include <string>
#include <string_view>

#include "extract/block_text.h"

namespace planmark {
namespace {

constexpr std::size_t shortest_leader = 4;  // dots
constexpr std::uint32_t most_pages = 3;     // of a list of contents
constexpr std::size_t longest_entry = 160;  // characters

std::size_t dots_at_end(const std::string& text) {
  std::size_t dots = 0;
  for (std::size_t at = text.size(); at > 0; --at) {
    const char c = text[at - 1];
    if (c == '.' || c == '_')
      ++dots;
    else if (c != ' ')
      break;
  }
  return text.ends_with("…") ? 4 : dots;
}

bool is_leader(const LineWord& word) {
  return word.text.find_first_not_of(". _") == std::string::npos || word.text == "…";
}

// "12", "iv", "7-8"
bool is_number(const LineWord& word) {
  const std::size_t dash = word.text.find('-');
  if (dash != std::string::npos && dash > 0 && dash + 1 < word.text.size() && word.text.size() <= 7)
    return word.text.find_first_not_of("0123456789-") == std::string::npos;
  return word.text.size() <= 4 && (word.text.find_first_not_of("0123456789") == std::string::npos ||
                                   word.text.find_first_not_of("ivxl") == std::string::npos);
}

// Dots before a page number, over words of dots and the end of the last other word.
std::size_t leader_length(const Line& line, std::size_t end) {
  std::size_t dots = 0;
  while (end > 0) {
    const LineWord& word = line.words[--end];
    dots += dots_at_end(word.text);
    if (!is_leader(word)) break;
  }
  return dots;
}

void drop_leaders(Line& line) {
  std::erase_if(line.words, [](const LineWord& w) { return is_leader(w); });
  for (LineWord& word : line.words)
    if (dots_at_end(word.text) >= 3)
      while (word.text.size() > 1 &&
             (word.text.back() == '.' || word.text.back() == '_' || word.text.back() == ' '))
        word.text.pop_back();
}

// "well......12" printed as one word becomes two.
void part_from_number(Line& line) {
  LineWord& last = line.words.back();
  const std::size_t dot = last.text.find_last_of("._");
  if (dot == std::string::npos || dot + 1 == last.text.size() ||
      dots_at_end(last.text.substr(0, dot + 1)) < 4)
    return;
  LineWord number = last;
  number.text = last.text.substr(dot + 1);
  if (!is_number(number)) return;
  const auto share = static_cast<float>(number.text.size()) / static_cast<float>(last.text.size());
  number.box.x0 = last.box.x1 - share * (last.box.x1 - last.box.x0);
  last.box.x1 = number.box.x0;
  last.text.resize(dot + 1);
  last.space_after = true;
  line.words.push_back(std::move(number));
}

bool at_one_height(const Line& a, const Line& b) {
  return shared(a.box.y0, a.box.y1, b.box.y0, b.box.y1) > 0.5f * std::min(a.height(), b.height());
}

bool names_contents(const DraftBlock& heading) {
  static constexpr std::string_view names[] = {"contents", "table of contents", "contents page",
                                               "list of contents", "index"};
  std::string text = lower_text_of(heading);
  if (text.ends_with(':')) text.pop_back();
  return std::find(std::begin(names), std::end(names), text) != std::end(names);
}

bool can_be_entry(const DraftBlock& block) {
  if (block.kind != BlockKind::paragraph && block.kind != BlockKind::list_item) return false;
  return characters_in(block) <= longest_entry && !block.lines.back().words.back().text.ends_with('.');
}

bool is_tagged_entry(const DraftBlock& block) {
  return block.tag.kind == TagKind::contents_entry && block.kind != BlockKind::heading &&
         characters_in(block) <= longest_entry;
}

// The number of a chapter that is set apart from its name: "2.1" "Local context ..... 12".
void join_number_before(Line& number, Line& entry) {
  const bool alone = number.words.size() == 1 && at_one_height(number, entry) &&
                     number.box.x1 <= entry.box.x0 &&
                     (is_number(number.words[0]) || is_enumerator(number.words[0].text));
  if (!alone) return;
  number.words[0].space_after = true;
  entry.words.insert(entry.words.begin(), std::move(number.words[0]));
  entry.order = number.order;
  grow(entry.box, number.box);
  number.words.clear();
}

bool is_page_number(const DraftBlock& block) {
  return block.lines.size() == 1 && block.lines[0].words.size() == 1 && is_number(block.lines[0].words[0]);
}

// On a page of contents that is drawn rather than listed a chapter's name stands large beside its page
// number.
bool is_drawn_entry(const std::vector<DraftBlock>& blocks, std::size_t at, const DraftBlock& contents) {
  if (blocks[at].page != contents.page || blocks[at].level <= contents.level) return false;
  return is_page_number(blocks[at - 1]) || (at + 1 < blocks.size() && is_page_number(blocks[at + 1]));
}

}  // namespace

void join_contents_lines(std::vector<Line>& lines) {
  for (std::size_t i = 0; i < lines.size(); ++i) {
    Line& line = lines[i];
    if (line.words.empty()) continue;
    part_from_number(line);
    if (line.words.size() > 1 && is_number(line.words.back()) &&
        leader_length(line, line.words.size() - 1) >= shortest_leader) {
      line.contents = true;
    } else if (i + 1 < lines.size() && lines[i + 1].words.size() == 1 && is_number(lines[i + 1].words[0]) &&
               at_one_height(line, lines[i + 1]) &&
               leader_length(line, line.words.size()) >= shortest_leader) {
      line.contents = true;
      line.words.push_back(std::move(lines[i + 1].words[0]));
      grow(line.box, lines[i + 1].box);
      lines[i + 1].words.clear();
    }
    if (!line.contents) continue;
    drop_leaders(line);
    if (i > 0) join_number_before(lines[i - 1], line);
  }
  std::erase_if(lines, [](const Line& line) { return line.words.empty(); });
}

bool is_contents_table(const std::vector<DraftBlock>& rows) {
  if (rows.size() < 3) return false;
  int before = 0;
  for (const DraftBlock& row : rows) {
    if (row.cells.size() != 2 || row.cells[0].lines.empty() || row.cells[1].lines.size() != 1) return false;
    const Line& number = row.cells[1].lines.front();
    if (number.words.size() != 1 || number.words[0].text.size() > 3) return false;
    int page = 0;
    for (const char c : number.words[0].text) {
      if (c < '0' || c > '9') return false;
      page = page * 10 + (c - '0');
    }
    if (page < before) return false;
    before = page;
  }
  return before < 500;
}

DraftBlock contents_entry(DraftBlock row) {
  DraftBlock entry = row_as_lines(std::move(row), BlockKind::contents);
  for (Line& line : entry.lines) line.contents = true;
  return entry;
}

void mark_contents(std::vector<DraftBlock>& blocks) {
  const DraftBlock* heading = nullptr;  // "Contents", while its list lasts
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    DraftBlock& block = blocks[i];
    if (block.kind == BlockKind::furniture || block.lines.empty()) continue;
    const bool drawn_entry =
        block.kind == BlockKind::heading && heading && is_drawn_entry(blocks, i, *heading);
    if (block.kind == BlockKind::heading && !block.lines.front().contents && !drawn_entry) {
      heading = names_contents(block) ? &block : nullptr;
      continue;
    }
    const bool listed = drawn_entry || is_tagged_entry(block) ||
                        (heading && can_be_entry(block) && block.page <= heading->page + most_pages);
    if (!listed) heading = block.lines.front().contents ? heading : nullptr;
    if (!listed && !block.lines.front().contents) continue;
    block.kind = BlockKind::contents;
    block.level = 0;
  }
}

}  // namespace planmark
