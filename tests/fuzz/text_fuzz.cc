// Folding, sentences and matching keep their promises for any text.
#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

#include "analyze/fold.h"
#include "analyze/match.h"
#include "analyze/rule_book.h"
#include "analyze/sentence.h"
#include "base/utf8.h"
#include "tests/fuzz/expect.h"
#include "tests/support/markup_document.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace planmark {
namespace {

void check_fold(std::string_view text, const FoldedText& folded) {
  expect(is_valid_utf8(folded.text), "folded text is not valid UTF-8");
  expect(folded.back.size() == folded.text.size() + 1, "a folded byte has no way back");
  for (std::size_t i = 0; i < folded.back.size(); ++i) {
    expect(folded.back[i] <= text.size() && on_character_boundary(text, folded.back[i]),
           "the way back cuts a character");
    expect(i == 0 || folded.back[i - 1] <= folded.back[i], "the way back goes backwards");
  }
}

void check_sentences(const Document& document, const std::vector<Sentence>& sentences) {
  std::size_t next = 0;
  for (std::uint32_t block = 0; block < document.blocks.size(); ++block) {
    std::uint32_t at = document.blocks[block].span.begin;
    for (; next < sentences.size() && sentences[next].block == block; ++next) {
      expect(sentences[next].span.begin == at, "a sentence does not begin where the one before it ends");
      at = sentences[next].span.end;
    }
    expect(at == document.blocks[block].span.end, "the sentences do not cover their block");
  }
  expect(next == sentences.size(), "a sentence is out of order");
}

// Some hundred rules of all kinds: with all of them the slow way would take a second for each text.
RuleBook some_rules() {
  constexpr std::size_t one_of = 31;
  RuleBook book = load_rule_book(PLANMARK_SOURCE_DIR "/lexicons").value();
  std::vector<Rule> some;
  for (std::size_t i = 0; i < book.rules.size(); i += one_of) some.push_back(std::move(book.rules[i]));
  book.rules = std::move(some);
  return book;
}

const Matcher& matcher() {
  static const Matcher compiled(some_rules());
  return compiled;
}

}  // namespace
}  // namespace planmark

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace planmark;
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  if (!is_valid_utf8(text) || text.find('\0') != std::string_view::npos) return -1;
  const Document document = document_from_markup(text);
  if (!check_document(document).empty()) return -1;
  const FoldedText folded = fold(document.text);
  check_fold(document.text, folded);
  const std::vector<Sentence> sentences = split_sentences(document);
  check_sentences(document, sentences);
  expect(matcher().find_mentions(folded, sentences) == matcher().find_mentions_slowly(folded, sentences),
         "the gate leaves out a mention");
  return 0;
}
