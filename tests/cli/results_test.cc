// What a workspace gives back: list, show, export, verify and evaluate, on the sample documents.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>

#include "base/file.h"
#include "tests/cli/program.h"
#include "tests/support/temporary_folder.h"

namespace planmark {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;
using testing::Not;

// One run over the samples for all of these tests; a test that changes the workspace works on a copy.
struct ResultsTest : testing::Test {
  static void SetUpTestSuite() {
    made = new TemporaryFolder;
    const Ended run = planmark_with({"run", source_path("corpus/samples"), "-w", workspace()});
    ASSERT_EQ(run.status, 0) << run.err;
  }
  static void TearDownTestSuite() { delete made; }
  static std::string workspace() { return (made->path() / "workspace").string(); }
  std::string copy() const {
    fs::copy(workspace(), folder.path() / "copy", fs::copy_options::recursive);
    return (folder.path() / "copy").string();
  }

  static TemporaryFolder* made;
  TemporaryFolder folder;
};
TemporaryFolder* ResultsTest::made = nullptr;

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

TEST_F(ResultsTest, ListCutsNothingForOtherPrograms) {
  const Ended list = planmark_with({"list", "-w", workspace()});
  EXPECT_EQ(list.status, 0);
  EXPECT_EQ(lines_of(list.out).size(), 8U);
  EXPECT_THAT(list.out, Not(HasSubstr("…")));
  EXPECT_THAT(list.out, HasSubstr("calderwick__joint-forward-plan__2023.pdf"));
  EXPECT_THAT(list.out,
              testing::ContainsRegex("eldersea__jfp__2023.pdf +Eldersea +plan +2023 +4 +[0-9]+ drafts"));
}

TEST_F(ResultsTest, ListIsJsonForPrograms) {
  const Ended list = planmark_with({"list", "--json", "-w", workspace()});
  for (const std::string& line : lines_of(list.out)) {
    const auto json = nlohmann::json::parse(line);
    EXPECT_EQ(json.at("document").get<std::string>().size(), 64U);
    EXPECT_EQ(json.at("settled_by"), "manifest");
    EXPECT_TRUE(json.at("analyzed").get<bool>());
  }
  EXPECT_EQ(lines_of(list.out).size(), 7U);
}

TEST_F(ResultsTest, ShowMarksEveryDraftAndShowsItsQuotes) {
  const Ended show = planmark_with({"show", "ashmarsh__jfp__2024.pdf", "-w", workspace()});
  EXPECT_EQ(show.status, 0);
  EXPECT_THAT(show.out, HasSubstr("none of them is an answer until a person confirms it"));
  EXPECT_THAT(show.out, HasSubstr("  DRAFT    "));
  EXPECT_THAT(show.out, testing::ContainsRegex("page [0-9]+ +“"));
  EXPECT_THAT(show.out, Not(HasSubstr("\x1b"))) << "colours are for terminals";
  const Ended other = planmark_with({"show", "ashmarsh__jfp__2024.pdf", "-w", workspace(), "-q", "COP-01"});
  EXPECT_THAT(other.out, HasSubstr("does not ask COP-01"));
}

TEST_F(ResultsTest, ShowDrawsWhatWasReadOverThePage) {
  const std::string html = (folder.path() / "page.html").string();
  const Ended show = planmark_with(
      {"show", "eldersea__jfp__2023.pdf", "--page", "2", "--html", "--out", html, "-w", workspace()});
  EXPECT_EQ(show.status, 0) << show.err;
  const std::string page = read_file(html).value();
  EXPECT_THAT(page, HasSubstr("eldersea__jfp__2023.pdf, page 2"));
  EXPECT_THAT(page, HasSubstr("src=\"data:image/png;base64,"));

  const Ended beyond =
      planmark_with({"show", "eldersea__jfp__2023.pdf", "--page", "99", "--html", "-w", workspace()});
  EXPECT_EQ(beyond.status, 2);
  EXPECT_THAT(beyond.err, HasSubstr("there is no page 99"));
}

TEST_F(ResultsTest, ShowSetsOtherNamesOfOneSystemBesideALead) {
  const auto show = [](const char* question) {
    return planmark_with({"show", "ashmarsh__jfp__2024.pdf", "-q", question, "-w", workspace()}).out;
  };
  EXPECT_THAT(show("LEAD-01"), HasSubstr("ashmarsh__jfp__2023.pdf (2023): Josephine Ainscough, Chief Nurse"));
  EXPECT_THAT(show("LEAD-03"), Not(HasSubstr("different leads")));
}

TEST_F(ResultsTest, ShowSaysWhatItDoesNotHave) {
  const Ended question =
      planmark_with({"show", "ashmarsh__jfp__2024.pdf", "-q", "LAED-01", "-w", workspace()});
  EXPECT_EQ(question.status, 2);
  EXPECT_THAT(question.err, HasSubstr("LEAD-01"));
  const Ended document = planmark_with({"show", "ashmarch__jfp__2024.pdf", "-w", workspace()});
  EXPECT_EQ(document.status, 2);
  EXPECT_THAT(document.err, HasSubstr("did you mean ashmarsh__jfp__2024.pdf"));
}

TEST_F(ResultsTest, ShowTextExtractionAndIdentity) {
  const auto show = [](const char* what) {
    return planmark_with({"show", "eldersea__jfp__2023.pdf", what, "-w", workspace()}).out;
  };
  EXPECT_THAT(show("--text"), HasSubstr("Mrs Agnes Thorogood, Chief Nursing Officer"));
  EXPECT_THAT(show("--extraction"), testing::ContainsRegex("text +9[0-9] %"));
  EXPECT_THAT(show("--identity"), HasSubstr("Settled by a manifest"));
}

TEST_F(ResultsTest, ShowSaysWhatADocumentMeansByItsAcronyms) {
  const Ended show = planmark_with({"show", "ashmarsh__jfp__2024.pdf", "--acronyms", "-w", workspace()});
  EXPECT_EQ(show.status, 0) << show.err;
  EXPECT_THAT(show.out, testing::ContainsRegex("SEND +special educational needs"));
}

TEST_F(ResultsTest, WhatRestsOnAScanHasLowConfidenceAndSaysSo) {
  const Ended show = planmark_with({"show", "eldersea__jfp__2023.pdf", "-q", "LEAD-01", "-w", workspace()});
  EXPECT_THAT(show.out, HasSubstr("DRAFT    named: Mrs Agnes Thorogood, Chief Nursing Officer"));
  EXPECT_THAT(show.out, HasSubstr("confidence: low"));
  EXPECT_THAT(show.out, HasSubstr("recognised in the page's picture"));
}

TEST_F(ResultsTest, AScannedPlanThatIsNotRecognisedIsNotAssessedNeverNo) {
  const std::string other = (folder.path() / "other").string(), scan = "eldersea__jfp__2023.pdf";
  const std::vector<std::string> run = {"run", source_path("corpus/samples/" + scan),
                                        "-m",  source_path("corpus/samples/manifest.csv"),
                                        "-w",  other};
  const auto with = [](std::vector<std::string> arguments, const char* more) {
    arguments.emplace_back(more);
    return planmark_with(arguments);
  };
  EXPECT_THAT(with(run, "--no-ocr").out, HasSubstr("4 cannot be read"));
  const Ended show = planmark_with({"show", scan, "-w", other});
  EXPECT_THAT(show.out, HasSubstr("DRAFT    Not assessed"));
  EXPECT_THAT(show.out, Not(testing::ContainsRegex("DRAFT    ([Nn]o|not named)\n")));
  EXPECT_THAT(planmark_with(run).out, HasSubstr("1 read now")) << "what was left out is read now";
  EXPECT_THAT(planmark_with(run).out, HasSubstr("7 known before")) << "and not once more";
  EXPECT_THAT(with(run, "--no-ocr").out, HasSubstr("4 recognised in their picture")) << "nor forgotten";
}

void expect_evidence(const nlohmann::json& list) {
  for (const auto& item : list) {
    EXPECT_EQ(item.size(), 7U);
    EXPECT_FALSE(item.at("quote").get<std::string>().empty());
    EXPECT_GE(item.at("page").get<int>(), 1);
    EXPECT_EQ(item.at("end").get<std::size_t>() - item.at("begin").get<std::size_t>(),
              item.at("quote").get<std::string>().size());
    EXPECT_TRUE(item.at("rules").is_array());
    ASSERT_FALSE(item.at("boxes").empty());
    for (const auto& box : item.at("boxes")) EXPECT_EQ(box.size(), 4U);
  }
}

TEST_F(ResultsTest, ExportKeepsTheContract) {
  const std::string out = (folder.path() / "drafts.jsonl").string();
  const Ended to_file =
      planmark_with({"export", "drafts", "--format", "jsonl", "--out", out, "-w", workspace()});
  EXPECT_EQ(to_file.status, 0);
  EXPECT_EQ(to_file.out, "");
  const Ended exported = planmark_with({"export", "drafts", "-w", workspace()});
  std::ifstream file(out);
  EXPECT_EQ(std::string(std::istreambuf_iterator<char>(file), {}), exported.out);
  EXPECT_EQ(planmark_with({"export", "drafts", "--out", "-", "-w", workspace()}).out, exported.out);
  EXPECT_GE(lines_of(exported.out).size(), 10U);
  std::string before;
  for (const std::string& line : lines_of(exported.out)) {
    const auto json = nlohmann::json::parse(line);
    ASSERT_EQ(json.size(), 11U);
    EXPECT_GE(json.at("file").get<std::string>(), before);
    before = json.at("file").get<std::string>();
    EXPECT_EQ(json.at("document").get<std::string>().size(), 64U);
    EXPECT_THAT(json.at("role").get<std::string>(), testing::AnyOf("strategy", "plan"));
    EXPECT_THAT(json.at("confidence").get<std::string>(), testing::AnyOf("high", "medium", "low"));
    EXPECT_FALSE(json.at("question").get<std::string>().empty());
    EXPECT_FALSE(json.at("answer").is_null());
    for (const auto& clause : json.at("clauses")) EXPECT_TRUE(clause.at("met").is_boolean());
    expect_evidence(json.at("evidence"));
    expect_evidence(json.at("counter"));
    EXPECT_TRUE(json.at("searched").at("unreadable_pages").is_array());
    for (const char* key : {"version", "lexicon", "poppler", "icu", "re2"}) {
      EXPECT_FALSE(json.at("engine").at(key).get<std::string>().empty()) << key;
    }
  }
}

TEST_F(ResultsTest, AFullDiskUnderTheOutputIsSaid) {
  const std::string program = std::string(PLANMARK_BINARY_DIR) + "/planmark";
  const Ended ended = shell("'" + program + "' export drafts -w '" + workspace() + "' >/dev/full");
  EXPECT_EQ(ended.status, 3);
  EXPECT_THAT(ended.err, HasSubstr("could not be written"));
}

TEST_F(ResultsTest, EvaluateHoldsDraftsAgainstKnownAnswers) {
  std::ofstream(folder.path() / "ashmarsh__jfp__2024.answers.json")
      << R"({"answers": {"LEAD-01": {"answer": {"status": "named", "person": "Nobody At-All"}}}})";
  const std::string gold = folder.path().string(), drafts = (folder.path() / "drafts.jsonl").string();
  const Ended text = planmark_with({"evaluate", gold, "--errors", "-w", workspace()});
  EXPECT_EQ(text.status, 0) << text.err;
  EXPECT_THAT(text.out, HasSubstr("1 answers on 1 documents: 0 drafts missing"));
  EXPECT_THAT(text.out, testing::ContainsRegex("Named leads +1 +status"));

  ASSERT_EQ(planmark_with({"export", "drafts", "--out", drafts, "-w", workspace()}).status, 0);
  const Ended same = planmark_with({"evaluate", gold, "--against", drafts, "-w", workspace()});
  EXPECT_THAT(same.out, HasSubstr("0 better and 0 worse than in"));
  EXPECT_EQ(planmark_with({"evaluate", gold, "--drafts", drafts, "--errors"}).out, text.out);
  const Ended json = planmark_with({"evaluate", gold, "--json", "-w", workspace()});
  EXPECT_EQ(nlohmann::json::parse(json.out).at("total").at("named_person_exact"), 0.0);

  std::ofstream(folder.path() / "elsewhere.answers.json") << R"({"answers": {}})";
  std::ofstream(folder.path() / "nowhere.answers.json") << R"({"answers": {"COP-01": {"answer": "No"}}})";
  const Ended missing = planmark_with({"evaluate", gold, "-w", workspace()});
  EXPECT_EQ(missing.status, 1);
  EXPECT_THAT(missing.out, HasSubstr("Without any draft: nowhere"));
}

TEST_F(ResultsTest, LexiconFindShowsATermInItsPlaces) {
  const Ended find = planmark_with({"lexicon", "find", "young carer", "-w", workspace()});
  EXPECT_EQ(find.status, 0) << find.err;
  EXPECT_THAT(find.out, testing::ContainsRegex("[A-Z].+  [a-z]+__.+\\.pdf\n +[0-9]+  .*  [Yy]oung carers  "));
  EXPECT_THAT(find.out,
              testing::ContainsRegex("[1-9][0-9]* places in [1-9] of 7 documents, of [1-9] systems"));
  const Ended none = planmark_with({"lexicon", "find", "zebra", "-w", workspace()});
  EXPECT_EQ(none.out, "0 places in 0 of 7 documents, of 0 systems\n");
  const Ended bad = planmark_with({"lexicon", "find", "--pattern", "(care", "-w", workspace()});
  EXPECT_EQ(bad.status, 2);
  EXPECT_THAT(bad.err, HasSubstr("missing )"));
}

TEST_F(ResultsTest, LexiconImpactShowsWhichDraftsWouldChange) {
  const Ended same = planmark_with({"lexicon", "impact", "-w", workspace()});
  EXPECT_EQ(same.out,
            "0 drafts would change and 0 be made for the first time, in 0 documents\n"
            "0 away from what a person decided, 0 to it\n");

  const fs::path lexicons = folder.path() / "lexicons";
  fs::copy(source_path("lexicons"), lexicons, fs::copy_options::recursive);
  std::string survey = read_file(lexicons / "survey/70-inequalities.toml").value();
  const std::string option = "children looked after (CLA)";
  ASSERT_NE(survey.find(option), std::string::npos);
  for (std::size_t at = 0; (at = survey.find(option, at)) != std::string::npos; at += 10)
    survey.replace(at, option.size(), "children in care");
  ASSERT_TRUE(write_file(lexicons / "survey/70-inequalities.toml", survey));
  const Ended changed =
      planmark_with({"lexicon", "impact", "--lexicons", lexicons.string(), "-w", workspace()});
  EXPECT_EQ(changed.status, 0) << changed.err;
  EXPECT_THAT(changed.out, testing::ContainsRegex("INEQ-0[45] .*children looked after.*children in care"));
  EXPECT_THAT(changed.out, HasSubstr("0 away from what a person decided"));
  EXPECT_EQ(planmark_with({"lexicon", "impact", "-w", workspace()}).out, same.out) << "nothing is stored";
}

TEST_F(ResultsTest, VerifyFindsEveryQuote) {
  const Ended verify = planmark_with({"verify", "-w", workspace()});
  EXPECT_EQ(verify.status, 0) << verify.out;
  EXPECT_THAT(verify.out,
              testing::ContainsRegex("7 documents, [1-9][0-9]* quotes: each stands at its place"));
}

TEST_F(ResultsTest, VerifyNamesAQuoteThatWasChanged) {
  const std::string changed = copy();
  ASSERT_EQ(shell("sqlite3 '" + changed +
                  "/planmark.db' \"UPDATE evidence SET quote = 'Never written.' WHERE (document, "
                  "question, side, rank) IN (SELECT document, question, side, rank FROM evidence LIMIT 1)\"")
                .status,
            0);
  const Ended verify = planmark_with({"verify", "-w", changed});
  EXPECT_EQ(verify.status, 1);
  EXPECT_THAT(verify.out, HasSubstr("“Never written.”"));
  EXPECT_THAT(verify.out, HasSubstr("1 are not at their place"));
}

TEST_F(ResultsTest, VerifyNamesAKeptFileThatWasChanged) {
  const std::string changed = copy();
  const fs::path kept = fs::directory_iterator(changed + "/files")->path();
  std::ofstream(kept, std::ios::app) << "%";
  const Ended verify = planmark_with({"verify", "-w", changed});
  EXPECT_EQ(verify.status, 1);
  EXPECT_THAT(verify.out, HasSubstr("the kept bytes have changed"));
}

TEST_F(ResultsTest, ListingsSayWhatBecameOfPromisesPrioritiesAndWords) {
  const std::string page = (folder.path() / "page.html").string();
  const struct {
    std::vector<std::string> arguments;
    std::vector<const char*> said;
  } rows[] = {
      {{"commitments", "ashmarsh__jfp__2023.pdf", "ashmarsh__jfp__2024.pdf"},
       {"Commitments followed: Ashmarsh and the Lyde, plan, 2023",
        "place a mental health support team in 40 schools", "By March 2025; 40 schools",
        "By March 2026; 60 schools"}},
      {{"priorities", "harrowmere__strategy__2023.pdf", "ashmarsh__jfp__2024.pdf"},
       {"From strategy to plan: Harrowmere", "priorities were found in the strategy"}},
      {{"borrowed", "ashmarsh__jfp__2024.pdf"},
       {"earlier edition", "Every saving of more than", "by themselves they earn no Yes"}},
  };
  for (const auto& row : rows) {
    std::vector<std::string> arguments = row.arguments;
    arguments.insert(arguments.end(), {"-w", workspace(), "--html", page});
    const Ended text = planmark_with(arguments);
    EXPECT_EQ(text.status, 0) << text.err;
    std::string words = text.out;  // as if in one line
    for (std::size_t at = 0; (at = words.find("\n", at)) != std::string::npos;)
      words.replace(at, std::min(words.find_first_not_of(" \n", at), words.size()) - at, " ");
    for (const char* said : row.said) EXPECT_THAT(words, HasSubstr(said)) << arguments[0];
    EXPECT_THAT(read_file(page).value(), HasSubstr("<table>"));
    arguments.push_back("--json");
    const auto json = nlohmann::json::parse(planmark_with(arguments).out);
    EXPECT_FALSE(json.at("rows").empty()) << arguments[0];
  }
  const Ended none =
      planmark_with({"commitments", "ashmarsh__jfp__2023.pdf", "nothing.pdf", "-w", workspace()});
  EXPECT_EQ(none.status, 2);
}

TEST_F(ResultsTest, AReportIsWrittenInEveryForm) {
  const std::string mapping = (folder.path() / "form.csv").string(),
                    out = (folder.path() / "report").string();
  const std::string head = "question,part,field\nform,,https://docs.google.com/forms/d/e/1FA/viewform\n";
  ASSERT_TRUE(write_file(mapping, head + "LEAD-01,plan,entry.1\n"));
  const std::vector<std::string> command = {"report", "-w", workspace(), "--basis", "drafts",
                                            "--out",  out,  "--prefill", mapping};
  const Ended report = planmark_with(command);
  ASSERT_EQ(report.status, 0) << report.err;
  for (const char* name :
       {"report.html", "report.docx", "figures.json", "answers.csv", "annotations.jsonld", "project.qdpx",
        "prefill.csv", "prefill.html", "figures/LEAD-01-plan.png", "figures/LEAD-01-plan.svg"})
    EXPECT_TRUE(fs::exists(fs::path(out) / name)) << name;
  const std::string page = read_file(fs::path(out) / "report.html").value();
  std::size_t profiles = 0;
  for (const auto& file : fs::directory_iterator(fs::path(out) / "profiles")) {
    ++profiles;
    EXPECT_THAT(page, HasSubstr("href=\"profiles/" + file.path().filename().string() + "\""));
    EXPECT_THAT(read_file(file.path()).value(), HasSubstr("Holds drafts."));
  }
  EXPECT_GE(profiles, 4U);
  EXPECT_THAT(read_file(fs::path(out) / "prefill.html").value(), HasSubstr("?usp=pp_url&amp;entry.1="));
  ASSERT_TRUE(write_file(mapping, head + "LEAD-99,plan,entry.1\n"));
  const Ended mistaken = planmark_with(command);
  EXPECT_EQ(mistaken.status, 2);
  EXPECT_THAT(mistaken.err, HasSubstr("form.csv:3: the survey has no question LEAD-99"));
}

TEST_F(ResultsTest, ThePublicEditionHoldsNothingThatNamesOrQuotes) {
  const fs::path out = folder.path() / "report";
  const Ended report = planmark_with({"report", "-w", workspace(), "--public", "--out", out.string()});
  ASSERT_EQ(report.status, 0) << report.err;
  for (const char* name : {"report.html", "report.docx", "figures.json"})
    EXPECT_TRUE(fs::exists(out / name)) << name;
  for (const char* name : {"answers.csv", "profiles", "annotations.jsonld", "project.qdpx"})
    EXPECT_FALSE(fs::exists(out / name)) << name;
}

TEST_F(ResultsTest, WhoMayBeNamedIsRecordedByAPersonForASystemOfTheWorkspace) {
  const Ended nobody =
      planmark_with({"permit", "Eldersea", "--as", "nobody", "--why", "a letter", "-w", copy()});
  EXPECT_EQ(nobody.status, 2);
  EXPECT_THAT(nobody.err, HasSubstr("nobody"));
  const Ended misspelt =
      planmark_with({"permit", "Eldersee", "--as", "cora", "--why", "a letter", "-w", workspace()});
  EXPECT_EQ(misspelt.status, 2);
  EXPECT_THAT(misspelt.err, HasSubstr("did you mean Eldersea?"));
}

}  // namespace
}  // namespace planmark
