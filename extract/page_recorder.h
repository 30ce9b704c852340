// Follows Poppler through the pages of a document, one at a time. Poppler gathers the words; this class notes
// beside them which font and which marked content each character stands in, and where lines, boxes and
// pictures are.
#pragma once

#include <TextOutputDev.h>

#include <map>
#include <utility>
#include <vector>

#include "extract/character_marks.h"
#include "extract/font_face.h"
#include "extract/painted.h"
#include "extract/raw_document.h"
#include "extract/ruling.h"

namespace planmark {

// A number of Poppler's as one that a Document may hold.
float as_float(double value);

class PageRecorder : public TextOutputDev {
 public:
  PageRecorder() : TextOutputDev(nullptr, nullptr, /*physLayoutA=*/false, 0, /*rawOrderA=*/true) {}

  // What is recorded from here on goes to `page`, which outlives the drawing of it.
  void begin(RawPage& page) { page_ = &page; }
  // By TextWord::getCharPos(), after the page.
  CharacterMark mark_at(int character) const;
  // Whether anything but white was painted there, on the whole page.
  bool is_painted(const Box& box) const { return painted_.touches(box); }

  void startPage(int number, GfxState* state, XRef* xref) override;
  void endPage() override;

  void drawChar(GfxState* state, double x, double y, double dx, double dy, double origin_x, double origin_y,
                CharCode code, int bytes, const Unicode* unicode, int length) override;
  void incCharCount(int count) override;

  void beginMarkedContent(const char* name, Dict* properties) override;
  void endMarkedContent(GfxState*) override { marks_.close_tag(); }
  void beginForm(Ref) override { marks_.open_form(); }
  void endForm(Ref) override { marks_.close_form(); }

  void updateCTM(GfxState* state, double, double, double, double, double, double) override { state_ = state; }
  void updateFillColorSpace(GfxState* state) override { state_ = state; }
  void updateFillColor(GfxState* state) override { state_ = state; }
  void restoreState(GfxState* state) override;
  void updateFont(GfxState* state) override;

  void stroke(GfxState* state) override;
  void fill(GfxState* state) override;
  void eoFill(GfxState* state) override { fill(state); }

  // Poppler asks this once before each picture and each pattern fill. The answer stays no, because a yes
  // makes it open every picture and decode some; the question alone tells where one is.
  bool needNonText() override;

  // A yes keeps Poppler from painting colour gradients as thousands of small filled boxes.
  bool useShadedFills(int) override { return true; }
  bool functionShadedFill(GfxState* state, GfxFunctionShading*) override { return paint_clip(state); }
  bool axialShadedFill(GfxState* state, GfxAxialShading*, double, double) override {
    return paint_clip(state);
  }
  bool radialShadedFill(GfxState* state, GfxRadialShading*, double, double) override {
    return paint_clip(state);
  }
  bool gouraudTriangleShadedFill(GfxState* state, GfxGouraudTriangleShading*) override {
    return paint_clip(state);
  }
  bool patchMeshShadedFill(GfxState* state, GfxPatchMeshShading*) override { return paint_clip(state); }

 private:
  struct KnownFont {
    FontFace face;
    double scale = 1;  // the true size by the one that Poppler takes
  };
  const KnownFont& known_font(const GfxFont& font);
  template <typename Update>
  void with_true_size(GfxState* state, Update update);
  void add_fills(const GfxState* state);
  void paint(const std::vector<Stroke>& strokes, const Box& clip);
  bool paint_clip(const GfxState* state);
  Ink ink_of(GfxState* state, const Box& glyph);
  Box clip_of(const GfxState* state) const;

  RawPage* page_ = nullptr;
  GfxState* state_ = nullptr;  // the newest that Poppler has shown, for needNonText()
  CharacterMarks marks_;
  Painted painted_;
  std::map<std::pair<int, int>, KnownFont> fonts_;  // by the number of the font's object
};

}  // namespace planmark
