// One document with what is said to each of its questions and the quotes behind it: what every listing of
// answers with their evidence is made of.
//
// What a person decided stands before any draft, whatever the figures are made of; a draft is there where
// nobody has decided, and says that it is one.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "reports/edition_answers.h"

namespace planmark {

struct AnswerQuote {
  Span span;               // of the document's text
  std::uint32_t page = 0;  // from 1
  std::string text;
  bool against = false;  // speaks against the draft, or was rejected by the person
  std::string note{};    // of `against`: why it does not count; otherwise the option it supports, if any
  bool in_place = true;  // false: the document was read anew since, and its text differs at `span`
};

struct ShownAnswer {
  enum class Standing : std::uint8_t {
    confirmed,    // by a person
    cannot_tell,  // a person could not tell
    draft,        // nobody has decided
    unreadable,   // a draft that could not look, or a document that was refused
    blank         // neither a decision nor a draft
  };
  std::string question;  // id
  Standing standing = Standing::blank;
  Answer answer{};                    // of `confirmed` and `draft`
  std::string text{};                 // the answer in one line, or why there is none
  std::string person{}, at{};         // who decided, when
  std::string comment{};              // what they wrote: their comment, or the reason of a change
  std::string because{};              // of a draft: the program's reason
  std::vector<AnswerQuote> quotes{};  // best first; what speaks against comes last
};

struct AnsweredDocument {
  std::string sha256, system, code;  // the system by name, and by code where the register knows it
  std::string part, edition, title, url, file;
  std::string made_by;               // "planmark 0.1.0": what made the drafts; empty where there are none
  Document document;                 // text and pages alone; empty where it was refused
  std::vector<ShownAnswer> answers;  // to each question that is asked of its part, in survey order
};

// Errors: bad_input (an answer that the survey does not have), storage.
Result<AnsweredDocument> answered_document(const Workspace& workspace, const RuleBook& rules,
                                           const Register& systems, const RegisteredDocument& registered);
// The same where what stands has been read already.
Result<AnsweredDocument> answered_document(const Workspace& workspace, const RuleBook& rules,
                                           const Register& systems, const CountedDocument& counted);

// The documents whose answers are counted: by system, then part in the survey's order. Errors: as above.
Result<std::vector<AnsweredDocument>> answered_documents(const Workspace& workspace, const RuleBook& rules,
                                                         const Register& systems,
                                                         const EditionAnswers& counted);

const char* words_of(ShownAnswer::Standing standing);  // "confirmed", "draft, not confirmed", ...

// "profiles/QHM.html" without its folder and ending: what a file of this system is called. Letters, digits
// and hyphens alone.
std::string file_stem(const AnsweredDocument& document);

// Where the quote's page can be read: in the published file, or empty where no address is known. Only http
// and https addresses are given.
std::string page_address(const AnsweredDocument& document, std::uint32_t page);

}  // namespace planmark
