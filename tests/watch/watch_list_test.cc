#include "watch/watch_list.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/temporary_folder.h"

namespace planmark {
namespace {

TEST(WatchList, IsRead) {
  const TemporaryFolder folder;
  const auto list = read_watch_list(folder.write("list.csv",
                                                 "Address;System;Kind;Part;Edition\n"
                                                 "https://EXAMPLE.org/plans;Ashmarsh;;;\n"
                                                 "\n"
                                                 "https://example.org/plan.html;;Document;Plan;2024\n"));
  ASSERT_TRUE(list) << describe(list.error());
  ASSERT_EQ(list->size(), 2U);
  EXPECT_EQ((*list)[0].address.text, "https://example.org/plans");
  EXPECT_EQ((*list)[0].given.system, "Ashmarsh");
  EXPECT_FALSE((*list)[0].document);
  EXPECT_TRUE((*list)[1].document);
  EXPECT_EQ((*list)[1].given.part, "plan");
  EXPECT_EQ((*list)[1].given.edition, "2024");
  EXPECT_EQ((*list)[1].line, 4U);
}

TEST(WatchList, NamesAMistakeWithItsLine) {
  const TemporaryFolder folder;
  const struct {
    const char *text, *said, *where;
  } rows[] = {
      {"address\n", "names no address", "list.csv"},
      {"", "names no address", "list.csv"},
      {"system,url\na,b\n", "unknown column \"url\"", "list.csv:1"},
      {"system,part\na,plan\n", "no column \"address\"", "list.csv:1"},
      {"address,address\na,b\n", "stands twice", "list.csv:1"},
      {"address\nhttps://example.org/\nexample.org/plan\n",
       "not an http or https address: \"example.org/plan\"", "list.csv:3"},
      {"address\nftp://example.org/\n", "not an http", "list.csv:2"},
      {"address\nhttps://example.org\nHTTPS://example.org/#x\n", "already on line 2", "list.csv:3"},
      {"address,part\nhttps://example.org,plna\n", "unknown part \"plna\"", "list.csv:2"},
      {"address,kind\nhttps://example.org,pge\n", "unknown kind \"pge\"", "list.csv:2"},
      {"address,edition\nhttps://example.org,23/24\n", "not a year", "list.csv:2"},
      {"address\n\"https://example.org\n", "quote", "list.csv:2"},
  };
  for (const auto& row : rows) {
    const auto list = read_watch_list(folder.write("list.csv", row.text));
    ASSERT_FALSE(list) << row.text;
    EXPECT_THAT(list.error().what, testing::HasSubstr(row.said)) << row.text;
    EXPECT_THAT(list.error().where, testing::EndsWith(row.where)) << row.text;
  }
  EXPECT_EQ(read_watch_list(folder.path() / "none.csv").error().kind, ProblemKind::not_found);
}

}  // namespace
}  // namespace planmark
