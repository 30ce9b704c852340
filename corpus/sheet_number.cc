#include "corpus/sheet_number.h"

#include <chrono>
#include <cmath>

#include "base/format.h"

namespace planmark {
namespace {

constexpr std::int64_t seconds_a_day = 86'400;
constexpr double last_day = 2'958'466;  // 1 January 10000
constexpr int first_own_format = 164;

// The code without what is shown as it stands: "text", \x, _x, *x and [conditions].
std::string letters_of(std::string_view code) {
  std::string letters;
  for (std::size_t at = 0; at < code.size(); ++at) {
    const char c = code[at];
    if (c == '"' || c == '[') {
      at = code.find(c == '"' ? '"' : ']', at + 1);
      if (at == std::string_view::npos) break;
    } else if (c == '\\' || c == '_' || c == '*') {
      ++at;
    } else {
      letters += c;
    }
  }
  return letters;
}

}  // namespace

std::string number_text(double value) { return format("{:.15g}", value == 0 ? 0 : value); }

std::optional<std::string> date_text(double days, bool from_1904) {
  if (!(days >= 0 && days < last_day)) return std::nullopt;
  const auto seconds = static_cast<std::int64_t>(std::llround(days * static_cast<double>(seconds_a_day)));
  const std::int64_t day = seconds / seconds_a_day, second = seconds % seconds_a_day;
  const std::string time = format("{:02}:{:02}:{:02}", second / 3600, second / 60 % 60, second % 60);
  if (day == 0 && !from_1904) return time;
  if (day <= 60 && !from_1904) return std::nullopt;
  using namespace std::chrono;
  const sys_days begin = from_1904 ? sys_days(year(1904) / 1 / 1) : sys_days(year(1899) / 12 / 30);
  const year_month_day date(begin + std::chrono::days(day));
  const std::string text = format("{:04}-{:02}-{:02}", static_cast<int>(date.year()),
                                  static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
  return second == 0 ? text : text + "T" + time;
}

bool is_date_format(std::uint32_t id, std::string_view code) {
  if (id < first_own_format && code.empty())
    return (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) ||
           (id >= 50 && id <= 58);
  return letters_of(code).find_first_of("dDmMyYhHsS") != std::string::npos;
}

}  // namespace planmark
