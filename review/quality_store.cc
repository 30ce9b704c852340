#include "review/quality_store.h"

#include "review/json_list.h"

namespace planmark {

void store_quality(Transaction& change, const std::string& sha256, const Quality& quality) {
  change
      .prepare(
          "INSERT INTO quality (document, pages, blank_pages, unreadable_pages, column_pages, tables, words,"
          " known_share, english_share, unmapped_characters, unmapped_fonts)"
          " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
      .run(sha256, quality.pages, quality.blank_pages, quality.unreadable_pages, quality.column_pages,
           quality.tables, quality.words, quality.known_share, quality.english_share,
           quality.unmapped_characters, json_list(quality.unmapped_fonts));
}

std::optional<Quality> stored_quality(Transaction& look, const std::string& sha256) {
  Statement row = look.prepare(
      "SELECT pages, blank_pages, unreadable_pages, column_pages, tables, words, known_share, english_share,"
      " unmapped_characters, unmapped_fonts FROM quality WHERE document = ?");
  if (!row.with(sha256).next()) return {};
  const auto share = [&](int column) {
    return row.is_null(column) ? std::nullopt : std::optional(row.real(column));
  };
  Quality quality;
  quality.pages = row.u32(0);
  quality.blank_pages = row.u32(1);
  quality.unreadable_pages = row.u32(2);
  quality.column_pages = row.u32(3);
  quality.tables = row.u32(4);
  quality.words = row.u32(5);
  quality.known_share = share(6);
  quality.english_share = share(7);
  quality.unmapped_characters = row.u32(8);
  quality.unmapped_fonts = texts_of_json_list(row.text(9)).value_or(std::vector<std::string>{});
  return quality;
}

}  // namespace planmark
