// Drafts for a person at a terminal: each with its reason, its clauses, the quotes for and against it and
// their pages, and marked as a draft wherever it is shown.
#pragma once

#include <cstddef>
#include <string>

#include "analyze/rule_book.h"
#include "corpus/register.h"
#include "reports/document_drafts.h"

namespace planmark {

struct TextStyle {
  std::size_t width = 80;  // columns, at least 40
  bool colour = false;     // ANSI colours
};

enum class Detail {
  best,  // the best quotes for and against
  all    // every one of them, with the rules that found it
};

// Empty `question`: all of them. A draft of a question that `rules` does not have is shown without its
// wording.
std::string drafts_text(const DocumentDrafts& drafts, const RuleBook& rules, const Register& systems,
                        const std::string& question, Detail detail, TextStyle style);

// File, identity, pages and hash of a document: the lines that head every account of it.
std::string document_heading(const RegisteredDocument& document, const Register& systems, TextStyle style);

// A system's name where the register knows it, otherwise as it was found or given; empty where it is unknown.
std::string system_name(const Register& systems, const std::string& code_or_name);

}  // namespace planmark
