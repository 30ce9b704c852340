#include "watch/fetch.h"

#include <arpa/inet.h>
#include <curl/curl.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstdint>

#include "base/format.h"
#include "watch/public_address.h"

namespace planmark {
namespace {

constexpr std::size_t longest_header = 1000;  // a validator that is longer is not kept

struct EasyCloser {
  void operator()(CURL* handle) const { curl_easy_cleanup(handle); }
};
struct ListCloser {
  void operator()(curl_slist* list) const { curl_slist_free_all(list); }
};
using Headers = std::unique_ptr<curl_slist, ListCloser>;

// What libcurl's callbacks know of the request that is under way.
struct Transfer {
  const FetchLimits& limits;
  const std::function<bool()>& stop;
  std::size_t most = 0;
  bool may_cut = false;
  bool was_cut = false, too_large = false, stopped = false, was_private = false;
  std::string bytes{};
};

std::size_t take_bytes(char* data, std::size_t, std::size_t size, void* user) {
  Transfer& transfer = *static_cast<Transfer*>(user);
  const std::size_t room = transfer.most - transfer.bytes.size();
  if (size <= room) {
    transfer.bytes.append(data, size);
    return size;
  }
  transfer.bytes.append(data, transfer.may_cut ? room : 0);
  (transfer.may_cut ? transfer.was_cut : transfer.too_large) = true;
  return 0;
}

int ask_to_stop(void* user, curl_off_t, curl_off_t, curl_off_t, curl_off_t) {
  Transfer& transfer = *static_cast<Transfer*>(user);
  transfer.stopped = transfer.stopped || transfer.stop();
  return transfer.stopped ? 1 : 0;
}

bool is_public(const sockaddr& address) {
  if (address.sa_family == AF_INET) {
    const auto& v4 = reinterpret_cast<const sockaddr_in&>(address).sin_addr;
    return is_public_address({reinterpret_cast<const std::uint8_t*>(&v4), sizeof v4});
  }
  if (address.sa_family != AF_INET6) return false;
  const auto& v6 = reinterpret_cast<const sockaddr_in6&>(address).sin6_addr;
  return is_public_address({reinterpret_cast<const std::uint8_t*>(&v6), sizeof v6});
}

// Judges the very address that is connected to, whatever the name was said to mean before.
curl_socket_t open_public_socket(void* user, curlsocktype, curl_sockaddr* address) {
  Transfer& transfer = *static_cast<Transfer*>(user);
  if (!transfer.limits.private_addresses && !is_public(address->addr)) {
    transfer.was_private = true;
    return CURL_SOCKET_BAD;
  }
  return socket(address->family, address->socktype | SOCK_CLOEXEC, address->protocol);
}

std::string header(CURL* handle, const char* name) {
  curl_header* found = nullptr;
  if (curl_easy_header(handle, name, 0, CURLH_HEADER, -1, &found) != CURLHE_OK) return {};
  const std::string value = found->value;
  return value.size() <= 2 * longest_header ? value : "";
}

Headers validators_of(const FetchRequest& request) {
  curl_slist* list = nullptr;
  if (!request.etag.empty()) list = curl_slist_append(list, ("If-None-Match: " + request.etag).c_str());
  if (!request.modified.empty())
    list = curl_slist_append(list, ("If-Modified-Since: " + request.modified).c_str());
  return Headers(list);
}

Problem problem_of(CURLcode code, const char* said, const Transfer& transfer, const FetchRequest& request) {
  Problem problem{ProblemKind::not_found, "", request.address.text, ""};
  if (transfer.stopped) return {ProblemKind::interrupted, "interrupted", request.address.text, ""};
  if (transfer.too_large)
    return {ProblemKind::too_large, format("larger than {} MiB", transfer.limits.bytes >> 20U),
            request.address.text, "--size-limit allows more"};
  if (transfer.was_private)
    return {ProblemKind::bad_input, "an address of this machine or of a local network", request.address.text,
            ""};
  if (code == CURLE_OPERATION_TIMEDOUT)
    return {ProblemKind::timed_out, format("no whole answer within {} seconds", transfer.limits.time.count()),
            request.address.text, ""};
  problem.what = format("no answer: {}", *said != '\0' ? said : curl_easy_strerror(code));
  return problem;
}

class Fetcher {
 public:
  Fetcher(std::string user_agent, const FetchLimits& limits, std::function<bool()> stop)
      : user_agent_(std::move(user_agent)), limits_(limits), stop_(std::move(stop)) {
    curl_global_init(CURL_GLOBAL_DEFAULT);
    handle_.reset(curl_easy_init());
  }

  Result<FetchReply> get(const FetchRequest& request) {
    if (!handle_) return failure(ProblemKind::internal, "libcurl could not be started");
    Transfer transfer{.limits = limits_, .stop = stop_};
    transfer.may_cut = request.cut_at > 0;
    transfer.most = transfer.may_cut ? request.cut_at : limits_.bytes;
    const Headers headers = validators_of(request);
    std::array<char, CURL_ERROR_SIZE> said{};
    prepare(request, transfer, headers.get(), said.data());
    const CURLcode code = curl_easy_perform(handle_.get());
    if (code != CURLE_OK && !transfer.was_cut)
      return tl::unexpected(problem_of(code, said.data(), transfer, request));
    return reply(std::move(transfer.bytes));
  }

 private:
  void prepare(const FetchRequest& request, Transfer& transfer, curl_slist* headers, char* said) {
    CURL* curl = handle_.get();
    curl_easy_reset(curl);  // connections are kept
    curl_easy_setopt(curl, CURLOPT_URL, request.address.text.c_str());
    curl_easy_setopt(curl, CURLOPT_PROTOCOLS_STR, "http,https");
    curl_easy_setopt(curl, CURLOPT_USERAGENT, user_agent_.c_str());
    curl_easy_setopt(curl, CURLOPT_HTTPHEADER, headers);
    curl_easy_setopt(curl, CURLOPT_PROXY, "");
    curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(curl, CURLOPT_CONNECTTIMEOUT,
                     static_cast<long>(std::min<long>(30, limits_.time.count())));
    curl_easy_setopt(curl, CURLOPT_TIMEOUT, static_cast<long>(limits_.time.count()));
    curl_easy_setopt(curl, CURLOPT_ERRORBUFFER, said);
    curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, take_bytes);
    curl_easy_setopt(curl, CURLOPT_WRITEDATA, &transfer);
    curl_easy_setopt(curl, CURLOPT_NOPROGRESS, 0L);
    curl_easy_setopt(curl, CURLOPT_XFERINFOFUNCTION, ask_to_stop);
    curl_easy_setopt(curl, CURLOPT_XFERINFODATA, &transfer);
    curl_easy_setopt(curl, CURLOPT_OPENSOCKETFUNCTION, open_public_socket);
    curl_easy_setopt(curl, CURLOPT_OPENSOCKETDATA, &transfer);
  }

  FetchReply reply(std::string bytes) {
    CURL* curl = handle_.get();
    long status = 0;
    curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, &status);
    FetchReply reply{.status = static_cast<int>(status), .bytes = std::move(bytes)};
    reply.etag = header(curl, "ETag");
    reply.modified = header(curl, "Last-Modified");
    reply.location = header(curl, "Location");
    reply.retry_after = header(curl, "Retry-After");
    reply.content_disposition = header(curl, "Content-Disposition");
    return reply;
  }

  std::string user_agent_;
  FetchLimits limits_;
  std::function<bool()> stop_;
  std::unique_ptr<CURL, EasyCloser> handle_;
};

}  // namespace

Fetch network_fetch(const std::string& user_agent, const FetchLimits& limits, std::function<bool()> stop) {
  auto fetcher = std::make_shared<Fetcher>(user_agent, limits, std::move(stop));
  return [fetcher](const FetchRequest& request) { return fetcher->get(request); };
}

}  // namespace planmark
