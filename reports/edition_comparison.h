// Two editions of the workspace side by side: their texts, their drafts, what stands for them, and how far
// they can be compared.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "analyze/rule_book.h"
#include "compare/answer_change.h"
#include "compare/shared_text.h"
#include "corpus/lineage.h"
#include "review/workspace.h"

namespace planmark {

struct ComparedEdition {
  RegisteredDocument registered;
  Document document;
  std::vector<Draft> stored, today;            // today's are those of `rules`; the stored ones where they are
  std::map<std::string, std::string> decided;  // by question: what stands, in one line
};

struct EditionComparison {
  ComparedEdition before, after;
  Comparable comparable;
  std::string base;  // where they are partly comparable and the number of systems changed: both numbers
  Comparison comparison;
  std::vector<std::vector<std::string>> questions;  // for each change those that rest on it, in survey order
  std::vector<AnswerChange> answers;  // of the questions asked of both, free text apart, in survey order
};

struct ComparisonKnowledge {
  const RuleBook& rules;
  const Register& systems;
  const ComparisonRules& comparison;
  const SharedTextRules& shared;
  const ExtractionVersion& reader;
  const AnalysisVersion& drafter;  // of today; its lexicon is that of `rules`, whatever it says
};

// Drafts an edition anew, and stores nothing, where its drafts were made by another lexicon or version or
// heeded other sources of borrowed text than the workspace has now (BarringSources). Errors: not_found (never
// read), storage.
Result<EditionComparison> compare_editions(const Workspace& workspace, const RegisteredDocument& before,
                                           const RegisteredDocument& after,
                                           const ComparisonKnowledge& knowledge);

// Why the two are not, or only partly, comparable, and how the base changed; empty where they are.
std::string comparable_line(const EditionComparison& made);

// Documents of the same part that `document` supersedes: of its own system and those it came from, latest
// edition first.
std::vector<RegisteredDocument> earlier_editions(const RegisteredDocument& document,
                                                 const std::vector<RegisteredDocument>& documents,
                                                 const Register& systems);

// A passage in pieces that changed and that did not, in order; together they are its text.
struct MarkedPiece {
  std::string_view text;
  bool changed = false;
};
std::vector<MarkedPiece> marked_pieces(const Document& document, Span passage,
                                       const std::vector<Span>& changed);

// "page 3", "pages 3 and 4": where passages begin, each page once; empty for none.
std::string pages_line(const Document& document, const PassageList& list,
                       const std::vector<std::uint32_t>& passages);

// "12 reworded, 1 split, 3 dropped, 5 new; 40 kept, 7 moved", or that the content is the same.
std::string counts_line(const Comparison& comparison);

// "2 kept, 1 dropped": what became of the quotes an answer rests on.
std::string evidence_line(const AnswerChange& answer);

// "Ashmarsh, plan, 2023 (ashmarsh__jfp__2023.pdf)": what is known of it, in one line.
std::string edition_line(const RegisteredDocument& document, const Register& systems);

}  // namespace planmark
