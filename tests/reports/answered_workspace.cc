#include "tests/reports/answered_workspace.h"

#include <gtest/gtest.h>

#include "base/file.h"
#include "base/utf8.h"
#include "review/record.h"
#include "tests/reports/sample_answers.h"
#include "tests/support/markup_document.h"

namespace planmark {
namespace {

const AnalysisVersion version{"0.1.0", "lexicon", "72.1", "20220601"};

Span span_of(const Document& document, const std::string& quote) {
  const auto begin = static_cast<std::uint32_t>(document.text.find(quote));
  return {begin, begin + static_cast<std::uint32_t>(quote.size())};
}

Draft draft_of(const std::string& question, const Document& document, const std::string& quote) {
  Draft draft;
  draft.question = question;
  draft.reason = "It says so.";
  draft.evidence = {{span_of(document, quote), {}, ""}};
  return draft;
}

void decide(Workspace& workspace, const std::string& sha256, const char* action, const char* answer,
            const std::vector<MarkedQuote>& quotes) {
  Decision decision;
  decision.sha256 = sha256;
  decision.question = "COP-01";
  decision.person = "ada";
  decision.at = "2024-01-05T10:00:00Z";
  decision.action = action;
  decision.answer = answer;
  decision.quotes = quotes;
  const auto recorded = record_decision(workspace, sample_survey(), decision);
  EXPECT_TRUE(recorded) << (recorded ? "" : describe(recorded.error()));
}

}  // namespace

std::string add_strategy(Workspace& workspace, const TemporaryFolder& scratch, const Identity& identity,
                         Document document) {
  const auto file = scratch.path() / (identity.system + "_" + identity.edition + ".pdf");
  EXPECT_TRUE(write_file(file, identity.system + identity.edition));
  document.sha256 = workspace.add_file(file).value();
  EXPECT_TRUE(workspace.save_extraction(document, {"0.1.0", "22.12.0"}));
  EXPECT_TRUE(workspace.set_identity(document.sha256, identity, IdentitySource::manifest, {}));
  return document.sha256;
}

std::u32string decoded(const std::string& text) {
  std::u32string characters;
  for (std::size_t at = 0; at < text.size();) {
    const DecodedCharacter c = decode_at(text, at);
    characters += c.value;
    at += c.size;
  }
  return characters;
}

AnsweredWorkspace::AnsweredWorkspace() : workspace_(Workspace::open(scratch_.path() / "workspace").value()) {
  const std::string address = "https://ayle.example/plan.pdf";
  const Document ayle = document_from_markup(
      "A plan for Ayle. We asked “naïve” café-goers. It was fun.\n\n\f\n"
      "A survey ran for 🎉 weeks.\n");
  const std::string ayle_file =
      add_strategy(workspace_, scratch_, {"Ayle", "strategy", "2023", "A plan for Ayle", address}, ayle);
  const std::string asked = "We asked “naïve” café-goers.";
  Draft yes = draft_of("COP-01", ayle, asked), survey = draft_of("COP-05", ayle, "A survey ran for 🎉 weeks.");
  yes.answer.value = "Yes";
  survey.answer.values = {"survey"};
  Analysis analysis;
  analysis.drafts = {yes, survey};
  EXPECT_TRUE(workspace_.save_analysis(ayle_file, "strategy", analysis, sample_survey(), version));
  decide(workspace_, ayle_file, "confirm", "Yes",
         {{Verdict::rejected, 0, span_of(ayle, "A plan for Ayle."), "A plan for Ayle.", "a title"},
          {Verdict::accepted, 0, span_of(ayle, asked), asked, ""}});
  const std::string bray_file =
      add_strategy(workspace_, scratch_, {"Bray", "strategy", "2023", "A plan for Bray", address},
                   document_from_markup("A plan for Bray.\n"));
  decide(workspace_, bray_file, "cannot tell", "", {});
}

std::vector<AnsweredDocument> AnsweredWorkspace::documents() const {
  const auto counted = edition_answers(workspace_, sample_survey(), {}, {});
  EXPECT_TRUE(counted) << (counted ? "" : describe(counted.error()));
  auto documents = answered_documents(workspace_, sample_survey(), {}, counted.value());
  EXPECT_TRUE(documents) << (documents ? "" : describe(documents.error()));
  return documents.value_or(std::vector<AnsweredDocument>());
}

}  // namespace planmark
