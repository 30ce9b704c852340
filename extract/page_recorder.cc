#include "extract/page_recorder.h"

#include <GfxState.h>

#include <algorithm>
#include <cmath>
#include <memory>
#include <optional>
#include <string_view>
#include <vector>

#include "extract/drawn_font.h"

namespace planmark {
namespace {

DrawnFont drawn_font(const Gfx8BitFont& font) {
  DrawnFont drawn;
  const double* matrix = font.getFontMatrix();
  const double* box = font.getFontBBox();
  drawn.across = matrix[0];
  drawn.up = matrix[3];
  drawn.box_height = box[3] - box[1];
  for (int code = 0; code < 256; ++code) {
    DrawnGlyph glyph;
    if (const char* name = font.getCharName(code)) glyph.name = name;
    const char byte = static_cast<char>(code);
    CharCode same = 0;
    const Unicode* meaning = nullptr;
    int length = 0;
    double dy = 0, x = 0, y = 0;
    font.getNextChar(&byte, 1, &same, &meaning, &length, &glyph.width, &dy, &x, &y);
    if (length == 1) glyph.meaning = meaning[0];
    drawn.glyphs.push_back(std::move(glyph));
  }
  return drawn;
}

FontFace face_of(const GfxFont& font) {
  FontEntries entries;
  entries.name = font.getName().value_or("");
  if (const GooString* name = font.getEmbeddedFontName()) entries.described_name = name->toStr();
  entries.flagged_bold = font.isBold();
  entries.flagged_italic = font.isItalic();
  entries.weight = 100 * font.getWeight();
  return face_of(entries);
}

double scale_of(const GfxFont& font) {
  if (font.getType() != fontType3) return 1;
  const DrawnFont drawn = drawn_font(static_cast<const Gfx8BitFont&>(font));
  const double guess = em_guessed_by_poppler(drawn);
  return guess > 0 ? em_of(drawn) / guess : 1;
}

bool is_white(const GfxRGB& colour) {
  constexpr double nearly = 0.985;
  return colToDbl(colour.r) > nearly && colToDbl(colour.g) > nearly && colToDbl(colour.b) > nearly;
}

constexpr double least_opacity = 0.02;

bool is_visible_fill(GfxState* state) {
  GfxRGB colour;
  state->getFillRGB(&colour);
  return !is_white(colour) && state->getFillOpacity() > least_opacity;
}

bool is_visible_stroke(GfxState* state) {
  GfxRGB colour;
  state->getStrokeRGB(&colour);
  return !is_white(colour) && state->getStrokeOpacity() > least_opacity;
}

// In another colour than white. A pattern has none of its own and counts as one.
bool is_inked(GfxState* state) {
  constexpr int filled_and_stroked = 2, only_stroked = 1;
  const int mode = state->getRender() & 3;
  const bool pattern = state->getFillColorSpace()->getMode() == csPattern ||
                       state->getStrokeColorSpace()->getMode() == csPattern;
  return pattern || (mode != only_stroked && is_visible_fill(state)) ||
         ((mode == only_stroked || mode == filled_and_stroked) && is_visible_stroke(state));
}

Point shown(const GfxState* state, double x, double y) {
  Point p;
  state->transform(x, y, &p.x, &p.y);
  return p;
}

std::vector<Point> unit_square(const GfxState* state) {
  return {shown(state, 0, 0), shown(state, 1, 0), shown(state, 1, 1), shown(state, 0, 1)};
}

std::vector<Stroke> strokes_of(const GfxState* state) {
  std::vector<Stroke> strokes;
  const GfxPath* path = state->getPath();
  for (int i = 0; i < path->getNumSubpaths(); ++i) {
    const GfxSubpath* part = path->getSubpath(i);
    Stroke stroke;
    stroke.closed = part->isClosed();
    for (int j = 0; j < part->getNumPoints(); ++j) {
      stroke.points.push_back(shown(state, part->getX(j), part->getY(j)));
      stroke.curved = stroke.curved || part->getCurve(j);
    }
    strokes.push_back(std::move(stroke));
  }
  return strokes;
}

// With room for letters that reach beyond it and for text that runs up the page.
Box glyph_box(const GfxState* state, double x, double y, double dx, double dy) {
  const Point from = shown(state, x, y), to = shown(state, x + dx, y + dy);
  const float size = as_float(state->getTransformedFontSize());
  return {as_float(std::min(from.x, to.x)) - size / 4, as_float(std::min(from.y, to.y)) - size,
          as_float(std::max(from.x, to.x)) + size / 4, as_float(std::max(from.y, to.y)) + size / 4};
}

bool is_apart(const Box& a, const Box& b) { return a.x1 < b.x0 || b.x1 < a.x0 || a.y1 < b.y0 || b.y1 < a.y0; }

}  // namespace

float as_float(double value) {
  return std::isfinite(value) ? static_cast<float>(std::clamp(value, -1e6, 1e6)) : 0.0F;
}

void PageRecorder::startPage(int number, GfxState* state, XRef* xref) {
  TextOutputDev::startPage(number, state, xref);
  state_ = state;
  marks_ = {};
  if (state) {
    page_->width = as_float(state->getPageWidth());
    page_->height = as_float(state->getPageHeight());
  }
  painted_.begin(page_->width, page_->height);
}

void PageRecorder::endPage() {
  state_ = nullptr;
  TextOutputDev::endPage();
}

void PageRecorder::drawChar(GfxState* state, double x, double y, double dx, double dy, double origin_x,
                            double origin_y, CharCode code, int bytes, const Unicode* unicode, int length) {
  if (length == 0 || !unicode || unicode[0] == 0) ++page_->unmapped;
  marks_.print(bytes, (state->getRender() & 3) == 2, ink_of(state, glyph_box(state, x, y, dx, dy)));
  TextOutputDev::drawChar(state, x, y, dx, dy, origin_x, origin_y, code, bytes, unicode, length);
}

Ink PageRecorder::ink_of(GfxState* state, const Box& glyph) {
  constexpr int not_drawn = 3, only_clips = 7;
  if (state->getRender() == not_drawn) return Ink::invisible;
  if (state->getRender() == only_clips) return Ink::seen;
  if (is_apart(glyph, clip_of(state))) return Ink::unseen;
  if (!is_inked(state)) return painted_.touches(glyph) ? Ink::seen : Ink::unseen;
  painted_.add(glyph);
  return Ink::seen;
}

void PageRecorder::incCharCount(int count) {
  marks_.skip(count);
  TextOutputDev::incCharCount(count);
}

CharacterMark PageRecorder::mark_at(int character) const {
  CharacterMark mark = marks_.at(character);
  if (!marks_.agree()) mark.tag = -1;
  return mark;
}

void PageRecorder::beginMarkedContent(const char* name, Dict* properties) {
  const Object id = properties ? properties->lookup("MCID") : Object();
  marks_.open_tag(name && std::string_view(name) == "Artifact",
                  id.isInt() ? std::optional(id.getInt()) : std::nullopt);
}

// Poppler takes the size from the state and keeps what it makes of it out of reach.
template <typename Update>
void PageRecorder::with_true_size(GfxState* state, Update update) {
  const std::shared_ptr<GfxFont> font = state->getFont();
  const KnownFont* known = font ? &known_font(*font) : nullptr;
  marks_.use_face(known ? &known->face : nullptr);
  if (!known || known->scale == 1) return update();
  const double size = state->getFontSize();
  state->setFont(font, size * known->scale);
  update();
  state->setFont(font, size);
}

void PageRecorder::restoreState(GfxState* state) {
  state_ = state;
  with_true_size(state, [&] { TextOutputDev::restoreState(state); });
}

void PageRecorder::updateFont(GfxState* state) {
  with_true_size(state, [&] { TextOutputDev::updateFont(state); });
}

const PageRecorder::KnownFont& PageRecorder::known_font(const GfxFont& font) {
  const auto [place, added] = fonts_.try_emplace({font.getID()->num, font.getID()->gen});
  if (added) place->second = {face_of(font), scale_of(font)};
  return place->second;
}

void PageRecorder::stroke(GfxState* state) {
  const double width = state->getTransformedLineWidth();
  const std::vector<Stroke> strokes = strokes_of(state);
  const Box clip = clip_of(state);
  paint(strokes, clip);
  for (const Stroke& stroke : strokes) add_stroked(*page_, stroke, width, clip);
}

void PageRecorder::fill(GfxState* state) {
  if (is_visible_fill(state)) add_fills(state);
}

void PageRecorder::paint(const std::vector<Stroke>& strokes, const Box& clip) {
  for (const Stroke& stroke : strokes)
    if (const std::optional<Box> box = box_of(stroke, clip)) painted_.add(*box);
}

bool PageRecorder::paint_clip(const GfxState* state) {
  painted_.add(clip_of(state));
  return true;
}

void PageRecorder::add_fills(const GfxState* state) {
  const std::vector<Stroke> strokes = strokes_of(state);
  const Box clip = clip_of(state);
  paint(strokes, clip);
  for (const Stroke& stroke : strokes) add_filled(*page_, stroke, clip);
}

bool PageRecorder::needNonText() {
  if (!state_) return false;
  if (state_->isPath()) {
    add_fills(state_);
  } else {
    paint({{.points = unit_square(state_)}}, clip_of(state_));
    add_image(*page_, unit_square(state_), clip_of(state_));
  }
  return false;
}

Box PageRecorder::clip_of(const GfxState* state) const {
  double x0 = 0, y0 = 0, x1 = 0, y1 = 0;
  state->getClipBBox(&x0, &y0, &x1, &y1);
  return {std::max(0.0F, as_float(x0)), std::max(0.0F, as_float(y0)), std::min(page_->width, as_float(x1)),
          std::min(page_->height, as_float(y1))};
}

}  // namespace planmark
