#include "watch/robots.h"

#include <algorithm>
#include <charconv>

#include "base/ascii.h"
#include "corpus/tsv.h"

namespace planmark {
namespace {

constexpr std::size_t longest_pattern = 2000;
constexpr std::size_t most_rules = 10'000;

bool is_letter_or_digit(unsigned char c) {
  return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

void append_percent(std::string& text, unsigned char byte) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  text += {'%', digits[byte >> 4U], digits[byte & 15U]};
}

// RFC 9309, 2.2.2: bytes outside ASCII are encoded, encoded letters and digits are not.
std::string one_spelling(std::string_view path) {
  std::string spelled;
  for (std::size_t i = 0; i < path.size(); ++i) {
    const auto byte = static_cast<unsigned char>(path[i]);
    unsigned value = 0;
    const char* hex = path.data() + i + 1;
    if (byte == '%' && i + 2 < path.size() && std::from_chars(hex, hex + 2, value, 16).ptr == hex + 2) {
      const auto meant = static_cast<unsigned char>(value);
      if (is_letter_or_digit(meant) ||
          std::string_view("-._~").find(static_cast<char>(meant)) != std::string_view::npos)
        spelled += static_cast<char>(meant);
      else
        append_percent(spelled, meant);
      i += 2;
    } else if (byte <= ' ' || byte >= 0x7F) {
      append_percent(spelled, byte);
    } else {
      spelled += path[i];
    }
  }
  return spelled;
}

// Follows every length that the pattern can have eaten so far: no pattern takes more than its length times
// that of the path.
bool fits(std::string_view pattern, std::string_view path) {
  const bool to_end = pattern.ends_with('$');
  if (to_end) pattern.remove_suffix(1);
  std::vector<bool> eaten(path.size() + 1, false), next;
  eaten[0] = true;
  for (const char c : pattern) {
    next.assign(path.size() + 1, false);
    bool any = false;
    for (std::size_t i = 0; i <= path.size(); ++i) {
      if (c == '*')
        next[i] = any = any || eaten[i];
      else if (eaten[i] && i < path.size() && path[i] == c)
        next[i + 1] = any = true;
    }
    if (!any) return false;
    eaten.swap(next);
  }
  return to_end ? eaten.back() : true;
}

struct Line {
  std::string key;
  std::string_view value;
};

Line read_line(std::string_view line) {
  line = line.substr(0, line.find('#'));
  const std::size_t colon = line.find(':');
  if (colon == std::string_view::npos) return {};
  return {lower_ascii(trimmed(line.substr(0, colon))), trimmed(line.substr(colon + 1))};
}

// "planmark/1.0" names planmark.
std::string product_of(std::string_view agent) {
  const auto end = std::find_if(agent.begin(), agent.end(), [](char c) {
    return !is_letter_or_digit(static_cast<unsigned char>(c)) && c != '-' && c != '_';
  });
  return lower_ascii(std::string_view(agent.begin(), end));
}

// Reads line by line; a line that names a program after a rule begins a group.
class Reader {
 public:
  explicit Reader(std::string_view product) : product_(lower_ascii(product)) {}

  void take(const Line& line) {
    if (line.key == "user-agent") {
      if (rules_begun_) names_us_ = names_all_ = rules_begun_ = false;
      names_us_ = names_us_ || product_of(line.value) == product_;
      names_all_ = names_all_ || line.value.starts_with('*');
      found_us_ = found_us_ || names_us_;
    } else if (line.key == "allow" || line.key == "disallow") {
      rules_begun_ = true;
      if (line.value.empty() || line.value.size() > longest_pattern) return;
      add({one_spelling(line.value), line.key == "allow"});
    } else if (line.key == "crawl-delay") {
      set_delay(line.value);
    }
  }

  RobotRules rules() && { return found_us_ ? std::move(ours_) : std::move(anybodys_); }

 private:
  void add(const RobotRules::Rule& rule) {
    if (names_us_ && ours_.rules.size() < most_rules) ours_.rules.push_back(rule);
    if (names_all_ && anybodys_.rules.size() < most_rules) anybodys_.rules.push_back(rule);
  }

  void set_delay(std::string_view value) {
    double seconds = 0;
    const auto read = std::from_chars(value.data(), value.data() + value.size(), seconds);
    if (read.ec != std::errc() || !(seconds > 0)) return;
    const std::chrono::seconds delay(static_cast<int>(std::min(seconds, 86'400.0) + 0.999));
    if (names_us_) ours_.delay = delay;
    if (names_all_) anybodys_.delay = delay;
  }

  std::string product_;
  bool names_us_ = false, names_all_ = false, rules_begun_ = false, found_us_ = false;
  RobotRules ours_, anybodys_;
};

}  // namespace

bool RobotRules::allow(std::string_view path) const {
  const std::string spelled = one_spelling(path);
  const Rule* longest = nullptr;
  for (const Rule& rule : rules) {
    const bool longer = longest == nullptr || rule.pattern.size() > longest->pattern.size() ||
                        (rule.pattern.size() == longest->pattern.size() && rule.allow);
    if (longer && fits(rule.pattern, spelled)) longest = &rule;
  }
  return longest == nullptr || longest->allow;
}

RobotRules parse_robots(std::string_view text, std::string_view product) {
  text = text.substr(0, most_robots_bytes);
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  Reader reader(product);
  while (!text.empty()) {
    const std::size_t end = std::min(text.find_first_of("\r\n"), text.size());
    reader.take(read_line(text.substr(0, end)));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return std::move(reader).rules();
}

RobotRules all_allowed() { return {}; }
RobotRules all_forbidden() { return {{{"/", false}}, std::chrono::seconds(0)}; }

}  // namespace planmark
