#include "extract/read_pdf.h"

#include <Catalog.h>
#include <PDFDoc.h>

#include <algorithm>
#include <cmath>
#include <memory>
#include <new>
#include <span>
#include <vector>

#include "base/format.h"
#include "extract/open_pdf.h"
#include "extract/page_recorder.h"
#include "extract/pdf_text.h"
#include "extract/read_bookmarks.h"
#include "extract/read_tags.h"
#include "extract/style_table.h"
#include "extract/word_break.h"

namespace planmark {
namespace {

std::span<const unsigned> characters_at(const Unicode* first, int count) {
  return {first, static_cast<std::size_t>(std::max(0, count))};
}

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

bool lies_in(const Box& box, const std::vector<Box>& images) {
  const float x = (box.x0 + box.x1) / 2, y = (box.y0 + box.y1) / 2;
  return std::ranges::any_of(images, [&](const Box& image) {
    return image.x0 <= x && x <= image.x1 && image.y0 <= y && y <= image.y1;
  });
}

// Under or over a picture it is the text of what the picture shows.
bool can_be_seen(const TextWord& word, Ink ink, const PageRecorder& recorder, const RawPage& page) {
  if (ink == Ink::seen) return true;
  const Box box = box_of(word, 0, word.getLength());
  return lies_in(box, page.images) || (ink == Ink::invisible && recorder.is_painted(box));
}

void take_words(PageRecorder& recorder, RawPage& page, StyleTable& styles) {
  const std::unique_ptr<TextWordList> words = recorder.makeWordList();
  const int count = words->getLength();
  page.words.reserve(static_cast<std::size_t>(count));
  for (int i = 0; i < count; ++i) {
    const TextWord& word = *words->get(i);
    if (word.getLength() == 0) continue;
    const CharacterMark mark = recorder.mark_at(word.getCharPos());
    if (!can_be_seen(word, mark.ink, recorder, page)) {
      page.unseen += static_cast<std::uint32_t>(word.getLength());
      continue;
    }
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
    read_information();
    document_.pages.resize(static_cast<std::size_t>(pages));
    for (int number = 1; number <= pages; ++number) read_page(number);
    if (failed_pages_ == document_.pages.size())
      return failure(ProblemKind::damaged, "no page of the document can be read");
    document_.bookmarks = read_bookmarks(pdf_);
    if (document_.tagged) read_tags(pdf_, document_);
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
      const std::uint32_t mistakes_before = mistakes_so_far();
      pdf_.displayPage(&recorder_, number, 72, 72, /*rotate=*/0, /*useMediaBox=*/false, /*crop=*/true,
                       /*printing=*/false);
      take_words(recorder_, page, styles_);
      note_mistakes(index, mistakes_so_far() - mistakes_before);
      note_unseen(index);
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
    add_problem(index, ProblemKind::damaged, std::move(what));
    ++failed_pages_;
  }

  // Files that are whole give no syntax error at all, whatever program wrote them.
  void note_mistakes(std::uint32_t index, std::uint32_t mistakes) {
    document_.pages[index].mistakes = mistakes;
    if (mistakes > 0)
      add_problem(index, ProblemKind::damaged, "the page is damaged: some of its text may be missing");
  }

  void note_unseen(std::uint32_t index) {
    const std::uint32_t unseen = document_.pages[index].unseen;
    if (unseen == 0) return;
    add_problem(index, ProblemKind::unreadable,
                format("{} characters that the page does not show (white on white, or cut off) are left out",
                       unseen));
  }

  void add_problem(std::uint32_t index, ProblemKind kind, std::string what) {
    document_.problems.push_back({index, Problem{kind, std::move(what), format("page {}", index + 1), {}}});
  }

  PDFDoc& pdf_;
  RawDocument document_;
  StyleTable styles_;
  PageRecorder recorder_;
  bool labelled_ = false;
  std::size_t failed_pages_ = 0;
};

}  // namespace

Result<RawDocument> read_pdf(std::string_view bytes, const std::string& password) {
  const auto pdf = open_pdf(bytes, password);
  if (!pdf) return tl::unexpected(pdf.error());
  try {
    return Reader(**pdf).read();
  } catch (const std::bad_alloc&) {
    return failure(ProblemKind::too_large, "reading the document takes more memory than is allowed");
  } catch (const std::exception& error) {
    return failure(ProblemKind::damaged, format("reading the document failed: {}", error.what()));
  }
}

}  // namespace planmark
