// HTTP/1.1 over TCP: the one home of Boost.Beast. One thread reads and writes; handlers run on a few others.
//
// What it refuses before any handler sees it, and closes the connection after: headers or bodies that are too
// long (431, 413), what is not HTTP, two Host headers or none, any Transfer-Encoding but "chunked", a target
// that take_target() refuses (400). Who sends nothing for `patience` is cut off; so is who takes longer over
// one request.
//
// TLS is the work of a proxy in front (docs/serve.md).
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>

#include "base/result.h"
#include "workbench/request.h"

namespace planmark {

struct ServerSettings {
  std::string address = "127.0.0.1";  // an IPv4 or IPv6 address
  std::uint16_t port = 8642;          // 0: any that is free
  std::size_t most_header_bytes = 16 << 10;
  std::size_t most_body_bytes = 1 << 20;
  std::size_t most_connections = 512;  // further ones are closed at once
  std::chrono::milliseconds patience = std::chrono::seconds(30);
  unsigned threads = 4;
  bool end_on_signals = false;  // SIGINT and SIGTERM are stop()
};

class HttpServer {
 public:
  using Handler = std::function<Response(const Request&)>;
  // Such requests may take long and have threads of their own, so that others need not wait for them.
  using IsSlow = std::function<bool(const Request&)>;

  // Handlers are called from several threads at once and must not throw. Errors: bad_input (an address that
  // is none, or not of this machine), storage (the port is in use or may not be used).
  static Result<HttpServer> listen(const ServerSettings& settings, Handler handler, IsSlow is_slow);
  ~HttpServer();
  HttpServer(HttpServer&&) noexcept;
  HttpServer& operator=(HttpServer&&) noexcept;

  std::uint16_t port() const;
  // Until stop(); then answers what has been asked (for `patience` at most) and returns.
  void serve();
  // From any thread.
  void stop();

 private:
  struct Rep;
  explicit HttpServer(std::unique_ptr<Rep> rep);
  std::unique_ptr<Rep> rep_;
};

}  // namespace planmark
