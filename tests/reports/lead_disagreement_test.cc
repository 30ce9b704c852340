#include "reports/lead_disagreement.h"

#include <gmock/gmock.h>

namespace planmark {
namespace {

TEST(LeadDisagreement, IsShownWithBothQuotesAndForItsDocumentsAlone) {
  const std::vector<LeadDisagreement> disagreements = {
      {"Elm and Ash",
       "LEAD-03",
       {{"aa", "plan.pdf", "2023", "Dr A. Bell", "Chief Nurse", "Dr A. Bell leads for SEND.", 4},
        {"bb", "annex.pdf", "", "Jo Marsh", "", "", 0}}}};
  const std::string text =
      "Documents of one system that name different leads:\n"
      "  LEAD-03, Elm and Ash\n"
      "    plan.pdf (2023): Dr A. Bell, Chief Nurse\n"
      "      page 4 “Dr A. Bell leads for SEND.”\n"
      "    annex.pdf: Jo Marsh\n";
  EXPECT_EQ(disagreements_text(disagreements, 80), text);
  EXPECT_EQ(disagreements_text(disagreements, 80, "bb"), text);
  EXPECT_EQ(disagreements_text(disagreements, 80, "cc"), "");
  EXPECT_EQ(disagreements_text({}, 80), "");
}

}  // namespace
}  // namespace planmark
