#include "extract/recognise_upright.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "base/utf8.h"
#include "extract/turned_picture.h"

namespace planmark {
namespace {

// Below it a page may stand another way up: the lowest of a page that was upright and well read was 0.6.
constexpr float sure = 0.7F;
// A page that is as bad each way up has differences of less.
constexpr float clearly_better = 0.15F;

// By the boxes of words long enough to show it: Tesseract itself calls every line upright.
bool lies_on_its_side(const std::vector<OcrWord>& words) {
  constexpr float long_enough = 4;
  float sideways = 0, all = 0;
  for (const OcrWord& word : words) {
    const auto length = static_cast<float>(characters_in(word.text));
    if (length < long_enough) continue;
    all += length;
    if (word.box.y1 - word.box.y0 > word.box.x1 - word.box.x0) sideways += length;
  }
  return sideways > all / 2;
}

// Of the tries in half the size, the way with the most confidence; nullopt: none is clearly better than
// `least`.
std::optional<std::int16_t> best_turn(Recogniser& recogniser, const PagePicture& picture, float least,
                                      std::chrono::milliseconds patience) {
  const PagePicture half = halved(picture);
  std::optional<std::int16_t> best;
  for (const std::int16_t turn : {std::int16_t{180}, std::int16_t{90}, std::int16_t{270}}) {
    const auto words = recogniser.words_of(turned_back(half, turn), patience);
    if (!words || lies_on_its_side(*words)) continue;
    const float confidence = mean_confidence(*words);
    if (confidence < least) continue;
    least = confidence;
    best = turn;
    if (confidence > sure) break;
  }
  return best;
}

}  // namespace

std::uint32_t characters_in(std::string_view text) {
  std::uint32_t count = 0;
  for (std::size_t at = 0; at < text.size(); at += decode_at(text, at).size) ++count;
  return count;
}

float mean_confidence(const std::vector<OcrWord>& words) {
  float sum = 0, characters = 0;
  for (const OcrWord& word : words) {
    const auto weight = static_cast<float>(characters_in(word.text));
    sum += weight * word.confidence;
    characters += weight;
  }
  return characters > 0 ? std::clamp(sum / characters, 0.0F, 1.0F) : 0;
}

Result<PageWords> recognise_upright(Recogniser& recogniser, const PagePicture& picture,
                                    std::chrono::milliseconds patience) {
  Result<std::vector<OcrWord>> words = recogniser.words_of(picture, patience);
  if (!words) return tl::unexpected(words.error());
  PageWords as_it_is{picture.page, picture.dpi, std::move(*words), 0};
  const bool sideways = lies_on_its_side(as_it_is.words);
  const float confidence = mean_confidence(as_it_is.words);
  if (as_it_is.words.empty() || (confidence >= sure && !sideways)) return as_it_is;
  const float least = sideways ? 0 : confidence + clearly_better;
  const auto turn = best_turn(recogniser, picture, least, patience / 4);
  if (!turn) return as_it_is;
  words = recogniser.words_of(turned_back(picture, *turn), patience);
  if (!words) return tl::unexpected(words.error());
  return PageWords{picture.page, picture.dpi, std::move(*words), *turn};
}

}  // namespace planmark
