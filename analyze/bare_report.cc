#include "analyze/bare_report.h"

#include <algorithm>

#include "base/ascii.h"

namespace planmark {
namespace {

std::ptrdiff_t count_words(std::string_view text) {
  std::ptrdiff_t words = 0;
  bool inside = false;
  for (const char c : text) {
    if (is_letter(c) && !inside) ++words;
    inside = is_letter(c);
  }
  return words;
}

}  // namespace

bool is_bare_report(const Context& context, Modality modality, std::string_view text) {
  constexpr std::ptrdiff_t kWordsBesideFigures = 3;
  if (modality == Modality::intended || modality > Modality::stated) return false;
  if (context.position == Position::list) return has_detail(context, Detail::quantity);
  if (context.position != Position::row) return true;
  const std::size_t first_cell = text.find('\t');
  return first_cell == std::string_view::npos || count_words(text.substr(first_cell)) < kWordsBesideFigures;
}

bool is_run_in_title(std::string_view text) {
  constexpr std::ptrdiff_t kWords = 10;
  return count_words(text) <= kWords;
}

}  // namespace planmark
