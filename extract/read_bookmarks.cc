#include "extract/read_bookmarks.h"

#include <Link.h>
#include <Outline.h>
#include <PDFDoc.h>

#include <algorithm>
#include <memory>
#include <span>

#include "extract/pdf_text.h"

namespace planmark {
namespace {

constexpr std::size_t most_bookmarks = 10'000;
constexpr std::uint8_t deepest_bookmark = 8;

std::string title_of(const OutlineItem& item) {
  return utf8_of({item.getTitle(), static_cast<std::size_t>(std::max(0, item.getTitleLength()))});
}

std::uint32_t page_of(PDFDoc& pdf, const LinkAction* action) {
  if (!action || action->getKind() != actionGoTo) return none;
  const auto* link = static_cast<const LinkGoTo*>(action);
  std::unique_ptr<LinkDest> named;
  const LinkDest* target = link->getDest();
  if (!target && link->getNamedDest()) {
    named = pdf.findDest(link->getNamedDest());
    target = named.get();
  }
  if (!target) return none;
  const int number = target->isPageRef() ? pdf.findPage(target->getPageRef()) : target->getPageNum();
  return number >= 1 && number <= pdf.getNumPages() ? static_cast<std::uint32_t>(number - 1) : none;
}

void add_bookmarks(PDFDoc& pdf, const std::vector<OutlineItem*>* items, std::uint8_t level,
                   std::vector<RawBookmark>& bookmarks) {
  if (!items) return;
  for (OutlineItem* item : *items) {
    if (bookmarks.size() >= most_bookmarks) return;
    bookmarks.push_back({title_of(*item), level, page_of(pdf, item->getAction())});
    if (level < deepest_bookmark && item->hasKids()) {
      item->open();
      add_bookmarks(pdf, item->getKids(), static_cast<std::uint8_t>(level + 1), bookmarks);
    }
  }
}

}  // namespace

std::vector<RawBookmark> read_bookmarks(PDFDoc& pdf) {
  std::vector<RawBookmark> bookmarks;
  if (Outline* outline = pdf.getOutline()) add_bookmarks(pdf, outline->getItems(), 1, bookmarks);
  return bookmarks;
}

}  // namespace planmark
