// Puts labelled sentences to the questions, each alone:  sentence_examples LEXICONS BLOCKS EXAMPLES
//
// BLOCKS and EXAMPLES have tabs between columns and a head line. BLOCKS: block, question, options with "|"
// between (empty: the whole question); a block may have several rows, of which any question will do, and one
// with none is the question of that name. In place of a question "children" asks for a word for children, and
// "promise" whether something is promised. EXAMPLES needs the columns block, polarity (positive, negative),
// effect and sentence. A sentence is evidence when a finding of the question qualifies, or a lead is named or
// given a post; in part, when only what earns no more than To some extent does, or nothing is promised. A
// positive has to be evidence; a negative must not, except that one whose effect begins with "cap" may be so
// in part.
//
// One row a block: block, positives found, positives, negatives rejected, negatives; after it a row for each
// sentence that comes out wrong, with why; then the sums.
#include <algorithm>
#include <cstdio>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "analyze/clause.h"
#include "analyze/decide.h"
#include "analyze/finding.h"
#include "analyze/question_settings.h"
#include "base/file.h"
#include "extract/markup_document.h"

namespace planmark {
namespace {

using Row = std::vector<std::string>;

Row split(std::string_view line, char by) {
  Row cells{""};
  for (const char each : line) {
    if (each == by)
      cells.emplace_back();
    else
      cells.back() += each;
  }
  return cells;
}

struct Asked {
  std::string question;
  Row options;
};

struct Block {
  std::vector<Asked> asked;
  std::size_t found = 0, positives = 0, rejected = 0, negatives = 0;
  std::string misses;
};

enum class Counts : std::uint8_t { no, in_part, yes };

struct Verdict {
  Counts counts = Counts::no;
  std::string why_not;
};

bool is_asked(const Row& options, const std::string& name) {
  return options.empty() || options.front().empty() ||
         std::find(options.begin(), options.end(), name) != options.end();
}

void add(Verdict& verdict, const std::vector<std::string>& concepts, const Settings& settings,
         const DraftInputs& inputs, bool partly) {
  std::uint32_t nearest = 99;
  for (const Finding& finding : find_findings(inputs, concept_indices(concepts, inputs.rules),
                                              conditions_of(settings, inputs.rules))) {
    if (finding.qualifies()) {
      const bool weak = partly || finding.modality < Modality::stated;
      verdict.counts = std::max(verdict.counts, weak ? Counts::in_part : Counts::yes);
    } else if (finding.failed < nearest) {
      nearest = finding.failed;
      verdict.why_not = inputs.rules.concepts[finding.concept_index].id + " " + finding.why_not;
    }
  }
}

Verdict verdict_of(const Question& question, const Row& options, const DraftInputs& inputs) {
  Verdict verdict{Counts::no, question.id + ": no rule finds it"};
  if (question.type == AnswerType::named_person) {
    const Draft draft = decide(question, inputs);
    verdict.why_not = draft.reason;
    if (draft.answer.lead != LeadStatus::not_named) verdict.counts = Counts::yes;
    return verdict;
  }
  if (question.options.empty() && question.aspects.empty())
    add(verdict, question.concepts, question.settings, inputs, false);
  for (const Option& option : question.options)
    if (is_asked(options, option.name)) add(verdict, option.concepts, option.settings, inputs, false);
  for (const Aspect& aspect : question.aspects)
    if (is_asked(options, aspect.name)) add(verdict, aspect.concepts, aspect.settings, inputs, false);
  // Where one such sentence alone earns something.
  if (question.partly && count_of(question.settings, "partly_items", 1) <= 1)
    add(verdict, question.partly->concepts, question.partly->settings, inputs, true);
  return verdict;
}

// Of a promise the modality at the word for children, as a question's topic would have it.
Verdict context_verdict(const std::string& asked, const DraftInputs& inputs) {
  Verdict verdict{Counts::no, asked + " is not said"};
  for (std::uint32_t i = 0; i < inputs.contexts.size(); ++i) {
    const Context& context = inputs.contexts[i];
    if (context.position == Position::outside || context.owner == Owner::other) continue;
    const Span sentence = inputs.sentences[i].span;
    Span topic{sentence.begin, sentence.begin};
    for (const Cue& cue : context.cues)
      if (cue.kind == CueKind::scope) topic = cue.span;
    const Span clause = inputs.clauses.clause_of(sentence, topic);
    if (asked == "children" ? context.scope == ChildScope::same
                            : modality_at(context, clause, topic) >= Modality::committed)
      verdict.counts = Counts::yes;
  }
  return verdict;
}

Verdict verdict_on(const std::string& sentence, const Block& block, const RuleBook& rules) {
  const Document document = document_from_markup(sentence + "\n");
  const FoldedText folded = fold(document.text);
  const std::vector<Sentence> sentences = split_sentences(document);
  const std::vector<Mention> mentions = rules.matcher->find_mentions(folded, sentences);
  const std::vector<Context> contexts = find_contexts(document, sentences, mentions, rules);
  const DraftInputs inputs{document, folded, sentences, mentions, contexts, rules};
  Verdict best;
  for (const Asked& asked : block.asked) {
    const Question* question = rules.find_question(asked.question);
    const Verdict verdict =
        question ? verdict_of(*question, asked.options, inputs) : context_verdict(asked.question, inputs);
    if (verdict.counts > best.counts || best.why_not.empty()) best = verdict;
  }
  return best;
}

void judge(const std::string& sentence, bool positive, bool may_in_part, Block& block,
           const RuleBook& rules) {
  const Verdict verdict = verdict_on(sentence, block, rules);
  const bool is_evidence = verdict.counts >= (may_in_part ? Counts::yes : Counts::in_part);
  ++(positive ? block.positives : block.negatives);
  if (is_evidence == positive) {
    ++(positive ? block.found : block.rejected);
    return;
  }
  block.misses +=
      "\t" + std::string(positive ? "missed: " + verdict.why_not : "taken") + "\t" + sentence + "\n";
}

std::optional<std::vector<Row>> rows_of(const char* path) {
  const Result<std::string> bytes = read_file(path);
  if (!bytes) {
    std::fprintf(stderr, "%s\n", describe(bytes.error()).c_str());
    return {};
  }
  std::vector<Row> rows;
  for (const std::string& line : split(*bytes, '\n'))
    if (!line.empty()) rows.push_back(split(line, '\t'));
  return rows;
}

void print(const std::map<std::string, Block>& blocks) {
  Block all;
  const auto row = [](const char* name, const Block& block) {
    std::printf("%s\t%zu\t%zu\t%zu\t%zu\n", name, block.found, block.positives, block.rejected,
                block.negatives);
  };
  for (const auto& [name, block] : blocks) {
    if (block.positives + block.negatives == 0) continue;
    row(name.c_str(), block);
    std::printf("%s", block.misses.c_str());
    all.found += block.found, all.positives += block.positives;
    all.rejected += block.rejected, all.negatives += block.negatives;
  }
  row("all", all);
}

int measure(const RuleBook& rules, const std::vector<Row>& named, const std::vector<Row>& examples) {
  std::map<std::string, Block> blocks;
  for (std::size_t i = 1; i < named.size(); ++i) {
    Asked asked{named[i].size() > 1 ? named[i][1] : named[i].front(), {}};
    if (named[i].size() > 2) asked.options = split(named[i][2], '|');
    blocks[named[i].front()].asked.push_back(std::move(asked));
  }
  std::map<std::string, std::size_t> column;
  for (std::size_t i = 0; i < examples.front().size(); ++i) column[examples.front()[i]] = i;
  for (const char* needed : {"block", "polarity", "effect", "sentence"}) {
    if (column.contains(needed)) continue;
    std::fprintf(stderr, "the examples have no column \"%s\"\n", needed);
    return 2;
  }
  for (std::size_t i = 1; i < examples.size(); ++i) {
    const auto cell = [&](const char* name) {
      const std::size_t at = column.at(name);
      return at < examples[i].size() ? examples[i][at] : std::string();
    };
    Block& block = blocks[cell("block")];
    if (block.asked.empty()) block.asked.push_back({cell("block"), {}});
    judge(cell("sentence"), cell("polarity") == "positive", cell("effect").starts_with("cap"), block, rules);
  }
  print(blocks);
  return 0;
}

}  // namespace
}  // namespace planmark

int main(int count, char** arguments) {
  using namespace planmark;
  if (count != 4) {
    std::fputs("usage: sentence_examples LEXICONS BLOCKS EXAMPLES\n", stderr);
    return 2;
  }
  const Result<RuleBook> rules = load_rule_book(arguments[1]);
  if (!rules) {
    std::fprintf(stderr, "%s\n", describe(rules.error()).c_str());
    return 2;
  }
  const auto blocks = rows_of(arguments[2]), examples = rows_of(arguments[3]);
  if (!blocks || !examples || examples->empty()) return 2;
  return measure(*rules, *blocks, *examples);
}
