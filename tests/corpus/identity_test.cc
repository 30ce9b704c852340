#include "corpus/identity.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "corpus/clue.h"
#include "tests/support/markup_document.h"

namespace planmark {
namespace {

const Register& real_register() {
  static const Result<Register> loaded = load_register(PLANMARK_SOURCE_DIR "/corpus/register");
  if (!loaded) throw std::runtime_error(describe(loaded.error()));
  return *loaded;
}

struct Case {
  const char* file_name;
  const char* markup;
  const char* expected;  // system|part|edition|title
};

void expect_all(const std::vector<Case>& cases) {
  for (const auto& [file_name, markup, expected] : cases) {
    const Identity id = propose_identity(document_from_markup(markup), file_name, real_register()).identity;
    EXPECT_EQ(id.system + "|" + id.part + "|" + id.edition + "|" + id.title, expected) << file_name << "\n"
                                                                                       << markup;
  }
}

TEST(Identity, KnowsTheSystemsOfTheRegister) {
  expect_all({
      {"a.pdf", "# Joint Forward Plan 2023-2028\n\nNHS Surrey Heartlands Integrated Care Board\n",
       "QXU|plan|2023|Joint Forward Plan 2023-2028"},
      {"a.pdf", "# Our Joint Forward Plan\n\n## NHS Devon\n\n2024/25 to 2028/29\n",
       "QJK|plan|2024|Our Joint Forward Plan"},
      {"a.pdf", "# Cheshire & Merseyside Joint Forward Plan 2023-28\n",
       "QYG|plan|2023|Cheshire & Merseyside Joint Forward Plan 2023-28"},
      {"a.pdf",
       "# Integrated Care Strategy\n\n## Mid and South Essex Integrated Care Partnership\n\nMarch 2023\n",
       "QH8|strategy|2023|Integrated Care Strategy"},
      {"a.pdf",
       "# Our strategy\n\n## Humber and North Yorkshire Health and Care Partnership\n\nDecember 2022\n",
       "QOQ|strategy|2022|Our strategy"},
      {"a.pdf",
       "# Working together for healthier lives\n\n## Dorset ICP Integrated Care Strategy 2022 - 2027\n",
       "QVV|strategy|2022|Working together for healthier lives"},
      {"a.pdf", "# Live well\n\n## Integrated Care Northamptonshire Strategy 2023-2033\n",
       "QPM|strategy|2023|Live well"},
      {"a.pdf", "# Population Health Improvement Plan\n\n## NHS Essex ICB\n\nApril 2026\n",
       "D7T5G|plan|2026|Population Health Improvement Plan"},
      {"bnssg-ics-strategy-2023.pdf", "", "QUY|strategy|2023|"},
      {"BOB_ICB_JFP_2023-24.pdf", "", "QU9|plan|2023|"},
      {"west-yorkshire-joint-forward-plan-20230630.pdf", "", "QWO|plan|2023|"},
      {"a.pdf", "# Surrey and Sussex five year plan 2026 to 2031\n\nNHS Surrey and Sussex ICB\n",
       "S9B9J|plan|2026|Surrey and Sussex five year plan 2026 to 2031"},
  });
}

TEST(Identity, TakesOtherSystemsUnderTheNameFound) {
  expect_all({
      {"a.pdf", "# Ash and Elm Integrated Care Strategy 2023\n",
       "Ash and Elm|strategy|2023|Ash and Elm Integrated Care Strategy 2023"},
      {"a.pdf",
       "# Well Together\n\n## The Integrated Care Strategy for Ash and the Elm Coast, 2023 to 2028\n",
       "Ash and the Elm Coast|strategy|2023|Well Together"},
      {"a.pdf",
       "# NHS ASH AND ELM INTEGRATED CARE BOARD\n\n## Five-year joint forward plan\n\nPublished 30 June "
       "2023\n",
       "Ash and Elm|plan|2023|NHS ASH AND ELM INTEGRATED CARE BOARD"},
      {"a.pdf", "# Joint forward plan\n\nApproved by the Greater Ash Integrated Care Board on 29 June 2023\n",
       "Greater Ash|plan|2023|Joint forward plan"},
      {"ash-and-elm__jfp__2024_final_v2.pdf", "", "Ash and Elm|plan|2024|"},
      {"ash__jfp__2023.pdf", "# Joint Forward Plan\n\n## NHS Ash, Elm and Yew Integrated Care Board\n",
       "Ash, Elm and Yew|plan|2023|Joint Forward Plan"},
      {"ashmere__icp-strategy__2023.pdf", "# A good life\n\n## Ash Mere Health and Care Partnership\n",
       "Ash Mere|strategy|2023|A good life"},
  });
}

TEST(Identity, APlaceInAnotherNameIsNotTheSystem) {
  expect_all({
      {"a.pdf", "# West Sussex Joint Health and Wellbeing Strategy 2019 - 2024\n",
       "|place-plan|2019|West Sussex Joint Health and Wellbeing Strategy 2019 - 2024"},
      {"a.pdf", "# Devon County Council\n\n## Annual report 2022/23\n", "|other|2022|Devon County Council"},
      {"a.pdf", "# Area SEND inspection of Gloucestershire Local Area Partnership\n\nMarch 2024\n",
       "|other|2024|Area SEND inspection of Gloucestershire Local Area Partnership"},
      {"a.pdf", "# Essex Joint Health and Wellbeing Strategy 2022-2026\n\nEssex County Council\n",
       "|place-plan|2022|Essex Joint Health and Wellbeing Strategy 2022-2026"},
      {"a.pdf",
       "# Agenda item 7: Integrated Care Strategy\n\nHealth Overview and Scrutiny Committee, 9 May 2023\n",
       "|other|2023|Agenda item 7: Integrated Care Strategy"},
      {"bc-nn-sy.pdf", "# The bc of nn\n", "|||The bc of nn"},
  });
}

TEST(Identity, TellsThePartFromItsWords) {
  expect_all({
      {"a.pdf", "# Our plan\n\n## Ash Integrated Care Board\n\n2023-28\n", "Ash|plan|2023|Our plan"},
      {"a.pdf", "# Our plan\n\nA plan for the garden, 2023-28\n", "||2023|Our plan"},
      {"ash-icp-strategy.pdf", "", "Ash|strategy||"},
      {"a.pdf", "# Ash Joint Forward Plan 2023\n\n## Easy Read\n",
       "Ash|easy-read|2023|Ash Joint Forward Plan 2023"},
      {"a.pdf", "# What you told us\n\n## Engagement on the Ash Integrated Care Strategy\n",
       "Ash|engagement-report||What you told us"},
      {"a.pdf", "# Place plan for Lower Elm\n\n## Ash Integrated Care Partnership\n",
       "Ash|place-plan||Place plan for Lower Elm"},
      {"a.pdf", "# Annual report on the Ash Joint Forward Plan\n\n2023/24\n",
       "|other|2023|Annual report on the Ash Joint Forward Plan"},
      {"a.pdf", "# An audit of 42 joint forward plans\n\nJune 2024\n",
       "|other|2024|An audit of 42 joint forward plans"},
      {"a.pdf", "# One Framework, One Purpose\n\n## The integrated care strategy for Ash, 2023 to 2028\n",
       "Ash|strategy|2023|One Framework, One Purpose"},
      {"a.pdf", "# A shared agenda for health\n\n## Ash Integrated Care Partnership strategy 2023\n",
       "Ash|strategy|2023|A shared agenda for health"},
      {"a.pdf", "# Suicide Prevention Strategy 2017-2020\n",
       "|other|2017|Suicide Prevention Strategy 2017-2020"},
      {"a.pdf",
       "# Ash Integrated Care Board\n\n## Prescribing of insulin\n\nThis supports the joint forward plan.\n",
       "Ash|other||Ash Integrated Care Board"},
  });
}

TEST(Identity, TellsTheEditionFromItsPeriod) {
  const auto edition = [](const std::string& line) {
    const std::string markup = "# Ash Joint Forward Plan\n\n" + line + "\n";
    return propose_identity(document_from_markup(markup), "a.pdf", real_register()).identity.edition;
  };
  struct {
    const char* line;
    const char* edition;
  } const rows[] = {
      {"2023-2028", "2023"},
      {"2023\u201328", "2023"},
      {"2023/24 to 2027/28", "2023"},
      {"2023/24\u20132027/28", "2023"},
      {"2023-24 to 2027-28", "2023"},
      {"2024 onwards", "2024"},
      {"Published 28 June 2024. This edition replaces the plan published in June 2023.", "2024"},
      {"Agreed in March 2023. Review date: March 2026.", "2023"},
      {"Next review: January 2026", ""},
      {"Version 3 for 2,024 people", ""},
      {"Telephone 2023-9981", "2023"},
      {"", ""},
  };
  for (const auto& [line, expected] : rows) EXPECT_EQ(edition(line), expected) << line;
}

TEST(Identity, ShowsItsEvidence) {
  const ProposedIdentity proposed = propose_identity(
      document_from_markup("# Well Together\n\n## The Integrated Care Strategy for Ash, 2023 to 2028\n\n"
                           "Ash Integrated Care Partnership\n"),
      "ash__icp-strategy__2022-27.pdf", real_register());
  using ::testing::Contains;
  const std::string line = "The Integrated Care Strategy for Ash, 2023 to 2028";
  EXPECT_THAT(proposed.evidence,
              Contains(IdentityEvidence{"system", "Ash", "page 1", "Ash Integrated Care Partnership"}));
  EXPECT_THAT(proposed.evidence, Contains(IdentityEvidence{"system", "Ash", "page 1", line}));
  EXPECT_THAT(proposed.evidence, Contains(IdentityEvidence{"part", "strategy", "page 1", line}));
  EXPECT_THAT(proposed.evidence, Contains(IdentityEvidence{"edition", "2023", "page 1", line}));
  EXPECT_THAT(proposed.evidence,
              Contains(IdentityEvidence{"edition", "2022", "file name", "ash__icp-strategy__2022-27"}));
  EXPECT_THAT(proposed.disputed, ::testing::ElementsAre("edition"));
}

TEST(Identity, ReadsOnlyTheFirstPages) {
  std::string markup = "# Notes\n\n\f\n\n# Two\n\n\f\n\n# Three\n\n\f\n\n# Ash Joint Forward Plan 2023\n";
  EXPECT_EQ(propose_identity(document_from_markup(markup), "a.pdf", real_register()).identity.part, "");
}

TEST(Identity, TakesNoTitleThatAProgramMadeUp) {
  for (const char* title :
       {"Microsoft Word - ash-joint-forward-plan-2023", "PowerPoint Presentation", "jfp_v3.docx"}) {
    Document document;
    document.title = title;
    EXPECT_EQ(propose_identity(document, "a.pdf", real_register()), ProposedIdentity()) << title;
  }
}

TEST(Identity, SaysWhatADocumentIsTakenFor) {
  struct Row {
    const char* markup;
    const char* expected;  // part: kind
  };
  const Row rows[] = {
      {"# Elmshire Dementia Strategy 2023 to 2026\n", "other: dementia strategy"},
      {"# Inspection of children's services in Elmshire\n", "other: inspection"},
      {"# Joint Strategic Needs Assessment\n\n## Elmshire\n", "other: needs assessment"},
      {"# Elmshire Joint Health and Wellbeing Strategy\n", "place-plan: health and wellbeing strategy"},
      {"# NHS Devon Joint Forward Plan 2023 to 2028\n", "plan: "},
      {"# What a day at the allotment taught us\n", ": "},
  };
  for (const Row& row : rows) {
    const ProposedIdentity proposed =
        propose_identity(document_from_markup(row.markup), "a.pdf", real_register());
    EXPECT_EQ(proposed.identity.part + ": " + kind_of(proposed.evidence), row.expected) << row.markup;
  }
}

}  // namespace
}  // namespace planmark
