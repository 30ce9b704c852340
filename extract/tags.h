// Which block of the structure tree the words of a page belong to, as far as the tree can be believed.
//
// Programs tag well or badly: some mark every line a paragraph, some the headings alone, some half of the
// words. What is not plausible is not believed, and then fonts, sizes and positions decide as in a file
// without tags:
//   - a tree that holds less than most of the words: nothing of it
//   - headings that are a large part of the text: no heading
//   - paragraphs that end in the middle of sentences: no paragraph (headings, items and cells stay)
#pragma once

#include <cstdint>
#include <vector>

#include "extract/line.h"
#include "extract/raw_document.h"

namespace planmark {

class Tags {
 public:
  Tags() = default;  // nothing is tagged
  explicit Tags(const RawDocument& raw);

  // What is said of the content with that id on the page. Of the content of a list item or a cell: the item,
  // the cell; of a part of a paragraph: the paragraph.
  LineTag at(std::uint32_t page, std::int32_t content_id) const;

 private:
  std::vector<LineTag> tags_;                      // of each element
  std::vector<std::vector<std::uint32_t>> pages_;  // by content id: element
};

// What its lines say of paragraphs is dropped where these break off in the middle of sentences.
void drop_broken_paragraphs(std::vector<std::vector<Line>>& pages);

}  // namespace planmark
