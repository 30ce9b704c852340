// What is said of a document, and the forms that are made of it: profiles, annotations.
#include "reports/answered_document.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "base/format.h"
#include "base/utf8.h"
#include "reports/annotations_json.h"
#include "reports/code_points.h"
#include "reports/good_practice.h"
#include "reports/named_id.h"
#include "reports/profile_html.h"
#include "tests/reports/answered_workspace.h"
#include "tests/reports/sample_answers.h"

namespace planmark {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;
using Json = nlohmann::json;

std::vector<std::string> told(const AnsweredDocument& document) {
  std::vector<std::string> lines;
  for (const ShownAnswer& answer : document.answers) {
    std::string quotes;
    for (const AnswerQuote& quote : answer.quotes)
      quotes += format(" [{}{} p{}]", quote.against ? "against " : "", quote.text, quote.page);
    lines.push_back(format("{} {}: {}{}", answer.question, words_of(answer.standing), answer.text, quotes));
  }
  return lines;
}

TEST(AnsweredDocument, ADecisionStandsBeforeADraftAndADraftSaysThatItIsOne) {
  const AnsweredWorkspace sample;
  const auto documents = sample.documents();
  ASSERT_EQ(documents.size(), 2U);
  EXPECT_EQ(documents[0].system, "Ayle");
  EXPECT_THAT(
      told(documents[0]),
      ElementsAre("COP-01 confirmed: Yes [We asked “naïve” café-goers. p1] [against A plan for Ayle. p1]",
                  "COP-05 draft, not confirmed: survey [A survey ran for 🎉 weeks. p2]"));
  EXPECT_EQ(documents[0].answers[0].person, "ada");
  EXPECT_THAT(told(documents[1]),
              ElementsAre("COP-01 cannot tell: cannot tell", "COP-05 not answered: not answered"));
}

TEST(AnsweredDocument, APageIsLinkedWhereThePublishedAddressIsOneOfTheWeb) {
  const struct {
    const char *url, *address;
  } rows[] = {{"https://ayle.example/plan.pdf", "https://ayle.example/plan.pdf#page=7"},
              {"HTTP://ayle.example/plan.pdf#top", "HTTP://ayle.example/plan.pdf#page=7"},
              {"javascript:alert(1)", ""},
              {"", ""}};
  for (const auto& row : rows) {
    AnsweredDocument document;
    document.url = row.url;
    EXPECT_EQ(page_address(document, 7), row.address);
  }
}

TEST(AnsweredDocument, FilesAreNamedByTheCodeOrByWhatIsLeftOfTheName) {
  const auto stem = [](const char* code, const char* system) {
    AnsweredDocument document;
    document.code = code;
    document.system = system;
    return file_stem(document);
  };
  EXPECT_EQ(stem("QXA", "Ashmarsh and the Lyde"), "QXA");
  EXPECT_THAT(stem("", "../Ashmarsh & Lyde"), testing::MatchesRegex("Ashmarsh-Lyde-[0-9a-f]{6}"));
  EXPECT_NE(stem("", "Ashmarsh/Lyde"), stem("", "Ashmarsh Lyde"));
  EXPECT_THAT(stem("", "é"), testing::MatchesRegex("[0-9a-f]{6}"));
}

TEST(ProfileHtml, SaysWhatIsConfirmedAndWhatIsADraftWithQuotesAndPages) {
  const AnsweredWorkspace sample;
  const auto files = profile_files(sample.documents(), sample_survey(), "Made by a test.");
  ASSERT_EQ(files.size(), 2U);
  EXPECT_EQ(files[0].path, "profiles/Ayle.html");
  for (const char* said :
       {"<h1>Ayle</h1>", "Holds drafts.",
        "<strong>Yes</strong><span class=\"mark\">confirmed by ada, 2024-01-05",
        "<strong>survey</strong><span class=\"mark draft\">draft, not confirmed</span>",
        "We asked “naïve” café-goers.", "<a href=\"https://ayle.example/plan.pdf#page=2\">page 2</a>",
        "Of 2 questions: 1 confirmed, 1 drafts that nobody has confirmed", "What speaks against it"})
    EXPECT_THAT(files[0].bytes, HasSubstr(said));
  EXPECT_THAT(files[1].bytes, HasSubstr("cannot tell by ada"));
  EXPECT_THAT(files[1].bytes, Not(HasSubstr("Holds drafts.")));
}

TEST(GoodPractice, QuotesWhatAnswersWellAndInPublicOnlyWhoAgreedToBeNamed) {
  const AnsweredWorkspace sample;
  const auto documents = sample.documents();
  const auto quoted = [&](const GoodPracticeQuery& query) {
    std::vector<std::string> statements;
    for (const GoodPractice& quote : good_practice(documents, sample_survey(), query))
      statements.push_back(quote.statement);
    return statements;
  };
  const std::string ayle = "“We asked “naïve” café-goers.” Ayle, strategy 2023, page 1";
  EXPECT_THAT(quoted({}), ElementsAre(ayle));
  EXPECT_THAT(quoted({.is_public = true}), ElementsAre());
  EXPECT_THAT(quoted({.is_public = true, .named = {"Bray"}}), ElementsAre());
  EXPECT_THAT(quoted({.is_public = true, .named = {"Ayle"}}), ElementsAre(ayle));
  EXPECT_THAT(quoted({.most = 0}), ElementsAre());
}

TEST(GoodPractice, ADraftIsNeverQuotedInPublicAndSaysSoElsewhere) {
  const AnsweredWorkspace sample;
  auto documents = sample.documents();
  documents[0].answers[0].standing = ShownAnswer::Standing::draft;
  const auto shown = good_practice(documents, sample_survey(), {});
  ASSERT_EQ(shown.size(), 1U);
  EXPECT_THAT(good_practice_html(shown), HasSubstr("draft, not confirmed"));
  EXPECT_TRUE(good_practice(documents, sample_survey(), {.is_public = true, .named = {"Ayle"}}).empty());
}

TEST(Annotations, EverySelectorFindsTheQuoteAmongCurlyQuotesAccentsAndPictures) {
  const AnsweredWorkspace sample;
  const auto documents = sample.documents();
  const Json all = Json::parse(annotations_json(documents, sample_survey()));
  EXPECT_EQ(all["@context"], "http://www.w3.org/ns/anno.jsonld");
  EXPECT_EQ(all["type"], "AnnotationCollection");
  const Json& items = all["first"]["items"];
  ASSERT_EQ(items.size(), 2U);
  EXPECT_EQ(all["total"], 2);
  const std::u32string text = decoded(documents[0].document.text);
  for (const Json& item : items) {
    const Json& selectors = item["target"]["selector"];
    const Json& quote = selectors[0];
    const std::u32string exact = decoded(quote["exact"]);
    const std::size_t start = selectors[1]["start"], end = selectors[1]["end"];
    EXPECT_EQ(text.substr(start, end - start), exact);
    const std::u32string whole = decoded(quote["prefix"]) + exact + decoded(quote["suffix"]);
    EXPECT_NE(text.find(whole), std::u32string::npos);
    EXPECT_LE(decoded(quote["prefix"]).size(), 32U);
    EXPECT_EQ(item["target"]["source"]["id"], address_by_hash(documents[0].sha256));
    EXPECT_EQ(item["target"]["source"]["via"], "https://ayle.example/plan.pdf");
  }
  EXPECT_EQ(items[0]["creator"]["nickname"], "ada");
  EXPECT_EQ(items[0]["created"], "2024-01-05T10:00:00Z");
  EXPECT_EQ(items[0]["target"]["selector"][2]["value"], "page=1");
  EXPECT_EQ(items[1]["creator"]["type"], "Software");
  EXPECT_EQ(items[1]["target"]["selector"][2]["value"], "page=2");
  EXPECT_THAT(items[1]["body"][0]["value"], testing::StartsWith("Draft, not confirmed: "));
}

TEST(Annotations, AQuoteThatIsNoLongerInPlaceHasNoPosition) {
  const AnsweredWorkspace sample;
  auto documents = sample.documents();
  AnswerQuote& quote = documents[0].answers[0].quotes[0];
  quote.in_place = false;
  quote.span = {90'000, 90'010};
  const Json all = Json::parse(annotations_json(documents, sample_survey()));
  const Json& selectors = all["first"]["items"][0]["target"]["selector"];
  EXPECT_EQ(selectors.size(), 2U);
  EXPECT_EQ(selectors[1]["type"], "FragmentSelector");
}

TEST(CodePoints, AreCountedOverManySteps) {
  std::string text;
  for (int i = 0; i < 3000; ++i) text += i % 3 == 0 ? "é" : i % 3 == 1 ? "🎉" : "a";
  const CodePoints characters(text);
  std::size_t count = 0;
  for (std::size_t at = 0; at <= text.size(); at += at < text.size() ? decode_at(text, at).size : 1, ++count)
    ASSERT_EQ(characters.before(at), count);
  EXPECT_EQ(characters_before("aé🎉b", 7, 2), "é🎉");
  EXPECT_EQ(characters_before("aé", 1, 9), "a");
  EXPECT_EQ(characters_from("aé🎉b", 1, 2), "é🎉");
  EXPECT_EQ(characters_from("aé", 3, 9), "");
}

TEST(NamedId, IsAUuidOfItsNameAndAnAddressOfItsHash) {
  EXPECT_THAT(uuid_of("x"),
              testing::MatchesRegex("[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}"));
  EXPECT_EQ(uuid_of("x"), uuid_of("x"));
  EXPECT_NE(uuid_of("x"), uuid_of("y"));
  // The example of RFC 6920, section 8.1.
  EXPECT_EQ(address_by_hash("7f83b1657ff1fc53b92dc18148a1d65dfc2d4b1fa3d677284addd200126d9069"),
            "ni:///sha-256;f4OxZX_x_FO5LcGBSKHWXfwtSx-j1ncoSt3SABJtkGk");
}

}  // namespace
}  // namespace planmark
