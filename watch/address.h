// Web addresses in one spelling: the same place is the same text.
//
// Only http and https; the host in small letters, no default port, no "..", no fragment; spaces and letters
// outside ASCII are percent-encoded.
#pragma once

#include <string>
#include <string_view>

#include "base/result.h"

namespace planmark {

struct Address {
  std::string text;    // "https://www.example.org/plans/plan.pdf?version=2"
  std::string origin;  // "https://www.example.org", with the port where it is not the usual one
  std::string host;    // "www.example.org"
  std::string path;    // "/plans/plan.pdf?version=2": with the query, never empty
  bool secure = false;
  friend bool operator==(const Address&, const Address&) = default;
};

// Longer ones are refused.
inline constexpr std::size_t longest_address = 2000;

// Errors: bad_input: no whole address, another scheme than http and https, one with a name or password in it,
// longer than longest_address.
Result<Address> parse_address(std::string_view text);
// What a link with this text leads to from `base`. Errors: as above.
Result<Address> resolve(const Address& base, std::string_view reference);

// The last part of the path, decoded; the host where the path has none. What a Content-Disposition header
// names goes first. Without folders and control characters; never empty.
std::string file_name_of(const Address& address, std::string_view content_disposition = {});

}  // namespace planmark
