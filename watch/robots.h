// robots.txt: what a site asks programs not to read (RFC 9309).
#pragma once

#include <chrono>
#include <string>
#include <string_view>
#include <vector>

namespace planmark {

// What one site asks of one program.
struct RobotRules {
  struct Rule {
    std::string
        pattern;  // percent-encoded in one spelling; '*' stands for anything, '$' at its end for the end
    bool allow = false;
  };
  std::vector<Rule> rules;
  std::chrono::seconds delay{0};  // Crawl-delay, which the RFC does not know and many sites give; 0: none

  // The longest pattern that fits holds, of equals the one that allows; without one all is allowed.
  // `path` begins with '/' and has the query.
  bool allow(std::string_view path) const;
};

// The rules of the groups that name `product` ("planmark") in any case, or else of those for "*". Total: any
// bytes give rules. What stands after most_robots_bytes does not count.
inline constexpr std::size_t most_robots_bytes = 500 * 1024;
RobotRules parse_robots(std::string_view text, std::string_view product);

// Where there is no robots.txt, and where it cannot be had: RFC 9309, 2.3.1.3 and 2.3.1.4.
RobotRules all_allowed();
RobotRules all_forbidden();

}  // namespace planmark
