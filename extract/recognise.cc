#include "extract/recognise.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include "base/format.h"
#include "base/utf8.h"
#include "extract/render_page.h"
#include "extract/style_table.h"
#include "extract/upright_page.h"
#include "extract/word_text.h"

namespace planmark {
namespace {

constexpr float noise = 0.3F;       // confidence below which a word is more likely a stain
constexpr float sign_noise = 0.8F;  // the same for a word without letter or figure
// From ascenders to descenders, in units of the type size: Arial 0.94, Times 0.90, Calibri 0.96.
constexpr float line_height_of_size = 0.93F;
// The box of a word as a PDF's fonts give it: in units of the type size above and below its baseline.
constexpr float above_baseline = 0.9F, below_baseline = 0.25F;
// Tesseract's measures of lines of one size differ by so much.
constexpr float same_size_from = 0.86F, same_size_to = 1.07F;

bool has_letter_or_figure(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const DecodedCharacter c = decode_at(text, at);
    at += c.size;
    if (is_letter(c.value) || (c.value >= U'0' && c.value <= U'9')) return true;
  }
  return false;
}

// The rules of a table are read as these.
bool is_ruling(std::string_view text) {
  return text.find_first_not_of("|_[]~") == std::string_view::npos || text == "\u2014" || text == "\u00A6";
}

bool is_noise(const OcrWord& word) {
  if (word.confidence < noise || is_ruling(word.text)) return true;
  return !has_letter_or_figure(word.text) && word.text != "\u2022" && word.confidence < sign_noise;
}

// As Tesseract reads a bullet, by its shape: none of them is a word.
bool is_misread_bullet(std::string_view text) {
  static constexpr std::array<std::string_view, 12> signs = {
      "e", "\u00AB", "\u00A2", "\u00B0", "\u00A9", "\u00AE", "*", "+", "\u00BB", "\u00B7", "o", "\u00A7"};
  return std::find(signs.begin(), signs.end(), text) != signs.end();
}

float size_of(const OcrWord& word, std::uint32_t dpi) {
  const float height = word.line_height > 0 ? word.line_height : word.box.y1 - word.box.y0;
  return height / line_height_of_size * 72 / static_cast<float>(dpi);
}

// The size of half of all characters or less: that of the body.
float usual_size(const std::vector<PageWords>& pages) {
  std::vector<std::pair<float, std::uint32_t>> sizes;
  std::uint64_t all = 0;
  for (const PageWords& page : pages)
    for (const OcrWord& word : page.words) {
      sizes.emplace_back(size_of(word, page.dpi), characters_in(word.text));
      all += sizes.back().second;
    }
  std::sort(sizes.begin(), sizes.end());
  std::uint64_t passed = 0;
  for (const auto& [size, characters] : sizes)
    if ((passed += characters) * 2 >= all) return size;
  return 10;
}

float steady_size(float size, float usual) {
  if (size > same_size_from * usual && size < same_size_to * usual) size = usual;
  return std::max(1.0F, std::round(size * 2) / 2);
}

struct Writer {
  StyleTable& styles;
  float usual;

  RawWord raw_word(const OcrWord& word, float baseline, float points) const {
    RawWord raw;
    raw.text = word.text;
    const float size = steady_size(word.line_height > 0 ? points * word.line_height / line_height_of_size
                                                        : points * (word.box.y1 - word.box.y0),
                                   usual);
    raw.style = styles.index_of({.font = "OCR", .size = size});
    raw.box = {word.box.x0 * points, baseline * points - above_baseline * size, word.box.x1 * points,
               baseline * points + below_baseline * size};
    return raw;
  }

  // Where it stands on the page as shown.
  void put(RawWord word, std::int16_t turn, RawPage& page) const {
    word.box = as_shown(word.box, page.width, page.height, turn);
    word.rotation = turn;
    page.words.push_back(std::move(word));
  }

  // One printed line. Its words are set on one straight line, as those of a page that was scanned askew would
  // otherwise fall apart.
  void write_line(const OcrWord* first, const OcrWord* last, const PageWords& recognised,
                  RawPage& page) const {
    const float points = 72 / static_cast<float>(recognised.dpi);
    const float baseline = (first->baseline + (last - 1)->baseline) / 2;
    for (const OcrWord* word = first; word != last; ++word) {
      if (is_noise(*word)) continue;
      RawWord raw = raw_word(*word, baseline, points);
      if (word == first && last - first > 1 && is_misread_bullet(word->text)) raw.text = "\u2022";
      put(std::move(raw), recognised.turn, page);
    }
  }
};

void replace_words(const PageWords& recognised, const Writer& writer, RawPage& page) {
  page.words.clear();
  page.unmapped = 0;
  const std::vector<OcrWord>& words = recognised.words;
  for (std::size_t begin = 0, end = 0; begin < words.size(); begin = end) {
    while (end < words.size() && words[end].line == words[begin].line) ++end;
    writer.write_line(words.data() + begin, words.data() + end, recognised, page);
  }
}

void note(RawDocument& raw, std::uint32_t page, Problem problem) {
  problem.where = format("page {}", page + 1);
  raw.problems.push_back({page, std::move(problem)});
}

}  // namespace

void put_words(RawDocument& raw, std::vector<PageWords> recognised, float least) {
  for (PageWords& page : recognised)
    std::erase_if(page.words, [](OcrWord& word) { return (word.text = word_text(word.text)).empty(); });
  std::vector<PageWords> confident;
  for (PageWords& words : recognised) {
    RawPage& page = raw.pages[words.page];
    page.ocr_confidence = mean_confidence(words.words);
    page.ocr = words.words.empty()            ? OcrOutcome::nothing_found
               : page.ocr_confidence >= least ? OcrOutcome::recognised
                                              : OcrOutcome::not_confident;
    if (page.ocr == OcrOutcome::recognised) confident.push_back(std::move(words));
  }
  StyleTable styles(raw.styles);
  const Writer writer{styles, usual_size(confident)};
  for (const PageWords& words : confident) replace_words(words, writer, raw.pages[words.page]);
}

Result<void> recognise_pages(RawDocument& raw, std::string_view bytes, const std::string& password,
                             std::string_view language_data, const std::vector<std::uint32_t>& pages) {
  Result<Recogniser> recogniser = Recogniser::load(language_data);
  if (!recogniser) return tl::unexpected(recogniser.error());
  std::vector<PageWords> recognised;
  for (const std::uint32_t page : pages) {
    if (page >= raw.pages.size()) continue;
    const auto picture =
        render_page(bytes, password, {.page = page, .dpi = ocr_dpi, .colours = Colours::grey});
    if (!picture) {
      note(raw, page, picture.error());
      continue;
    }
    auto words = recognise_upright(*recogniser, *picture, ocr_patience);
    if (words) {
      recognised.push_back(std::move(*words));
    } else {
      if (words.error().kind == ProblemKind::timed_out) raw.pages[page].ocr = OcrOutcome::too_slow;
      note(raw, page, words.error());
    }
  }
  put_words(raw, std::move(recognised));
  return {};
}

}  // namespace planmark
