// Answers as people give them, one line of text (analyze/analysis.h: to_text), against the question asked.
//
//   rag            "Yes", "To some extent", "No"
//   yes_no         "yes", "no"
//   single_select  one option
//   multi_select   options, or "other: TEXT", with "; " between them; or "None"
//   named_person   "named: PERSON, ROLE", "role only: ROLE", "not named"
//   free_text      any text
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "analyze/rule_book.h"

namespace planmark {

// Before what a multi_select answer names beside the options of the survey.
inline constexpr std::string_view other_option = "other: ";

// The answers to choose from, as the survey spells them; none where the answer is a lead or free text.
std::vector<std::string> choices_of(const Question& question);

// How an answer about a lead begins.
inline constexpr const char* lead_answers[] = {"named", "role only", "not named"};

// A sentence for the person who answers, or nothing.
std::optional<std::string> mistake_in_answer(const Question& question, const std::string& answer);

// Whether the answer claims that the document says something, and so has to show where: Yes, To some extent,
// options and leads do; No, None, "not named", an option of what is left over and free text do not.
bool needs_evidence(const Question& question, const std::string& answer);

// The options of a multi_select answer, as they stand in it; any other answer is one.
std::vector<std::string_view> options_in(std::string_view answer);

}  // namespace planmark
