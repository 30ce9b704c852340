// The project's own lexicons, loaded once for the tests that run on them.
#pragma once

#include <string>

#include "analyze/analyze.h"
#include "analyze/context.h"
#include "analyze/fold.h"
#include "analyze/match.h"
#include "analyze/rule_book.h"
#include "analyze/sentence.h"
#include "tests/support/markup_document.h"

namespace planmark {

inline const RuleBook& real_rules() {
  static const RuleBook rules = [] {
    Result<RuleBook> loaded = load_rule_book(PLANMARK_SOURCE_DIR "/lexicons");
    if (!loaded) throw std::runtime_error(describe(loaded.error()));
    return std::move(*loaded);
  }();
  return rules;
}

inline const Matcher& real_matcher() { return *real_rules().matcher; }

// What the context step makes of a few lines of Markdown.
struct Reading {
  Document document;
  std::vector<Sentence> sentences;
  std::vector<Mention> mentions;
  std::vector<Context> contexts;
};

inline Reading read_markup(std::string_view markup) {
  Reading reading;
  reading.document = document_from_markup(markup);
  reading.sentences = split_sentences(reading.document);
  reading.mentions = real_matcher().find_mentions(fold(reading.document.text), reading.sentences);
  reading.contexts = find_contexts(reading.document, reading.sentences, reading.mentions, real_rules());
  return reading;
}

}  // namespace planmark
