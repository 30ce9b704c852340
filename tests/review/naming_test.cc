#include "review/naming.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "review/people.h"
#include "tests/support/temporary_folder.h"

namespace planmark {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

const Act by_cora{"cora", "2026-03-01T10:00:00Z"};

class NamingTest : public testing::Test {
 protected:
  NamingTest() : workspace_(Workspace::open(scratch_.path() / "workspace").value()) {
    EXPECT_TRUE(add_person(workspace_, {"cora", "Cora", {Role::coordinator}}, {"planmark", by_cora.at}));
  }
  TemporaryFolder scratch_;
  Workspace workspace_;
};

TEST_F(NamingTest, NobodyIsNamedWithoutARecordAndTheLastWordHolds) {
  EXPECT_THAT(systems_named(workspace_).value(), IsEmpty());
  ASSERT_TRUE(set_naming(workspace_, "QXA", true, "letter of 3 March", by_cora));
  ASSERT_TRUE(set_naming(workspace_, "Bray", true, "letter of 4 March", by_cora));
  EXPECT_THAT(systems_named(workspace_).value(), ElementsAre("Bray", "QXA"));
  ASSERT_TRUE(set_naming(workspace_, "QXA", false, "withdrawn on 5 March", by_cora));
  EXPECT_THAT(systems_named(workspace_).value(), ElementsAre("Bray"));
  const auto noted = events(workspace_, {.kind = "setting"}).value();
  ASSERT_EQ(noted.size(), 3U);
  EXPECT_EQ(noted[2].subject, "may be named: QXA");
  EXPECT_EQ(noted[2].what, "no");
  EXPECT_EQ(noted[2].why, "withdrawn on 5 March");
}

TEST_F(NamingTest, NeedsASystemAReasonAndAPerson) {
  EXPECT_EQ(set_naming(workspace_, "", true, "a letter", by_cora).error().kind, ProblemKind::bad_input);
  EXPECT_EQ(set_naming(workspace_, "QXA", true, "", by_cora).error().kind, ProblemKind::bad_input);
  EXPECT_EQ(set_naming(workspace_, "QXA", true, "a letter", {"nobody", by_cora.at}).error().kind,
            ProblemKind::not_found);
  EXPECT_THAT(systems_named(workspace_).value(), IsEmpty());
}

}  // namespace
}  // namespace planmark
