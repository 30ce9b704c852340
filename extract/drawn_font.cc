#include "extract/drawn_font.h"

#include <array>
#include <cmath>

namespace planmark {
namespace {

// Means of Helvetica and Times-Roman (their metrics files), in thousandths of the em.
constexpr std::array<int, 26> small_letters = {500, 528, 472, 528, 500, 306, 528, 528, 250,
                                               250, 500, 250, 806, 528, 528, 528, 528, 333,
                                               445, 278, 528, 500, 722, 500, 500, 472};
constexpr std::array<int, 26> capitals = {695, 667, 695, 722, 639, 584, 750, 722, 306, 445, 695, 584, 861,
                                          722, 750, 612, 750, 695, 612, 611, 722, 695, 944, 695, 695, 611};
constexpr int digit = 528;

double usual_width(char32_t c) {
  if (c >= U'a' && c <= U'z') return small_letters[c - U'a'] / 1000.0;
  if (c >= U'A' && c <= U'Z') return capitals[c - U'A'] / 1000.0;
  return c >= U'0' && c <= U'9' ? digit / 1000.0 : 0;
}

double stretch_of(const DrawnFont& font) { return font.across != 0 ? std::abs(font.up / font.across) : 1; }

// Condensed faces take two thirds of the usual width, fixed-pitch and wide ones four thirds.
constexpr double narrowest = 0.55, widest = 1.8;
// Of the tallest bracket of a font for mathematics. A low box says nothing: it may hold no more than a
// bullet, and some writers leave it at one unit.
constexpr double highest_box = 4;
constexpr double usual_box = 1.2;

}  // namespace

double em_of(const DrawnFont& font) {
  double drawn = 0, usual = 0;
  for (const DrawnGlyph& glyph : font.glyphs) {
    const double expected = usual_width(glyph.meaning);
    if (expected == 0 || glyph.width == 0) continue;
    drawn += std::abs(glyph.width);
    usual += expected;
  }
  if (usual > 0) {
    const double em = drawn / usual * stretch_of(font);
    return em > narrowest && em < widest ? 1 : em;
  }
  const double height = std::abs(font.box_height * font.up);
  return height < highest_box ? 1 : height / usual_box;
}

double em_guessed_by_poppler(const DrawnFont& font) {
  const DrawnGlyph *m = nullptr, *letter = nullptr, *any = nullptr;
  for (const DrawnGlyph& glyph : font.glyphs) {
    const char first = glyph.name.size() == 1 ? glyph.name[0] : '\0';
    if (first == 'm') m = &glyph;
    if (!letter && ((first >= 'A' && first <= 'Z') || (first >= 'a' && first <= 'z'))) letter = &glyph;
    if (!any && !glyph.name.empty() && glyph.width > 0) any = &glyph;
  }
  double em = 1;
  if (m && m->width > 0)
    em = m->width / 0.6;
  else if (letter && letter->width > 0)
    em = letter->width / 0.5;
  else if (any)
    em = any->width / 0.5;
  return em * stretch_of(font);
}

}  // namespace planmark
