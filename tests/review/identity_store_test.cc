#include "review/identity_store.h"

#include <algorithm>

#include "tests/review/workspace_fixture.h"

namespace planmark {
namespace {

class IdentityTest : public WorkspaceFixture {};

struct Said {
  IdentitySource source;
  Identity identity;
  std::vector<IdentityEvidence> evidence;
};

TEST_F(IdentityTest, StandsMemberByMemberInWhateverOrderItWasSaid) {
  const IdentityEvidence system{"system", "QHM", "page 1", "North \u201CEast\u201D"};
  const IdentityEvidence part{"part", "plan", "file name", "x__jfp__2023.pdf"};
  const IdentityEvidence settled{"part", "strategy", "manifest.csv:2", "strategy"};
  std::vector<Said> said{
      {IdentitySource::proposed, {"QHM", "plan", "2023", "A title", ""}, {system, part}},
      {IdentitySource::manifest, {"", "strategy", "", "It's\n\"that\"", "https://x.org/?a=1&b=2"}, {settled}},
      {IdentitySource::person, {"", "", "2024", "", ""}, {}},
  };
  std::vector<int> order{0, 1, 2};
  do {
    TemporaryFolder scratch;
    auto workspace = Workspace::open(scratch.path() / "w");
    ASSERT_TRUE(workspace);
    const std::string sha256 = add(*workspace, "a.pdf", "a");
    for (const int i : order) {
      const Said& word = said[static_cast<std::size_t>(i)];
      ASSERT_TRUE(workspace->set_identity(sha256, word.identity, word.source, word.evidence));
    }
    const RegisteredDocument document = only(*workspace);
    EXPECT_EQ(document.identity,
              (Identity{"QHM", "strategy", "2024", "It's\n\"that\"", "https://x.org/?a=1&b=2"}));
    EXPECT_EQ(document.identity_source, IdentitySource::person);
    EXPECT_EQ(document.identity_evidence, (std::vector<IdentityEvidence>{system, settled}));
  } while (std::next_permutation(order.begin(), order.end()));
}

TEST_F(IdentityTest, ALaterWordOfTheSameSourceReplacesTheEarlier) {
  Workspace workspace = open();
  const std::string sha256 = add(workspace, "a.pdf", "a");
  const IdentityEvidence evidence{"system", "A", "page 1", "A"};
  ASSERT_TRUE(workspace.set_identity(sha256, {"A", "", "", "", ""}, IdentitySource::person, {evidence}));
  ASSERT_TRUE(workspace.set_identity(sha256, {"B", "", "", "", ""}, IdentitySource::person, {}));
  EXPECT_EQ(only(workspace).identity.system, "B");
  EXPECT_TRUE(only(workspace).identity_evidence.empty());
}

TEST_F(IdentityTest, HasNoNulAndNoBrokenBytes) {
  Workspace workspace = open();
  const std::string sha256 = add(workspace, "a.pdf", "a");
  ASSERT_TRUE(workspace.set_identity(sha256, {std::string("a\0b", 3), "", "", "\xFF", ""},
                                     IdentitySource::person, {}));
  EXPECT_EQ(only(workspace).identity.system, "a b");
  EXPECT_EQ(only(workspace).identity.title, "\uFFFD");
}

TEST(IdentitySource, HasItsStoredNames) {
  for (const char* name : {"proposed", "manifest", "person"}) {
    IdentitySource source{};
    ASSERT_TRUE(parse_name(name, source)) << name;
    EXPECT_STREQ(name_of(source), name);
  }
  IdentitySource source{};
  EXPECT_FALSE(parse_name("guessed", source));
}

}  // namespace
}  // namespace planmark
