#include "extract/upright_page.h"

#include <algorithm>
#include <array>
#include <utility>

namespace planmark {
namespace {

constexpr double most = 0.6;  // share of the characters

Box upright(const Box& box, float width, float height, std::int16_t turn) {
  switch (turn) {
    case 90:
      return {box.y0, width - box.x1, box.y1, width - box.x0};
    case 180:
      return {width - box.x1, height - box.y1, width - box.x0, height - box.y0};
    case 270:
      return {height - box.y1, box.x0, height - box.y0, box.x1};
    default:
      return box;
  }
}

}  // namespace

std::int16_t turn_of(const RawPage& page) {
  std::array<std::size_t, 4> characters{};
  std::size_t all = 0;
  for (const RawWord& word : page.words) {
    all += word.text.size();
    if (word.rotation >= 0 && word.rotation < 360 && word.rotation % 90 == 0)
      characters[static_cast<std::size_t>(word.rotation / 90)] += word.text.size();
  }
  for (std::size_t quarter = 1; quarter < characters.size(); ++quarter)
    if (static_cast<double>(characters[quarter]) > most * static_cast<double>(all))
      return static_cast<std::int16_t>(quarter * 90);
  return 0;
}

RawPage turned_upright(RawPage page, std::int16_t turn) {
  const float width = page.width, height = page.height;
  for (std::vector<Box>* boxes : {&page.rules, &page.fills, &page.images, &page.dots})
    for (Box& box : *boxes) box = upright(box, width, height, turn);
  for (RawWord& word : page.words) {
    word.box = upright(word.box, width, height, turn);
    word.rotation = static_cast<std::int16_t>((word.rotation - turn + 360) % 360);
  }
  if (turn % 180 != 0) std::swap(page.width, page.height);
  return page;
}

Box as_shown(const Box& box, float width, float height, std::int16_t turn) {
  switch (turn) {
    case 90:
      return {width - box.y1, box.x0, width - box.y0, box.x1};
    case 180:
      return {width - box.x1, height - box.y1, width - box.x0, height - box.y0};
    case 270:
      return {box.y0, height - box.x1, box.y1, height - box.x0};
    default:
      return box;
  }
}

}  // namespace planmark
