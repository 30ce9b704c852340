// One page of a document as it was read, drawn over the page as it is printed: one HTML file that needs
// nothing else, holds no script and is allowed none by its own policy.
//
// Beside the picture stands each block's text in reading order. A block has the same number in both; its kind
// is told by a letter and by the line around it as well as by colour. Pointing at a box, or reaching it with
// the keyboard, shows its number, kind and section; following it leads to its text, and from there back.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "extract/document.h"

namespace planmark {

struct PageHtml {
  std::string name{};      // of the document, for people
  std::uint32_t page = 0;  // 0-based
  std::string png{};       // the page's picture; empty: boxes alone, and `no_picture` says why
  std::string no_picture{};
  std::vector<std::string> missing_fonts{};  // PagePicture::missing_fonts
};

// Requires: shown.page < document.pages.size(). Whatever the document says is text here, never markup.
std::string page_html(const Document& document, const PageHtml& shown);

}  // namespace planmark
