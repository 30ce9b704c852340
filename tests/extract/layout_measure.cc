// How well layout keeps a document whose source is known:  layout_measure TRUTH.md FILE.pdf [TRUTH.md
// FILE.pdf ...]
//
// One row a document, in per cent:
//   words     of the source's words found in the text, furniture apart
//   extra     words of the text that the source has not (running heads in the text, for example)
//   order     of the source's neighbouring sentences that follow each other in the text
//   headings  of the source's headings that are headings in the text; level: and as deep as most of their
//   level items     of the source's list items that are whole list items cells     of the source's table
//   cells that stand whole in their row and column
// With --misses after the pairs what was missed is listed as well.
#include <algorithm>
#include <cstdio>
#include <cstring>
#include <fstream>
#include <iterator>
#include <map>
#include <string>
#include <vector>

#include "extract/extract.h"

namespace planmark {
namespace {

using Tokens = std::vector<std::string>;

Tokens tokens_of(std::string_view text) {
  Tokens tokens;
  std::string token;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    const bool kept = std::isalnum(byte);
    if (kept)
      token += static_cast<char>(std::tolower(byte));
    else if (!token.empty() && byte < 0x80 && c != '-' && c != '*' && c != '\'')
      tokens.push_back(std::move(token)), token.clear();
  }
  if (!token.empty()) tokens.push_back(std::move(token));
  return tokens;
}

struct Truth {
  Tokens words;
  std::vector<Tokens> sentences;
  std::vector<std::pair<int, Tokens>> headings;
  std::vector<Tokens> items;
  std::vector<std::vector<Tokens>> rows;
};

void add_sentences(Truth& truth, std::string_view text) {
  while (!text.empty()) {
    std::size_t end = std::min(text.find(". "), text.find("? "));
    end = end == std::string_view::npos ? text.size() : end + 1;
    Tokens tokens = tokens_of(text.substr(0, end));
    if (tokens.size() >= 5) truth.sentences.push_back(std::move(tokens));
    text.remove_prefix(end);
  }
}

void add_row(Truth& truth, std::string_view line) {
  if (line.find_first_not_of("|-: ") == std::string_view::npos) return;
  std::vector<Tokens> row;
  line.remove_prefix(1);
  while (!line.empty()) {
    const std::size_t end = std::min(line.find('|'), line.size());
    row.push_back(tokens_of(line.substr(0, end)));
    line.remove_prefix(std::min(end + 1, line.size()));
  }
  truth.rows.push_back(std::move(row));
}

Truth truth_of(const char* file) {
  Truth truth;
  std::ifstream in(file);
  for (std::string line; std::getline(in, line);) {
    line.erase(0, line.find_first_not_of(" >"));
    if (line.starts_with("\\")) line.erase(0, 1);
    const Tokens all = tokens_of(line);
    truth.words.insert(truth.words.end(), all.begin(), all.end());
    if (all.empty()) continue;
    if (line[0] == '#') {
      truth.headings.push_back({static_cast<int>(line.find_first_not_of('#')), all});
    } else if (line[0] == '|') {
      add_row(truth, line);
    } else if (line.starts_with("- ") || line.starts_with("* ") ||
               (std::isdigit(static_cast<unsigned char>(line[0])) && line.find(". ") < 3)) {
      truth.items.push_back(all);
      add_sentences(truth, line);
    } else {
      add_sentences(truth, line);
    }
  }
  return truth;
}

double percent(std::size_t part, std::size_t whole) {
  return whole == 0 ? 100 : 100 * static_cast<double>(part) / static_cast<double>(whole);
}

class Measure {
 public:
  Measure(const Truth& truth, const Document& document, bool misses)
      : truth_(truth), document_(document), misses_(misses) {
    for (const Block& block : document.blocks) {
      if (block.kind == BlockKind::furniture) continue;
      const Tokens tokens = tokens_of(slice(document.text, block.span));
      text_.insert(text_.end(), tokens.begin(), tokens.end());
    }
    for (std::size_t i = 0; i + 3 < text_.size(); ++i) starts_[key(text_, i)].push_back(i);
  }

  void print(const char* name) {
    const auto [words, extra] = shared_words();
    const auto [headings, levels] = found_headings();
    std::printf(
        "%-34s words %6.2f extra %5.2f order %6.2f headings %6.2f level %6.2f items %6.2f cells %6.2f\n",
        name, words, extra, order(), headings, levels, items(), cells());
  }

 private:
  static std::string key(const Tokens& t, std::size_t i) {
    return t[i] + ' ' + t[i + 1] + ' ' + t[i + 2] + ' ' + t[i + 3];
  }

  void miss(const char* kind, const Tokens& tokens) const {
    if (!misses_) return;
    std::printf("  %s:", kind);
    for (const std::string& t : tokens) std::printf(" %s", t.c_str());
    std::printf("\n");
  }

  std::pair<double, double> shared_words() const {
    std::map<std::string, int> left;
    for (const std::string& t : text_) ++left[t];
    std::size_t found = 0;
    for (const std::string& t : truth_.words) {
      if (left[t]-- > 0)
        ++found;
      else
        miss("word", {t});
    }
    return {percent(found, truth_.words.size()), percent(text_.size() - found, text_.size())};
  }

  // Where the sentence begins in the text, whole; behind `after` when it can be.
  std::ptrdiff_t place(const Tokens& sentence, std::ptrdiff_t after) const {
    const auto starts = starts_.find(key(sentence, 0));
    if (starts == starts_.end()) return -1;
    std::ptrdiff_t best = -1;
    for (const std::size_t s : starts->second) {
      if (s + sentence.size() > text_.size() ||
          !std::equal(sentence.begin(), sentence.end(), text_.begin() + static_cast<std::ptrdiff_t>(s)))
        continue;
      if (best < after) best = static_cast<std::ptrdiff_t>(s);
    }
    return best;
  }

  double order() const {
    std::size_t good = 0, all = 0;
    std::ptrdiff_t after = 0;
    for (const Tokens& sentence : truth_.sentences) {
      const std::ptrdiff_t at = place(sentence, after);
      ++all;
      if (at >= after && at < after + 400)
        ++good;
      else
        miss(at < 0 ? "broken" : "order", sentence);
      if (at >= 0) after = at + static_cast<std::ptrdiff_t>(sentence.size());
    }
    return percent(good, all);
  }

  std::pair<double, double> found_headings() const {
    std::map<Tokens, int> levels;
    for (const Block& block : document_.blocks)
      if (block.kind == BlockKind::heading)
        levels[tokens_of(slice(document_.text, block.span))] = block.level;
    std::map<int, std::map<int, std::size_t>> seen;
    std::size_t found = 0, deep = 0;
    for (const auto& [level, tokens] : truth_.headings) {
      const auto at = levels.find(tokens);
      if (at == levels.end()) {
        miss("heading", tokens);
        continue;
      }
      ++found;
      ++seen[level][at->second];
    }
    for (const auto& [level, counts] : seen) {
      std::size_t most = 0;
      for (const auto& [ours, count] : counts) most = std::max(most, count);
      deep += most;
    }
    return {percent(found, truth_.headings.size()), percent(deep, truth_.headings.size())};
  }

  double items() const {
    std::map<Tokens, int> have;
    for (const Block& block : document_.blocks)
      if (block.kind == BlockKind::list_item || block.kind == BlockKind::contents ||
          block.kind == BlockKind::reference)
        ++have[tokens_of(slice(document_.text, block.span))];
    std::size_t found = 0;
    for (const Tokens& item : truth_.items) {
      if (have[item]-- > 0)
        ++found;
      else
        miss("item", item);
    }
    return percent(found, truth_.items.size());
  }

  double cells() const {
    std::map<std::pair<Tokens, std::size_t>, std::vector<std::uint32_t>>
        rows;  // cell text and column: blocks
    for (const Cell& cell : document_.cells)
      rows[{tokens_of(slice(document_.text, cell.span)), cell.column}].push_back(cell.block);
    std::size_t found = 0, all = 0;
    for (const std::vector<Tokens>& row : truth_.rows) {
      std::map<std::uint32_t, std::size_t> votes;
      for (std::size_t c = 0; c < row.size(); ++c)
        for (const std::uint32_t block : rows[{row[c], c}]) ++votes[block];
      std::size_t best = 0;
      for (const auto& [block, count] : votes) best = std::max(best, count);
      found += best;
      all += row.size();
      if (best < row.size()) {
        Tokens flat;
        for (const Tokens& cell : row) flat.push_back("|"), flat.insert(flat.end(), cell.begin(), cell.end());
        miss("row", flat);
      }
    }
    return percent(found, all);
  }

  const Truth& truth_;
  const Document& document_;
  bool misses_;
  Tokens text_;
  std::map<std::string, std::vector<std::size_t>> starts_;
};

int run(int count, char** arguments) {
  bool misses = false;
  if (count > 1 && std::strcmp(arguments[count - 1], "--misses") == 0) misses = true, --count;
  for (int i = 1; i + 1 < count; i += 2) {
    std::ifstream in(arguments[i + 1], std::ios::binary);
    const std::string bytes((std::istreambuf_iterator<char>(in)), {});
    const Result<Document> read = extract_in_process(bytes, {});
    if (!read) {
      std::printf("%s: %s\n", arguments[i + 1], describe(read.error()).c_str());
      return 1;
    }
    const Document& document = *read;
    const char* slash = std::strrchr(arguments[i], '/');
    Measure(truth_of(arguments[i]), document, misses).print(slash ? slash + 1 : arguments[i]);
    for (const std::string& broken : check_document(document))
      std::printf("  broken promise: %s\n", broken.c_str());
  }
  return 0;
}

}  // namespace
}  // namespace planmark

int main(int count, char** arguments) { return planmark::run(count, arguments); }
