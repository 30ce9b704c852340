#include "workbench/page_artist.h"

#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <condition_variable>
#include <csignal>
#include <cstring>
#include <mutex>
#include <vector>

#include "extract/pool.h"
#include "reports/png.h"

namespace planmark {
namespace {

// Orders and pictures travel as texts, each after its length. Both ends are ours: what is not as expected
// ends the conversation.
constexpr std::uint32_t longest_text = 256U << 20;

bool send_all(int socket, const char* bytes, std::size_t size) {
  while (size > 0) {
    const ssize_t sent = send(socket, bytes, size, MSG_NOSIGNAL);
    if (sent < 0 && errno == EINTR) continue;
    if (sent <= 0) return false;
    bytes += sent;
    size -= static_cast<std::size_t>(sent);
  }
  return true;
}

bool receive_all(int socket, char* bytes, std::size_t size) {
  while (size > 0) {
    const ssize_t got = recv(socket, bytes, size, 0);
    if (got < 0 && errno == EINTR) continue;
    if (got <= 0) return false;
    bytes += got;
    size -= static_cast<std::size_t>(got);
  }
  return true;
}

bool send_text(int socket, const std::string& text) {
  const auto size = static_cast<std::uint32_t>(text.size());
  char length[sizeof size];
  std::memcpy(length, &size, sizeof size);
  return send_all(socket, length, sizeof length) && send_all(socket, text.data(), text.size());
}

bool receive_text(int socket, std::string& text) {
  std::uint32_t size = 0;
  char length[sizeof size];
  if (!receive_all(socket, length, sizeof length)) return false;
  std::memcpy(&size, length, sizeof size);
  if (size > longest_text) return false;
  text.resize(size);
  return receive_all(socket, text.data(), size);
}

Result<std::string> drawn(const PageOrder& order, const Limits& limits) {
  Pool pool(limits, 1);
  pool.add({.id = 0,
            .file = order.file,
            .sha256 = order.sha256,
            .task = RenderPage{.page = order.page, .dpi = order.dpi}});
  std::optional<Outcome> outcome = pool.next();
  if (!outcome) return failure(ProblemKind::internal, "no picture was made");
  const Result<PagePicture> picture = get_as<PagePicture>(std::move(outcome->product));
  if (!picture) return tl::unexpected(picture.error());
  return png_of(*picture);
}

[[noreturn]] void serve_orders(int socket, const Limits& limits) {
  prctl(PR_SET_PDEATHSIG, SIGKILL);
  signal(SIGINT, SIG_IGN);  // Ctrl-C reaches the whole group; the server ends its helpers itself
  std::string file, sha256, numbers;
  while (receive_text(socket, file) && receive_text(socket, sha256) && receive_text(socket, numbers)) {
    PageOrder order{file, sha256, 0, 0};
    if (numbers.size() != 2 * sizeof order.page) break;
    std::memcpy(&order.page, numbers.data(), sizeof order.page);
    std::memcpy(&order.dpi, numbers.data() + sizeof order.page, sizeof order.dpi);
    const Result<std::string> picture = drawn(order, limits);
    const std::string kind = picture ? "" : name_of(picture.error().kind);
    if (!send_text(socket, kind) || !send_text(socket, picture ? *picture : picture.error().what)) break;
  }
  _exit(0);
}

struct Helper {
  pid_t process = -1;
  int socket = -1;
  bool busy = false;
};

Result<std::string> ordered(int socket, const PageOrder& order) {
  std::string numbers(2 * sizeof order.page, '\0'), kind, text;
  std::memcpy(numbers.data(), &order.page, sizeof order.page);
  std::memcpy(numbers.data() + sizeof order.page, &order.dpi, sizeof order.dpi);
  if (!send_text(socket, order.file.string()) || !send_text(socket, order.sha256) ||
      !send_text(socket, numbers) || !receive_text(socket, kind) || !receive_text(socket, text))
    return failure(ProblemKind::internal, "pages cannot be drawn: a helper process has ended", "",
                   "start planmark serve again");
  if (kind.empty()) return text;
  ProblemKind parsed = ProblemKind::internal;
  parse_name(kind, parsed);
  return failure(parsed, text);
}

}  // namespace

struct PageArtist::Rep {
  std::vector<Helper> helpers;
  std::mutex mutex;
  std::condition_variable freed;

  Helper& take() {
    std::unique_lock lock(mutex);
    for (;;) {
      for (Helper& helper : helpers)
        if (!helper.busy) {
          helper.busy = true;
          return helper;
        }
      freed.wait(lock);
    }
  }
  void give_back(Helper& helper) {
    {
      const std::lock_guard lock(mutex);
      helper.busy = false;
    }
    freed.notify_one();
  }
  ~Rep() {
    for (const Helper& helper : helpers) close(helper.socket);
    for (const Helper& helper : helpers) {
      kill(helper.process, SIGTERM);
      while (waitpid(helper.process, nullptr, 0) < 0 && errno == EINTR) continue;
    }
  }
};

PageArtist::PageArtist(std::unique_ptr<Rep> rep) : rep_(std::move(rep)) {}
PageArtist::PageArtist(PageArtist&&) noexcept = default;
PageArtist& PageArtist::operator=(PageArtist&&) noexcept = default;
PageArtist::~PageArtist() = default;

Result<PageArtist> PageArtist::start(unsigned helpers, const Limits& limits) {
  auto rep = std::make_unique<Rep>();
  for (unsigned i = 0; i < std::max(1U, helpers); ++i) {
    int ends[2];
    if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) != 0)
      return failure(ProblemKind::internal, "the system gives no socket for drawing pages");
    const pid_t process = fork();
    if (process == 0) {
      close(ends[0]);
      for (const Helper& other : rep->helpers) close(other.socket);
      serve_orders(ends[1], limits);
    }
    close(ends[1]);
    if (process < 0) {
      close(ends[0]);
      return failure(ProblemKind::internal, "the system gives no process for drawing pages");
    }
    rep->helpers.push_back({process, ends[0]});
  }
  return PageArtist(std::move(rep));
}

Result<std::string> PageArtist::draw(const PageOrder& order) {
  Helper& helper = rep_->take();
  Result<std::string> picture = ordered(helper.socket, order);
  rep_->give_back(helper);
  return picture;
}

}  // namespace planmark
