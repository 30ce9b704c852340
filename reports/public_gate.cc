#include "reports/public_gate.h"

#include <algorithm>
#include <optional>
#include <set>
#include <tuple>

#include "base/format.h"
#include "reports/plain_text.h"
#include "reports/searched_text.h"
#include "reports/shared_words.h"

namespace planmark {
namespace {

using Kind = HiddenName::Kind;

constexpr std::size_t context_bytes = 40;

const char* words_of(Kind kind) {
  switch (kind) {
    case Kind::system:
      return "the name of a system";
    case Kind::place:
      return "the name of a place";
    case Kind::body:
      return "the name of a body or a brand";
    case Kind::person:
      return "the name of a person";
    case Kind::document:
      return "the name of a document";
  }
  return "";
}

// Directions alone name no place.
bool is_direction(std::string_view place) {
  static const std::set<std::string, std::less<>> directions = {"north", "south", "east",    "west",
                                                                "mid",   "the",   "central", "of"};
  const std::vector<std::string> words = compared_words(place);
  return std::all_of(words.begin(), words.end(),
                     [](const std::string& word) { return directions.contains(word); });
}

std::vector<std::string> places_in(std::string_view name) {
  std::vector<std::string> places;
  std::string rest(name);
  for (const std::string_view between : {", ", " and "})
    for (std::size_t at; (at = rest.find(between)) != std::string::npos;)
      rest.replace(at, between.size(), "\n");
  for (std::size_t begin = 0; begin <= rest.size();) {
    const std::size_t end = std::min(rest.find('\n', begin), rest.size());
    std::string place = rest.substr(begin, end - begin);
    if (place.starts_with("the ")) place.erase(0, 4);
    if (!place.empty() && !is_direction(place)) places.push_back(std::move(place));
    begin = end + 1;
  }
  return places;
}

class Names {
 public:
  void add(Kind kind, const std::string& text, bool as_printed = false) {
    if (!compared_words(text).empty()) names_.push_back({kind, text, as_printed});
  }
  void add_system(const std::string& name) {
    add(Kind::system, name);
    for (const std::string& place : places_in(name)) add(Kind::place, place);
  }
  std::vector<HiddenName> take() {
    const auto key = [](const HiddenName& name) { return std::tuple(name.text, name.kind, name.as_printed); };
    std::sort(names_.begin(), names_.end(), [&](const auto& a, const auto& b) { return key(a) < key(b); });
    names_.erase(std::unique(names_.begin(), names_.end(),
                             [&](const auto& a, const auto& b) { return a.text == b.text; }),
                 names_.end());
    return std::move(names_);
  }

 private:
  std::vector<HiddenName> names_;
};

bool is_word_byte(char c) {
  return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') ||
         static_cast<unsigned char>(c) >= 0x80;
}

// A text, and its words as they are compared with one space before and after each.
struct GateText {
  std::string printed, words;
};

std::string spaced(const std::vector<std::string>& words) { return " " + joined(words, " ") + " "; }

std::string around(std::string_view text, std::size_t at, std::size_t size) {
  const std::size_t begin = at < context_bytes ? 0 : at - context_bytes;
  return printable(text.substr(begin, at - begin + size + context_bytes));
}

std::optional<std::string> found_printed(const GateText& text, std::string_view name) {
  for (std::size_t at = text.printed.find(name); at != std::string::npos;
       at = text.printed.find(name, at + 1)) {
    const std::size_t end = at + name.size();
    const bool begins = at == 0 || !is_word_byte(text.printed[at - 1]);
    if (begins && (end == text.printed.size() || !is_word_byte(text.printed[end])))
      return around(text.printed, at, name.size());
  }
  return std::nullopt;
}

std::optional<std::string> found_in(const GateText& text, const HiddenName& name) {
  if (name.as_printed) return found_printed(text, name.text);
  const std::string words = spaced(compared_words(name.text));
  const std::size_t at = text.words.find(words);
  if (at == std::string::npos) return std::nullopt;
  return around(text.words, at, words.size());
}

void take_out(const std::vector<std::string>& agreed, std::string& text) {
  for (const std::string& statement : agreed)
    for (std::size_t at; !statement.empty() && (at = text.find(statement)) != std::string::npos;)
      text.replace(at, statement.size(), "\n");
}

std::vector<GateText> searched(const ReportFile& file, std::vector<std::string> texts,
                               const std::vector<std::string>& agreed) {
  std::vector<GateText> all = {{file.path, spaced(compared_words(file.path))}};
  for (std::string& text : texts) {
    take_out(agreed, text);
    std::string words = spaced(compared_words(text));
    all.push_back({std::move(text), std::move(words)});
  }
  return all;
}

std::uint64_t hash_of(const std::vector<std::string>& words, std::size_t from, std::size_t count) {
  std::uint64_t hash = 14695981039346656037U;  // FNV-1a
  for (std::size_t i = from; i < from + count; ++i) {
    for (const char c : words[i]) hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211U;
    hash = (hash ^ 0xFFU) * 1099511628211U;
  }
  return hash;
}

std::vector<std::uint64_t> runs_of(const std::vector<std::string>& texts) {
  std::vector<std::uint64_t> runs;
  for (const std::string& text : texts) {
    const std::vector<std::string> words = compared_words(text);
    for (std::size_t i = 0; i + QuoteSearch::searchable_words <= words.size(); ++i)
      runs.push_back(hash_of(words, i, QuoteSearch::searchable_words));
  }
  std::sort(runs.begin(), runs.end());
  return runs;
}

}  // namespace

std::vector<HiddenName> names_to_hide(const Register& systems, const EditionAnswers& answers) {
  Names names;
  for (const System& system : systems.systems) {
    names.add_system(system.name);
    names.add(Kind::body, system.board);
    for (const std::string& alias : system.aliases) names.add(Kind::body, alias);
    for (const std::string& name : system.short_names) names.add(Kind::body, name, true);
    names.add(Kind::body, system.code, true);
  }
  for (const std::string& system : answers.systems) names.add_system(system);
  for (const SystemAnswer& answer : answers.answers) names.add(Kind::person, answer.answer.person);
  return names.take();
}

QuoteSearch::QuoteSearch(const std::vector<std::string>& documents, const std::vector<std::string>& allowed)
    : documents_(runs_of(documents)), allowed_(runs_of(allowed)) {}

std::vector<std::string> QuoteSearch::quotes_in(std::string_view text) const {
  const std::vector<std::string> words = compared_words(text);
  const auto is_quote = [&](std::size_t at) {
    const std::uint64_t run = hash_of(words, at, searchable_words);
    return std::binary_search(documents_.begin(), documents_.end(), run) &&
           !std::binary_search(allowed_.begin(), allowed_.end(), run);
  };
  std::vector<std::string> quotes;
  for (std::size_t at = 0; at + searchable_words <= words.size(); ++at) {
    if (!is_quote(at)) continue;
    std::size_t end = at + searchable_words;
    while (end < words.size() && is_quote(end - searchable_words + 1)) ++end;
    quotes.push_back(joined(
        {words.begin() + static_cast<std::ptrdiff_t>(at), words.begin() + static_cast<std::ptrdiff_t>(end)},
        " "));
    at = end - 1;
  }
  return quotes;
}

std::vector<GateFinding> gate(const std::vector<ReportFile>& files, const std::vector<HiddenName>& names,
                              const QuoteSearch& quotes, const std::vector<std::string>& agreed) {
  std::vector<GateFinding> findings;
  for (const ReportFile& file : files) {
    SearchedTexts found = searched_texts(file.path, file.bytes);
    for (const std::string& closed : found.closed)
      findings.push_back({file.path, "a part that cannot be searched", closed, closed});
    const std::vector<GateText> texts = searched(file, std::move(found.texts), agreed);
    for (const HiddenName& name : names) {
      for (const GateText& text : texts) {
        const auto place = found_in(text, name);
        if (!place) continue;
        findings.push_back({file.path, words_of(name.kind), name.text, *place});
        break;
      }
    }
    std::set<std::string> told;
    for (const GateText& text : texts)
      for (const std::string& quote : quotes.quotes_in(text.printed))
        if (told.insert(quote).second)
          findings.push_back({file.path, "a quote that can be searched for", quote, quote});
  }
  return findings;
}

std::vector<GateFinding> small_cells(const std::vector<Figure>& figures, std::size_t smallest) {
  std::vector<GateFinding> findings;
  for (const Figure& figure : figures)
    for (const FigureRow& row : figure.rows)
      if (row.share.count > 0 && row.share.count < smallest)
        findings.push_back({"figures/" + figure.id(), "a small cell",
                            format("{}: {}", row.label, row.share.count),
                            format("fewer than {} documents", smallest)});
  return findings;
}

}  // namespace planmark
