// The blocks of a web page in the order of its elements.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "extract/document.h"
#include "extract/html_tree.h"

namespace planmark {

struct HtmlBlock {
  BlockKind kind = BlockKind::paragraph;
  std::uint8_t level = 0;
  bool boxed = false;
  std::string text = {};                // empty for a table row
  std::vector<std::string> cells = {};  // table row: one for every column
  bool head = false;                    // table row: it names the columns
  bool definition = false;              // table row: term and meaning of a <dl>
  std::uint32_t table = none;           // table row
};

std::vector<HtmlBlock> html_blocks(const HtmlTree& tree);

}  // namespace planmark
