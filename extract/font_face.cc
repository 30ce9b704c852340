#include "extract/font_face.h"

#include <algorithm>
#include <initializer_list>
#include <iterator>
#include <string_view>

#include "base/ascii.h"

namespace planmark {
namespace {

constexpr int lightest_bold = 600;

std::string plain_name(std::string_view name) {
  const bool subset =
      name.size() > 7 && name[6] == '+' &&
      std::all_of(name.begin(), name.begin() + 6, [](char c) { return c >= 'A' && c <= 'Z'; });
  std::string plain;
  std::ranges::copy_if(subset ? name.substr(7) : name, std::back_inserter(plain),
                       [](char c) { return c > 0x20 && c < 0x7F; });
  return plain;
}

bool name_says(std::string_view name, std::initializer_list<std::string_view> words) {
  const std::string lower = lower_ascii(name);
  return std::ranges::any_of(words, [&](auto word) { return lower.find(word) != std::string::npos; });
}

}  // namespace

FontFace face_of(const FontEntries& entries) {
  FontFace face;
  face.name = plain_name(entries.name.empty() ? entries.described_name : entries.name);
  face.bold = entries.flagged_bold || entries.weight >= lightest_bold ||
              name_says(face.name, {"bold", "black", "heavy", "demi"});
  face.italic = entries.flagged_italic || name_says(face.name, {"italic", "oblique"});
  return face;
}

}  // namespace planmark
