#include "compare/passage.h"

#include <algorithm>
#include <set>

#include "analyze/fold.h"
#include "analyze/unicode.h"
#include "base/ascii.h"
#include "base/utf8.h"
#include "extract/item_marker.h"

namespace planmark {
namespace {

class WordReader {
 public:
  WordReader(const FoldedText& folded, std::vector<ComparedWord>& words) : folded_(folded), words_(words) {}

  void read(Span range) {
    for (std::uint32_t at = range.begin; at < range.end;) {
      if (const char byte = folded_.text[at]; is_letter(byte) || is_digit(byte)) {
        add(byte, at++);
        continue;
      }
      const DecodedCharacter c = decode_at(folded_.text, at);
      take(c, at);
      at += c.size;
    }
    end_word(range.end);
  }

 private:
  char byte_at(std::uint32_t at) const { return at < folded_.text.size() ? folded_.text[at] : ' '; }
  char before(std::uint32_t at) const { return at > 0 ? folded_.text[at - 1] : ' '; }

  void add(char byte, std::uint32_t at) {
    if (form_.empty()) begin_ = at;
    form_ += lower_ascii(byte);
  }

  void take(DecodedCharacter c, std::uint32_t at) {
    const bool between_digits = is_digit(before(at)) && is_digit(byte_at(at + c.size));
    if (is_alphanumeric(c.value) || (c.value == U'.' && between_digits)) {
      for (std::uint32_t i = at; i < at + c.size; ++i) add(folded_.text[i], i);
    } else if (c.value == U'-' && before(at) == ' ' && is_digit(byte_at(at + 1))) {
      begin_ = at;
      form_ = "-";
    } else if (c.value == U'%' || c.value == U'£' || c.value == U'€' || c.value == U'$') {
      end_word(at);
      begin_ = at;
      form_ = folded_.text.substr(at, c.size);
      end_word(at + c.size);
    } else if (!((c.value == U'\'' || (c.value == U',' && between_digits)) && !form_.empty())) {
      end_word(at);
    }
  }

  void end_word(std::uint32_t end) {
    if (!form_.empty()) words_.push_back({std::move(form_), folded_.original({begin_, end})});
    form_.clear();
  }

  const FoldedText& folded_;
  std::vector<ComparedWord>& words_;
  std::string form_;
  std::uint32_t begin_ = 0;
};

bool is_compared(const Block& block) {
  return block.kind != BlockKind::furniture && block.kind != BlockKind::contents;
}

// Where what the block says begins, behind its number: "3. ", "(b) ", of a heading also "2.1 " and "3 ".
Span without_number(std::string_view text, const Block& block) {
  const std::string_view words = slice(text, block.span);
  const std::size_t end = std::min(words.find_first_of(" \t"), words.size());
  const std::string_view first = words.substr(0, end);
  const bool heading = block.kind == BlockKind::heading;
  const bool chapter = heading && first.size() <= 2 && std::all_of(first.begin(), first.end(), is_digit);
  const bool marked = heading || first.ends_with('.') || first.ends_with(')');
  if (end == words.size() || !(chapter || (marked && is_enumerator(first)))) return block.span;
  return {block.span.begin + static_cast<std::uint32_t>(end), block.span.end};
}

std::string all_forms(const std::vector<ComparedWord>& words) {
  std::string forms;
  for (const ComparedWord& word : words) forms += word.form;
  return forms;
}

bool is_number(const std::string& form) { return std::all_of(form.begin(), form.end(), is_digit); }

bool repeats_heading(const PassageList& list, const Passage& passage, const std::set<std::string>& headings) {
  Span words = passage.words;
  if (headings.contains(joined_forms(list, words))) return true;
  if (words.size() < 2 || !is_number(list.words[words.end - 1].form)) return false;
  --words.end;
  return headings.contains(joined_forms(list, words));
}

using Forms = std::vector<std::string>;

Forms sorted_forms(const PassageList& list, Span words) {
  Forms forms;
  for (std::uint32_t i = words.begin; i < words.end; ++i) forms.push_back(list.words[i].form);
  std::sort(forms.begin(), forms.end());
  return forms;
}

// The words of each row of column heads.
std::vector<Forms> table_heads(const Document& document, const PassageList& list) {
  std::set<std::uint32_t> head_rows;
  for (const Cell& cell : document.cells)
    if (cell.head) head_rows.insert(cell.block);
  std::set<Forms> heads;
  for (const Passage& passage : list.passages)
    if (head_rows.contains(passage.block)) heads.insert(sorted_forms(list, passage.words));
  return {heads.begin(), heads.end()};
}

// Heads that are printed again where a table goes on over the page come as a row, or as some of its cells.
bool repeats_head(const PassageList& list, const Passage& passage, const std::vector<Forms>& heads) {
  const Forms forms = sorted_forms(list, passage.words);
  return std::any_of(heads.begin(), heads.end(), [&](const Forms& head) {
    return head.size() > forms.size() && std::includes(head.begin(), head.end(), forms.begin(), forms.end());
  });
}

// By block: where the first cell of a row ends, otherwise where the block begins.
std::vector<std::uint32_t> ends_of_labels(const Document& document) {
  std::vector<std::uint32_t> ends;
  for (const Block& block : document.blocks) ends.push_back(block.span.begin);
  for (const Cell& cell : document.cells)
    if (cell.column == 0) ends[cell.block] = cell.span.end;
  return ends;
}

// Index of the first word that begins at `place` or behind it.
std::uint32_t first_word_from(const std::vector<ComparedWord>& words, std::uint32_t place) {
  const auto found =
      std::lower_bound(words.begin(), words.end(), place,
                       [](const ComparedWord& word, std::uint32_t at) { return word.span.begin < at; });
  return static_cast<std::uint32_t>(found - words.begin());
}

}  // namespace

std::uint32_t passage_at(const PassageList& list, std::uint32_t place) {
  const auto found = std::lower_bound(list.passages.begin(), list.passages.end(), place,
                                      [](const Passage& p, std::uint32_t at) { return p.span.end <= at; });
  return found == list.passages.end() ? none : static_cast<std::uint32_t>(found - list.passages.begin());
}

Span words_within(const std::vector<ComparedWord>& words, Span place) {
  return {first_word_from(words, place.begin), first_word_from(words, place.end)};
}

std::string joined_forms(const PassageList& list, Span words) {
  std::string key;
  for (std::uint32_t i = words.begin; i < words.end; ++i) key += list.words[i].form;
  return key;
}

std::vector<ComparedWord> compared_words(const Document& document) {
  const FoldedText folded = fold(document.text);
  std::vector<ComparedWord> words;
  WordReader reader(folded, words);
  for (const Block& block : document.blocks)
    if (is_compared(block)) reader.read(folded.folded(without_number(document.text, block)));
  return words;
}

PassageList passages_of(const Document& document) {
  const FoldedText folded = fold(document.text);
  PassageList list;
  std::vector<ComparedWord> numbers;
  WordReader reader(folded, list.words), number_reader(folded, numbers);
  std::set<std::string> headings;
  for (std::uint32_t i = 0; i < document.blocks.size(); ++i) {
    const Block& block = document.blocks[i];
    if (!is_compared(block)) continue;
    const auto begin = static_cast<std::uint32_t>(list.words.size());
    const Span said = without_number(document.text, block);
    reader.read(folded.folded(said));
    const auto end = static_cast<std::uint32_t>(list.words.size());
    if (begin == end) continue;
    const bool heading = block.kind == BlockKind::heading;
    numbers.clear();
    number_reader.read(folded.folded({block.span.begin, said.begin}));
    list.passages.push_back(
        {i, block.span, heading, false, {begin, end}, {begin, begin}, all_forms(numbers)});
    if (heading) headings.insert(joined_forms(list, list.passages.back().words));
  }
  const std::vector<std::uint32_t> labels = ends_of_labels(document);
  for (Passage& passage : list.passages)
    passage.label.end = std::clamp(first_word_from(list.words, labels[passage.block]), passage.words.begin,
                                   passage.words.end);
  const std::vector<Forms> heads = table_heads(document, list);
  for (Passage& passage : list.passages)
    passage.repeats_heading =
        !passage.heading && (repeats_heading(list, passage, headings) || repeats_head(list, passage, heads));
  return list;
}

}  // namespace planmark
