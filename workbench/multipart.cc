#include "workbench/multipart.h"

#include "base/ascii.h"

namespace planmark {
namespace {

constexpr std::size_t most_parts = 100;

tl::unexpected<Problem> bad_form() {
  return failure(ProblemKind::bad_input, "the form with its file has not come whole", "", "send it again");
}

// What follows `name` and "=", quoted or not; empty where there is none.
std::string parameter(std::string_view header, std::string_view name) {
  const std::string wanted = std::string(name) + "=";
  const std::string lower = lower_ascii(header);
  for (std::size_t at = lower.find(wanted); at != std::string::npos; at = lower.find(wanted, at + 1)) {
    if (at > 0 && lower[at - 1] != ' ' && lower[at - 1] != ';') continue;
    std::string_view value = header.substr(at + wanted.size());
    if (value.starts_with('"')) {
      value.remove_prefix(1);
      const std::size_t quote = value.find('"');
      return quote == std::string_view::npos ? "" : std::string(value.substr(0, quote));
    }
    return std::string(value.substr(0, value.find_first_of("; \r\n")));
  }
  return {};
}

}  // namespace

Result<Fields> parse_multipart(const Request& request) {
  const std::string boundary = parameter(value_of(request.headers, "content-type"), "boundary");
  if (boundary.empty() || boundary.size() > 70) return bad_form();
  const std::string mark = "\r\n--" + boundary;
  const std::string whole = "\r\n" + request.body;
  std::string_view rest = whole;
  Fields fields;
  if (!rest.starts_with(mark)) return bad_form();
  rest.remove_prefix(mark.size());
  while (!rest.starts_with("--")) {
    const std::size_t head = rest.find("\r\n\r\n"), end = rest.find(mark);
    if (!rest.starts_with("\r\n") || head == std::string_view::npos || end == std::string_view::npos ||
        end < head + 2 || fields.size() == most_parts)
      return bad_form();
    const std::string name = parameter(rest.substr(0, head), "name");
    if (name.empty()) return bad_form();
    const std::size_t begin = head + 4;
    fields.emplace_back(name, end > begin ? std::string(rest.substr(begin, end - begin)) : "");
    rest.remove_prefix(end + mark.size());
  }
  return fields;
}

}  // namespace planmark
