#include "extract/font_name.h"

#include <algorithm>
#include <initializer_list>
#include <iterator>

namespace planmark {
namespace {

bool name_says(std::string_view name, std::initializer_list<std::string_view> words) {
  std::string lower(name);
  std::ranges::transform(lower, lower.begin(),
                         [](char c) { return c >= 'A' && c <= 'Z' ? char(c + 32) : c; });
  return std::ranges::any_of(words, [&](auto word) { return lower.find(word) != std::string::npos; });
}

}  // namespace

std::string plain_font_name(std::string_view name) {
  const bool subset =
      name.size() > 7 && name[6] == '+' &&
      std::all_of(name.begin(), name.begin() + 6, [](char c) { return c >= 'A' && c <= 'Z'; });
  std::string plain;
  std::ranges::copy_if(subset ? name.substr(7) : name, std::back_inserter(plain),
                       [](char c) { return c > 0x20 && c < 0x7F; });
  return plain;
}

bool names_bold_face(std::string_view name) { return name_says(name, {"bold", "black", "heavy", "demi"}); }

bool names_italic_face(std::string_view name) { return name_says(name, {"italic", "oblique"}); }

}  // namespace planmark
