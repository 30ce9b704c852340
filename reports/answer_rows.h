// An answer as a row that people edit in a spreadsheet: what stands, what the engine proposed, and the
// numbered quotes that an answer can rest on.
//
// Four cells of a row are for people: answer, quotes, reason, comment. Its `record` says from which state of
// the workspace they were written, so that a row that comes back tells whether it was edited, and whether
// somebody has decided in between.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "analyze/rule_book.h"
#include "review/drafted_answer.h"
#include "review/record.h"
#include "review/workspace.h"

namespace planmark {

struct RowQuote {
  MarkedQuote quote;     // its verdict: accepted of the draft's own, added of others
  bool of_draft = true;  // for it; others are those against it, and those that people added
  std::string said;      // "accepted", "rejected", "added"; empty: nobody has judged it
  std::string note;      // why it does not count, or the option it supports
};

struct AnswerRow {
  std::string document;  // SHA-256
  std::string question;
  std::optional<DraftedAnswer> draft;
  std::optional<Decision> standing;
  std::vector<RowQuote> quotes;  // numbered from 1: the draft's, those against it, those added
};

// Of one document, whatever its part: a row for each question of the survey, in its order.
Result<std::vector<AnswerRow>> answer_rows(const Workspace& workspace, const RuleBook& rules,
                                           const std::string& document);
// The same where what stands has been read already.
Result<std::vector<AnswerRow>> answer_rows(const Workspace& workspace, const RuleBook& rules,
                                           const std::string& document, std::vector<Decision> standing);

// The cells that people edit, as text without spaces at the ends, tabs or returns.
struct AnswerCells {
  std::string answer;  // review/answer_check.h, or words_cannot_tell; empty: nobody has decided
  std::string quotes;  // "1; 3": by their numbers
  std::string reason;
  std::string comment;
  friend bool operator==(const AnswerCells&, const AnswerCells&) = default;
};
inline constexpr std::string_view words_cannot_tell = "Cannot tell";
inline constexpr std::string_view words_confirm = "confirm draft";  // for the draft's answer, whatever it is
inline constexpr std::string_view words_all_quotes = "all";         // for the numbers of all the draft's own

// What stands.
AnswerCells cells_of(const AnswerRow& row);
// As it was read in a sheet: without what a spreadsheet or cell_text() (reports/cell_text.h) has added.
std::string read_cell(std::string_view cell);

// "v12.3fa9c2d15b7e.8b7e66550a11": the number of the decision that stands (0: none), a hash of the cells
// and one of the draft and the quotes' numbers.
std::string record_of(const AnswerRow& row);

struct RowRecord {
  std::int64_t decision = 0;
  std::string cells, draft;  // hashes
};
// nullopt for what is no record.
std::optional<RowRecord> parse_record(std::string_view record);
std::string hash_of(const AnswerCells& cells);

// "confirmed", "changed", "answered", "cannot tell", "adjudicated"; "DRAFT, not confirmed"; "not readable",
// "not answered" where there is not even a draft.
std::string row_status(const AnswerRow& row);

}  // namespace planmark
