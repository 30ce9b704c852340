#include "analyze/sentence.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <random>

#include "analyze/sentence_break.h"
#include "base/file.h"
#include "base/utf8.h"
#include "tests/support/markup_document.h"

namespace planmark {
namespace {

std::string with_bars(const Document& document) {
  std::string marked;
  for (const Sentence& sentence : split_sentences(document)) {
    const std::uint32_t block_begin = document.blocks[sentence.block].span.begin;
    if (sentence.span.begin != block_begin) marked += '|';
    marked += slice(document.text, sentence.span);
  }
  return marked;
}

std::string without(std::string text, char mark) {
  std::erase(text, mark);
  return text;
}

// The prefix that makes a line a list item or a heading is not part of the text.
std::string_view body_of(std::string_view line) {
  for (const std::string_view prefix : {"- ", "# "})
    if (line.starts_with(prefix)) line.remove_prefix(prefix.size());
  return line;
}

TEST(Sentence, BreaksWhereTheGoldFileSays) {
  const auto gold = read_file(PLANMARK_SOURCE_DIR "/tests/analyze/sentences.txt");
  ASSERT_TRUE(gold);
  int rows = 0;
  for (std::string_view rest = *gold; !rest.empty();) {
    const std::string line(rest.substr(0, rest.find('\n')));
    rest.remove_prefix(std::min(line.size() + 1, rest.size()));
    if (line.empty() || line.starts_with("//")) continue;
    EXPECT_EQ(with_bars(document_from_markup(without(line, '|'))), body_of(line));
    ++rows;
  }
  EXPECT_GE(rows, 60);
}

TEST(Sentence, TableRowsStayWhole) {
  const Document document = document_from_markup(
      "| Aim | Lead |\n|---|---|\n| Cut waits for children. Report each year. | Dr. A. Bell. She reports. "
      "|\n");
  EXPECT_EQ(split_sentences(document).size(), 2U);
}

// A document of one paragraph for each text.
Document document_of(const std::vector<std::string>& texts) {
  Document document;
  for (const std::string& text : texts) {
    Block block;
    block.span.begin = static_cast<std::uint32_t>(document.text.size());
    document.text += text;
    block.span.end = static_cast<std::uint32_t>(document.text.size());
    document.text += '\n';
    document.blocks.push_back(block);
  }
  return document;
}

std::string random_text(std::mt19937& random) {
  static const std::vector<std::string> pieces = {
      "We", "dr", "Dr", "e.g", ".",  "?",  "!", " ",  " ",      "12",     "²",      "[3]",  "A",   "\"", "’",
      ")",  "(",  "•",  "1",   "iv", ";",  ":", "é",  "\u00A0", "\u2028", "\u0301", "etc",  "*",   ",",  "-",
      "p",  "m",  "No", "\t",  "の", "。", "…", "\r", "we",     "The",    "🙂",   "\xC3", "\xF0"};
  std::string text;
  for (auto n = random() % 40; n > 0; --n) text += pieces[random() % pieces.size()];
  return repaired_utf8(text);
}

TEST(Sentence, SentencesTileTheirBlockWhateverItHolds) {
  std::mt19937 random(1);
  for (int round = 0; round < 500; ++round) {
    std::vector<std::string> texts;
    for (int i = 0; i < 4; ++i) texts.push_back(random_text(random));
    const Document document = document_of(texts);
    const std::vector<Sentence> sentences = split_sentences(document);
    std::size_t next = 0;
    for (std::uint32_t block = 0; block < document.blocks.size(); ++block) {
      std::uint32_t at = document.blocks[block].span.begin;
      for (; next < sentences.size() && sentences[next].block == block; ++next) {
        ASSERT_EQ(sentences[next].span.begin, at) << texts[block];
        ASSERT_GT(sentences[next].span.end, at) << texts[block];
        ASSERT_TRUE(on_character_boundary(document.text, at)) << texts[block];
        at = sentences[next].span.end;
      }
      ASSERT_EQ(at, document.blocks[block].span.end) << texts[block];
    }
    ASSERT_EQ(next, sentences.size());
  }
}

}  // namespace
}  // namespace planmark
