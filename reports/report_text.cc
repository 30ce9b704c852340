#include "reports/report_text.h"

#include "base/format.h"

namespace planmark {

std::string report_title(const EditionAnswers& answers) {
  return format("{}What the plans say about children and young people, {}",
                answers.basis == Basis::drafts ? "DRAFT: " : "", answers.edition);
}

std::vector<std::string> method_of(const EditionAnswers& answers) {
  return {
      answers.basis == Basis::drafts
          ? "Every answer is a draft that rules have made from the text of a document."
          : "Every answer that is counted was given by a person who had the document's text and the "
            "program's "
            "draft before them.",
      "A figure counts documents. Its base is the number of documents for which an answer stands; documents "
      "without one are told apart by the reason and are in no percentage. Percentages are whole numbers, "
      "halves rounded up, and need not add up to 100. Where a question allows several answers, percentages "
      "are of documents and add up to more."};
}

}  // namespace planmark
