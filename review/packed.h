// Words, sentences and mentions packed into BLOBs: fixed records of little-endian numbers, without a header.
//
//   words of one page      28 bytes each: u32 begin, u32 end, f32 x0, f32 y0, f32 x1, f32 y1, u32 style
//   sentences of one text  12 bytes each: u32 begin, u32 end, u32 block
//   mentions of one rule   12 bytes each: u32 sentence, u32 begin, u32 end
//
// In Python: struct.iter_unpack('<IIffffI', words), struct.iter_unpack('<III', sentences). SCHEMA.md says so
// to others: these formats change only together with a migration.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "analyze/match.h"
#include "analyze/sentence.h"
#include "extract/document.h"

namespace planmark {

// Appends a record; the word's page is not part of it, nor the mention's rule.
void pack(const Word& word, std::string& blob);
void pack(const Mention& mention, std::string& blob);
std::string pack(std::span<const Sentence> sentences);

// False, or nullopt, when the BLOB is not a whole number of records.
bool unpack_words(std::string_view blob, std::uint32_t page, std::vector<Word>& words);
bool unpack_mentions(std::string_view blob, std::uint32_t rule, std::vector<Mention>& mentions);
std::optional<std::vector<Sentence>> unpack_sentences(std::string_view blob);

}  // namespace planmark
