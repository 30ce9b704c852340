#include "reports/reply_pack.h"

#include "base/format.h"
#include "reports/plain_text.h"
#include "reports/word_document.h"

namespace planmark {
namespace {

using Rows = std::vector<std::vector<std::string>>;
using Standing = ShownAnswer::Standing;

bool stands(const ShownAnswer& answer) {
  return answer.standing == Standing::confirmed ||
         (!answer.person.empty() && answer.standing != Standing::blank);
}

std::string quotes_of(const ShownAnswer& answer) {
  std::vector<std::string> quotes;
  for (const AnswerQuote& quote : answer.quotes)
    if (!quote.against) quotes.push_back(format("“{}” (page {})", printable(quote.text), quote.page));
  return quotes.empty() ? "No sentence was found." : joined(quotes, "\n");
}

void add_document(const AnsweredDocument& document, const RuleBook& rules, WordDocument& word) {
  word.heading(
      1, format("{} {}", document.part == "plan" ? "Joint forward plan" : document.part, document.edition));
  word.paragraph(format("File {}, SHA-256 {}", document.file, document.sha256), WordDocument::Style::small);
  const Rows head = {{"Question", "Answer", "Quotes and pages", "Your reply"}};
  const std::vector<unsigned> widths = {26, 14, 36, 24};
  Rows rows = head;
  std::string criterion;
  const auto end_table = [&] {
    if (rows.size() > 1) word.table(rows, widths);
    rows = head;
  };
  for (const ShownAnswer& answer : document.answers) {
    const Question* question = rules.find_question(answer.question);
    if (question == nullptr || !stands(answer)) continue;
    if (question->criterion != criterion) {
      end_table();
      word.heading(2, criterion = question->criterion);
    }
    rows.push_back({format("{}. {}", question->id, question->wording), answer.text, quotes_of(answer), ""});
  }
  if (criterion.empty()) word.paragraph("No answer stands yet.");
  end_table();
}

}  // namespace

Result<std::string> reply_pack_docx(const std::vector<AnsweredDocument>& documents, const RuleBook& rules,
                                    const std::string& at) {
  const std::string title = documents.front().system + ": answers for reply";
  WordDocument word(title, "");
  word.heading(0, title);
  word.paragraph(format(
      "These are the answers that were given from your published documents, with the sentences and pages "
      "that they rest on. Please say of each that is not right why, and where the document says "
      "otherwise. Made {}.",
      at));
  for (const AnsweredDocument& document : documents) add_document(document, rules, word);
  return word.bytes();
}

}  // namespace planmark
