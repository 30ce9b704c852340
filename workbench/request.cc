#include "workbench/request.h"

#include <algorithm>

#include "base/format.h"
#include "base/utf8.h"

namespace planmark {
namespace {

int digit_of(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

bool is_control(char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; }

bool is_fit_for_a_segment(std::string_view text) {
  return !text.empty() && text != "." && text != ".." && is_valid_utf8(text) &&
         std::none_of(text.begin(), text.end(),
                      [](char c) { return c == '/' || c == '\\' || is_control(c); });
}

tl::unexpected<Problem> bad_target() {
  return failure(ProblemKind::bad_input, "the address is not one that a page of planmark has");
}

}  // namespace

std::string_view value_of(const Fields& fields, std::string_view name) {
  const auto found =
      std::find_if(fields.begin(), fields.end(), [&](const auto& field) { return field.first == name; });
  return found == fields.end() ? std::string_view{} : std::string_view(found->second);
}

std::vector<std::string> values_of(const Fields& fields, std::string_view name) {
  std::vector<std::string> values;
  for (const auto& [key, value] : fields)
    if (key == name) values.push_back(value);
  return values;
}

Result<std::string> percent_decoded(std::string_view text, bool plus_is_space) {
  std::string decoded;
  decoded.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '+' && plus_is_space) {
      decoded += ' ';
    } else if (text[i] == '%') {
      const int high = i + 2 < text.size() ? digit_of(text[i + 1]) : -1;
      const int low = i + 2 < text.size() ? digit_of(text[i + 2]) : -1;
      if (high < 0 || low < 0) return failure(ProblemKind::bad_input, "a percent sign without two digits");
      decoded += static_cast<char>(high * 16 + low);
      i += 2;
    } else {
      decoded += text[i];
    }
  }
  if (!is_valid_utf8(decoded) || decoded.find('\0') != std::string::npos)
    return failure(ProblemKind::bad_input, "bytes that are not text");
  return decoded;
}

std::string percent_encoded(std::string_view text) {
  std::string encoded;
  for (const char c : text) {
    const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                       std::string_view("-._~").find(c) != std::string_view::npos;
    if (plain)
      encoded += c;
    else
      encoded += format("%{:02X}", static_cast<unsigned char>(c));
  }
  return encoded;
}

Result<Fields> parse_form(std::string_view body) {
  Fields fields;
  while (!body.empty()) {
    const std::string_view pair = body.substr(0, body.find('&'));
    body.remove_prefix(std::min(pair.size() + 1, body.size()));
    if (pair.empty()) continue;
    const std::size_t equals = std::min(pair.find('='), pair.size());
    auto name = percent_decoded(pair.substr(0, equals), true);
    auto value = percent_decoded(pair.substr(std::min(equals + 1, pair.size())), true);
    if (!name) return tl::unexpected(name.error());
    if (!value) return tl::unexpected(value.error());
    fields.emplace_back(std::move(*name), std::move(*value));
  }
  return fields;
}

Result<void> take_target(std::string_view target, Request& request) {
  const std::size_t question = std::min(target.find('?'), target.size());
  std::string_view rest = target.substr(0, question);
  if (rest.empty() || rest.front() != '/') return bad_target();
  request.path = std::string(rest);
  rest.remove_prefix(1);
  while (!rest.empty()) {
    const std::string_view segment = rest.substr(0, rest.find('/'));
    auto decoded = percent_decoded(segment, false);
    const bool slash_at_end = segment.size() + 1 == rest.size();
    if (!decoded || !is_fit_for_a_segment(*decoded) || slash_at_end) return bad_target();
    request.segments.push_back(std::move(*decoded));
    rest.remove_prefix(std::min(segment.size() + 1, rest.size()));
  }
  auto query = parse_form(target.substr(std::min(question + 1, target.size())));
  if (!query) return bad_target();
  request.query = std::move(*query);
  return {};
}

std::string cookie(const Request& request, std::string_view name) {
  for (const std::string& header : values_of(request.headers, "cookie")) {
    std::string_view rest = header;
    while (!rest.empty()) {
      std::string_view pair = rest.substr(0, rest.find(';'));
      rest.remove_prefix(std::min(pair.size() + 1, rest.size()));
      pair.remove_prefix(std::min(pair.find_first_not_of(' '), pair.size()));
      if (pair.substr(0, pair.find('=')) == name && pair.size() > name.size())
        return std::string(pair.substr(name.size() + 1));
    }
  }
  return {};
}

Response redirect(std::string where) {
  Response response;
  response.status = 303;
  response.headers.emplace_back("Location", std::move(where));
  return response;
}

Response plain_text(unsigned status, std::string_view text) {
  return {status, "text/plain; charset=utf-8", std::string(text) + "\n", {}};
}

}  // namespace planmark
