#include "corpus/clue.h"

#include <algorithm>
#include <cmath>
#include <filesystem>

#include "base/format.h"
#include "corpus/tsv.h"

namespace planmark {
namespace {

constexpr std::uint32_t pages_looked_at = 3;
constexpr std::size_t lines_looked_at = 40;        // of one page
constexpr std::size_t longest_line = 200;          // bytes; longer blocks are running text
constexpr std::size_t words_of_sparse_page = 150;  // a title page seldom has more
constexpr float large = 1.3F;                      // times the size of running text

struct Line {
  const Block* block;
  std::uint32_t page;
  std::string text;
  float size;
};

constexpr float plain_size = 10;  // stands for running text in a document without words

// The size in which most words are set.
float body_size(const Document& document) {
  std::vector<float> sizes;
  for (const Word& word : document.words) sizes.push_back(document.styles[word.style].size);
  if (sizes.empty()) return plain_size;
  const auto middle = sizes.begin() + static_cast<std::ptrdiff_t>(sizes.size() / 2);
  std::nth_element(sizes.begin(), middle, sizes.end());
  return *middle;
}

// Of the largest word; for a document without words a size that stands for the heading's level.
float size_of(const Document& document, const Block& block) {
  const Span words = words_in(document, block.span);
  float size = 0;
  for (std::uint32_t i = words.begin; i < words.end; ++i)
    size = std::max(size, document.styles[document.words[i].style].size);
  if (document.words.empty())
    size = block.kind == BlockKind::heading && block.level <= 3 ? 26 - 4.0F * block.level : plain_size;
  return size;
}

// Without the dots that lead to a page number.
std::string without_leaders(std::string_view text) {
  const std::size_t dots = std::min(text.find(". . ."), text.find("....."));
  return std::string(trimmed(text.substr(0, dots)));
}

std::vector<Line> first_lines(const Document& document) {
  std::vector<Line> lines;
  std::size_t on_page = 0;
  for (const Block& block : document.blocks) {
    if (block.span.empty()) continue;
    const std::uint32_t page = page_at(document, block.span.begin);
    if (page >= pages_looked_at) break;
    on_page = !lines.empty() && lines.back().page == page ? on_page + 1 : 0;
    std::string text = without_leaders(slice(document.text, block.span));
    if (on_page >= lines_looked_at || text.empty()) continue;
    lines.push_back({&block, page, std::move(text), size_of(document, block)});
  }
  return lines;
}

bool is_contents_head(const Line& line) {
  const std::vector<std::string> words = phrase_words(line.text);
  return words == std::vector<std::string>{"contents"} ||
         words == std::vector<std::string>{"table", "of", "contents"};
}

std::uint32_t title_page_of(const std::vector<Line>& lines) {
  for (const Line& line : lines)
    if (line.block->kind != BlockKind::furniture) return line.page;
  return 0;
}

// 0: says nothing about the document.
unsigned weight_of(const Line& line, bool on_title_page, bool sparse, float body) {
  if (is_contents_head(line) || line.text.size() > longest_line) return 0;
  const BlockKind kind = line.block->kind;
  if (kind == BlockKind::furniture) return 1;
  if (!on_title_page) return kind == BlockKind::heading ? 1 : 0;
  if (line.size >= large * body || (kind == BlockKind::heading && line.block->level == 1)) return 3;
  if (kind == BlockKind::contents) return 1;
  return kind == BlockKind::heading || sparse ? 2 : 1;
}

// Lines of one title often come as blocks of their own.
bool continues(const Clue& before, const Clue& clue) {
  return before.weight == 3 && clue.weight == 3 && before.source == clue.source &&
         std::abs(before.size - clue.size) < 0.05F * clue.size;
}

Clue clue_of(const Line& line, bool on_title_page, unsigned weight) {
  const bool heading = line.block->kind == BlockKind::heading;
  return {on_title_page ? CluePlace::title_page : CluePlace::later_page,
          format("page {}", line.page + 1),
          line.text,
          {},
          weight,
          weight == 3 || (on_title_page && heading),
          line.size};
}

bool is_sparse(const std::vector<Line>& lines, std::uint32_t page) {
  std::size_t words = 0;
  for (const Line& line : lines)
    if (line.page == page) words += phrase_words(line.text).size();
  return words < words_of_sparse_page;
}

std::vector<Clue> clues_of_pages(const Document& document) {
  const std::vector<Line> lines = first_lines(document);
  const std::uint32_t title_page = title_page_of(lines);
  const bool sparse = is_sparse(lines, title_page);
  const float body = body_size(document);
  std::vector<Clue> clues;
  bool adjoins = false;  // the line before became the last clue
  for (const Line& line : lines) {
    const bool on_title_page = line.page == title_page;
    const unsigned weight = weight_of(line, on_title_page, sparse, body);
    if (weight > 0) {
      Clue clue = clue_of(line, on_title_page, weight);
      if (adjoins && continues(clues.back(), clue)) {
        clues.back().text += "\n" + clue.text;
      } else {
        clues.push_back(std::move(clue));
      }
    }
    adjoins = weight > 0;
  }
  return clues;
}

// Programs fill the title with the name of the file or of themselves.
bool is_made_up(std::string_view title) {
  static const std::vector<std::string> endings = {".doc",  ".docx", ".pdf",  ".html",
                                                   ".pptx", ".xlsx", ".xlsm", ".indd"};
  if (title.starts_with("Microsoft ") || title == "PowerPoint Presentation" || title.starts_with("Untitled"))
    return true;
  return std::ranges::any_of(endings, [&](const std::string& ending) { return title.ends_with(ending); });
}

}  // namespace

std::vector<Clue> find_clues(const Document& document, const std::string& file_name) {
  std::vector<Clue> clues = clues_of_pages(document);
  const std::string stem = std::filesystem::path(file_name).stem().string();
  if (!stem.empty()) clues.push_back({CluePlace::file_name, "file name", stem, {}, 2, true, 0});
  const std::string title(trimmed(document.title));
  if (!title.empty() && !is_made_up(title))
    clues.push_back({CluePlace::information, "document information", title, {}, 2, true, 0});
  for (Clue& clue : clues) clue.words = folded_words(clue.text);
  return clues;
}

std::string printed_title(const std::vector<Clue>& clues) {
  const Clue* best = nullptr;
  for (const Clue& clue : clues) {
    if (clue.place != CluePlace::title_page || clue.weight < 2 || clue.words.empty()) continue;
    if (!best || clue.size > best->size) best = &clue;
  }
  if (!best)
    for (const Clue& clue : clues)
      if (clue.place == CluePlace::information) best = &clue;
  std::string title = best ? best->text : std::string();
  std::ranges::replace(title, '\n', ' ');
  return title;
}

}  // namespace planmark
