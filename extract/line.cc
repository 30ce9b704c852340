#include "extract/line.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <iterator>
#include <numeric>
#include <unordered_map>

#include "base/utf8.h"
#include "extract/tags.h"
#include "extract/word_text.h"

namespace planmark {
namespace {

// In units of the type size. A word space is about 0.25, in justified text up to 1; columns stand 1.5 and
// more apart.
constexpr float widest_word_space = 1.0f;
constexpr float widest_marker_space = 4.0f;     // between a bullet or number and its text
constexpr float widest_stretched_space = 2.5f;  // in a heading that is justified
constexpr float overlap_allowed = 0.5f;
constexpr float page_limit = 20000;         // points; more is nonsense
constexpr std::size_t longest_line = 1000;  // words; bounds the work on hostile pages

// The box as it would stand if its text ran from left to right.
Box upright(const Box& box, std::int16_t rotation) {
  switch (rotation) {
    case 90:
      return {box.y0, -box.x1, box.y1, -box.x0};
    case 180:
      return {-box.x1, -box.y1, -box.x0, -box.y0};
    case 270:
      return {-box.y1, box.x0, -box.y0, box.x1};
    default:
      return box;
  }
}

bool has_place(const Box& box) {
  const auto sane = [](float v) { return std::isfinite(v) && std::abs(v) < page_limit; };
  return sane(box.x0) && sane(box.y0) && sane(box.x1) && sane(box.y1);
}

Box ordered(const Box& box) {
  return {std::min(box.x0, box.x1), std::min(box.y0, box.y1), std::max(box.x0, box.x1),
          std::max(box.y0, box.y1)};
}

float type_size(std::uint32_t style, const Box& upright_box, const std::vector<Style>& styles) {
  const float height = upright_box.y1 - upright_box.y0;
  const float size = style < styles.size() ? styles[style].size : 0;
  // Some fonts are declared at size 1 and scaled, some boxes are flat: trust the one that is plausible.
  if (size > 2 && size < 400) return size;
  return std::clamp(height * 0.85f, 1.0f, 400.0f);
}

bool is_superscript(const Box& word, float size, const Box& line, float line_size) {
  return size < line_size * 0.8f && word.y1 < line.y1 - 0.15f * line_size;
}

struct Open {
  Line line;
  Box box;  // upright
  float size = 0;
  float last_x1 = 0;
  bool only_marker = false;
};

// "19" "th"
bool is_ordinal(std::string_view number, std::string_view suffix) {
  return (suffix == "st" || suffix == "nd" || suffix == "rd" || suffix == "th") && number.back() >= '0' &&
         number.back() <= '9';
}

// A raised figure or letter that was drawn apart is put back between the words of its line.
bool put_inside(Open& line, Open& small) {
  std::vector<LineWord>& words = line.line.words;
  if (small.line.words.size() > 2 || small.size > 0.8f * line.size || small.line.rotation != 0) return false;
  for (std::size_t i = 0; i + 1 < words.size(); ++i) {
    if (small.box.x0 < words[i].box.x1 - 1 || small.box.x1 > words[i + 1].box.x0 + 1) continue;
    words[i].space_after = !is_ordinal(words[i].text, small.line.words[0].text);
    words.insert(words.begin() + static_cast<std::ptrdiff_t>(i) + 1,
                 std::make_move_iterator(small.line.words.begin()),
                 std::make_move_iterator(small.line.words.end()));
    small.line.words.clear();
    return true;
  }
  return false;
}

// Remembers where each text was printed lately, so that a second printing at the same place is seen.
class Printed {
 public:
  bool again(const std::string& text, const Box& box) {
    Places& places = places_[text];
    for (const Box& earlier : places.boxes)
      if (std::abs(earlier.x0 - box.x0) < 1.2f && std::abs(earlier.y0 - box.y0) < 1.2f &&
          std::abs(earlier.x1 - box.x1) < 1.2f && box.x1 > box.x0)
        return true;
    places.boxes[places.next++ % places.boxes.size()] = box;
    return false;
  }

 private:
  struct Places {
    std::array<Box, 6> boxes{};
    std::size_t next = 0;
  };
  std::unordered_map<std::string, Places> places_;
};

bool on_same_baseline(const Box& a, const Box& b) {
  const float smaller = std::min(a.y1 - a.y0, b.y1 - b.y0);
  const float larger = std::max(a.y1 - a.y0, b.y1 - b.y0);
  // Raised figures and letters stand on the line too.
  return shared(a.y0, a.y1, b.y0, b.y1) >= (smaller < 0.75f * larger ? 0.3f : 0.5f) * smaller;
}

bool is_cell(const LineTag& tag) { return tag.kind == TagKind::cell || tag.kind == TagKind::head_cell; }

// Different cells of one table.
bool parted_by_tags(const LineTag& a, const LineTag& b) {
  return is_cell(a) && is_cell(b) && a.table == b.table && a.element != b.element;
}

bool continues(const Open& open, const Box& box, float size, std::int16_t rotation) {
  if (open.line.rotation != rotation || open.line.words.size() >= longest_line) return false;
  if (!on_same_baseline(open.box, box)) return false;
  const float unit = std::max(open.size, size);
  const float gap = box.x0 - open.last_x1;
  const float widest = open.only_marker ? widest_marker_space : widest_word_space;
  return gap >= -overlap_allowed * unit && gap <= widest * unit;
}

// Not the first of its line: a number there ends a sentence ("in  February  2024.") and begins no item.
bool stands_behind(const Open& open, const Box& box, float size) {
  const float gap = box.x0 - open.last_x1;
  return !open.only_marker && on_same_baseline(open.box, box) && gap > 0 &&
         gap <= widest_stretched_space * size;
}

void append(Open& open, LineWord word, const Box& box, float size) {
  if (is_superscript(box, size, open.box, open.size))
    open.line.words.back().space_after = !is_ordinal(open.line.words.back().text, word.text);
  if (box.x0 - open.last_x1 > 0.2f * size) open.line.words.back().space_after = true;
  open.only_marker = false;
  open.last_x1 = box.x1;
  open.size = std::max(open.size, size);
  grow(open.box, box);
  open.line.words.push_back(std::move(word));
}

std::vector<Open> gathered(const RawPage& page, std::uint32_t index, const std::vector<Style>& styles,
                           const Tags& tags) {
  std::vector<Open> open;
  Printed printed;
  for (std::uint32_t i = 0; i < page.words.size(); ++i) {
    const RawWord& raw = page.words[i];
    std::string text = word_text(raw.text);
    if (text.empty() || !has_place(raw.box)) continue;
    const Box place = ordered(raw.box);
    if (printed.again(text, place)) continue;
    const Box box = upright(place, raw.rotation);
    const float size = type_size(raw.style, box, styles);
    const bool marker =
        is_bullet(text) || (is_enumerator(text) && text.find_last_of(").:") == text.size() - 1 &&
                            (open.empty() || !stands_behind(open.back(), box, size)));
    const std::uint32_t style = raw.style < styles.size() ? raw.style : 0;
    const LineTag tag = tags.at(index, raw.tag);
    LineWord word{std::move(text), place, style, raw.space_after, tag.element};
    if (!open.empty() && !parted_by_tags(open.back().line.tag, tag) &&
        continues(open.back(), box, size, raw.rotation)) {
      append(open.back(), std::move(word), box, size);
      open.back().line.artifact &= raw.tag == artifact_tag;
      continue;
    }
    Open next;
    next.line.page = index;
    next.line.order = i;
    next.line.rotation = raw.rotation;
    next.line.artifact = raw.tag == artifact_tag;
    next.line.words.push_back(std::move(word));
    next.line.tag = tag;
    next.box = box;
    next.size = size;
    next.last_x1 = box.x1;
    next.only_marker = marker;
    open.push_back(std::move(next));
  }
  return open;
}

void merge(Open& left, Open&& right) {
  left.line.words.back().space_after =
      right.box.x0 - left.last_x1 > 0.12f * right.size || left.line.words.back().space_after;
  if (right.size < 0.8f * left.size && is_ordinal(left.line.words.back().text, right.line.words.front().text))
    left.line.words.back().space_after = false;
  for (LineWord& word : right.line.words) left.line.words.push_back(std::move(word));
  left.line.order = std::min(left.line.order, right.line.order);
  left.last_x1 = right.last_x1;
  left.line.artifact &= right.line.artifact;
  grow(left.box, right.box);
  right.line.words.clear();
}

// A page may draw the words of one line at different times (bold ones last, say): neighbours that all but
// touch join.
void join_neighbours(std::vector<Open>& open) {
  std::vector<std::size_t> by_height(open.size());
  std::iota(by_height.begin(), by_height.end(), 0);
  std::stable_sort(by_height.begin(), by_height.end(), [&](std::size_t a, std::size_t b) {
    const Open &l = open[a], &r = open[b];
    if (l.line.rotation != r.line.rotation) return l.line.rotation < r.line.rotation;
    return l.box.y0 + l.box.y1 < r.box.y0 + r.box.y1;
  });
  for (std::size_t first = 0; first < by_height.size();) {
    std::size_t last = first + 1;
    const Open& top = open[by_height[first]];
    while (last < by_height.size() && open[by_height[last]].line.rotation == top.line.rotation &&
           on_same_baseline(open[by_height[last]].box, top.box))
      ++last;
    std::stable_sort(by_height.begin() + static_cast<std::ptrdiff_t>(first),
                     by_height.begin() + static_cast<std::ptrdiff_t>(last),
                     [&](std::size_t a, std::size_t b) { return open[a].box.x0 < open[b].box.x0; });
    std::size_t left = by_height[first];
    for (std::size_t i = first + 1; i < last; ++i) {
      const std::size_t right = by_height[i];
      const float gap = open[right].box.x0 - open[left].last_x1;
      const float unit = std::max(open[left].size, open[right].size);
      const float widest = open[left].only_marker ? widest_marker_space : 0.45f;
      if (parted_by_tags(open[left].line.tag, open[right].line.tag)) {
        left = right;
        continue;
      }
      if (gap < 0 && put_inside(open[left], open[right])) continue;
      if (gap > -0.3f * unit && gap < widest * unit)
        merge(open[left], std::move(open[right]));
      else
        left = right;
    }
    first = last;
  }
  std::erase_if(open, [](const Open& o) { return o.line.words.empty(); });
}

bool is_as_wide(float gap, float space) { return std::abs(gap - space) < 0.12f * space; }

// Its own spaces, if it has any, are as wide; that behind a bullet may be another.
bool is_set_with(const Open& open, float space) {
  const std::vector<LineWord>& words = open.line.words;
  const auto place = [&](std::size_t i) { return upright(words[i].box, open.line.rotation); };
  for (std::size_t i = 1; i < words.size(); ++i) {
    const bool behind_bullet = i == 1 && is_bullet(words[0].text);
    if (words[i - 1].space_after && !behind_bullet && !is_as_wide(place(i).x0 - place(i - 1).x1, space))
      return false;
  }
  return true;
}

bool is_stretched_prose(const std::vector<Open>& open, std::size_t first, std::size_t last) {
  std::size_t words = 0, of_letters = 0;
  for (std::size_t i = first; i <= last; ++i)
    for (const LineWord& word : open[i].line.words) {
      ++words;
      of_letters += word.text.size() > 1 && is_letter(decode_at(word.text, 0).value);
    }
  return of_letters >= 3 && 2 * of_letters > words;
}

// "Our   integrated   care   strategy": a justified line whose spaces are wide but all alike.
void join_stretched(std::vector<Open>& open) {
  for (std::size_t first = 0; first + 1 < open.size(); ++first) {
    const auto gap = [&](std::size_t i) { return open[i + 1].box.x0 - open[i].last_x1; };
    const float space = gap(first);
    if (space <= 0 || space > widest_stretched_space * open[first].size) continue;
    if (!is_set_with(open[first], space)) continue;
    std::size_t last = first;
    while (last + 1 < open.size() && open[last + 1].size == open[first].size &&
           on_same_baseline(open[last].box, open[last + 1].box) && is_as_wide(gap(last), space) &&
           is_set_with(open[last + 1], space) &&
           !parted_by_tags(open[last].line.tag, open[last + 1].line.tag))
      ++last;
    if (last == first || !is_stretched_prose(open, first, last)) continue;
    for (std::size_t i = first + 1; i <= last; ++i) merge(open[first], std::move(open[i]));
    first = last;
  }
  std::erase_if(open, [](const Open& o) { return o.line.words.empty(); });
}

// As the first word is; a raised figure or a link may be tagged apart.
bool is_tagged_throughout(const Line& line) {
  constexpr std::size_t most = 60;  // per cent of the characters
  std::size_t same = 0, all = 0;
  for (const LineWord& word : line.words) {
    all += word.text.size();
    if (word.element == line.tag.element) same += word.text.size();
  }
  return 100 * same >= most * all;
}

}  // namespace

std::vector<Line> lines_of(const RawPage& page, std::uint32_t index, const std::vector<Style>& styles,
                           const Tags& tags) {
  std::vector<Open> open = gathered(page, index, styles, tags);
  join_stretched(open);
  join_neighbours(open);
  std::stable_sort(open.begin(), open.end(),
                   [](const Open& a, const Open& b) { return a.line.order < b.line.order; });
  std::vector<Line> lines;
  lines.reserve(open.size());
  for (Open& o : open) {
    measure(o.line, styles);
    if (!is_tagged_throughout(o.line)) o.line.tag = {};
    lines.push_back(std::move(o.line));
  }
  return lines;
}

void measure(Line& line, const std::vector<Style>& styles) {
  line.box = line.words.front().box;
  line.bold = line.italic = true;
  line.characters = 0;
  std::uint32_t most = 0;
  std::vector<std::pair<std::uint32_t, std::uint32_t>> counts;  // style, characters
  for (const LineWord& word : line.words) {
    grow(line.box, word.box);
    const auto characters = static_cast<std::uint32_t>(word.text.size());
    line.characters += characters;
    if (word.style < styles.size() && !is_bullet(word.text)) {
      line.bold = line.bold && styles[word.style].bold;
      line.italic = line.italic && styles[word.style].italic;
    }
    auto found =
        std::find_if(counts.begin(), counts.end(), [&](const auto& c) { return c.first == word.style; });
    if (found == counts.end()) found = counts.insert(counts.end(), {word.style, 0});
    found->second += characters;
    if (found->second > most) {
      most = found->second;
      line.size = type_size(word.style, upright(word.box, line.rotation), styles);
      line.colour = word.style < styles.size() ? styles[word.style].colour : 0;
    }
  }
}

void grow(Box& box, const Box& other) {
  box.x0 = std::min(box.x0, other.x0);
  box.y0 = std::min(box.y0, other.y0);
  box.x1 = std::max(box.x1, other.x1);
  box.y1 = std::max(box.y1, other.y1);
}

}  // namespace planmark
