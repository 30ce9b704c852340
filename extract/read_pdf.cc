#include "extract/read_pdf.h"

#include <Catalog.h>
#include <Error.h>
#include <ErrorCodes.h>
#include <GfxState.h>
#include <GlobalParams.h>
#include <Link.h>
#include <Outline.h>
#include <PDFDoc.h>
#include <TextOutputDev.h>
#include <UTF.h>
#include <poppler-config.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <memory>
#include <new>
#include <optional>
#include <span>
#include <vector>

#include "base/format.h"
#include "extract/character_marks.h"
#include "extract/drawn_font.h"
#include "extract/file_kind.h"
#include "extract/font_face.h"
#include "extract/pdf_text.h"
#include "extract/ruling.h"
#include "extract/style_table.h"
#include "extract/word_break.h"

// The core headers promise no stability: every release changes signatures and meanings used below.
static_assert(std::string_view(POPPLER_VERSION).starts_with("22.12."),
              "read_pdf.cc is written for Poppler 22.12: check each use of a core class before raising this");

// Poppler rebuilds a colour transform for every page of a file with colour profiles, which costs up to ten
// times the reading of the text. This definition stands before the library's own and refuses every profile;
// colours then come from the alternate colour space, words are the same. Who draws page pictures must forward
// to the real function.
extern "C" void* cmsOpenProfileFromMem(const void* memory, unsigned size);
extern "C" void* cmsOpenProfileFromMem(const void*, unsigned) { return nullptr; }

namespace planmark {
namespace {

constexpr int most_pages = 10'000;
constexpr std::size_t most_bookmarks = 10'000;
constexpr std::uint8_t deepest_bookmark = 8;

// Poppler reports to a function without context, so what is counted has to stand beside it.
thread_local std::uint32_t mistakes_reported = 0;

void count_silently(ErrorCategory category, Goffset, const char*) {
  if (category == errSyntaxError) ++mistakes_reported;
}

float as_float(double value) {
  return std::isfinite(value) ? static_cast<float>(std::clamp(value, -1e6, 1e6)) : 0.0F;
}

std::span<const unsigned> characters_at(const Unicode* first, int count) {
  return {first, static_cast<std::size_t>(std::max(0, count))};
}

std::string text_of(const GooString* pdf_string) {
  if (!pdf_string) return {};
  Unicode* characters = nullptr;
  const int count = TextStringToUCS4(pdf_string->toStr(), &characters);
  const std::string text = utf8_of(characters_at(characters, count));
  gfree(characters);
  return text;
}

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

// The true size by the one that Poppler takes.
double scale_of(const GfxFont& font) {
  if (font.getType() != fontType3) return 1;
  const DrawnFont drawn = drawn_font(static_cast<const Gfx8BitFont&>(font));
  const double guess = em_guessed_by_poppler(drawn);
  return guess > 0 ? em_of(drawn) / guess : 1;
}

// Follows Poppler through one page at a time. Poppler gathers the words; this class notes beside them which
// font and which marked content each character stands in, and where lines, boxes and pictures are.
class PageRecorder : public TextOutputDev {
 public:
  PageRecorder() : TextOutputDev(nullptr, nullptr, /*physLayoutA=*/false, 0, /*rawOrderA=*/true) {}

  void begin(RawPage& page) { page_ = &page; }

  CharacterMark mark_at(int character) const { return marks_.at(character); }

  void startPage(int number, GfxState* state, XRef* xref) override {
    TextOutputDev::startPage(number, state, xref);
    state_ = state;
    marks_ = {};
    if (state) {
      page_->width = as_float(state->getPageWidth());
      page_->height = as_float(state->getPageHeight());
    }
  }
  void endPage() override {
    state_ = nullptr;
    TextOutputDev::endPage();
  }

  void drawChar(GfxState* state, double x, double y, double dx, double dy, double origin_x, double origin_y,
                CharCode code, int bytes, const Unicode* unicode, int length) override {
    if (length == 0 || !unicode || unicode[0] == 0) ++page_->unmapped;
    marks_.print(bytes, (state->getRender() & 3) == 2);
    TextOutputDev::drawChar(state, x, y, dx, dy, origin_x, origin_y, code, bytes, unicode, length);
  }
  void incCharCount(int count) override {
    marks_.skip(count);
    TextOutputDev::incCharCount(count);
  }

  void beginMarkedContent(const char* name, Dict* properties) override {
    const Object id = properties ? properties->lookup("MCID") : Object();
    marks_.open_tag(name && std::string_view(name) == "Artifact",
                    id.isInt() ? std::optional(id.getInt()) : std::nullopt);
  }
  void endMarkedContent(GfxState*) override { marks_.close_tag(); }

  void updateCTM(GfxState* state, double, double, double, double, double, double) override { state_ = state; }
  void updateFillColorSpace(GfxState* state) override { state_ = state; }
  void updateFillColor(GfxState* state) override { state_ = state; }
  void restoreState(GfxState* state) override {
    state_ = state;
    with_true_size(state, [&] { TextOutputDev::restoreState(state); });
  }
  void updateFont(GfxState* state) override {
    with_true_size(state, [&] { TextOutputDev::updateFont(state); });
  }

  void stroke(GfxState* state) override {
    const double width = state->getTransformedLineWidth();
    for (const Stroke& stroke : strokes_of(state)) add_stroked(*page_, stroke, width, clip_of(state));
  }
  void fill(GfxState* state) override {
    if (is_visible_fill(state)) add_fills(state);
  }
  void eoFill(GfxState* state) override { fill(state); }

  // Poppler asks this once before each picture and each pattern fill. The answer stays no, because a yes
  // makes it open every picture and decode some; the question alone tells where one is.
  bool needNonText() override {
    if (!state_) return false;
    if (state_->isPath())
      add_fills(state_);
    else
      add_image(*page_, unit_square(state_), clip_of(state_));
    return false;
  }

  // A yes keeps Poppler from painting colour gradients as thousands of small filled boxes.
  bool useShadedFills(int) override { return true; }
  bool functionShadedFill(GfxState*, GfxFunctionShading*) override { return true; }
  bool axialShadedFill(GfxState*, GfxAxialShading*, double, double) override { return true; }
  bool radialShadedFill(GfxState*, GfxRadialShading*, double, double) override { return true; }
  bool gouraudTriangleShadedFill(GfxState*, GfxGouraudTriangleShading*) override { return true; }
  bool patchMeshShadedFill(GfxState*, GfxPatchMeshShading*) override { return true; }

 private:
  // Poppler takes the size from the state and keeps what it makes of it out of reach.
  template <typename Update>
  void with_true_size(GfxState* state, Update update) {
    const std::shared_ptr<GfxFont> font = state->getFont();
    const KnownFont* known = font ? &known_font(*font) : nullptr;
    marks_.use_face(known ? &known->face : nullptr);
    if (!known || known->scale == 1) return update();
    const double size = state->getFontSize();
    state->setFont(font, size * known->scale);
    update();
    state->setFont(font, size);
  }

  struct KnownFont {
    FontFace face;
    double scale = 1;
  };
  const KnownFont& known_font(const GfxFont& font) {
    const auto [place, added] = fonts_.try_emplace({font.getID()->num, font.getID()->gen});
    if (added) place->second = {face_of(font), scale_of(font)};
    return place->second;
  }

  void add_fills(const GfxState* state) {
    for (const Stroke& stroke : strokes_of(state)) add_filled(*page_, stroke, clip_of(state));
  }

  static bool is_visible_fill(GfxState* state) {
    GfxRGB colour;
    state->getFillRGB(&colour);
    constexpr double nearly_white = 0.985;
    const bool white = colToDbl(colour.r) > nearly_white && colToDbl(colour.g) > nearly_white &&
                       colToDbl(colour.b) > nearly_white;
    return !white && state->getFillOpacity() > 0.02;
  }

  static Point shown(const GfxState* state, double x, double y) {
    Point p;
    state->transform(x, y, &p.x, &p.y);
    return p;
  }

  static std::vector<Point> unit_square(const GfxState* state) {
    return {shown(state, 0, 0), shown(state, 1, 0), shown(state, 1, 1), shown(state, 0, 1)};
  }

  Box clip_of(const GfxState* state) const {
    double x0 = 0, y0 = 0, x1 = 0, y1 = 0;
    state->getClipBBox(&x0, &y0, &x1, &y1);
    return {std::max(0.0F, as_float(x0)), std::max(0.0F, as_float(y0)), std::min(page_->width, as_float(x1)),
            std::min(page_->height, as_float(y1))};
  }

  static std::vector<Stroke> strokes_of(const GfxState* state) {
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

  RawPage* page_ = nullptr;
  GfxState* state_ = nullptr;  // the newest that Poppler has shown, for needNonText()
  CharacterMarks marks_;
  std::map<std::pair<int, int>, KnownFont> fonts_;  // by the number of the font's object
};

Style style_of(const TextWord& word, const CharacterMark& mark) {
  Style style;
  if (mark.face) style.font = mark.face->name;
  style.size = std::round(as_float(word.getFontSize()) * 10) / 10;
  style.bold = mark.doubled || (mark.face && mark.face->bold);
  style.italic = mark.face && mark.face->italic;
  double part[3];
  word.getColor(&part[0], &part[1], &part[2]);
  for (const double value : part)
    style.colour =
        style.colour << 8 | static_cast<std::uint32_t>(std::lround(std::clamp(value, 0.0, 1.0) * 255));
  return style;
}

PrintedRun run_of(const TextWord& word) {
  return {word.getCharPos(),
          word.getCharLen(),
          word.getRotation(),
          word.getFontSize(),
          word.getBaseline(),
          word.getEdge(0),
          word.getEdge(word.getLength())};
}

Box box_of(const TextWord& word, int begin, int end) {
  double x0 = 0, y0 = 0, x1 = 0, y1 = 0, x2 = 0, y2 = 0, x3 = 0, y3 = 0;
  word.getCharBBox(begin, &x0, &y0, &x1, &y1);
  word.getCharBBox(end - 1, &x2, &y2, &x3, &y3);
  return {as_float(std::min(x0, x2)), as_float(std::min(y0, y2)), as_float(std::max(x1, x3)),
          as_float(std::max(y1, y3))};
}

void take_words(PageRecorder& recorder, RawPage& page, StyleTable& styles) {
  const std::unique_ptr<TextWordList> words = recorder.makeWordList();
  const int count = words->getLength();
  page.words.reserve(static_cast<std::size_t>(count));
  for (int i = 0; i < count; ++i) {
    const TextWord& word = *words->get(i);
    if (word.getLength() == 0) continue;
    const CharacterMark mark = recorder.mark_at(word.getCharPos());
    RawWord raw;
    raw.tag = mark.tag;
    raw.style = styles.index_of(style_of(word, mark));
    raw.rotation = static_cast<std::int16_t>(word.getRotation() * 90);
    for (const auto& [begin, end] : pieces_of(characters_at(word.getChar(0), word.getLength()))) {
      raw.text = utf8_of(characters_at(word.getChar(begin), end - begin));
      raw.box = box_of(word, begin, end);
      raw.space_after = end < word.getLength() || i + 1 == count ||
                        has_gap_between(run_of(word), run_of(*words->get(i + 1)));
      if (!raw.text.empty()) page.words.push_back(raw);
    }
  }
}

class Reader {
 public:
  explicit Reader(PDFDoc& pdf) : pdf_(pdf), styles_(document_.styles) {}

  Result<RawDocument> read() {
    const int pages = pdf_.getNumPages();
    if (pages <= 0) return failure(ProblemKind::damaged, "the document has no pages");
    if (pages > most_pages)
      return failure(ProblemKind::too_large,
                     format("the document claims {} pages; at most {} are read", pages, most_pages));
    read_information();
    document_.pages.resize(static_cast<std::size_t>(pages));
    for (int number = 1; number <= pages; ++number) read_page(number);
    if (failed_pages_ == document_.pages.size())
      return failure(ProblemKind::damaged, "no page of the document can be read");
    read_bookmarks();
    return std::move(document_);
  }

 private:
  void read_information() {
    document_.title = text_of(pdf_.getDocInfoStringEntry("Title").get());
    document_.producer = text_of(pdf_.getDocInfoStringEntry("Producer").get());
    document_.created = iso_date(text_of(pdf_.getDocInfoStringEntry("CreationDate").get()));
    const Object catalog = pdf_.getXRef()->getCatalog();
    if (!catalog.isDict()) return;
    document_.tagged = catalog.dictLookup("StructTreeRoot").isDict();
    labelled_ = catalog.dictLookup("PageLabels").isDict();
  }

  void read_page(int number) {
    const auto index = static_cast<std::uint32_t>(number - 1);
    RawPage& page = document_.pages[index];
    try {
      if (!pdf_.getPage(number)) return fail_page(index, "the page is missing or broken");
      recorder_.begin(page);
      mistakes_reported = 0;
      pdf_.displayPage(&recorder_, number, 72, 72, /*rotate=*/0, /*useMediaBox=*/false, /*crop=*/true,
                       /*printing=*/false);
      take_words(recorder_, page, styles_);
      note_mistakes(index);
      if (GooString label; labelled_ && pdf_.getCatalog()->indexToLabel(number - 1, &label))
        page.label = text_of(&label);
    } catch (const std::bad_alloc&) {
      throw;
    } catch (const std::exception& error) {
      fail_page(index, format("reading the page failed: {}", error.what()));
    }
  }

  void fail_page(std::uint32_t index, std::string what) {
    document_.pages[index] = RawPage{};
    document_.pages[index].mistakes = 1;
    add_problem(index, std::move(what));
    ++failed_pages_;
  }

  // Files that are whole give no syntax error at all, whatever program wrote them.
  void note_mistakes(std::uint32_t index) {
    document_.pages[index].mistakes = mistakes_reported;
    if (mistakes_reported > 0) add_problem(index, "the page is damaged: some of its text may be missing");
  }

  void add_problem(std::uint32_t index, std::string what) {
    document_.problems.push_back(
        {index, Problem{ProblemKind::damaged, std::move(what), format("page {}", index + 1), {}}});
  }

  void read_bookmarks() {
    if (Outline* outline = pdf_.getOutline()) add_bookmarks(outline->getItems(), 1);
  }

  void add_bookmarks(const std::vector<OutlineItem*>* items, std::uint8_t level) {
    if (!items) return;
    for (OutlineItem* item : *items) {
      if (document_.bookmarks.size() >= most_bookmarks) return;
      document_.bookmarks.push_back({utf8_of(characters_at(item->getTitle(), item->getTitleLength())), level,
                                     page_of(item->getAction())});
      if (level < deepest_bookmark && item->hasKids()) {
        item->open();
        add_bookmarks(item->getKids(), static_cast<std::uint8_t>(level + 1));
      }
    }
  }

  std::uint32_t page_of(const LinkAction* action) {
    if (!action || action->getKind() != actionGoTo) return none;
    const auto* link = static_cast<const LinkGoTo*>(action);
    std::unique_ptr<LinkDest> named;
    const LinkDest* target = link->getDest();
    if (!target && link->getNamedDest()) {
      named = pdf_.findDest(link->getNamedDest());
      target = named.get();
    }
    if (!target) return none;
    const int number = target->isPageRef() ? pdf_.findPage(target->getPageRef()) : target->getPageNum();
    return number >= 1 && number <= pdf_.getNumPages() ? static_cast<std::uint32_t>(number - 1) : none;
  }

  PDFDoc& pdf_;
  RawDocument document_;
  StyleTable styles_;
  PageRecorder recorder_;
  bool labelled_ = false;
  std::size_t failed_pages_ = 0;
};

std::unique_ptr<PDFDoc> open(std::string_view bytes, const std::string& password) {
  auto* stream = new MemStream(bytes.data(), 0, static_cast<Goffset>(bytes.size()), Object(objNull));
  std::optional<GooString> secret;
  if (!password.empty()) secret.emplace(password);
  return std::make_unique<PDFDoc>(stream, secret, secret);  // which takes the stream
}

tl::unexpected<Problem> refusal(int error, std::string_view bytes, const std::string& password) {
  if (error == errEncrypted)
    return password.empty() ? failure(ProblemKind::encrypted, "the document needs a password")
                            : failure(ProblemKind::encrypted, "the password does not open the document");
  if (has_pdf_header(bytes))
    return failure(ProblemKind::damaged, "the document is broken: no page can be found in it", {},
                   "download it again, or open and save it in another program");
  return failure(ProblemKind::not_pdf, "the file is not a PDF");
}

}  // namespace

Result<RawDocument> read_pdf(std::string_view bytes, const std::string& password) {
  if (bytes.empty()) return failure(ProblemKind::not_pdf, "the file is empty");
  if (const std::string kind = has_pdf_header(bytes) ? "" : foreign_kind(bytes); !kind.empty())
    return failure(ProblemKind::not_pdf, format("the file is not a PDF: it looks like {}", kind));
  try {
    prepare_to_read_pdf();
    std::unique_ptr<PDFDoc> pdf = open(bytes, {});
    if (!pdf->isOk() && pdf->getErrorCode() == errEncrypted && !password.empty()) pdf = open(bytes, password);
    if (!pdf->isOk()) return refusal(pdf->getErrorCode(), bytes, password);
    return Reader(*pdf).read();
  } catch (const std::bad_alloc&) {
    return failure(ProblemKind::too_large, "reading the document takes more memory than is allowed");
  } catch (const std::exception& error) {
    return failure(ProblemKind::damaged, format("reading the document failed: {}", error.what()));
  }
}

void prepare_to_read_pdf() { static const GlobalParamsIniter poppler(count_silently); }

std::string poppler_version() { return POPPLER_VERSION; }

}  // namespace planmark
