// What a person has put into the cells of a row, as the decision that it asks for.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "analyze/rule_book.h"
#include "reports/answer_rows.h"
#include "review/record.h"

namespace planmark {

// The columns that are read back, each by the name of its head.
enum class EditedColumn : std::uint8_t { document, question, record, answer, quotes, reason, comment };

// What is wrong with a row, and in which of its columns.
struct EditMistake {
  EditedColumn column;
  std::string what, fix;
};

// A row as it was read, beside what the workspace says now.
struct EditedRow {
  AnswerCells cells;
  std::string record;
  const AnswerRow* now = nullptr;
  const Question* question = nullptr;
};

// Fills in action, answer, reason, comment and quotes: to confirm is to give the draft's answer, any other is
// a change and needs a reason, and without a draft it is an answer. Quotes that stand as rejected stay so
// unless they are chosen.
std::optional<EditMistake> decide(const EditedRow& row, Decision& decision);

}  // namespace planmark
