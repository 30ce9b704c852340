#include "extract/heading.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>

#include "base/utf8.h"
#include "extract/block_text.h"
#include "extract/word_text.h"

namespace planmark {
namespace {

constexpr std::size_t longest_heading = 200;  // characters
constexpr std::size_t longest_bold = 130;     // of one that is only bold
constexpr float larger = 1.07f;               // times the body's size
constexpr float much_larger = 1.35f;
constexpr float same_size = 0.94f;         // sizes this near are one look
constexpr std::size_t diagram_labels = 4;  // so many headings of one look without text between are labels
constexpr std::uint8_t deepest = 6;

// What readers see as one kind of heading. Colour is left out: chapters are often told apart by it.
struct Look {
  int size = 0;  // half points
  bool bold = false;
  friend bool operator<(const Look& a, const Look& b) {  // larger first, then bold
    return std::tuple(-a.size, !a.bold) < std::tuple(-b.size, !b.bold);
  }
  friend bool operator==(const Look&, const Look&) = default;
};

int half_points(float size) { return static_cast<int>(std::lround(size * 2)); }

Look look_of(const DraftBlock& block) {
  Look look;
  look.bold = true;
  for (const Line& line : block.lines) {
    look.size = std::max(look.size, half_points(line.size));
    look.bold = look.bold && line.bold;
  }
  return look;
}

bool has_word(const DraftBlock& block) {
  std::size_t letters = 0;
  for (const Line& line : block.lines)
    for (const LineWord& word : line.words)
      for (std::size_t at = 0; at < word.text.size();) {
        const DecodedCharacter c = decode_at(word.text, at);
        at += c.size;
        letters += is_letter(c.value);
      }
  return letters >= 3;
}

bool can_be_heading(const DraftBlock& block) {
  if (block.lines.empty() || block.lines.size() > 5 || characters_in(block) > longest_heading) return false;
  if (block.lines.front().contents || block.lines.front().rotation != 0 || !has_word(block)) return false;
  return block.kind == BlockKind::paragraph ||
         (block.kind == BlockKind::list_item && is_enumerator(block.lines.front().words.front().text));
}

bool ends_like_text(const DraftBlock& block) {
  const char last = last_mark(block.lines.back());
  return (last == '.' || last == ';' || last == ',') && !block.lines.back().words.back().text.ends_with("..");
}

bool is_tagged_heading(const DraftBlock& block) { return block.tag.kind == TagKind::heading; }

bool is_heading(const DraftBlock& block, const BodyLook& body) {
  // Some authors set a first paragraph in the style of a heading.
  if (is_tagged_heading(block) && can_be_heading(block) && !ends_like_text(block)) return true;
  if (!can_be_heading(block) || ends_like_text(block)) return false;
  const Look look = look_of(block);
  const auto size = static_cast<float>(look.size) / 2;
  if (size > much_larger * body.size) return true;
  if (block.lines.size() > 3) return false;
  if (size > larger * body.size) return look.bold || block.lines.size() < 3;
  return look.bold && !body.bold && size > 0.95f * body.size && characters_in(block) <= longest_bold;
}

std::string key_of(std::string_view text) {
  std::string key;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte >= 'A' && byte <= 'Z')
      key += static_cast<char>(c - 'A' + 'a');
    else if ((byte >= 'a' && byte <= 'z') || (byte >= '0' && byte <= '9'))
      key += c;
  }
  return key;
}

// Bookmark levels by page and text.
class Bookmarks {
 public:
  explicit Bookmarks(const std::vector<RawBookmark>& bookmarks) {
    for (const RawBookmark& b : bookmarks) {
      std::string key = key_of(b.title);
      if (b.page != none && key.size() > 2) levels_.insert({{b.page, std::move(key)}, b.level});
    }
  }

  bool empty() const { return levels_.empty(); }

  int level_of(const DraftBlock& block) const {
    const auto found = levels_.find({block.page, key_of(text_of(block))});
    return found == levels_.end() ? 0 : found->second;
  }

 private:
  std::map<std::pair<std::uint32_t, std::string>, std::uint8_t> levels_;
};

// A bookmark names one block of its page: of several with that text (an entry of the contents) the one that
// looks most like a heading.
void mark_bookmarked(std::vector<DraftBlock>& blocks, const Bookmarks& bookmarks) {
  std::map<std::pair<std::uint32_t, std::string>, DraftBlock*> best;
  for (DraftBlock& block : blocks) {
    if ((block.kind != BlockKind::heading && !can_be_heading(block)) || bookmarks.level_of(block) == 0)
      continue;
    DraftBlock*& chosen = best[{block.page, key_of(text_of(block))}];
    if (!chosen || look_of(block) < look_of(*chosen)) chosen = &block;
  }
  for (const auto& [key, block] : best) block->kind = BlockKind::heading;
}

// Labels of a diagram look like headings but have no text under them.
void unmark_labels(std::vector<DraftBlock>& blocks) {
  std::vector<std::size_t> run;
  const auto end_run = [&] {
    const bool labels = run.size() >= diagram_labels;
    for (const std::size_t i : run)
      if (labels) blocks[i].kind = BlockKind::paragraph;
    run.clear();
  };
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    if (blocks[i].kind == BlockKind::furniture) continue;
    const bool heading = blocks[i].kind == BlockKind::heading && !is_tagged_heading(blocks[i]);
    const bool goes_on = heading && !run.empty() && blocks[i].page == blocks[run.back()].page &&
                         look_of(blocks[i]) == look_of(blocks[run.back()]);
    if (!goes_on) {
      // The last of a run before a text is that text's heading.
      if (!heading && run.size() > diagram_labels) run.pop_back();
      end_run();
    }
    if (heading) run.push_back(i);
  }
  end_run();
}

// In a drawing only what has its text right below it is a heading: the rest are labels.
void unmark_labels_of_figures(std::vector<DraftBlock>& blocks) {
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    DraftBlock& block = blocks[i];
    if (block.kind != BlockKind::heading || !block.tag.in_figure || is_tagged_heading(block)) continue;
    const DraftBlock* next = i + 1 < blocks.size() ? &blocks[i + 1] : nullptr;
    const bool has_text = next && next->page == block.page && next->box.y0 > block.box.y0 &&
                          next->box.y0 - block.box.y1 < 3 * block.lines.back().size &&
                          shared(next->box.x0, next->box.x1, block.box.x0, block.box.x1) > 0 &&
                          (next->kind == BlockKind::paragraph || next->kind == BlockKind::list_item);
    if (!has_text) block.kind = BlockKind::paragraph;
  }
}

struct Group {
  int top = 0;  // largest size, half points
  bool bold = false;
  std::size_t headings = 0;
  std::map<int, std::size_t> votes;  // bookmark level -> headings
};

// Looks of nearly one size and the same weight taken together, larger first.
std::map<Look, std::size_t> group_looks(const std::set<Look>& looks, std::vector<Group>& groups) {
  std::map<Look, std::size_t> group_of;
  for (const Look& look : looks) {
    std::size_t at = 0;
    while (at < groups.size() &&
           !(groups[at].bold == look.bold &&
             static_cast<float>(look.size) >= same_size * static_cast<float>(groups[at].top)))
      ++at;
    if (at == groups.size()) groups.push_back({look.size, look.bold, 0, {}});
    group_of[look] = at;
  }
  return group_of;
}

// Tags of one level for every heading say nothing of levels.
bool has_tagged_levels(const std::vector<DraftBlock>& blocks) {
  std::set<std::uint8_t> levels;
  for (const DraftBlock& block : blocks)
    if (block.kind == BlockKind::heading && is_tagged_heading(block) && block.tag.level > 0)
      levels.insert(block.tag.level);
  return levels.size() > 1;
}

std::vector<std::uint8_t> levels_of(const std::vector<Group>& groups) {
  std::vector<std::uint8_t> levels;
  int last = 0;
  for (const Group& group : groups) {
    int level = last;
    if (!group.votes.empty()) {
      const auto most = std::max_element(group.votes.begin(), group.votes.end(),
                                         [](const auto& a, const auto& b) { return a.second < b.second; });
      level = most->first;
    } else if (group.headings > 1 || last == 0) {
      level = last + 1;
    }
    last = std::clamp(level, 1, int{deepest});
    levels.push_back(static_cast<std::uint8_t>(last));
  }
  return levels;
}

}  // namespace

BodyLook body_look(const std::vector<DraftBlock>& blocks) {
  std::map<std::pair<int, bool>, std::size_t> characters;
  for (const DraftBlock& block : blocks)
    for (const Line& line : block.lines)
      if (block.kind != BlockKind::furniture)
        characters[{half_points(line.size), line.bold}] += line.characters;
  BodyLook body;
  std::size_t most = 0;
  for (const auto& [look, count] : characters) {
    if (count <= most) continue;
    most = count;
    body = {static_cast<float>(look.first) / 2, look.second};
  }
  return body;
}

void mark_headings(std::vector<DraftBlock>& blocks, const BodyLook& body,
                   const std::vector<RawBookmark>& raw_bookmarks) {
  const Bookmarks bookmarks(raw_bookmarks);
  for (DraftBlock& block : blocks)
    if (is_heading(block, body)) block.kind = BlockKind::heading;
  if (!bookmarks.empty()) mark_bookmarked(blocks, bookmarks);
  unmark_labels(blocks);
  unmark_labels_of_figures(blocks);
  const bool levels_tagged = has_tagged_levels(blocks);
  std::set<Look> looks;
  for (const DraftBlock& block : blocks)
    if (block.kind == BlockKind::heading) looks.insert(look_of(block));
  std::vector<Group> groups;
  const std::map<Look, std::size_t> group_of = group_looks(looks, groups);
  for (const DraftBlock& block : blocks) {
    if (block.kind != BlockKind::heading) continue;
    Group& group = groups[group_of.at(look_of(block))];
    ++group.headings;
    if (levels_tagged && is_tagged_heading(block) && block.tag.level > 0)
      ++group.votes[block.tag.level];
    else if (const int level = bookmarks.level_of(block); level > 0)
      ++group.votes[level];
  }
  const std::vector<std::uint8_t> levels = levels_of(groups);
  for (DraftBlock& block : blocks)
    if (block.kind == BlockKind::heading)
      block.level = levels_tagged && is_tagged_heading(block) && block.tag.level > 0
                        ? block.tag.level
                        : levels[group_of.at(look_of(block))];
}

}  // namespace planmark
