// Two editions of a document, passage by passage: what was kept, moved, reworded, split, merged, dropped and
// what is new.
//
// Words decide, not blocks: passages with the same words are one, in whatever blocks, order and pages they
// are set. What has no such partner is put beside the passages with which it shares runs of words, then
// beside those most like it by their rare words (order settles ties, and less likeness is enough between two
// kept neighbours). Thresholds: compare/comparison_rules.h. Same documents and rules: same comparison.
//
// What moved is what does not lie on the longest chain (by words) of passages that stand in the same order in
// both. A text that stands in the other edition already, only less often, is kept.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

#include "compare/comparison_rules.h"
#include "compare/passage.h"

namespace planmark {

// Stored and exported by name (name_of): never change the meaning of one.
enum class ChangeKind : std::uint8_t { kept, moved, reworded, split, merged, dropped, added };
inline constexpr std::array<ChangeKind, 7> change_kinds = {
    ChangeKind::kept,   ChangeKind::moved,   ChangeKind::reworded, ChangeKind::split,
    ChangeKind::merged, ChangeKind::dropped, ChangeKind::added};
const char* name_of(ChangeKind kind);  // "kept", ..., "dropped", "new"

struct PassageChange {
  ChangeKind kind = ChangeKind::kept;
  bool moved = false;    // stands elsewhere; also where it was reworded, split or merged
  bool heading = false;  // of headings, and lines that repeat them, alone: a place, not content
  std::vector<std::uint32_t> before, after;     // passages, in text order
  std::vector<Span> words_before, words_after;  // the words that are not in the other, of the texts
  // Whether it says something else than before: words were changed, dropped or are new.
  bool of_content() const;
};

struct Comparison {
  PassageList before, after;
  std::vector<PassageChange>
      changes;  // in the order of `after`; what was dropped stands behind what it followed
  // Changes that count: those of headings alone are left out.
  std::size_t count(ChangeKind kind) const;
  bool same_content() const;
};

Comparison compare_documents(const Document& before, const Document& after, const ComparisonRules& rules);

}  // namespace planmark
