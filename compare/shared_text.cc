#include "compare/shared_text.h"

#include <algorithm>
#include <map>
#include <utility>

#include "analyze/lexicon_table.h"
#include "base/format.h"
#include "compare/passage.h"
#include "compare/rule_file.h"

namespace planmark {
namespace {

// FNV-1a, 64 bits: of some millions of runs two share a number by chance once in millions of years' reports.
std::uint64_t number_of(const std::vector<ComparedWord>& words, std::size_t begin, std::size_t count) {
  std::uint64_t hash = 14695981039346656037ULL;
  for (std::size_t i = begin; i < begin + count; ++i) {
    for (const char c : words[i].form) hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211ULL;
    hash = (hash ^ ' ') * 1099511628211ULL;
  }
  return hash;
}

bool may_be_shared(BlockKind kind) {
  return kind != BlockKind::heading && kind != BlockKind::furniture && kind != BlockKind::contents &&
         kind != BlockKind::reference;
}

// In which sentences of a document a run stands. Nearly every run that is asked for stands in none, which its
// last bits tell.
class RunsToSentences {
 public:
  explicit RunsToSentences(const SentenceRuns& document) : may_stand_(std::size_t{1} << bits) {
    for (std::uint32_t i = 0; i < document.sentences.size(); ++i)
      for (const std::uint64_t run : document.sentences[i].runs) sentences_.emplace_back(run, i);
    std::sort(sentences_.begin(), sentences_.end());
    for (const auto& [run, sentence] : sentences_) may_stand_[run & last] = true;
  }

  template <class Visit>
  void visit(std::uint64_t run, Visit visit) const {
    if (!may_stand_[run & last]) return;
    for (auto at = std::lower_bound(sentences_.begin(), sentences_.end(), std::pair(run, 0U));
         at != sentences_.end() && at->first == run; ++at)
      visit(at->second);
  }

 private:
  static constexpr unsigned bits = 20;
  static constexpr std::uint64_t last = (std::uint64_t{1} << bits) - 1;

  std::vector<bool> may_stand_;
  std::vector<std::pair<std::uint64_t, std::uint32_t>> sentences_;  // sorted
};

// For each sentence of the document that has runs of this one: how many.
std::map<std::uint32_t, std::size_t> runs_in_common(const RunsToSentences& index,
                                                    const SentenceRuns::Item& item) {
  std::map<std::uint32_t, std::size_t> common;
  for (const std::uint64_t run : item.runs)
    index.visit(run, [&](std::uint32_t sentence) { ++common[sentence]; });
  return common;
}

}  // namespace

Result<SharedTextRules> load_shared_text_rules(const std::filesystem::path& lexicons) {
  SharedTextRules rules;
  const auto read = [&](LexiconTable& root) {
    root.allow({"least_words", "run", "share", "bars", "example"});
    rules.least_words = count_up_to(root, "least_words", 100);
    rules.run = count_up_to(root, "run", 20);
    rules.share = number_between(root, "share", 0.1, 1);
    for (const PlacedText& kind : root.texts("bars")) {
      const bool is_known =
          std::find(kinds_of_sources.begin(), kinds_of_sources.end(), kind.text) != kinds_of_sources.end();
      if (!is_known)
        root.report(kind.place, "no kind of source: it is one of " +
                                    joined({kinds_of_sources.begin(), kinds_of_sources.end()}, ", "));
      rules.bars.push_back(kind.text);
    }
    for (LexiconTable& table : root.tables("example", "an example")) {
      table.allow({"source", "text", "shared"});
      rules.examples.push_back({table.required_text("source").text, table.required_text("text").text,
                                table.number("shared").value_or(0) != 0, table.place().line});
    }
  };
  return read_rule_file(lexicons, shared_text_file, "the rules of shared text", read).map([&] {
    return std::move(rules);
  });
}

SentenceRuns runs_of(const Document& document, const std::vector<Sentence>& sentences,
                     const SharedTextRules& rules) {
  const std::vector<ComparedWord> words = compared_words(document);
  SentenceRuns found;
  for (std::uint32_t i = 0; i < sentences.size(); ++i) {
    if (!may_be_shared(document.blocks[sentences[i].block].kind)) continue;
    const Span own = words_within(words, sentences[i].span);
    if (own.size() < std::max(rules.least_words, rules.run)) continue;
    SentenceRuns::Item item{i, sentences[i].span, {}};
    for (std::uint32_t at = own.begin; at + rules.run <= own.end; ++at)
      item.runs.push_back(number_of(words, at, rules.run));
    std::sort(item.runs.begin(), item.runs.end());
    item.runs.erase(std::unique(item.runs.begin(), item.runs.end()), item.runs.end());
    found.sentences.push_back(std::move(item));
  }
  return found;
}

std::vector<SharedSentence> shared_sentences(const SentenceRuns& document,
                                             const std::vector<const SentenceRuns*>& sources,
                                             const SharedTextRules& rules) {
  const RunsToSentences index(document);
  std::map<std::uint32_t, SharedSentence> best;  // by place in document.sentences
  for (std::uint32_t source = 0; source < sources.size(); ++source) {
    for (const SentenceRuns::Item& item : sources[source]->sentences) {
      for (const auto& [place, count] : runs_in_common(index, item)) {
        const SentenceRuns::Item& own = document.sentences[place];
        const double share = static_cast<double>(count) / static_cast<double>(own.runs.size());
        if (share < rules.share) continue;
        const SharedSentence shared{own.sentence, own.span, source, item.span, share};
        const auto [known, is_new] = best.emplace(place, shared);
        if (!is_new && known->second.source == source && share > known->second.share) known->second = shared;
      }
    }
  }
  std::vector<SharedSentence> found;
  for (const auto& [place, shared] : best) found.push_back(shared);
  return found;
}

}  // namespace planmark
