// Answers as files give them: those of a gold set, and drafts of this program or of an earlier version of it.
//
// A gold set is a folder of STEM.answers.json files, STEM being the document's file name up to its first dot:
//
//   {"answers": {"LEAD-01": {"answer": ..., "evidence": ["quote", ...], "alternative": ...}, ...}}
//
// `answer` is as in reports/drafts_jsonl.h; `alternative`, where there is one, is the answer of a second
// reader.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "analyze/rule_book.h"
#include "base/result.h"
#include "reports/document_drafts.h"

namespace planmark {

struct GivenAnswer {
  enum class Form { text, list, lead };
  Form form = Form::text;
  std::string text{};                 // text
  std::vector<std::string> values{};  // list
  std::string status{}, person{};     // lead
};

struct GoldAnswer {
  std::string stem, question;
  GivenAnswer answer;
  std::optional<GivenAnswer> alternative{};
  std::vector<std::string> evidence{};  // quotes
};

struct DraftAnswer {
  std::string stem, question;
  GivenAnswer answer;
  std::vector<std::string> quotes{};  // best first
  std::string confidence{};           // "high", "medium", "low"; empty where it is not said
};

// "wexmoor__jfp__2023" of "plans/wexmoor__jfp__2023.pdf".
std::string stem_of(const std::string& file_name);

// In one line, for people.
std::string to_text(const GivenAnswer& answer);

// Sorted by stem, then question. Errors: not_found (no such folder, no gold file in it), bad_input (not JSON,
// an answer in a form that is none), storage; `where` names the file.
Result<std::vector<GoldAnswer>> read_gold(const std::filesystem::path& folder);

// What drafts_jsonl() writes. Errors: as above; `where` is file:line.
Result<std::vector<DraftAnswer>> read_drafts(const std::filesystem::path& file);

// The same, of drafts that are at hand: once under each name of the document.
std::vector<DraftAnswer> draft_answers(const DocumentDrafts& drafts, const RuleBook& rules);

}  // namespace planmark
