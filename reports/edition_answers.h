// The answers of one edition of the survey, as every figure takes them: for each system, part and question
// either the answer that stands or why there is none.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "analyze/analysis.h"
#include "analyze/rule_book.h"
#include "base/result.h"
#include "corpus/register.h"
#include "review/record.h"
#include "review/workspace.h"

namespace planmark {

// What the figures are made of. Figures of drafts are marked as such wherever they are shown.
enum class Basis : std::uint8_t { confirmed, drafts };

// Why an answer does not count towards a base. The order is that of every table.
enum class Missing : std::uint8_t {
  no,              // it counts
  blank,           // there is a document and nobody has answered
  not_applicable,  // it follows a question that was answered No (reports/follow_up.h)
  no_document,     // the system has no document of this part in this edition
  unreadable,      // too much of the document could not be read, or it was refused
  cannot_tell      // a person could not tell
};
inline constexpr std::array<Missing, 5> reasons_missing = {
    Missing::blank, Missing::not_applicable, Missing::no_document, Missing::unreadable, Missing::cannot_tell};
const char* words_of(Missing missing);  // "not answered", "no document", ...

struct SystemAnswer {
  std::string system;  // its name
  std::string part;
  std::string question;
  std::string document;  // SHA-256; empty where there is none
  Missing missing = Missing::no;
  Answer answer;
};

// A document whose answers are counted, and what people have decided of them, whatever the basis.
struct CountedDocument {
  RegisteredDocument registered;
  std::vector<Decision> standing;  // as standing_answers() (review/record.h) gives it
};

struct EditionAnswers {
  std::string edition;  // "2023"
  Basis basis = Basis::confirmed;
  std::vector<std::string> systems;   // every system that is counted, by name
  std::vector<SystemAnswer> answers;  // by question in survey order, part, then system
  std::vector<std::string> remarks;   // what a reader must know: two documents of one system and part, ...
  std::map<std::string, CountedDocument> documents{};  // by hash: read once for all that is made of them
};

struct EditionQuery {
  std::string edition;  // empty: the latest that a document of the workspace has
  Basis basis = Basis::confirmed;
  bool whole_register = false;  // also systems without any document in the workspace
};

// Errors: not_found (no document of that edition), bad_input (an answer that the survey does not have: where
// and which), storage.
Result<EditionAnswers> edition_answers(const Workspace& workspace, const RuleBook& rules,
                                       const Register& systems, const EditionQuery& query);

}  // namespace planmark
