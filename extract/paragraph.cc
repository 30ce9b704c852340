#include "extract/paragraph.h"

#include <algorithm>
#include <cmath>
#include <set>
#include <string_view>

#include "base/utf8.h"
#include "extract/block_text.h"
#include "extract/word_text.h"

namespace planmark {
namespace {

constexpr std::ptrdiff_t neighbourhood = 8;  // lines either side that tell how wide a column is
constexpr float size_change = 0.6f;          // points: a larger difference is another style

int size_key(float size) { return static_cast<int>(std::lround(std::clamp(size, 0.f, 1000.f) * 2)); }

float pitch(const Line& a, const Line& b) { return b.middle() - a.middle(); }

bool stacked(const Line& a, const Line& b) {
  return a.page == b.page && a.rotation == b.rotation && shared(a.box.x0, a.box.x1, b.box.x0, b.box.x1) > 0 &&
         b.box.y0 > a.box.y0;
}

bool is_centred(const Line& a, const Line& b) {
  const float off = (a.box.x0 + a.box.x1) / 2 - (b.box.x0 + b.box.x1) / 2;
  return std::abs(off) < 2 && std::abs(a.box.x0 - b.box.x0) > 3;
}

bool same_size(const Line& a, const Line& b) { return std::abs(a.size - b.size) < size_change; }

struct Marker {
  bool found = false;
  bool bullet = false;
  bool doubtful = false;  // could be a dash or a letter of running text
  int number = 0;         // of an enumerator: 1, 2, ...; letters count from 1
};

int number_of(std::string_view word) {
  int number = 0;
  for (const char c : word) {
    if (c >= '0' && c <= '9')
      number = std::min(number * 10 + (c - '0'), 100000);
    else if (number == 0 && c >= 'a' && c <= 'z')
      return c - 'a' + 1;
    else if (number == 0 && c >= 'A' && c <= 'Z')
      return c - 'A' + 1;
  }
  return number;
}

// "4.1", "2.3.1.": numbers of paragraphs, not of list items.
bool is_paragraph_number(std::string_view word) {
  const std::size_t dot = word.find('.');
  return dot != word.npos && dot > 0 && dot + 1 < word.size() &&
         word.find_first_not_of("0123456789.") == word.npos;
}

Marker marker_of(const Line& line) {
  const std::string& word = line.words.front().text;
  if (is_bullet(word)) {
    const unsigned char lead = static_cast<unsigned char>(word[0]);
    const bool dash = word == "–" || word == "—" || word == "·" || word == "§";
    return {true, true, lead < 0x80 || dash, 0};
  }
  if (line.words.size() > 1 && is_enumerator(word) && word.size() <= 6 &&
      word.find_first_of(").:") != word.npos && !is_paragraph_number(word)) {
    const int number = number_of(word);
    if (number > 0 && number < 100) return {true, false, true, number};
  }
  return {};
}

class Gatherer {
 public:
  Gatherer(std::vector<Line> lines, const Leading& leading) : lines_(std::move(lines)), leading_(leading) {
    rights_.reserve(lines_.size());
    for (std::size_t i = 0; i < lines_.size(); ++i) rights_.push_back(right_edge(i));
  }

  std::vector<DraftBlock> take() {
    std::size_t first = 0;
    for (std::size_t i = 1; i <= lines_.size(); ++i) {
      if (i < lines_.size() && goes_on(first, i)) continue;
      ends_.push_back({first, i});
      first_marker_ = i < lines_.size() ? starting_marker(i) : Marker{};
      first = i;
    }
    std::vector<DraftBlock> blocks;
    for (const auto& [from, to] : ends_) emit(from, to, blocks);
    return blocks;
  }

 private:
  struct Range {
    std::size_t from, to;
  };

  float right_edge(std::size_t at) const {
    const auto here = static_cast<std::ptrdiff_t>(at);
    const auto count = static_cast<std::ptrdiff_t>(lines_.size());
    float right = lines_[at].box.x1;
    for (const int step : {-1, 1}) {
      for (std::ptrdiff_t i = here + step; i >= 0 && i < count && std::abs(i - here) <= neighbourhood;
           i += step) {
        const Line& line = lines_[static_cast<std::size_t>(i)];
        const bool same_column = shared(line.box.x0, line.box.x1, lines_[at].box.x0, lines_[at].box.x1) > 0 &&
                                 (step > 0) == (line.box.y0 > lines_[at].box.y0);
        if (!same_column) break;
        if (same_size(line, lines_[at])) right = std::max(right, line.box.x1);
      }
    }
    return right;
  }

  float usual_pitch(const Line& line) const {
    const auto found = leading_.find(size_key(line.size));
    return found != leading_.end() ? found->second : 1.25f * line.size;
  }

  // Room for the next line's first word was left at the end of line `at`.
  bool ends_short(std::size_t at, const Line& next) const {
    const LineWord& word = next.words.front();
    const float room = rights_[at] - lines_[at].box.x1;
    return room > (word.box.x1 - word.box.x0) + 1.2f * lines_[at].size;
  }

  bool goes_on(std::size_t first, std::size_t i) {
    const Line &a = lines_[i - 1], &b = lines_[i];
    if (i - 1 == first && first == 0) first_marker_ = starting_marker(0);
    if (!stacked(a, b) || !same_size(a, b) || a.contents || b.contents) return false;
    if (parted_by_tags(a, b)) return false;
    if (pitch(a, b) > usual_pitch(b) * 1.2f + 0.5f) return false;
    if (style_breaks(a, b) && !is_tagged_lead_in(a, b) && !is_mid_sentence(i)) return false;
    const Marker marker = marker_of(b);
    if (marker.found && starts_item(marker, i)) return false;
    return first_marker_.found ? item_goes_on(first, i) : paragraph_goes_on(first, i);
  }

  // A raised figure or a link may stand for a line of its own without a tag: only two blocks part.
  static bool parted_by_tags(const Line& a, const Line& b) {
    return a.tag.element != none && b.tag.element != none && a.tag.element != b.tag.element;
  }

  // The file says that an item begins here.
  bool begins_tagged_item(std::size_t at) {
    const LineTag& tag = lines_[at].tag;
    return tag.kind == TagKind::list_item && begun_.insert(tag.element).second;
  }

  static bool style_breaks(const Line& a, const Line& b) {
    if (a.bold != b.bold && (a.bold ? true : b.words.size() > 1))
      return !(a.bold && !b.bold && lead_in(a, b));
    return a.colour != b.colour && a.italic != b.italic;
  }

  // A full line, bold or not, that breaks off in a sentence which the next goes on with.
  bool is_mid_sentence(std::size_t i) const {
    const Line &a = lines_[i - 1], &b = lines_[i];
    return a.words.size() > 4 && !ends_sentence(a) && is_lower(first_character(b)) && !ends_short(i - 1, b);
  }

  // A bold first sentence that fills its line, in one tagged paragraph with what follows.
  static bool is_tagged_lead_in(const Line& a, const Line& b) {
    return a.tag.element != none && a.tag.element == b.tag.element && a.bold && !b.bold &&
           last_mark(a) == '.';
  }

  // Bold words at the start of a paragraph that fill its first line and run on into the second.
  static bool lead_in(const Line& a, const Line& b) {
    return b.words.size() > 1 && b.words.front().style == a.words.back().style;
  }

  bool starts_item(const Marker& marker, std::size_t i) const {
    const Line &a = lines_[i - 1], &b = lines_[i];
    if (marker.bullet && !marker.doubtful) return true;
    const bool set_out = b.box.x0 < text_x(a) - 0.8f * b.size;
    const bool set_in = b.box.x0 > text_x(a) + 0.8f * b.size;
    const bool fresh = ends_sentence(a) || ends_short(i - 1, b) || set_out || set_in;
    if (marker.bullet) return fresh || (first_marker_.found && first_marker_.bullet);
    const bool successor =
        first_marker_.found && !first_marker_.bullet && marker.number == first_marker_.number + 1;
    return successor || fresh;
  }

  // Where the text of a line begins, behind its bullet or number.
  static float text_x(const Line& line) {
    return line.words.size() > 1 && marker_of(line).found ? line.words[1].box.x0 : line.box.x0;
  }

  Marker starting_marker(std::size_t i) const { return marker_of(lines_[i]); }

  bool item_goes_on(std::size_t first, std::size_t i) const {
    const Line &a = lines_[i - 1], &b = lines_[i];
    const Line& head = lines_[first];
    const bool hanging = b.box.x0 > head.box.x0 + 0.3f * b.size;
    if (hanging) return !(ends_sentence(a) && ends_short(i - 1, b) && is_upper(first_character(b)));
    // Numbered paragraphs often set only their first line in.
    const bool fresh = ends_short(i - 1, b);
    if (!first_marker_.bullet) return !fresh || (is_lower(first_character(b)) && !ends_sentence(a));
    return !ends_sentence(a) && !fresh;
  }

  bool paragraph_goes_on(std::size_t first, std::size_t i) const {
    const Line &a = lines_[i - 1], &b = lines_[i];
    const bool lower = is_lower(first_character(b));
    const float indent = b.box.x0 - a.box.x0;
    if (indent > 0.8f * b.size && i - 1 == first && !lower && ends_sentence(a)) return false;
    if (indent > 0.8f * b.size && i - 1 != first && !lower) return false;
    const bool fresh = ends_short(i - 1, b);
    if (is_paragraph_number(b.words.front().text) && (fresh || ends_sentence(a))) return false;
    if (is_centred(a, b)) return !(fresh && ends_sentence(a));
    return !fresh || (lower && !ends_sentence(a));
  }

  void emit(std::size_t from, std::size_t to, std::vector<DraftBlock>& blocks) {
    DraftBlock block;
    block.page = lines_[from].page;
    block.box = lines_[from].box;
    block.column_right = rights_[to - 1];
    const Marker marker = marker_of(lines_[from]);
    block.tag = lines_[from].tag;
    block.marked = marker.found;
    if (begins_tagged_item(from) || marker.found) {
      block.kind = BlockKind::list_item;
      block.level = 1;
      block.marker_x = lines_[from].box.x0;
    }
    for (std::size_t i = from; i < to; ++i) {
      grow(block.box, lines_[i].box);
      block.lines.push_back(std::move(lines_[i]));
    }
    if (marker.found && marker.bullet) {
      Line& line = block.lines.front();
      line.words.erase(line.words.begin());
      if (line.words.empty()) block.lines.erase(block.lines.begin());
    }
    if (!block.lines.empty()) blocks.push_back(std::move(block));
  }

  std::vector<Line> lines_;
  const Leading& leading_;
  std::vector<float> rights_;
  std::vector<Range> ends_;
  std::set<std::uint32_t> begun_;  // tagged items
  Marker first_marker_;
};

}  // namespace

Leading usual_leading(const std::vector<std::vector<Line>>& pages) {
  std::map<int, std::map<int, std::size_t>> counts;  // size -> pitch in quarter points -> lines
  for (const std::vector<Line>& lines : pages) {
    for (std::size_t i = 1; i < lines.size(); ++i) {
      const Line &a = lines[i - 1], &b = lines[i];
      if (!stacked(a, b) || !same_size(a, b) || pitch(a, b) > 2.2f * b.size) continue;
      ++counts[size_key(b.size)][static_cast<int>(std::lround(pitch(a, b) * 4))];
    }
  }
  Leading leading;
  for (const auto& [size, pitches] : counts) {
    const auto most = std::max_element(pitches.begin(), pitches.end(),
                                       [](const auto& a, const auto& b) { return a.second < b.second; });
    leading[size] = static_cast<float>(most->first) / 4;
  }
  return leading;
}

std::vector<DraftBlock> paragraphs_of(std::vector<Line> lines, const Leading& leading) {
  return Gatherer(std::move(lines), leading).take();
}

}  // namespace planmark
