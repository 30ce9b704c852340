#include "analyze/lexicon_trial.h"

#include <algorithm>

#include "analyze/analyze.h"
#include "base/format.h"
#include "extract/markup_document.h"

namespace planmark {
namespace {

void sort_in(ExampleReport& trial, const LexiconFile& file, Place place, bool known_gap,
             const std::string& fault) {
  if (fault.empty()) {
    if (known_gap)
      trial.closed.push_back(mistake_at(file, place, "this is as it should be and is no gap any more"));
    return;
  }
  (known_gap ? trial.gaps : trial.failed).push_back(mistake_at(file, place, fault));
}

std::string fault_of(const Question& question, const QuestionExample& example, const RuleBook& rules,
                     const Matcher& matcher) {
  const Document document = document_from_markup(example.text);
  const Analysis analysis = analyze(document, rules, matcher, question.parts.front());
  const auto draft = std::find_if(analysis.drafts.begin(), analysis.drafts.end(),
                                  [&](const Draft& made) { return made.question == question.id; });
  const std::string answer =
      draft == analysis.drafts.end() ? "no draft" : to_text(draft->answer, question.type);
  if (answer == example.expect) return {};
  return format("{} must come to '{}' on this example and comes to '{}'", question.id, example.expect,
                answer);
}

}  // namespace

ExampleReport try_lexicons(const LexiconSource& source) {
  const RuleBook rules = rule_book_of(source);
  const Matcher& matcher = *rules.matcher;
  ExampleReport trial;
  for (const TriedExample& tried : try_examples(source.concepts, rules)) {
    ++trial.sentences;
    sort_in(trial, *tried.entry->file, tried.example->text.place, tried.example->known_gap, tried.fault);
  }
  for (const QuestionEntry& entry : source.questions) {
    const auto run = [&](const std::vector<QuestionExample>& examples, bool known_gaps) {
      for (const QuestionExample& example : examples) {
        ++trial.questions;
        sort_in(trial, *entry.file, {example.line, 1}, known_gaps,
                fault_of(entry.question, example, rules, matcher));
      }
    };
    run(entry.question.examples, false);
    run(entry.gaps, true);
  }
  return trial;
}

}  // namespace planmark
