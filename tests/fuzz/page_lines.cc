#include "tests/fuzz/page_lines.h"

#include <algorithm>
#include <charconv>
#include <cmath>

#include "base/format.h"
#include "base/utf8.h"
#include "extract/pdf_text.h"

namespace planmark {
namespace {

constexpr std::size_t most_pages = 40;
constexpr std::size_t most_styles = 100;

std::string box_text(const Box& box) { return format("{} {} {} {}", box.x0, box.y0, box.x1, box.y1); }

std::string clean(std::string_view text) {
  std::string kept;
  for (const char c : text)
    if (!is_control(static_cast<unsigned char>(c)) || static_cast<unsigned char>(c) >= 0x80) kept += c;
  if (!is_valid_utf8(kept)) std::erase_if(kept, [](char c) { return static_cast<unsigned char>(c) >= 0x80; });
  // The controls U+0080 to U+009F.
  for (std::size_t at = kept.find('\xC2'); at != std::string::npos; at = kept.find('\xC2', at + 1))
    if (static_cast<unsigned char>(kept[at + 1]) < 0xA0) kept[at + 1] = '\xA0';
  return kept;
}

class Line {
 public:
  explicit Line(std::string_view rest) : rest_(rest) {}

  std::string_view word() {
    const std::size_t end = std::min(rest_.find(' '), rest_.size());
    const std::string_view taken = rest_.substr(0, end);
    rest_.remove_prefix(std::min(end + 1, rest_.size()));
    return taken;
  }
  float number(float least = -1e6f, float most = 1e6f) {
    const std::string_view digits = word();
    float value = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), value);
    return std::isfinite(value) ? std::clamp(value, least, most) : least;
  }
  template <class Whole>
  Whole whole(long least, long most) {
    const std::string_view digits = word();
    long value = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), value);
    return static_cast<Whole>(std::clamp(value, least, most));
  }
  Box box() {
    const float x0 = number(), y0 = number(), x1 = number(), y1 = number();
    return {std::min(x0, x1), std::min(y0, y1), std::max(x0, x1), std::max(y0, y1)};
  }
  std::string rest() const { return clean(rest_); }

 private:
  std::string_view rest_;
};

RawWord word_of(Line& line) {
  RawWord word;
  word.box = line.box();
  word.style = line.whole<std::uint32_t>(0, most_styles);
  word.tag = line.whole<std::int32_t>(artifact_tag, 1'000'000);
  word.rotation = static_cast<std::int16_t>(line.whole<long>(0, 270) / 90 * 90);
  word.space_after = line.whole<int>(0, 1) == 1;
  word.text = line.rest();
  return word;
}

void add_to_page(RawPage& page, std::string_view kind, Line& line) {
  if (kind == "rule") page.rules.push_back(line.box());
  if (kind == "fill") page.fills.push_back(line.box());
  if (kind == "image") page.images.push_back(line.box());
  if (kind == "dot") page.dots.push_back(line.box());
  if (kind == "counts") {
    page.unmapped = line.whole<std::uint32_t>(0, 1'000'000);
    page.drawings = line.whole<std::uint32_t>(0, 1'000'000);
    page.mistakes = line.whole<std::uint32_t>(0, 1'000'000);
  }
  if (RawWord word; kind == "word" && !(word = word_of(line)).text.empty()) page.words.push_back(word);
}

void add_line(RawDocument& raw, Line line) {
  const std::string_view kind = line.word();
  if (kind == "page" && raw.pages.size() < most_pages) {
    raw.pages.emplace_back();
    raw.pages.back().width = line.number(0);
    raw.pages.back().height = line.number(0);
    raw.pages.back().label = line.rest();
  } else if (kind == "style" && raw.styles.size() < most_styles) {
    Style style{{}, line.number(0), false, false, 0};
    style.bold = line.whole<int>(0, 1) == 1;
    style.italic = line.whole<int>(0, 1) == 1;
    style.colour = line.whole<std::uint32_t>(0, 0xFFFFFF);
    style.font = line.rest();
    raw.styles.push_back(std::move(style));
  } else if (kind == "bookmark") {
    const auto level = line.whole<std::uint8_t>(1, 8);
    const auto page = line.whole<std::uint32_t>(0, none);
    raw.bookmarks.push_back({{}, level, page});
    raw.bookmarks.back().title = line.rest();
  } else if (kind == "tagged") {
    raw.tagged = true;
  } else if (!raw.pages.empty()) {
    add_to_page(raw.pages.back(), kind, line);
  }
}

void bring_into_range(RawDocument& raw) {
  if (raw.styles.empty()) raw.styles.push_back({"Test", 10, false, false, 0});
  const auto styles = static_cast<std::uint32_t>(raw.styles.size());
  for (RawPage& page : raw.pages)
    for (RawWord& word : page.words) word.style %= styles;
  for (RawBookmark& bookmark : raw.bookmarks)
    if (bookmark.page >= raw.pages.size()) bookmark.page = none;
}

}  // namespace

std::string lines_of(const RawDocument& raw) {
  std::string lines = raw.tagged ? "tagged\n" : "";
  for (const Style& style : raw.styles)
    lines +=
        format("style {} {:d} {:d} {} {}\n", style.size, style.bold, style.italic, style.colour, style.font);
  for (const RawPage& page : raw.pages) {
    lines += format("page {} {} {}\n", page.width, page.height, page.label);
    for (const Box& box : page.rules) lines += "rule " + box_text(box) + "\n";
    for (const Box& box : page.fills) lines += "fill " + box_text(box) + "\n";
    for (const Box& box : page.images) lines += "image " + box_text(box) + "\n";
    for (const Box& box : page.dots) lines += "dot " + box_text(box) + "\n";
    lines += format("counts {} {} {}\n", page.unmapped, page.drawings, page.mistakes);
    for (const RawWord& word : page.words)
      lines += format("word {} {} {} {} {:d} {}\n", box_text(word.box), word.style, word.tag, word.rotation,
                      word.space_after, word.text);
  }
  for (const RawBookmark& mark : raw.bookmarks)
    lines += format("bookmark {} {} {}\n", mark.level, mark.page, mark.title);
  return lines;
}

RawDocument raw_document_of(std::string_view lines) {
  RawDocument raw;
  while (!lines.empty()) {
    const std::size_t end = std::min(lines.find('\n'), lines.size());
    add_line(raw, Line(lines.substr(0, end)));
    lines.remove_prefix(std::min(end + 1, lines.size()));
  }
  bring_into_range(raw);
  return raw;
}

}  // namespace planmark
