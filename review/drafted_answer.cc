#include "review/drafted_answer.h"

#include <map>

#include "review/database.h"
#include "review/extraction_store.h"

namespace planmark {

Result<std::vector<DraftedAnswer>> drafted_answers(const Workspace& workspace, const std::string& sha256) {
  Transaction look(workspace.database(), Transaction::Kind::read);
  std::map<std::string, std::vector<DraftedQuote>> quotes;
  Statement quote = look.prepare(
      "SELECT question, side = 'against', page, begin_byte, end_byte, quote, note FROM evidence"
      " WHERE document = ? ORDER BY question, side = 'against', rank");
  quote.with(sha256);
  while (quote.next())
    quotes[quote.text(0)].push_back(
        {quote.integer(1) != 0, quote.u32(2), {quote.u32(3), quote.u32(4)}, quote.text(5), quote.text(6)});
  std::vector<DraftedAnswer> answers;
  Statement draft =
      look.prepare("SELECT question, answer, confidence, reason FROM draft WHERE document = ? ORDER BY rank");
  draft.with(sha256);
  while (draft.next())
    answers.push_back({draft.text(0), draft.text(1), stored_value<Confidence>(look, draft.text(2)),
                       draft.text(3), std::move(quotes[draft.text(0)])});
  return look.commit(std::move(answers));
}

}  // namespace planmark
