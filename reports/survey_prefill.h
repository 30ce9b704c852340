// Answers put into an online survey: a link for each document that opens the survey with its fields filled
// in, and a sheet to copy from for what a link cannot carry.
//
// Which question is which field is a table (CSV, corpus/csv.h) with the columns question, part, field, found
// by name; part may be empty for all of them. Rows whose question is one of these words are not questions:
//
//   form      field: the address of the form; once
//   system, part, edition, title, file, url      field: where that is filled in
//
// Google Forms: fields are "entry.123456", as "Get pre-filled link" shows them; several options are the field
// several times. Microsoft Forms: fields are "r" and letters and digits, as "Get pre-filled URL" shows them;
// a choice stands in quotation marks, several options are a JSON list. Which of the two it is, the address
// says.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "analyze/rule_book.h"
#include "base/result.h"
#include "reports/answered_document.h"
#include "reports/report_files.h"

namespace planmark {

// Longer addresses are cut or refused on their way (servers commonly take 8,190 bytes of a request's first
// line).
inline constexpr std::size_t longest_link = 8000;

struct FormField {
  std::string question, part, field;
};

struct FormMapping {
  enum class Kind : std::uint8_t { google, microsoft };
  Kind kind = Kind::google;
  std::string address;            // empty: the table has nothing but its first line
  std::vector<FormField> fields;  // in the order of the table
};

// Errors: bad_input, every mistake of the table on a line of its own with where:line (an unknown question,
// part or word, a field that this tool does not have, a field or question that stands twice, no form or two,
// an address that is neither tool's); `where` names the table.
Result<FormMapping> read_form_mapping(std::string_view csv, const std::string& where, const RuleBook& rules);

struct PrefilledForm {
  std::string link;
  std::vector<std::string> left_out;  // questions whose answer would have made the link too long
};

// Only answers that a person confirmed, and drafts where `drafts` says so.
PrefilledForm prefilled(const FormMapping& mapping, const AnsweredDocument& document, const RuleBook& rules,
                        bool drafts);

// "prefill.csv" and "prefill.html": a row, or a section, for each document with its link, and every answer to
// copy by hand. With a mapping without an address there are no links.
std::vector<ReportFile> prefill_files(const FormMapping& mapping,
                                      const std::vector<AnsweredDocument>& documents, const RuleBook& rules,
                                      bool drafts);

}  // namespace planmark
