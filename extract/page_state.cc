#include "extract/page_state.h"

#include <algorithm>

#include "base/utf8.h"
#include "extract/word_text.h"

namespace planmark {
namespace {

constexpr std::uint32_t hardly_any = 50;  // characters
constexpr float much = 0.3f;              // share of the page under one image
constexpr float unmapped_share = 0.05f;
constexpr std::uint32_t many_drawings = 300;  // letters drawn as shapes: one or two for each

struct Characters {
  std::uint32_t all = 0, unmapped = 0;
};

Characters count(const std::vector<Line>& lines) {
  Characters characters;
  for (const Line& line : lines) {
    for (const LineWord& word : line.words) {
      if (is_bullet(word.text)) continue;
      for (std::size_t at = 0; at < word.text.size();) {
        const DecodedCharacter c = decode_at(word.text, at);
        at += c.size;
        ++characters.all;
        if (c.value == 0xFFFD || is_private_use(c.value)) ++characters.unmapped;
      }
    }
  }
  return characters;
}

float largest_image_share(const RawPage& page) {
  const float area = page.width * page.height;
  if (!(area > 0)) return 0;
  float largest = 0;
  for (const Box& image : page.images) {
    const float width = shared(image.x0, image.x1, 0, page.width);
    const float height = shared(image.y0, image.y1, 0, page.height);
    if (width > 0 && height > 0) largest = std::max(largest, width * height / area);
  }
  return largest;
}

constexpr const char* picture = "picture without text";
constexpr const char* no_map = "no word map";

const char* reason_after(OcrOutcome ocr, bool is_picture) {
  if (ocr == OcrOutcome::not_confident)
    return is_picture ? "picture, OCR not confident" : "no word map, OCR not confident";
  if (ocr == OcrOutcome::too_slow) return is_picture ? "picture, OCR too slow" : "no word map, OCR too slow";
  return is_picture ? picture : no_map;
}

}  // namespace

PageVerdict state_of(const RawPage& page, const std::vector<Line>& lines) {
  const Characters characters = count(lines);
  if (page.ocr == OcrOutcome::recognised && characters.all > 0) return {};
  const auto unmapped = static_cast<float>(std::max(characters.unmapped, page.unmapped));
  if (characters.all > 0 && unmapped > unmapped_share * static_cast<float>(characters.all))
    return {PageState::unreadable, reason_after(page.ocr, false)};
  if (characters.all < hardly_any && (largest_image_share(page) > much || page.drawings >= many_drawings))
    return {PageState::unreadable, reason_after(page.ocr, true)};
  if (characters.all == 0 && page.unmapped > 0) return {PageState::unreadable, reason_after(page.ocr, false)};
  if (characters.all == 0 && page.mistakes > 0) return {PageState::unreadable, "damaged"};
  if (characters.all == 0) return {PageState::blank, ""};
  return {};
}

bool wants_ocr(const Page& page) {
  return page.state == PageState::unreadable && (page.reason == picture || page.reason == no_map);
}

}  // namespace planmark
