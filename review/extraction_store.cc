#include "review/extraction_store.h"

#include <algorithm>
#include <cmath>

#include "base/format.h"
#include "review/packed.h"

namespace planmark {
namespace {

std::optional<std::uint32_t> unless_none(std::uint32_t index) {
  return index == none ? std::nullopt : std::optional(index);
}

std::uint32_t index_or_none(const Statement& row, int column) {
  return row.is_null(column) ? none : row.u32(column);
}

// SQLite has no NaN: it would become NULL. A file that claims one is not worth losing its text for.
double number(float value) { return std::isnan(value) ? 0 : static_cast<double>(value); }

float f32(const Statement& row, int column) { return static_cast<float>(row.real(column)); }

void fail(Transaction& change, const Document& document, const char* what) {
  change.fail({ProblemKind::internal, format("cannot be stored: {}", what), document.sha256, {}});
}

void store_pages(Transaction& change, const Document& document) {
  Statement insert = change.prepare(
      "INSERT INTO page (document, page, begin_byte, end_byte, width, height, state, reason, label, text,"
      " ocr, ocr_confidence)"
      " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
  std::uint32_t at = 0;
  std::uint32_t printed = 0;
  for (const Page& page : document.pages) {
    if (page.span.begin != at || page.span.end < at || page.span.end > document.text.size())
      return fail(change, document, "its pages do not tile its text");
    insert.run(document.sha256, ++printed, page.span.begin, page.span.end, number(page.width),
               number(page.height), name_of(page.state), page.reason, page.label,
               slice(document.text, page.span), page.ocr, number(page.ocr_confidence));
    at = page.span.end;
  }
  if (at != document.text.size()) fail(change, document, "its pages do not tile its text");
}

// Words are kept by page and come back by position (stored_words), so their order must be that of their
// positions.
void store_words(Transaction& change, const Document& document) {
  const auto before = [](const Word& a, const Word& b) { return a.span < b.span; };
  if (!std::is_sorted(document.words.begin(), document.words.end(), before))
    return fail(change, document, "its words are not in order");
  std::vector<std::string> blobs(document.pages.size());
  for (const Word& word : document.words) {
    if (word.page >= blobs.size()) return fail(change, document, "a word is on no page");
    pack(word, blobs[word.page]);
  }
  Statement insert = change.prepare("INSERT INTO page_words (document, page, words) VALUES (?, ?, ?)");
  for (std::uint32_t page = 0; page < blobs.size(); ++page)
    if (!blobs[page].empty()) insert.run(document.sha256, page + 1, Bytes{blobs[page]});
}

void store_styles(Transaction& change, const Document& document) {
  Statement insert = change.prepare(
      "INSERT INTO style (document, style, font, size, bold, italic, colour) VALUES (?, ?, ?, ?, ?, ?, ?)");
  std::uint32_t index = 0;
  for (const Style& style : document.styles)
    insert.run(document.sha256, index++, style.font, number(style.size), style.bold, style.italic,
               style.colour);
}

void store_blocks(Transaction& change, const Document& document) {
  Statement insert = change.prepare(
      "INSERT INTO block (document, block, begin_byte, end_byte, kind, level, boxed, section, stem, "
      "table_number)"
      " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
  std::uint32_t index = 0;
  for (const Block& block : document.blocks)
    insert.run(document.sha256, index++, block.span.begin, block.span.end, name_of(block.kind),
               int{block.level}, block.boxed, unless_none(block.section), unless_none(block.stem),
               unless_none(block.table));
}

void store_cells(Transaction& change, const Document& document) {
  Statement insert = change.prepare(
      "INSERT INTO cell (document, cell, block, column_number, head, begin_byte, end_byte)"
      " VALUES (?, ?, ?, ?, ?, ?, ?)");
  std::uint32_t index = 0;
  for (const Cell& cell : document.cells)
    insert.run(document.sha256, index++, cell.block, int{cell.column}, cell.head, cell.span.begin,
               cell.span.end);
}

void store_problems(Transaction& change, const Document& document) {
  Statement insert = change.prepare(
      "INSERT INTO reading_problem (document, rank, page, kind, what, place, fix) VALUES (?, ?, ?, ?, ?, ?, "
      "?)");
  std::uint32_t rank = 0;
  for (const auto& [page, problem] : document.problems) {
    const auto printed = unless_none(page == none ? none : page + 1);
    insert.run(document.sha256, ++rank, printed, name_of(problem.kind), problem.what, problem.where,
               problem.fix);
  }
}

void load_header(Transaction& look, Document& document) {
  Statement row = look.prepare("SELECT title, producer, created, tagged FROM extraction WHERE document = ?");
  if (!row.with(document.sha256).next())
    return look.fail({ProblemKind::not_found, "no text of this document is stored", document.sha256,
                      "read it first: planmark run"});
  document.title = row.text(0);
  document.producer = row.text(1);
  document.created = row.text(2);
  document.tagged = row.integer(3) != 0;
}

void load_text(Transaction& look, Document& document) {
  Statement row = look.prepare(
      "SELECT begin_byte, end_byte, width, height, state, reason, label, text, ocr, ocr_confidence"
      " FROM page WHERE document = ?"
      " ORDER BY page");
  row.with(document.sha256);
  while (row.next()) {
    document.pages.push_back({{row.u32(0), row.u32(1)},
                              f32(row, 2),
                              f32(row, 3),
                              stored_value<PageState>(look, row.text(4)),
                              row.text(5),
                              row.text(6),
                              row.integer(8) != 0,
                              f32(row, 9)});
    document.text += row.text(7);
  }
}

void load_words(Transaction& look, Document& document) {
  Statement row = look.prepare("SELECT page, words FROM page_words WHERE document = ? ORDER BY page");
  row.with(document.sha256);
  while (row.next())
    if (!unpack_words(row.bytes(1), row.u32(0) - 1, document.words))
      return look.fail({ProblemKind::storage, format("the words of page {} are damaged", row.integer(0)),
                        document.sha256, "read it again: planmark run"});
  std::stable_sort(document.words.begin(), document.words.end(),
                   [](const Word& a, const Word& b) { return a.span < b.span; });
}

void load_styles(Transaction& look, Document& document) {
  Statement row =
      look.prepare("SELECT font, size, bold, italic, colour FROM style WHERE document = ? ORDER BY style");
  row.with(document.sha256);
  while (row.next())
    document.styles.push_back(
        {row.text(0), f32(row, 1), row.integer(2) != 0, row.integer(3) != 0, row.u32(4)});
}

void load_blocks(Transaction& look, Document& document) {
  Statement row = look.prepare(
      "SELECT begin_byte, end_byte, kind, level, boxed, section, stem, table_number FROM block WHERE "
      "document = ?"
      " ORDER BY block");
  row.with(document.sha256);
  while (row.next())
    document.blocks.push_back({{row.u32(0), row.u32(1)},
                               stored_value<BlockKind>(look, row.text(2)),
                               static_cast<std::uint8_t>(row.integer(3)),
                               row.integer(4) != 0,
                               index_or_none(row, 5),
                               index_or_none(row, 6),
                               index_or_none(row, 7)});
}

void load_cells(Transaction& look, Document& document) {
  Statement row = look.prepare(
      "SELECT begin_byte, end_byte, block, column_number, head FROM cell WHERE document = ? ORDER BY cell");
  row.with(document.sha256);
  while (row.next())
    document.cells.push_back({{row.u32(0), row.u32(1)},
                              row.u32(2),
                              static_cast<std::uint16_t>(row.integer(3)),
                              row.integer(4) != 0});
}

void load_problems(Transaction& look, Document& document) {
  Statement row = look.prepare(
      "SELECT page, kind, what, place, fix FROM reading_problem WHERE document = ? ORDER BY rank");
  row.with(document.sha256);
  while (row.next()) {
    const std::uint32_t page = row.is_null(0) ? none : row.u32(0) - 1;
    document.problems.push_back(
        {page, {stored_value<ProblemKind>(look, row.text(1)), row.text(2), row.text(3), row.text(4)}});
  }
}

void forget(Transaction& change, const std::string& sha256) {
  change.prepare("DELETE FROM extraction WHERE document = ?").run(sha256);
  change.prepare("DELETE FROM refusal WHERE document = ?").run(sha256);
}

}  // namespace

bool is_registered(Transaction& look, const std::string& sha256) {
  Statement row = look.prepare("SELECT 1 FROM document WHERE sha256 = ?");
  return row.with(sha256).next();
}

bool register_document(Transaction& change, const std::string& sha256, std::string_view bytes,
                       const std::string& name) {
  change.prepare("INSERT INTO document (sha256, bytes) VALUES (?, ?) ON CONFLICT DO NOTHING")
      .run(sha256, static_cast<std::uint64_t>(bytes.size()));
  const bool added = change.changes() > 0;
  change.prepare("INSERT INTO file_name (document, name) VALUES (?, ?) ON CONFLICT DO NOTHING")
      .run(sha256, storable_text(name));
  return added;
}

void store_document(Transaction& change, const Document& document, const ExtractionVersion& version) {
  forget(change, document.sha256);
  change
      .prepare(
          "INSERT INTO extraction (document, planmark, poppler, tesseract, title, producer, created, tagged)"
          " VALUES (?, ?, ?, ?, ?, ?, ?, ?)")
      .run(document.sha256, version.planmark, version.poppler, version.tesseract, document.title,
           document.producer, document.created, document.tagged);
  store_pages(change, document);
  store_words(change, document);
  store_styles(change, document);
  store_blocks(change, document);
  store_cells(change, document);
  store_problems(change, document);
}

void store_refusal(Transaction& change, const std::string& sha256, const Problem& problem,
                   const ExtractionVersion& version) {
  forget(change, sha256);
  change
      .prepare(
          "INSERT INTO refusal (document, planmark, poppler, kind, what, fix)"
          " VALUES (?, ?, ?, ?, ?, ?)")
      .run(sha256, version.planmark, version.poppler, name_of(problem.kind), storable_text(problem.what),
           storable_text(problem.fix));
}

Document stored_document(Transaction& look, const std::string& sha256) {
  Document document = stored_text(look, sha256);
  load_words(look, document);
  load_styles(look, document);
  load_blocks(look, document);
  load_cells(look, document);
  load_problems(look, document);
  return document;
}

Document stored_text(Transaction& look, const std::string& sha256) {
  Document document;
  document.sha256 = sha256;
  load_header(look, document);
  load_text(look, document);
  return document;
}

void fail_with_unknown_name(Transaction& look, const std::string& name) {
  look.fail({ProblemKind::storage,
             format("the database holds the word \"{}\", which means nothing here", name),
             {},
             "it was made by another planmark: use that one, or read the document again with planmark run"});
}

}  // namespace planmark
