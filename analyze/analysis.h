// What the engine makes of one document: sentences, mentions, and a draft answer to each question with its
// reasons.
//
// A Draft is a proposal: it always has a reason, an answer other than No has evidence, and "could not look"
// (not_assessed) is never confused with "nothing found" (No). Nothing here is an answer until a person says
// so (review/record.h).
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "analyze/match.h"
#include "analyze/rule_book.h"
#include "analyze/sentence.h"
#include "extract/document.h"

namespace planmark {

enum class LeadStatus : std::uint8_t { named, role_only, not_named };
enum class Confidence : std::uint8_t { low, medium, high };

// The answer to one question. Which members count depends on the question's type:
//   rag            value: "Yes", "To some extent", "No"
//   yes_no         value: "yes", "no"
//   single_select  value: one option, as spelt in the survey
//   multi_select   values: options in survey order; may be empty
//   free_text      values
//   named_person   lead, role (may be empty), person (may be empty)
struct Answer {
  bool not_assessed = false;  // too much of the document could not be read; the rest is then empty
  std::string value;
  std::vector<std::string> values;
  LeadStatus lead = LeadStatus::not_named;
  std::string role;
  std::string person;
  friend bool operator==(const Answer&, const Answer&) = default;
};

// One line of the rubric and what it came to: K1..K3, floors, caps, forced answers, option rules.
struct Clause {
  std::string id;  // "K1", "CAP-ASP", "option: SEND"
  bool met = false;
  std::string because;  // a sentence for the reviewer
  Span decided_by;      // the quote that decides; empty where there is none
  friend bool operator==(const Clause&, const Clause&) = default;
};

// A span of the text that speaks for a draft, or (in `counter`) against it.
struct Evidence {
  Span span;                       // whole sentence, row or list item
  std::vector<std::string> rules;  // ids of the rules that found it, sorted
  std::string note;  // counter: why it does not count; otherwise empty or the option it supports
  friend bool operator==(const Evidence&, const Evidence&) = default;
};

// For an answer of No: what was searched.
struct Searched {
  std::uint32_t rules = 0;
  std::uint32_t pages = 0;
  std::vector<std::uint32_t> unreadable_pages;  // 1-based
  friend bool operator==(const Searched&, const Searched&) = default;
};

struct Draft {
  std::string question;
  Answer answer;
  std::vector<Clause> clauses;
  std::vector<Evidence> evidence;  // best first
  std::vector<Evidence> counter;   // best first
  Confidence confidence = Confidence::low;
  std::string reason;  // one sentence: why this answer
  Searched searched;
  friend bool operator==(const Draft&, const Draft&) = default;
};

struct Analysis {
  std::vector<Sentence> sentences;
  std::vector<Mention> mentions;
  std::vector<Draft> drafts;  // in survey order, one for each question asked of the document's part
  friend bool operator==(const Analysis&, const Analysis&) = default;
};

const char* name_of(LeadStatus status);      // "named", "role_only", "not_named"
const char* name_of(Confidence confidence);  // "low", "medium", "high"
bool parse_name(std::string_view name, LeadStatus& status);
bool parse_name(std::string_view name, Confidence& confidence);

// The answer in one line for people: "Yes", "named: Dr A. Bell, Chief Nurse", "SEND; young carers", "Not
// assessed".
std::string to_text(const Answer& answer, AnswerType type);

}  // namespace planmark
