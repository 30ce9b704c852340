#include "workbench/http_server.h"

#include <boost/asio.hpp>
#include <boost/asio/as_tuple.hpp>
#include <boost/beast/core.hpp>
#include <boost/beast/http.hpp>

#include "base/ascii.h"
#include "base/format.h"

namespace planmark {
namespace {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = beast::http;
using Tcp = asio::ip::tcp;
using Parser = http::request_parser<http::string_body>;
using Reply = http::response<http::string_body>;

constexpr auto as_tuple = asio::as_tuple(asio::use_awaitable);

// What was sent is no request to be handled: said and then hung up on.
Response refusal(unsigned status, std::string_view why) { return plain_text(status, why); }

Response refusal_of(const beast::error_code& error) {
  if (error == http::error::header_limit) return refusal(431, "The headers are too long.");
  if (error == http::error::body_limit) return refusal(413, "That is more than planmark takes at once.");
  return refusal(400, "That is not an HTTP request.");
}

bool is_silence(const beast::error_code& error) {
  return error == http::error::end_of_stream || error == beast::error::timeout ||
         error == asio::error::operation_aborted || error == asio::error::connection_reset ||
         error == asio::error::eof || error == http::error::partial_message;
}

// Two readers of one message that take it for two different ones are how requests are smuggled.
bool is_ambiguous(const http::request<http::string_body>& message) {
  const auto hosts = message.count(http::field::host);
  const auto encodings = message.count(http::field::transfer_encoding);
  if (hosts != 1 || encodings > 1) return true;
  return encodings == 1 && !beast::iequals(message[http::field::transfer_encoding], "chunked");
}

Result<Request> request_of(const http::request<http::string_body>& message, std::string peer) {
  Request request;
  request.method = std::string(message.method_string());
  if (auto taken = take_target(std::string(message.target()), request); !taken)
    return tl::unexpected(taken.error());
  for (const auto& field : message)
    request.headers.emplace_back(lower_ascii(std::string(field.name_string())), std::string(field.value()));
  request.body = message.body();
  request.peer = std::move(peer);
  return request;
}

Reply reply_of(Response response, bool keep_alive, bool head_only) {
  Reply reply;
  reply.version(11);
  reply.result(response.status);
  for (const auto& [name, value] : response.headers) reply.insert(name, value);
  if (!response.type.empty()) reply.set(http::field::content_type, response.type);
  reply.keep_alive(keep_alive);
  const std::size_t size = response.body.size();
  if (!head_only) reply.body() = std::move(response.body);
  if (response.status == 304 || response.status == 204)
    reply.body().clear();
  else
    reply.content_length(size);
  return reply;
}

}  // namespace

struct HttpServer::Rep {
  ServerSettings settings;
  Handler handler;
  IsSlow is_slow;
  asio::thread_pool quick, slow;
  asio::io_context io{1};  // after the pools: what waits in it may hold on to them
  Tcp::acceptor acceptor{io};
  asio::signal_set signals{io};
  asio::steady_timer last_call{io};
  std::size_t connections = 0;
  bool stopping = false;

  Rep(const ServerSettings& given, Handler handle, IsSlow slowness)
      : settings(given),
        handler(std::move(handle)),
        is_slow(std::move(slowness)),
        quick(given.threads),
        slow(given.threads) {}

  Result<void> open();
  void begin_to_stop();
  void end_lanes();  // handlers that run come to their end
  asio::awaitable<void> accept();
  asio::awaitable<void> converse(beast::tcp_stream stream);
  asio::awaitable<bool> exchange(beast::tcp_stream& stream, beast::flat_buffer& buffer, std::string peer);
  asio::awaitable<Response> handled(const Request& request);
  asio::awaitable<bool> answer(beast::tcp_stream& stream, Response response, bool keep_alive, bool head_only);
};

Result<void> HttpServer::Rep::open() {
  const std::string place = format("{}:{}", settings.address, settings.port);
  beast::error_code error;
  const auto address = asio::ip::make_address(settings.address, error);
  if (error)
    return failure(ProblemKind::bad_input, format("\"{}\" is not an IP address", settings.address), "",
                   "127.0.0.1 is this machine alone, 0.0.0.0 all of its networks");
  const Tcp::endpoint endpoint(address, settings.port);
  acceptor.open(endpoint.protocol(), error);
  if (!error) acceptor.set_option(asio::socket_base::reuse_address(true), error);
  if (!error) acceptor.bind(endpoint, error);
  if (!error) acceptor.listen(asio::socket_base::max_listen_connections, error);
  if (error == asio::error::address_in_use)
    return failure(ProblemKind::storage, "another program listens there already", place,
                   "end it, or choose another port with --port");
  if (error)
    return failure(ProblemKind::bad_input, "cannot listen: " + error.message(), place,
                   "choose another --port or --listen");
  return {};
}

asio::awaitable<Response> HttpServer::Rep::handled(const Request& request) {
  Response response = handler(request);
  co_return response;
}

asio::awaitable<bool> HttpServer::Rep::answer(beast::tcp_stream& stream, Response response, bool keep_alive,
                                              bool head_only) {
  Reply reply = reply_of(std::move(response), keep_alive, head_only);
  http::response_serializer<http::string_body> serializer(reply);
  stream.expires_after(settings.patience);
  beast::error_code error;
  if (head_only) {
    auto [failed, bytes] = co_await http::async_write_header(stream, serializer, as_tuple);
    error = failed;
  } else {
    auto [failed, bytes] = co_await http::async_write(stream, serializer, as_tuple);
    error = failed;
  }
  co_return !error && keep_alive;
}

// One request and its answer; false when the conversation is over.
asio::awaitable<bool> HttpServer::Rep::exchange(beast::tcp_stream& stream, beast::flat_buffer& buffer,
                                                std::string peer) {
  Parser parser;
  parser.header_limit(static_cast<std::uint32_t>(settings.most_header_bytes));
  parser.body_limit(settings.most_body_bytes);
  stream.expires_after(settings.patience);
  auto [error, bytes] = co_await http::async_read_header(stream, buffer, parser, as_tuple);
  if (!error && beast::iequals(parser.get()[http::field::expect], "100-continue")) {
    http::response<http::empty_body> go_on{http::status::continue_, 11};
    auto [failed, sent] = co_await http::async_write(stream, go_on, as_tuple);
    error = failed;
  }
  if (!error) {
    auto [failed, got] = co_await http::async_read(stream, buffer, parser, as_tuple);
    error = failed;
  }
  if (error) {
    if (is_silence(error)) co_return false;
    Response refused = refusal_of(error);
    co_return co_await answer(stream, std::move(refused), false, false);
  }
  const auto& message = parser.get();
  const bool head_only = message.method() == http::verb::head;
  auto request = request_of(message, std::move(peer));
  if (is_ambiguous(message) || !request) {
    Response refused = refusal(400, "That is not a request that planmark answers.");
    co_return co_await answer(stream, std::move(refused), false, head_only);
  }
  if (head_only) request->method = "GET";
  stream.expires_never();
  asio::thread_pool& lane = is_slow && is_slow(*request) ? slow : quick;
  Response response = co_await asio::co_spawn(lane, handled(*request), asio::use_awaitable);
  const bool keep_alive = message.keep_alive() && !stopping;
  co_return co_await answer(stream, std::move(response), keep_alive, head_only);
}

asio::awaitable<void> HttpServer::Rep::converse(beast::tcp_stream stream) {
  beast::error_code ignored;
  const auto remote = stream.socket().remote_endpoint(ignored);
  const std::string peer = ignored ? "" : remote.address().to_string();
  stream.socket().set_option(Tcp::no_delay(true), ignored);
  beast::flat_buffer buffer;
  bool going_on = true;
  while (going_on && !stopping) going_on = co_await exchange(stream, buffer, peer);
  stream.socket().shutdown(Tcp::socket::shutdown_send, ignored);
  // What is still on its way is read and dropped, or the other end might lose the answer to a reset.
  stream.expires_after(std::chrono::milliseconds(500));
  char dropped[4096];
  std::size_t left = 1 << 20;
  while (left > 0) {
    auto [error, bytes] = co_await stream.async_read_some(asio::buffer(dropped), as_tuple);
    if (error) break;
    left -= std::min(left, bytes);
  }
}

asio::awaitable<void> HttpServer::Rep::accept() {
  while (!stopping) {
    auto [error, socket] = co_await acceptor.async_accept(as_tuple);
    if (stopping) break;
    if (error) {
      // Out of descriptors, perhaps: others will close theirs.
      asio::steady_timer pause(io, std::chrono::milliseconds(50));
      co_await pause.async_wait(as_tuple);
      continue;
    }
    if (connections >= settings.most_connections) continue;
    ++connections;
    asio::co_spawn(io, converse(beast::tcp_stream(std::move(socket))), [this](std::exception_ptr) {
      --connections;
      if (stopping && connections == 0) io.stop();
    });
  }
}

void HttpServer::Rep::begin_to_stop() {
  if (stopping) return;
  stopping = true;
  beast::error_code ignored;
  acceptor.close(ignored);
  signals.cancel(ignored);
  if (connections == 0) return io.stop();
  last_call.expires_after(std::min<std::chrono::milliseconds>(settings.patience, std::chrono::seconds(2)));
  last_call.async_wait([this](beast::error_code) { io.stop(); });
}

void HttpServer::Rep::end_lanes() {
  quick.stop();
  slow.stop();
  quick.join();
  slow.join();
}

HttpServer::HttpServer(std::unique_ptr<Rep> rep) : rep_(std::move(rep)) {}
HttpServer::HttpServer(HttpServer&&) noexcept = default;
HttpServer& HttpServer::operator=(HttpServer&&) noexcept = default;

HttpServer::~HttpServer() {
  if (rep_) rep_->end_lanes();
}

Result<HttpServer> HttpServer::listen(const ServerSettings& settings, Handler handler, IsSlow is_slow) {
  try {
    auto rep = std::make_unique<Rep>(settings, std::move(handler), std::move(is_slow));
    if (auto opened = rep->open(); !opened) return tl::unexpected(opened.error());
    return HttpServer(std::move(rep));
  } catch (const std::exception& error) {
    return failure(ProblemKind::internal, format("the server cannot start: {}", error.what()));
  }
}

std::uint16_t HttpServer::port() const {
  beast::error_code error;
  const auto endpoint = rep_->acceptor.local_endpoint(error);
  return error ? rep_->settings.port : endpoint.port();
}

void HttpServer::serve() {
  if (rep_->settings.end_on_signals) {
    beast::error_code ignored;
    rep_->signals.add(SIGINT, ignored);
    rep_->signals.add(SIGTERM, ignored);
    rep_->signals.async_wait([rep = rep_.get()](beast::error_code error, int) {
      if (!error) rep->begin_to_stop();
    });
  }
  asio::co_spawn(rep_->io, rep_->accept(), asio::detached);
  rep_->io.run();
  rep_->end_lanes();
}

void HttpServer::stop() {
  asio::post(rep_->io, [rep = rep_.get()] { rep->begin_to_stop(); });
}

}  // namespace planmark
