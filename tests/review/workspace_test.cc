#include "review/workspace.h"

#include <sys/mount.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstring>
#include <map>

#include "base/file.h"
#include "base/sha256.h"
#include "review/database.h"
#include "tests/review/workspace_fixture.h"

namespace planmark {
namespace {
namespace fs = std::filesystem;

class WorkspaceTest : public WorkspaceFixture {};

// A disk of one mebibyte in place of a folder, where the tests may mount.
class SmallDisk {
 public:
  explicit SmallDisk(const fs::path& folder) : folder_(folder) {
    fs::create_directories(folder_);
    mounted_ = ::mount("tmpfs", folder_.c_str(), "tmpfs", 0, "size=1m") == 0;
  }
  ~SmallDisk() {
    if (mounted_) ::umount2(folder_.c_str(), MNT_DETACH);
  }
  SmallDisk(const SmallDisk&) = delete;
  SmallDisk& operator=(const SmallDisk&) = delete;

  bool mounted() const { return mounted_; }

 private:
  fs::path folder_;
  bool mounted_ = false;
};

TEST_F(WorkspaceTest, KeepsBytesOnceAndEveryName) {
  Workspace workspace = open();
  const std::string bytes("%PDF-1.7\0\r\n\xFF", 12);
  const std::string sha256 = add(workspace, "b plan.pdf", bytes);
  EXPECT_EQ(sha256, sha256_hex(bytes));
  for (const char* name : {"a 'plan'\n\"x\".pdf", "b plan.pdf", "caf\xE9.pdf", "'; DROP TABLE document; --"})
    EXPECT_EQ(add(workspace, name, bytes), sha256);
  EXPECT_EQ(read_file(workspace.kept_file(sha256)), bytes);
  const RegisteredDocument document = only(workspace);
  EXPECT_EQ(document.bytes, bytes.size());
  EXPECT_EQ(document.file_names,
            (std::vector<std::string>{"'; DROP TABLE document; --", "a 'plan'\n\"x\".pdf", "b plan.pdf",
                                      "caf\uFFFD.pdf"}));
  EXPECT_FALSE(document.extracted);
  EXPECT_FALSE(document.refusal);
}

TEST_F(WorkspaceTest, MakesWholeAKeptFileThatWasCutShort) {
  Workspace workspace = open();
  const std::string sha256 = add(workspace, "a.pdf", "%PDF-1.7 whole");
  fs::resize_file(workspace.kept_file(sha256), 3);
  add(workspace, "a.pdf", "%PDF-1.7 whole");
  EXPECT_EQ(read_file(workspace.kept_file(sha256)), "%PDF-1.7 whole");
}

TEST_F(WorkspaceTest, LoadsWhatItSaved) {
  Workspace workspace = open();
  const std::string sha256 = add(workspace, "a.pdf", "a");
  const Document document = sample_document(sha256);
  ASSERT_EQ(check_document(document), std::vector<std::string>());
  const Analysis analysis = sample_analysis(document);
  const RuleBook rules = sample_rules();
  ASSERT_TRUE(workspace.set_identity(sha256, {"QHM", "plan", "2023", "", ""}, IdentitySource::proposed, {}));
  ASSERT_TRUE(workspace.save_extraction(document, reader_1));
  ASSERT_TRUE(workspace.save_analysis(sha256, "plan", analysis, rules, lexicon_1));

  EXPECT_EQ(workspace.load_document(sha256), document);
  EXPECT_EQ(workspace.load_analysis(sha256, rules), analysis);
  const auto drafts = workspace.load_drafts(sha256);
  ASSERT_TRUE(drafts && *drafts);
  EXPECT_EQ((*drafts)->part, "plan");
  EXPECT_EQ((*drafts)->version, lexicon_1);
  EXPECT_EQ((*drafts)->drafts, analysis.drafts);
  const RegisteredDocument listed = only(workspace);
  EXPECT_TRUE(listed.extracted && listed.analyzed);
  EXPECT_EQ(listed.pages, 3u);
  EXPECT_EQ(listed.unreadable_pages, 1u);
  EXPECT_EQ(listed.recognised_pages, 1u);
}

TEST_F(WorkspaceTest, AnAnalysisLeavesNoTraceOfTheOneBefore) {
  Workspace workspace = open();
  const std::string sha256 = add(workspace, "a.pdf", "a");
  const Document document = sample_document(sha256);
  ASSERT_TRUE(workspace.save_extraction(document, reader_1));
  const Analysis first = sample_analysis(document);
  Analysis fewer = first, moved = first, turned = first, reasoned = first, swapped = first;
  fewer.mentions.pop_back(), fewer.drafts.pop_back();
  moved.mentions.front().span.end -= 1;
  turned.drafts.front().answer.value = "No";
  reasoned.drafts.back().clauses.clear();
  std::swap(swapped.drafts.front(), swapped.drafts.back());
  std::map<std::string, std::string> alone;  // what the database holds after each by itself
  const std::vector<std::pair<std::string, Analysis>> others = {
      {"first", first},   {"fewer", fewer},       {"moved", moved},    {"none", {}},
      {"turned", turned}, {"reasoned", reasoned}, {"swapped", swapped}};
  for (const auto& [name, analysis] : others) {
    ASSERT_TRUE(workspace.save_extraction(document, reader_1)) << "takes the analysis with it";
    ASSERT_TRUE(workspace.save_analysis(sha256, "plan", analysis, sample_rules(), lexicon_2));
    alone[name] = dump(workspace);
  }
  for (const auto& [name, analysis] : others) {
    ASSERT_TRUE(workspace.save_analysis(sha256, "plan", first, sample_rules(), lexicon_1));
    ASSERT_TRUE(workspace.save_analysis(sha256, "plan", analysis, sample_rules(), lexicon_2));
    EXPECT_EQ(dump(workspace), alone[name]) << name;
  }
}

// Such as another planmark may have left.
TEST_F(WorkspaceTest, AnAnalysisReplacesOneThatCannotBeRead) {
  Workspace workspace = open();
  const std::string sha256 = add_drafted(workspace);
  const std::string drafted = dump(workspace);
  for (const char* damage : {"UPDATE draft SET lead = 'admiral' WHERE question = 'LEAD-01'",
                             "UPDATE draft SET confidence = 'utter' WHERE question = 'COP-01'",
                             "UPDATE evidence SET rules = 'none'",
                             "UPDATE draft SET searched_unreadable = '[' WHERE question = 'WORK-06'"}) {
    ASSERT_TRUE(workspace.database().execute(damage));
    EXPECT_EQ(workspace.load_drafts(sha256).error().kind, ProblemKind::storage) << damage;
    const Analysis anew = sample_analysis(sample_document(sha256));
    ASSERT_TRUE(workspace.save_analysis(sha256, "plan", anew, sample_rules(), lexicon_1)) << damage;
    EXPECT_EQ(dump(workspace), drafted) << damage;
  }
}

TEST_F(WorkspaceTest, KeepsHowWellADocumentWasRead) {
  Workspace workspace = open();
  const std::string sha256 = add(workspace, "a.pdf", "a");
  const Document document = sample_document(sha256);
  Quality known;
  known.pages = 3, known.blank_pages = 1, known.unreadable_pages = 2, known.column_pages = 4,
  known.tables = 5;
  known.words = 6, known.known_share = 0.5, known.english_share = 0.25, known.unmapped_characters = 7;
  known.unmapped_fonts = {"A", "B"};
  const std::optional<Quality> rows[] = {known, Quality{}, std::nullopt};
  for (const std::optional<Quality>& quality : rows) {
    ASSERT_TRUE(workspace.save_extraction(document, reader_1, quality));
    const auto loaded = workspace.load_quality(sha256);
    ASSERT_TRUE(loaded);
    EXPECT_TRUE(*loaded == quality) << "which replaces the one before";
  }
}

TEST_F(WorkspaceTest, LoadsAnEmptyDocumentAndAnalysis) {
  Workspace workspace = open();
  Document document;
  document.sha256 = add(workspace, "a.pdf", "a");
  ASSERT_TRUE(workspace.save_extraction(document, reader_1));
  ASSERT_TRUE(workspace.save_analysis(document.sha256, "", {}, {}, lexicon_1));
  EXPECT_EQ(workspace.load_document(document.sha256), document);
  EXPECT_EQ(workspace.load_analysis(document.sha256, {}), Analysis());
  EXPECT_TRUE(only(workspace).analyzed);
}

TEST_F(WorkspaceTest, AnotherRecogniserTouchesWhatItConcernsAlone) {
  struct Row {
    const char *made_with, *asked_for;
    PageState state;
    const char* reason;
    bool ocr, extracted;
  };
  const Row rows[] = {
      {"", "5.3.0", PageState::text, "", false, true},
      {"", "5.3.0", PageState::unreadable, "picture without text", false, false},
      {"", "5.3.0", PageState::unreadable, "damaged", false, true},
      {"5.3.0", "5.3.0", PageState::unreadable, "picture, OCR not confident", false, true},
      {"5.3.0", "5.3.0", PageState::text, "", true, true},
      {"5.3.0", "5.4.0", PageState::text, "", true, false},
      {"5.3.0", "", PageState::text, "", true, true},
      {"5.3.0", "", PageState::unreadable, "picture without text", false, true},
  };
  Workspace workspace = open();
  Document document;
  document.sha256 = add(workspace, "a.pdf", "a");
  for (const Row& row : rows) {
    Page page;
    page.state = row.state;
    page.reason = row.reason;
    page.ocr = row.ocr;
    document.pages = {page};
    ASSERT_TRUE(workspace.save_extraction(document, {"0.1.0", "22.12.0", row.made_with}));
    EXPECT_EQ(only(workspace, {"0.1.0", "22.12.0", row.asked_for}).extracted, row.extracted)
        << row.made_with << " then " << row.asked_for << ", " << row.reason;
  }
}

TEST_F(WorkspaceTest, KnowsWhatOtherVersionsMade) {
  Workspace workspace = open();
  const std::string sha256 = add_drafted(workspace);
  EXPECT_FALSE(only(workspace).analyzed) << "analysed as a plan, but its part is not known";
  ASSERT_TRUE(workspace.set_identity(sha256, {"", "plan", "", "", ""}, IdentitySource::person, {}));
  EXPECT_TRUE(only(workspace).analyzed);
  EXPECT_TRUE(only(workspace).extracted);
  EXPECT_FALSE(only(workspace, {"0.2.0", "22.12.0"}).extracted);
  EXPECT_FALSE(only(workspace, reader_1, lexicon_2).analyzed);
  ASSERT_TRUE(workspace.set_identity(sha256, {"", "strategy", "", "", ""}, IdentitySource::person, {}));
  EXPECT_FALSE(only(workspace).analyzed) << "analysed as another part";
}

TEST_F(WorkspaceTest, AnAnalysisWithoutDraftsStandsUnderAnotherLexicon) {
  const AnalysisVersion other_planmark{"0.2.0", "lexicon-two", "72.1", "20220601"};
  const AnalysisVersion other_icu{"0.1.0", "lexicon-two", "73.1", "20220601"};
  const struct {
    const char* why;
    const char* part;
    bool has_drafts;
    AnalysisVersion version;
    bool stands;
  } rows[] = {
      {"its sentences are the same", "guidance", false, lexicon_2, true},
      {"the lexicon drafted it", "guidance", true, lexicon_2, false},
      {"it was another part", "minutes", false, lexicon_2, false},
      {"another planmark may know its kind better", "guidance", false, other_planmark, false},
      {"another ICU may find other sentences", "guidance", false, other_icu, false},
  };
  Workspace workspace = open();
  const std::string sha256 = add_drafted(workspace);
  ASSERT_TRUE(workspace.set_identity(sha256, {"", "guidance", "", "", ""}, IdentitySource::person, {}));
  for (const auto& row : rows) {
    Analysis analysis = sample_analysis(sample_document(sha256));
    if (!row.has_drafts) analysis.mentions.clear(), analysis.drafts.clear();
    ASSERT_TRUE(workspace.save_analysis(sha256, "guidance", analysis, sample_rules(), lexicon_1));
    EXPECT_EQ(workspace.keep_draftless_analysis(sha256, row.part, row.version), row.stands) << row.why;
    EXPECT_EQ(only(workspace, reader_1, row.version).analyzed, row.stands) << row.why;
  }
}

TEST_F(WorkspaceTest, KeepsARefusalForTheVersionThatRefused) {
  Workspace workspace = open();
  const std::string sha256 = add(workspace, "a.pdf", "a");
  const Problem problem{ProblemKind::timed_out, "reading took longer than 60 s", "a.pdf",
                        "raise --time-limit"};
  ASSERT_TRUE(workspace.save_refusal(sha256, problem, reader_1));
  Problem kept = problem;
  kept.where.clear();
  EXPECT_EQ(only(workspace).refusal, kept);
  EXPECT_FALSE(only(workspace).extracted);
  EXPECT_FALSE(only(workspace, {"0.2.0", "22.12.0"}).refusal);
  ASSERT_TRUE(workspace.save_extraction(sample_document(sha256), reader_1));
  EXPECT_FALSE(only(workspace).refusal);
  ASSERT_TRUE(workspace.save_refusal(sha256, problem, reader_1));
  EXPECT_EQ(workspace.load_document(sha256).error().kind, ProblemKind::not_found);
}

TEST_F(WorkspaceTest, ANewExtractionTakesTheOldAnalysisWithIt) {
  Workspace workspace = open();
  const std::string sha256 = add_drafted(workspace);
  ASSERT_TRUE(workspace.save_extraction(sample_document(sha256), reader_1));
  const auto drafts = workspace.load_drafts(sha256);
  EXPECT_TRUE(drafts && !*drafts);
  EXPECT_EQ(workspace.load_analysis(sha256, sample_rules()).error().kind, ProblemKind::not_found);
}

TEST_F(WorkspaceTest, ASecondSaveLeavesTheSameRows) {
  Workspace workspace = open();
  add_drafted(workspace);
  const std::string once = dump(workspace);
  add_drafted(workspace);
  EXPECT_EQ(dump(workspace), once);
}

TEST_F(WorkspaceTest, HoldsTheSameRowsInWhateverOrderTheyCame) {
  const std::string names[] = {"a.pdf", "b.pdf", "c.pdf"};
  Workspace forwards = open();
  for (const std::string& name : names) {
    const std::string sha256 = add_drafted(forwards, name);
    ASSERT_TRUE(forwards.set_identity(sha256, {"A", "", "", "", ""}, IdentitySource::proposed, {}));
    ASSERT_TRUE(forwards.set_identity(sha256, {"B", "", "", "", ""}, IdentitySource::person, {}));
  }
  auto backwards = Workspace::open(scratch_.path() / "backwards");
  ASSERT_TRUE(backwards);
  for (auto name = std::rbegin(names); name != std::rend(names); ++name) {
    const std::string sha256 = add(*backwards, *name, "bytes of " + *name);
    ASSERT_TRUE(backwards->set_identity(sha256, {"B", "", "", "", ""}, IdentitySource::person, {}));
    ASSERT_TRUE(backwards->set_identity(sha256, {"A", "", "", "", ""}, IdentitySource::proposed, {}));
    add_drafted(*backwards, *name);
  }
  EXPECT_EQ(dump(forwards), dump(*backwards));
}

TEST_F(WorkspaceTest, RefusesToSaveForADocumentItDoesNotHave) {
  Workspace workspace = open();
  const Document stranger = sample_document(std::string(64, 'a'));
  EXPECT_EQ(workspace.save_extraction(stranger, reader_1).error().kind, ProblemKind::not_found);
  EXPECT_EQ(workspace.save_refusal(stranger.sha256, {}, reader_1).error().kind, ProblemKind::not_found);
  EXPECT_EQ(workspace.set_identity(stranger.sha256, {}, IdentitySource::person, {}).error().kind,
            ProblemKind::not_found);
  EXPECT_EQ(workspace.save_analysis(stranger.sha256, "plan", {}, {}, lexicon_1).error().kind,
            ProblemKind::not_found);
}

TEST_F(WorkspaceTest, RefusesADocumentThatWouldNotComeBackEqual) {
  Workspace workspace = open();
  const std::string sha256 = add_drafted(workspace);
  const std::string before = dump(workspace);
  Document gap = sample_document(sha256), lost_word = gap, disorder = gap;
  gap.pages.back().span.begin -= 1;
  lost_word.words.back().page = 9;
  std::swap(disorder.words.front(), disorder.words.back());
  for (const Document& broken : {gap, lost_word, disorder})
    EXPECT_EQ(workspace.save_extraction(broken, reader_1).error().kind, ProblemKind::internal);
  Analysis outside = sample_analysis(sample_document(sha256)), disordered = outside;
  std::swap(disordered.mentions.front(), disordered.mentions.back());
  outside.drafts.front().evidence.front().span.end = 100'000;
  for (const Analysis& broken : {outside, disordered})
    EXPECT_EQ(workspace.save_analysis(sha256, "plan", broken, sample_rules(), lexicon_1).error().kind,
              ProblemKind::internal);
  EXPECT_EQ(dump(workspace), before);
}

TEST_F(WorkspaceTest, SaysThatTheAnalysisIsOfAnotherLexicon) {
  Workspace workspace = open();
  const std::string sha256 = add_drafted(workspace);
  RuleBook other = sample_rules();
  other.rules.erase(other.rules.begin());
  const auto analysis = workspace.load_analysis(sha256, other);
  ASSERT_FALSE(analysis);
  EXPECT_EQ(analysis.error().kind, ProblemKind::bad_input);
  EXPECT_NE(analysis.error().what.find("cue.done/1"), std::string::npos) << analysis.error().what;
}

TEST_F(WorkspaceTest, FindsADocumentByNameOrHash) {
  Workspace workspace = open();
  const std::string ouse = add(workspace, "ousedale__jfp__2023.pdf", "1");
  const std::string halden = add(workspace, "halden__jfp__2023.pdf", "2");
  const std::string again = add(workspace, "halden__jfp__2023.pdf", "3");
  struct Row {
    std::string reference, found;
    ProblemKind kind;
    std::string said;
  };
  const Row rows[] = {
      {"ousedale__jfp__2023.pdf", ouse, {}, ""},
      {ouse, ouse, {}, ""},
      {halden.substr(0, 6), halden, {}, ""},
      {halden.substr(0, 5), "", ProblemKind::not_found, "planmark list"},
      {"ousedale_jfp_2023.pdf", "", ProblemKind::not_found, "did you mean ousedale__jfp__2023.pdf?"},
      {"halden__jfp__2023.pdf", "", ProblemKind::bad_input, again.substr(0, 12)},
  };
  for (const Row& row : rows) {
    const auto found = workspace.find_document(row.reference);
    EXPECT_EQ(found.value_or(""), row.found) << row.reference;
    if (found) continue;
    EXPECT_EQ(found.error().kind, row.kind) << row.reference;
    EXPECT_NE(describe(found.error()).find(row.said), std::string::npos) << describe(found.error());
  }
}

TEST_F(WorkspaceTest, OpensOnlyWhatIsThereForReading) {
  const auto missing = Workspace::open_existing(folder());
  ASSERT_FALSE(missing);
  EXPECT_EQ(missing.error().kind, ProblemKind::not_found);
  EXPECT_FALSE(fs::exists(folder()));
  const std::string sha256 = [&] {
    Workspace workspace = open();
    return add(workspace, "a.pdf", "a");
  }();
  const auto existing = Workspace::open_existing(folder());
  ASSERT_TRUE(existing);
  EXPECT_EQ(only(*existing).sha256, sha256);
}

TEST_F(WorkspaceTest, SaysWhenTheFolderCannotBeMade) {
  const auto workspace = Workspace::open(file("a.pdf", "not a folder") / "workspace");
  ASSERT_FALSE(workspace);
  EXPECT_EQ(workspace.error().kind, ProblemKind::storage);
}

TEST_F(WorkspaceTest, SaysWhenItMayNotWrite) {
  { Workspace workspace = open(); }
  fs::permissions(folder() / "planmark.db", fs::perms(0444));
  fs::permissions(folder(), fs::perms(0555));
  const pid_t child = ::fork();
  if (child == 0) {
    // root may write everywhere: go on as somebody who may not.
    if (::geteuid() == 0 && ::setuid(65534) != 0) ::_exit(2);
    const auto workspace = Workspace::open(folder());
    ::_exit(!workspace && workspace.error().kind == ProblemKind::storage && !workspace.error().fix.empty()
                ? 0
                : 1);
  }
  int status = 0;
  ::waitpid(child, &status, 0);
  fs::permissions(folder(), fs::perms(0755));
  EXPECT_TRUE(WIFEXITED(status) && WEXITSTATUS(status) == 0);
}

TEST_F(WorkspaceTest, SaysThatTheDatabaseIsDamaged) {
  {
    Workspace workspace = open();
    add_drafted(workspace);
  }
  const fs::path database = folder() / "planmark.db";
  const std::string bytes = read_file(database).value();
  ASSERT_TRUE(write_file(database, bytes.substr(0, 4096) + std::string(bytes.size() - 4096, '\xAA')));
  const auto workspace = Workspace::open(folder());
  const auto listed = workspace ? workspace->documents(reader_1, lexicon_1).map([](auto&&) {})
                                : Result<void>(tl::unexpected(workspace.error()));
  ASSERT_FALSE(listed);
  EXPECT_EQ(listed.error().kind, ProblemKind::storage);
  EXPECT_NE(listed.error().what.find("damaged"), std::string::npos) << describe(listed.error());
}

// The real thing; DatabaseTest has the same where the tests may not mount.
TEST_F(WorkspaceTest, SurvivesAFullDisk) {
  const SmallDisk disk(folder());
  if (!disk.mounted()) GTEST_SKIP() << "a small disk cannot be mounted here: " << std::strerror(errno);
  Workspace workspace = open();
  const std::string sha256 = add_drafted(workspace);
  Document large = sample_document(sha256);
  large.title = std::string(2'000'000, 'x');
  const std::string before = dump(workspace);
  const auto saved = workspace.save_extraction(large, reader_1);
  const auto added = workspace.add_file(file("large.pdf", std::string(2'000'000, 'x')));
  ASSERT_FALSE(saved);
  ASSERT_FALSE(added);
  EXPECT_EQ(saved.error().kind, ProblemKind::storage);
  EXPECT_NE(saved.error().what.find("disk is full"), std::string::npos) << describe(saved.error());
  EXPECT_EQ(added.error().kind, ProblemKind::storage);
  EXPECT_EQ(dump(workspace), before);
  EXPECT_TRUE(workspace.save_extraction(sample_document(sha256), reader_1)) << "smaller things still fit";
}

}  // namespace
}  // namespace planmark
