// One request and its response, as values: what handlers see of HTTP.
#pragma once

#include <charconv>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.h"

namespace planmark {

// Names and values in the order in which they came; a name may come several times.
using Fields = std::vector<std::pair<std::string, std::string>>;

// The first value of that name; empty where there is none.
std::string_view value_of(const Fields& fields, std::string_view name);
std::vector<std::string> values_of(const Fields& fields, std::string_view name);

struct Request {
  std::string method;                 // "GET", "POST", ...
  std::string path;                   // as it came, without the query: "/desk/3fa9/LEAD-01"
  std::vector<std::string> segments;  // of the path, decoded: {"desk", "3fa9", "LEAD-01"}
  Fields query;                       // decoded
  Fields headers;                     // names in small letters
  std::string body;
  std::string peer;  // the other end's address
};

struct Response {
  unsigned status = 200;
  std::string type = "text/html; charset=utf-8";
  std::string body;
  Fields headers;         // beside those that the server adds
  std::string refusal{};  // why, where it refuses somebody something: noted, not sent
};

// Takes a target ("/a/b%20c?d=e") apart into path, segments and query. Errors: bad_input, for what no page of
// ours is called: a relative path, bad escapes, "." and "..", empty segments, and slashes, backslashes,
// control characters or bytes that are not UTF-8 inside a segment.
Result<void> take_target(std::string_view target, Request& request);

// application/x-www-form-urlencoded. Errors: bad_input for bad escapes, NUL, and what is not UTF-8.
Result<Fields> parse_form(std::string_view body);

// "a%20b" and, in forms, "a+b" is "a b".
Result<std::string> percent_decoded(std::string_view text, bool plus_is_space);
// Everything but unreserved characters as %XX: for a segment or a value of a query.
std::string percent_encoded(std::string_view text);

// A whole number that the type holds; nullopt for any other text.
template <class Number>
std::optional<Number> number_of(std::string_view text) {
  Number number{};
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  return number;
}

// The value of one cookie; empty where there is none.
std::string cookie(const Request& request, std::string_view name);

Response redirect(std::string where);                         // 303: go on with a GET
Response plain_text(unsigned status, std::string_view text);  // for what has no page

}  // namespace planmark
