// Raw pages written down as a few placed lines, so that a layout test shows what is printed where.
//
//   PrintedPages pages;
//   pages.page().at(72, 100, "Words of a line.").at(72, 114, "The next line.", pages.style(10, bold));
//
// Each character is half the type size wide; a line at y has its box from y to y + size.
#pragma once

#include <string>
#include <string_view>

#include "extract/layout.h"
#include "extract/raw_document.h"

namespace planmark {

inline constexpr bool bold = true;

class PrintedPages {
 public:
  PrintedPages() { style(10); }

  PrintedPages& page(float width = 595, float height = 842) {
    raw_.pages.emplace_back();
    raw_.pages.back().width = width;
    raw_.pages.back().height = height;
    return *this;
  }

  // Index of the style, made when it is new. Style 0 is plain, size 10.
  std::uint32_t style(float size, bool is_bold = false, bool italic = false, std::uint32_t colour = 0) {
    const Style wanted{"Test", size, is_bold, italic, colour};
    for (std::uint32_t i = 0; i < raw_.styles.size(); ++i)
      if (raw_.styles[i] == wanted) return i;
    raw_.styles.push_back(wanted);
    return static_cast<std::uint32_t>(raw_.styles.size()) - 1;
  }

  PrintedPages& at(float x, float y, std::string_view words, std::uint32_t look = 0) {
    const float size = raw_.styles[look].size;
    while (!words.empty()) {
      const std::size_t end = std::min(words.find(' '), words.size());
      float width = 0;
      for (const char c : words.substr(0, end))
        if ((static_cast<unsigned char>(c) & 0xC0) != 0x80) width += size / 2;
      if (end > 0) {
        RawWord word;
        word.text = std::string(words.substr(0, end));
        word.box = {x, y, x + width, y + size};
        word.style = look;
        raw_.pages.back().words.push_back(std::move(word));
      }
      x += width + size / 2;
      words.remove_prefix(std::min(end + 1, words.size()));
    }
    return *this;
  }

  PrintedPages& rule(float x0, float y, float x1) {
    raw_.pages.back().rules.push_back({x0, y, x1, y + 0.5f});
    return *this;
  }

  PrintedPages& rule_down(float x, float y0, float y1) {
    raw_.pages.back().rules.push_back({x, y0, x + 0.5f, y1});
    return *this;
  }

  PrintedPages& fill(float x0, float y0, float x1, float y1) {
    raw_.pages.back().fills.push_back({x0, y0, x1, y1});
    return *this;
  }

  PrintedPages& image(float x0, float y0, float x1, float y1) {
    raw_.pages.back().images.push_back({x0, y0, x1, y1});
    return *this;
  }

  RawDocument& raw() { return raw_; }

  Document document() const { return lay_out(raw_, "hash"); }

 private:
  RawDocument raw_;
};

// One line for each block: "heading1: text", cells separated by " | ", the head row as "head: ...".
std::string outline(const Document& document);

}  // namespace planmark
