// The places where a document says what it is: its title page, the headings of the next pages, its running
// heads, its file name and the title in the file's own information. Each is a Clue with a weight for how
// loudly it speaks.
#pragma once

#include <string>
#include <vector>

#include "corpus/phrase.h"
#include "extract/document.h"

namespace planmark {

enum class CluePlace : std::uint8_t { title_page, later_page, file_name, information };

struct Clue {
  CluePlace place = CluePlace::title_page;
  std::string source;  // "page 1", "file name", "document information"
  std::string text;    // as printed; lines of one title that are set alike are joined with '\n'
  std::vector<FoldedWord> words;
  unsigned weight = 1;  // 3 set large on the title page, 2 other lines of it or outside the pages, 1 the rest
  bool prominent = false;  // a title, a file name or a document title: words here name the document itself
  float size = 0;          // points; 0 outside the pages
};

// Of the first three pages, the file name (without folder and extension) and the document's own title, in
// this order. The title page is the first page with any text but running heads. Titles that programs make up
// ("Microsoft Word -
// ...", "PowerPoint Presentation", file names) are left out.
std::vector<Clue> find_clues(const Document& document, const std::string& file_name);

// The largest line of the title page on one line; failing that the document's own title; may be empty.
std::string printed_title(const std::vector<Clue>& clues);

}  // namespace planmark
