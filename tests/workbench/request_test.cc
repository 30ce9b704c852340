#include "workbench/request.h"

#include <gtest/gtest.h>

namespace planmark {
namespace {

using Segments = std::vector<std::string>;

struct Target {
  const char* text;
  Segments segments;
};

class GoodTarget : public testing::TestWithParam<Target> {};

TEST_P(GoodTarget, IsTakenApart) {
  Request request;
  ASSERT_TRUE(take_target(GetParam().text, request)) << GetParam().text;
  EXPECT_EQ(request.segments, GetParam().segments);
}

INSTANTIATE_TEST_SUITE_P(Request, GoodTarget,
                         testing::Values(Target{"/", {}},
                                         Target{"/desk/3fa9/LEAD-01", {"desk", "3fa9", "LEAD-01"}},
                                         Target{"/a%20b/c?d=/../e", {"a b", "c"}},
                                         Target{"/%3Cb%3E", {"<b>"}}));

class BadTarget : public testing::TestWithParam<const char*> {};

TEST_P(BadTarget, IsRefused) {
  Request request;
  EXPECT_FALSE(take_target(GetParam(), request)) << GetParam();
}

INSTANTIATE_TEST_SUITE_P(Request, BadTarget,
                         testing::Values("", "desk", "http://example.org/", "/../etc/passwd", "/a/../b",
                                         "/a/./b", "//a", "/a//b", "/a/", "/%2e%2e/b", "/a%2fb", "/a%5cb",
                                         "/a%00", "/a%0d%0ab", "/a%", "/a%f", "/a%zz", "/%ff", "/a?b=%ff",
                                         "/a?b=%00"));

TEST(ParseForm, GivesNamesAndValuesInOrder) {
  const auto form = parse_form("a=1&b=x+y%26z&a=2&empty=&bare");
  ASSERT_TRUE(form);
  EXPECT_EQ(*form, (Fields{{"a", "1"}, {"b", "x y&z"}, {"a", "2"}, {"empty", ""}, {"bare", ""}}));
  EXPECT_EQ(value_of(*form, "a"), "1");
  EXPECT_EQ(values_of(*form, "a"), (Segments{"1", "2"}));
}

TEST(PercentEncoding, ComesBack) {
  const std::string text = "a b/c?d=é&\"<>";
  EXPECT_EQ(percent_decoded(percent_encoded(text), false).value(), text);
}

TEST(Cookie, IsFoundByItsWholeName) {
  Request request;
  request.headers = {{"cookie", "xname=no; name=yes; name2=no"}};
  EXPECT_EQ(cookie(request, "name"), "yes");
  EXPECT_EQ(cookie(request, "nam"), "");
}

}  // namespace
}  // namespace planmark
