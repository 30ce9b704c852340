#include "reports/documents_jsonl.h"

#include <gtest/gtest.h>

#include "tests/reports/sample_drafts.h"

namespace planmark {
namespace {

TEST(DocumentsJsonl, GivesWhatIsKnownOfADocument) {
  RegisteredDocument document = sample_drafts().registered;
  document.sha256 = "ab";
  document.bytes = 12;
  document.identity_source = IdentitySource::person;
  EXPECT_EQ(
      document_json(document, 3),
      R"({"document":"ab","files":["plan.pdf"],"bytes":12,"system":"QX","part":"plan","kind":"","edition":"2023",)"
      R"("title":"A Plan","url":"","settled_by":"person","pages":2,"unreadable_pages":0,"recognised_pages":0,)"
      R"("extracted":false,"analyzed":false,"drafts":3,"refusal":null})");
}

TEST(DocumentsJsonl, SaysWhyADocumentCouldNotBeRead) {
  RegisteredDocument document;
  document.refusal = Problem{ProblemKind::not_pdf, "the file is empty", "", "get it again"};
  EXPECT_NE(document_json(document, 0)
                .find(R"("refusal":{"kind":"not-pdf","what":"the file is empty","fix":"get it again"})"),
            std::string::npos);
}

}  // namespace
}  // namespace planmark
