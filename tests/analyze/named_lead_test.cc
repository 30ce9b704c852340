#include "analyze/named_lead.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

#include "tests/analyze/real_lexicons.h"

namespace planmark {
namespace {

using testing::ElementsAre;

Draft draft_of(const std::string& question, const Document& document) {
  for (Draft& draft : analyze(document, real_rules(), real_matcher(), "plan").drafts)
    if (draft.question == question) return draft;
  ADD_FAILURE() << "no draft for " << question;
  return {};
}

std::vector<std::string> quotes(const std::vector<Evidence>& list, const Document& document) {
  std::vector<std::string> texts;
  for (const Evidence& evidence : list) texts.emplace_back(slice(document.text, evidence.span));
  return texts;
}

std::vector<std::string> notes(const Draft& draft) {
  std::vector<std::string> texts;
  for (const Evidence& evidence : draft.counter) texts.push_back(evidence.note);
  return texts;
}

TEST(NamedLeads, CasesOfTheFile) {
  std::ifstream file(PLANMARK_SOURCE_DIR "/tests/analyze/named_leads.txt");
  ASSERT_TRUE(file);
  std::string line, question, expect, text;
  int cases = 0;
  const auto run = [&] {
    if (question.empty()) return;
    ++cases;
    const Draft draft = draft_of(question, document_from_markup(text));
    EXPECT_EQ(to_text(draft.answer, AnswerType::named_person), expect) << question << "\n"
                                                                       << text << draft.reason;
    text.clear();
  };
  while (std::getline(file, line)) {
    if (!line.starts_with("=== ")) {
      text += line + "\n";
      continue;
    }
    run();
    question = line.substr(4, 7);
    expect = line.substr(13);
    text.clear();
  }
  run();
  EXPECT_GT(cases, 50);
}

TEST(NamedLeads, TwoHopsShowTheRoleAndTheHolder) {
  const Document document = document_from_markup(
      "The Chief Nurse is our executive lead for SEND.\n\n"
      "| Post | Holder |\n|---|---|\n| Chief Executive | Ann Vale |\n| Chief Nurse | Ruth Cray |\n");
  const Draft draft = draft_of("LEAD-03", document);
  EXPECT_THAT(quotes(draft.evidence, document),
              ElementsAre("The Chief Nurse is our executive lead for SEND.", "Chief Nurse\tRuth Cray"));
  EXPECT_EQ(draft.confidence, Confidence::high);
  EXPECT_EQ(
      draft.reason,
      "The lead for special educational needs and disabilities is given by post (Chief Nurse), and another "
      "place names its holder: Ruth Cray.");
}

TEST(NamedLeads, PlacesThatDisagreeAreBothShown) {
  const Document document = document_from_markup(
      "Ann Vale, Chief Nurse, is the executive lead for SEND.\n\n"
      "The executive lead for SEND is Ben Orr, Chief Medical Officer.\n");
  const Draft draft = draft_of("LEAD-03", document);
  EXPECT_EQ(draft.answer.person, "Ann Vale");
  EXPECT_EQ(draft.confidence, Confidence::low);
  EXPECT_THAT(notes(draft), ElementsAre("names another person for the role"));
}

TEST(NamedLeads, AVacancyOutweighsANameLeftStanding) {
  const Document document = document_from_markup(
      "The Chief Nurse is our executive lead for SEND.\n\n"
      "Ruth Cray, Chief Nurse, wrote this foreword.\n\n"
      "The post of Chief Nurse has been vacant since May.\n");
  const Draft draft = draft_of("LEAD-03", document);
  EXPECT_EQ(draft.answer.lead, LeadStatus::role_only);
  EXPECT_EQ(draft.answer.role, "Chief Nurse (vacant)");
}

TEST(NamedLeads, NearMissesSayWhyTheyDoNotCount) {
  const Document document = document_from_markup(
      "Ann Vale is the Designated Clinical Officer for SEND.\n\n"
      "The county council's lead for SEND is Ben Orr.\n\n"
      "Every ICB must have an executive lead for SEND.\n");
  const Draft draft = draft_of("LEAD-03", document);
  EXPECT_EQ(draft.answer.lead, LeadStatus::not_named);
  EXPECT_THAT(
      notes(draft),
      ElementsAre(
          "says what is asked of integrated care boards, not who does it here",
          real_rules().concepts[real_rules().concept_index("lead.not.designated-clinical-officer")].name,
          real_rules().concepts[real_rules().concept_index("lead.not.council-lead")].name));
}

TEST(NamedLeads, NothingFoundSaysWhatWasSearched) {
  const Draft draft = draft_of("LEAD-04", document_from_markup("Beds were added.\n\f\nTheatres opened.\n"));
  EXPECT_EQ(draft.answer.lead, LeadStatus::not_named);
  EXPECT_EQ(draft.confidence, Confidence::high);
  EXPECT_EQ(draft.searched.pages, 2U);
  EXPECT_GT(draft.searched.rules, 100U);
  EXPECT_TRUE(draft.evidence.empty());
}

}  // namespace
}  // namespace planmark
