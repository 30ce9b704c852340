#include "tests/support/web_server.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <atomic>
#include <mutex>
#include <thread>

namespace planmark {

struct WebServer::Rep {
  int socket = -1;
  std::uint16_t port = 0;
  std::atomic<bool> stop = false;
  std::thread thread;
  mutable std::mutex mutex;
  std::map<std::string, WebAnswer> answers;
  std::vector<std::string> asked;

  std::string answer_to(const std::string& request) {
    const std::scoped_lock lock(mutex);
    asked.push_back(request);
    const std::size_t path = request.find(' ') + 1;
    const auto found = answers.find(request.substr(path, request.find(' ', path) - path));
    WebAnswer answer = found == answers.end() ? WebAnswer{.status = 404, .body = "not here"} : found->second;
    if (answer.silent) return "";
    const auto etag = answer.headers.find("ETag");
    if (etag != answer.headers.end() &&
        request.find("If-None-Match: " + etag->second + "\r\n") != std::string::npos)
      answer = {.status = 304, .headers = answer.headers};
    std::string text = "HTTP/1.1 " + std::to_string(answer.status) + " X\r\nConnection: close\r\n";
    for (const auto& [name, value] : answer.headers) text += name + ": " + value + "\r\n";
    return text + "Content-Length: " + std::to_string(answer.body.size()) + "\r\n\r\n" + answer.body;
  }

  void serve(int client) {
    std::string request;
    std::array<char, 4096> buffer{};
    while (request.find("\r\n\r\n") == std::string::npos) {
      const ssize_t size = recv(client, buffer.data(), buffer.size(), 0);
      if (size <= 0) break;
      request.append(buffer.data(), static_cast<std::size_t>(size));
    }
    const std::string answer = answer_to(request);
    for (std::size_t sent = 0; sent < answer.size();) {
      const ssize_t size = send(client, answer.data() + sent, answer.size() - sent, MSG_NOSIGNAL);
      if (size <= 0) break;
      sent += static_cast<std::size_t>(size);
    }
    close(client);
  }

  void run() {
    while (!stop) {
      pollfd ready{socket, POLLIN, 0};
      if (poll(&ready, 1, 20) > 0) serve(accept4(socket, nullptr, nullptr, SOCK_CLOEXEC));
    }
  }
};

WebServer::WebServer() : rep_(std::make_unique<Rep>()) {
  rep_->socket = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  socklen_t size = sizeof address;
  bind(rep_->socket, reinterpret_cast<sockaddr*>(&address), size);
  listen(rep_->socket, 16);
  getsockname(rep_->socket, reinterpret_cast<sockaddr*>(&address), &size);
  rep_->port = ntohs(address.sin_port);
  rep_->thread = std::thread([rep = rep_.get()] { rep->run(); });
}

WebServer::~WebServer() {
  rep_->stop = true;
  rep_->thread.join();
  close(rep_->socket);
}

void WebServer::set(const std::string& path, WebAnswer answer) {
  const std::scoped_lock lock(rep_->mutex);
  rep_->answers[path] = std::move(answer);
}

void WebServer::remove(const std::string& path) {
  const std::scoped_lock lock(rep_->mutex);
  rep_->answers.erase(path);
}

std::string WebServer::address(const std::string& path) const {
  return "http://127.0.0.1:" + std::to_string(rep_->port) + path;
}

std::vector<std::string> WebServer::asked() const {
  const std::scoped_lock lock(rep_->mutex);
  return rep_->asked;
}

std::vector<std::string> WebServer::take_paths() {
  const std::scoped_lock lock(rep_->mutex);
  std::vector<std::string> paths;
  for (const std::string& request : rep_->asked) {
    const std::size_t path = request.find(' ') + 1;
    paths.push_back(request.substr(path, request.find(' ', path) - path));
  }
  rep_->asked.clear();
  return paths;
}

}  // namespace planmark
