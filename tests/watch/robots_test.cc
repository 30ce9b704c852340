#include "watch/robots.h"

#include <gtest/gtest.h>

namespace planmark {
namespace {

TEST(Robots, AllowByTheLongestPatternThatFits) {
  const struct {
    const char *text, *path;
    bool allowed;
  } rows[] = {
      {"", "/a", true},
      {"User-agent: *\nDisallow: /", "/a", false},
      {"User-agent: *\nDisallow:", "/a", true},
      {"User-agent: *\nDisallow: /a", "/abc", false},
      {"User-agent: *\nDisallow: /a", "/b", true},
      {"User-agent: *\nDisallow: /A", "/a", true},
      // Groups: ours, or everybody's where there is none of ours; several of ours count together.
      {"User-agent: *\nDisallow: /\n\nUser-agent: planmark\nDisallow: /x", "/a", true},
      {"User-agent: *\nDisallow: /\n\nUser-agent: PlanMark/2\nDisallow: /x", "/x", false},
      {"User-agent: other\nUser-agent: planmark\nDisallow: /x", "/x", false},
      {"User-agent: planmark\nDisallow: /x\nUser-agent: other\nDisallow: /y", "/y", true},
      {"User-agent: planmark\nDisallow: /x\nUser-agent: other\nDisallow: /\nUser-agent: planmark\nDisallow: "
       "/y",
       "/y", false},
      {"User-agent: planmarkbot\nDisallow: /", "/a", true},
      {"Disallow: /", "/a", true},
      {"User-agent: *\nSitemap: https://example.org/s.xml\nDisallow: /a", "/a", false},
      // The longest holds, of equals the one that allows.
      {"User-agent: *\nDisallow: /a\nAllow: /a/b", "/a/b/c", true},
      {"User-agent: *\nAllow: /a\nDisallow: /a/b", "/a/b/c", false},
      {"User-agent: *\nDisallow: /a\nAllow: /a", "/a", true},
      // Wild cards.
      {"User-agent: *\nDisallow: /*.pdf$", "/plans/a.pdf", false},
      {"User-agent: *\nDisallow: /*.pdf$", "/plans/a.pdf?x", true},
      {"User-agent: *\nDisallow: /*?print=", "/a?print=1", false},
      {"User-agent: *\nDisallow: *", "/a", false},
      {"User-agent: *\nDisallow: /a$", "/a", false},
      {"User-agent: *\nDisallow: /a$", "/ab", true},
      // Spelling.
      {"\xEF\xBB\xBFuser-AGENT : *  # all\r\n  disallow:/a # this\r\n", "/a", false},
      {"User-agent: *\rDisallow: /a", "/a", false},
      {"User-agent: *\nDisallow: /%7Ea", "/~a", false},
      {"User-agent: *\nDisallow: /caf\xC3\xA9", "/caf%c3%a9", false},
      {"User-agent: *\nDisallow: /a%2Fb", "/a/b", true},
      {"User-agent: *\nDisallow: /a%", "/a%", false},
  };
  for (const auto& row : rows)
    EXPECT_EQ(parse_robots(row.text, "planmark").allow(row.path), row.allowed) << row.text << "\n"
                                                                               << row.path;
  EXPECT_TRUE(all_allowed().allow("/a"));
  EXPECT_FALSE(all_forbidden().allow("/a"));
}

TEST(Robots, NameADelay) {
  const struct {
    const char* text;
    int seconds;
  } rows[] = {
      {"User-agent: *\nCrawl-delay: 10", 10},    {"User-agent: *\nCrawl-delay: 0.5", 1},
      {"User-agent: other\nCrawl-delay: 10", 0}, {"User-agent: *\nCrawl-delay: -3", 0},
      {"User-agent: *\nCrawl-delay: nan", 0},    {"User-agent: *\nCrawl-delay: 1e300", 86'400},
      {"User-agent: *\nCrawl-delay: soon", 0},
  };
  for (const auto& row : rows)
    EXPECT_EQ(parse_robots(row.text, "planmark").delay.count(), row.seconds) << row.text;
}

TEST(Robots, CostNoMoreThanTheirLength) {
  std::string stars = "User-agent: *\nDisallow: /";
  for (int i = 0; i < 900; ++i) stars += "*a";
  stars += "b$";
  EXPECT_TRUE(parse_robots(stars, "planmark").allow("/" + std::string(1900, 'a')));
  EXPECT_FALSE(parse_robots(stars, "planmark").allow("/" + std::string(1900, 'a') + "b"));
  std::string large = "User-agent: *\n" + std::string(most_robots_bytes, '#') + "\nDisallow: /";
  EXPECT_TRUE(parse_robots(large, "planmark").allow("/a")) << "what stands after the most does not count";
  EXPECT_TRUE(parse_robots(std::string(1000, '\0'), "planmark").allow("/a"));
}

}  // namespace
}  // namespace planmark
