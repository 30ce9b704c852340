// Gives each style of a document one number, in the order in which they first appear.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <tuple>
#include <vector>

#include "extract/document.h"

namespace planmark {

class StyleTable {
 public:
  // Requires: `styles` outlives this table, and nobody else adds to it.
  explicit StyleTable(std::vector<Style>& styles) : styles_(styles) {}

  // The place of `style` in the vector, where it is put when it is new.
  std::uint32_t index_of(const Style& style);

 private:
  std::vector<Style>& styles_;
  std::map<std::tuple<std::string, float, bool, bool, std::uint32_t>, std::uint32_t> index_;
};

}  // namespace planmark
