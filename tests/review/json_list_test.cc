#include "review/json_list.h"

#include <gtest/gtest.h>

namespace planmark {
namespace {

TEST(JsonList, ComesBackAsItWas) {
  struct Row {
    std::vector<std::string> texts;
    std::string json;
  };
  const Row rows[] = {
      {{}, "[]"},
      {{""}, R"([""])"},
      {{"group.looked-after/2", "cue.own/1"}, R"(["group.looked-after/2","cue.own/1"])"},
      {{"a \"quoted\" \\ back"}, R"(["a \"quoted\" \\ back"])"},
      {{"two\nlines\ttab", "caf\u00e9"}, "[\"two\\u000alines\\u0009tab\",\"caf\u00e9\"]"},
  };
  for (const Row& row : rows) {
    EXPECT_EQ(json_list(row.texts), row.json);
    EXPECT_EQ(texts_of_json_list(row.json), row.texts);
  }
  const std::vector<std::uint32_t> pages{3, 7, 4294967295u};
  EXPECT_EQ(json_list(pages), "[3,7,4294967295]");
  EXPECT_EQ(numbers_of_json_list(json_list(pages)), pages);
}

TEST(JsonList, RefusesWhatItDidNotWrite) {
  for (const char* json :
       {"", "[", "[]]", "[1,]", "[x]", R"(["a)", R"(["a",])", R"(["\)", R"(["\u00"])", R"(["\u1234"])"}) {
    EXPECT_FALSE(texts_of_json_list(json)) << json;
    EXPECT_FALSE(numbers_of_json_list(json) && std::string_view(json) != "[]") << json;
  }
}

}  // namespace
}  // namespace planmark
