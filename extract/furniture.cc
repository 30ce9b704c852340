#include "extract/furniture.h"

#include <algorithm>
#include <cmath>
#include <set>
#include <string>
#include <string_view>
#include <tuple>

namespace planmark {
namespace {

constexpr float band = 0.12f;  // share of the page height at its head and foot in which furniture stands
constexpr std::size_t first_words = 3;
constexpr std::size_t pages_enough = 3;
constexpr std::size_t share_of_pages = 5;  // one in

bool in_band(const Line& line, const RawPage& page) {
  return line.middle() < band * page.height || line.middle() > (1 - band) * page.height;
}

// The first `most` words with digits as '#', runs of them as one, letters as they are.
std::string key_of(const Line& line, std::size_t most) {
  std::string key;
  for (std::size_t i = 0; i < std::min(most, line.words.size()); ++i) {
    for (const char c : line.words[i].text) {
      const char kept = c >= '0' && c <= '9' ? '#' : c;
      if (kept != '#' || key.empty() || key.back() != '#') key += kept;
    }
    key += ' ';
  }
  return key;
}

// "7", "- 7 -", "Page 7", "Page 7 of 20", "7 | 20", "xii"
bool is_page_number(const Line& line) {
  if (line.words.size() > 5) return false;
  bool number = false;
  for (const LineWord& word : line.words) {
    const std::string& t = word.text;
    const bool digits = t.size() <= 3 && t.find_first_not_of("0123456789") == std::string::npos;
    const bool roman = t.size() <= 5 && t.find_first_not_of("ivxl") == std::string::npos;
    const bool around = t == "-" || t == "|" || t == "–" || t == "/" || t == "of" || t == "Page" ||
                        t == "page" || t == "PAGE" || t == "•";
    if (!digits && !roman && !around) return false;
    number = number || digits || roman;
  }
  return number;
}

struct Place {
  std::string key;
  int height = 0;  // of the line's middle, in steps of 4 points
  std::uint32_t page = 0;
  std::uint32_t line = 0;
  friend bool operator<(const Place& a, const Place& b) {
    return std::tie(a.key, a.height, a.page, a.line) < std::tie(b.key, b.height, b.page, b.line);
  }
};

int height_of(const Line& line) { return static_cast<int>(std::lround(line.middle() / 4)); }

// Marks the places of one text whose heights agree (each within a step of the next) on enough pages.
void mark_repeated(const std::vector<Place>& places, std::size_t first, std::size_t last, std::size_t enough,
                   std::vector<std::vector<bool>>& furniture) {
  for (std::size_t from = first; from < last;) {
    std::size_t to = from + 1;
    while (to < last && places[to].height - places[to - 1].height <= 1) ++to;
    std::vector<std::uint32_t> pages;
    for (std::size_t i = from; i < to; ++i) pages.push_back(places[i].page);
    std::sort(pages.begin(), pages.end());
    pages.erase(std::unique(pages.begin(), pages.end()), pages.end());
    if (pages.size() >= enough)
      for (std::size_t i = from; i < to; ++i) furniture[places[i].page][places[i].line] = true;
    from = to;
  }
}

// Nothing but furniture stands beside the line or further out.
bool is_outermost(const std::vector<Line>& lines, std::size_t at, const std::vector<bool>& furniture,
                  bool above) {
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const bool beyond = above ? lines[i].box.y1 < lines[at].box.y0 : lines[i].box.y0 > lines[at].box.y1;
    const bool beside = shared(lines[i].box.y0, lines[i].box.y1, lines[at].box.y0, lines[at].box.y1) > 0;
    if (i != at && !furniture[i] && (beyond || beside)) return false;
  }
  return true;
}

// Page numbers differ from page to page in more than their digits ("ix", "10"), so they are known by their
// place: the outermost line, at one height on several pages.
void mark_page_numbers(const std::vector<RawPage>& sizes, const std::vector<std::vector<Line>>& pages,
                       std::size_t enough, std::vector<std::vector<bool>>& furniture) {
  std::vector<Place> places;
  for (std::uint32_t p = 0; p < pages.size(); ++p) {
    std::size_t tried = 0;
    for (std::uint32_t l = 0; l < pages[p].size() && tried < 40; ++l) {
      const Line& line = pages[p][l];
      if (furniture[p][l] || !in_band(line, sizes[p]) || !is_page_number(line)) continue;
      ++tried;
      if (is_outermost(pages[p], l, furniture[p], line.middle() < sizes[p].height / 2))
        places.push_back({"", height_of(line), p, l});
    }
  }
  std::sort(places.begin(), places.end());
  mark_repeated(places, 0, places.size(), enough, furniture);
}

// Some programs mark footnotes as decoration too: only the very edge of the page is believed.
bool is_marked_as_decoration(const Line& line, const RawPage& page) {
  constexpr float edge = 0.08f;
  return line.artifact && (line.middle() < edge * page.height || line.middle() > (1 - edge) * page.height);
}

// "............": a rule made of type.
bool is_ornament(const Line& line) {
  for (const LineWord& word : line.words) {
    std::string_view text = word.text;
    while (text.starts_with("…") || text.starts_with("–") || text.starts_with("—")) text.remove_prefix(3);
    if (text.find_first_not_of("._-=*~ ") != text.npos) return false;
  }
  return line.characters >= 8;
}

// What repeats inside a page is text: from each edge inwards only lines up to the first that does not repeat
// stay marked. At the head one line may stand between (the chapter's name), at the foot none (footnotes
// repeat sources).
void unmark_inside(const RawPage& page, const std::vector<Line>& lines, std::vector<bool>& furniture) {
  for (const bool head : {true, false}) {
    std::vector<std::size_t> at_edge;
    for (std::size_t i = 0; i < lines.size(); ++i)
      if (in_band(lines[i], page) && (lines[i].middle() < page.height / 2) == head) at_edge.push_back(i);
    std::stable_sort(at_edge.begin(), at_edge.end(), [&](std::size_t a, std::size_t b) {
      return head ? lines[a].middle() < lines[b].middle() : lines[a].middle() > lines[b].middle();
    });
    int may_stand_between = head ? 1 : 0;
    const Line* first_text = nullptr;
    for (const std::size_t at : at_edge) {
      const Line& line = lines[at];
      const bool known = is_marked_as_decoration(line, page) || is_ornament(line);
      if (first_text) {
        const float beside = shared(first_text->box.y0, first_text->box.y1, line.box.y0, line.box.y1);
        if (beside < 0.5f * line.height() && !known) furniture[at] = false;
      } else if (!furniture[at] && !is_page_number(line) && may_stand_between-- == 0) {
        first_text = &line;
      }
    }
  }
}

bool stands_beside(const Line& a, const Line& b) {
  return shared(a.box.y0, a.box.y1, b.box.y0, b.box.y1) > 0.5f * std::min(a.height(), b.height());
}

bool stands_under(const Line& line, const Line& above, float most_heights) {
  const float gap = line.box.y0 - above.box.y1;
  return gap > -0.3f * above.height() && gap < most_heights * above.height() &&
         shared(line.box.x0, line.box.x1, above.box.x0, above.box.x1) > 0;
}

// Where a table runs over several pages, or tables with like columns do, some of the column heads repeat at
// one height as well.
class ColumnHeads {
 public:
  ColumnHeads(const std::vector<Line>& lines, const std::vector<bool>& furniture) {
    for (std::size_t i = 0; i < lines.size(); ++i)
      if (!furniture[i] && !is_page_number(lines[i])) text_.push_back(&lines[i]);
  }

  // Two others or more stand in its row, and text under it (or above: a cell of the last row on a page); or
  // one other, and text close under its column, and under the other's too or in one type with both.
  bool has(const Line& line) const {
    std::size_t beside = 0, columns = 0;
    for (const Line* other : text_) {
      if (!stands_beside(*other, line)) continue;
      ++beside;
      if (heads_column(*other) ||
          (other->size == line.size && other->bold == line.bold && heads_column(line, line.size)))
        ++columns;
    }
    if (beside >= 2)
      return std::any_of(text_.begin(), text_.end(), [&](const Line* other) {
        return stands_under(*other, line, 3) || stands_under(line, *other, 3);
      });
    return columns == 1 && heads_column(line);
  }

 private:
  // `size`: of the text under it; 0: any.
  bool heads_column(const Line& line, float size = 0) const {
    constexpr float one_edge = 3;  // points
    return std::any_of(text_.begin(), text_.end(), [&](const Line* under) {
      return stands_under(*under, line, 1) && std::abs(under->box.x0 - line.box.x0) < one_edge &&
             (size == 0 || under->size == size);
    });
  }

  std::vector<const Line*> text_;
};

// What heads a column on one page heads one on the others too, where little of the table may be left. Whether
// any was unmarked.
bool unmark_column_heads(const std::vector<std::vector<Line>>& pages,
                         std::vector<std::vector<bool>>& furniture) {
  const auto key = [](const Line& line) {
    return std::pair(key_of(line, line.words.size()), height_of(line));
  };
  const auto may_be = [&](std::size_t p, std::size_t l) {
    return furniture[p][l] && !pages[p][l].artifact && !is_ornament(pages[p][l]);
  };
  std::set<std::pair<std::string, int>> known;
  for (std::size_t p = 0; p < pages.size(); ++p) {
    const ColumnHeads heads(pages[p], furniture[p]);
    for (std::size_t l = 0; l < pages[p].size(); ++l)
      if (may_be(p, l) && heads.has(pages[p][l])) known.insert(key(pages[p][l]));
  }
  for (std::size_t p = 0; p < pages.size(); ++p)
    for (std::size_t l = 0; l < pages[p].size(); ++l)
      if (may_be(p, l) && known.contains(key(pages[p][l]))) furniture[p][l] = false;
  return !known.empty();
}

}  // namespace

std::vector<std::vector<bool>> find_furniture(const std::vector<RawPage>& sizes,
                                              const std::vector<std::vector<Line>>& pages) {
  std::vector<std::vector<bool>> furniture(pages.size());
  std::vector<Place> places;
  for (std::uint32_t p = 0; p < pages.size(); ++p) {
    furniture[p].assign(pages[p].size(), false);
    for (std::uint32_t l = 0; l < pages[p].size(); ++l) {
      const Line& line = pages[p][l];
      furniture[p][l] = is_ornament(line);
      if (!in_band(line, sizes[p])) continue;
      furniture[p][l] = furniture[p][l] || is_marked_as_decoration(line, sizes[p]);
      const bool of_table = line.tag.row != none;
      if (line.characters < 300 && !of_table && !is_page_number(line)) {
        places.push_back({key_of(line, line.words.size()), height_of(line), p, l});
        // A running head may name the chapter after the document's title.
        if (std::string start = key_of(line, first_words);
            line.words.size() > first_words && start.size() > 12)
          places.push_back({"start " + start, height_of(line), p, l});
      }
    }
  }
  std::sort(places.begin(), places.end());
  const std::size_t enough = std::clamp<std::size_t>(pages.size() / share_of_pages, 2, pages_enough);
  for (std::size_t first = 0; first < places.size();) {
    std::size_t last = first + 1;
    while (last < places.size() && places[last].key == places[first].key) ++last;
    mark_repeated(places, first, last, enough, furniture);
    first = last;
  }
  for (std::size_t p = 0; p < pages.size(); ++p) unmark_inside(sizes[p], pages[p], furniture[p]);
  constexpr int most_rounds = 3;  // one head may show that its neighbour is one
  for (int i = 0; i < most_rounds && unmark_column_heads(pages, furniture); ++i) {
  }
  mark_page_numbers(sizes, pages, std::min(enough, pages.size()), furniture);
  return furniture;
}

}  // namespace planmark
