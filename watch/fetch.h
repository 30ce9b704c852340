// One request over HTTP and its reply; redirects are not followed here (watch/visitor.h). The door to
// libcurl.
#pragma once

#include <chrono>
#include <cstddef>
#include <functional>
#include <memory>
#include <string>

#include "base/result.h"
#include "watch/address.h"

namespace planmark {

struct FetchRequest {
  Address address;
  std::string etag{}, modified{};  // of what is had already: the reply may then be 304. Empty: not asked
  std::size_t cut_at = 0;  // the rest after so many bytes is not read; 0: more than the limit is an error
};

struct FetchReply {
  int status = 0;  // of HTTP: 200, 304, 404, ...
  std::string bytes{};
  // Header fields as they came; empty when they did not.
  std::string etag{}, modified{}, location{}, retry_after{}, content_disposition{};
};

// Errors: timed_out; too_large; interrupted; bad_input (an address of a local network); not_found (no answer:
// no such host, connection refused, certificate not trusted), each naming the address and the cause.
using Fetch = std::function<Result<FetchReply>(const FetchRequest&)>;

struct FetchLimits {
  std::chrono::seconds time{120};  // for one request, to connect and to the last byte
  std::size_t bytes = 100U << 20U;
  bool private_addresses = false;  // also networks of one's own (watch/public_address.h); for tests
};

// `stop` is asked all the time; when it says true the request ends as interrupted. Certificates are verified;
// proxies, cookies, passwords and compressed replies are not used.
Fetch network_fetch(const std::string& user_agent, const FetchLimits& limits, std::function<bool()> stop);

}  // namespace planmark
