// A stretch of text as a reader of named leads sees it: a row of tokens, some of which stand for a whole
// role, subject, post or person.
//
// A stretch is a sentence, a table cell, or several joined by words ("Executive lead" + " for " + "SEND" + ":
// " + "Ann Cray"), so that lists, tables and neighbouring lines are read by the grammar of the sentence
// (role_claim.h).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "analyze/draft_inputs.h"
#include "analyze/rule_book.h"
#include "base/span.h"

namespace planmark {

enum class LeadMark : std::uint8_t {
  subject,          // what is led; the question's concepts
  board_role,       // "executive lead", "SRO"
  plain_role,       // "lead"
  board_column,     // "Executive post": a head that says its column, or its table, tells who leads
  plain_column,     // "Lead", "Portfolio"
  holder_column,    // "Held by", "Name": tells who is in a post
  employer_column,  // "Employed by", "Organisation": tells whose post it is
  board_post,
  below_post,
  other_post,  // a post that is never the lead
  person,
  level,      // "is led at executive level by", of a function named before
  holds,      // "sits with", "was appointed"
  elsewhere,  // an organisation other than the integrated care board
  interim,
  vacant,
  undecided,
  former,
  future,
  absent,    // "we do not yet have a lead"
  required,  // "every board must name a lead"
};

struct Mark {
  LeadMark kind = LeadMark::subject;
  Span span;                    // of LeadText::text
  Span printed;                 // of the document's text
  std::uint32_t rule = none;    // none for a person
  std::uint32_t family = none;  // posts: the concept of the post's other names, if it has any
};

// Word, punctuation, or mark. Punctuation is one of , ; : - ( ) . / and stands in `symbol`; in a word `lower`
// is the word in lower case.
struct LeadToken {
  char symbol = 0;
  std::string lower;
  bool capital = false;
  std::uint32_t mark = none;  // index into marks
  Span span;

  bool is_word() const { return symbol == 0 && mark == none; }
};

struct LeadText {
  std::string text;
  std::vector<Mark> marks;  // by position; roles, subjects outside posts, posts, people, `holds` and
                            // `elsewhere` do not overlap one another unless a role or a post holds a subject
  std::vector<std::uint32_t> sentences;  // where it was taken from

  void append(const LeadText& more);
  void append(std::string_view words);
  LeadText part(Span span) const;
  const Mark* first_mark(LeadMark kind) const;  // by position; nothing where there is none
  // A role that is not printed here but meant: a column's head said of its cells.
  void append_role(LeadMark kind, const Mark& said_by);
};

// The tokens of a text. Outlived by it.
struct LeadLine {
  const LeadText& text;
  std::vector<LeadToken> tokens;

  explicit LeadLine(const LeadText& lead_text);

  std::size_t size() const { return tokens.size(); }
  const Mark* mark(std::size_t at) const {
    return tokens[at].mark == none ? nullptr : &text.marks[tokens[at].mark];
  }
  bool is(std::size_t at, LeadMark kind) const { return mark(at) != nullptr && mark(at)->kind == kind; }
  bool is_role_at(std::size_t at) const;
  bool is_post_at(std::size_t at) const;
  bool is_holder_at(std::size_t at) const;  // a person or a post
  // A verb or a relative that ends a noun phrase; "0 to 25" and "under 25" end nothing.
  bool ends_phrase_at(std::size_t at) const;
  bool is_symbol(std::size_t at, std::string_view symbols) const {
    return tokens[at].symbol != 0 && symbols.find(tokens[at].symbol) != std::string_view::npos;
  }
};

bool is_role(LeadMark kind);
bool is_post(LeadMark kind);
bool is_column(LeadMark kind);

class LeadMarker {
 public:
  LeadMarker(const Question& question, const DraftInputs& inputs);

  // True if some mention in the sentence is of this kind (people are no mentions).
  bool has(std::uint32_t sentence, LeadMark kind) const;
  bool has_post(std::uint32_t sentence) const;  // one that may lead
  // Contents, glossary, sources and running heads are not read.
  bool is_read(std::uint32_t sentence) const;
  bool is_row(std::uint32_t sentence) const;
  LeadText read(std::uint32_t sentence) const;
  // A part of a sentence, as a span of the document's text.
  LeadText read(std::uint32_t sentence, Span part) const;

  const DraftInputs& inputs() const { return inputs_; }

 private:
  struct Meaning {
    bool relevant = false;
    bool never_in_name = false;
    bool is_family = false;
    LeadMark kind = LeadMark::subject;
  };
  std::vector<Mark> marks_in(std::uint32_t sentence, Span part, Span folded_part,
                             std::vector<Span>& no_names) const;

  const DraftInputs& inputs_;
  std::vector<Meaning> meanings_;  // by concept
};

}  // namespace planmark
