#include "workbench/confined_work.h"

#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <condition_variable>
#include <csignal>
#include <cstring>
#include <initializer_list>
#include <mutex>
#include <vector>

#include "corpus/sheet_table.h"
#include "extract/pool.h"
#include "extract/wire.h"
#include "reports/png.h"

namespace planmark {
namespace {

// Orders and what comes of them travel as texts, each after its length. Both ends are ours: what is not as
// expected ends the conversation.
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

// C1 controls too, which UTF-8 writes as C2 80 to C2 9F.
std::string without_controls(std::string text) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    const auto before = static_cast<unsigned char>(i == 0 ? ' ' : text[i - 1]);
    if (byte < 0x20 || byte == 0x7F) text[i] = ' ';
    if (before == 0xC2 && byte < 0xA0 && byte >= 0x80) text[i - 1] = text[i] = ' ';
  }
  return text;
}

bool send_texts(int socket, std::initializer_list<std::string> texts) {
  return std::all_of(texts.begin(), texts.end(),
                     [&](const std::string& text) { return send_text(socket, text); });
}

// Numbers as the process has them: both ends are the same program.
std::string packed(const PageOrder& order) {
  std::string numbers(2 * sizeof order.page, '\0');
  std::memcpy(numbers.data(), &order.page, sizeof order.page);
  std::memcpy(numbers.data() + sizeof order.page, &order.dpi, sizeof order.dpi);
  return numbers;
}

Result<std::string> drawn(const PageOrder& order, const ConfinedWork::Settings& settings) {
  return get_as<PagePicture>(
             do_alone(settings.drawing, {.file = order.file,
                                         .sha256 = order.sha256,
                                         .password = settings.password,
                                         .made_pdf = order.made_pdf,
                                         .task = RenderPage{.page = order.page, .dpi = order.dpi}}))
      .and_then(png_of);
}

// What a worker does with a table, and the one thing here that reads bytes which somebody sent.
Result<Product> read_rows(std::string_view bytes, const Job& job) {
  auto rows = parse_table(bytes, job.file.string());
  if (!rows) return tl::unexpected(rows.error());
  for (TextRow& row : *rows)
    for (std::string& cell : row.cells) cell = without_controls(std::move(cell));
  return TextTable{std::move(*rows)};
}

// As encode() has it: the server does not trust the worker any more than a document's.
std::string table_of(const std::string& name, std::string bytes, const Limits& limits) {
  return encode(do_alone(limits, {.file = name, .bytes = std::move(bytes), .task = ReadSheet{}}, read_rows));
}

bool serve_page(int socket, const ConfinedWork::Settings& settings) {
  std::string file, made_pdf, numbers;
  PageOrder order;
  if (!receive_text(socket, file) || !receive_text(socket, made_pdf) || !receive_text(socket, order.sha256) ||
      !receive_text(socket, numbers) || numbers.size() != 2 * sizeof order.page)
    return false;
  order.file = file;
  order.made_pdf = made_pdf;
  std::memcpy(&order.page, numbers.data(), sizeof order.page);
  std::memcpy(&order.dpi, numbers.data() + sizeof order.page, sizeof order.dpi);
  const Result<std::string> picture = drawn(order, settings);
  if (!picture) return send_texts(socket, {name_of(picture.error().kind), picture.error().what});
  return send_texts(socket, {"", *picture});
}

bool serve_table(int socket, const Limits& limits) {
  std::string name, bytes;
  return receive_text(socket, name) && receive_text(socket, bytes) &&
         send_texts(socket, {"", table_of(name, std::move(bytes), limits)});
}

[[noreturn]] void serve_orders(int socket, const ConfinedWork::Settings& settings) {
  prctl(PR_SET_PDEATHSIG, SIGKILL);
  signal(SIGINT, SIG_IGN);  // Ctrl-C reaches the whole group; the server ends its helpers itself
  std::string what;
  while (receive_text(socket, what) && (what == "page"    ? serve_page(socket, settings)
                                        : what == "table" ? serve_table(socket, settings.reading)
                                                          : false))
    continue;
  _exit(0);
}

struct Helper {
  pid_t process = -1;
  int socket = -1;
  bool busy = false;
};

Result<std::string> ordered(int socket, std::initializer_list<std::string> order) {
  std::string kind, text;
  if (!send_texts(socket, order) || !receive_text(socket, kind) || !receive_text(socket, text))
    return failure(ProblemKind::internal, "this cannot be done now: a helper process has ended", "",
                   "start planmark serve again");
  if (kind.empty()) return text;
  ProblemKind parsed = ProblemKind::internal;
  parse_name(kind, parsed);
  return failure(parsed, text);
}

}  // namespace

struct ConfinedWork::Rep {
  std::vector<Helper> helpers;
  std::mutex mutex;
  std::condition_variable freed;

  Result<std::string> have_done(std::initializer_list<std::string> order);
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

ConfinedWork::ConfinedWork(std::unique_ptr<Rep> rep) : rep_(std::move(rep)) {}
ConfinedWork::ConfinedWork(ConfinedWork&&) noexcept = default;
ConfinedWork& ConfinedWork::operator=(ConfinedWork&&) noexcept = default;
ConfinedWork::~ConfinedWork() = default;

Result<ConfinedWork> ConfinedWork::start(const Settings& settings) {
  auto rep = std::make_unique<Rep>();
  for (unsigned i = 0; i < std::max(1U, settings.helpers); ++i) {
    int ends[2];
    if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) != 0)
      return failure(ProblemKind::internal, "the system gives no socket for a helper");
    const pid_t process = fork();
    if (process == 0) {
      close(ends[0]);
      for (const Helper& other : rep->helpers) close(other.socket);
      serve_orders(ends[1], settings);
    }
    close(ends[1]);
    if (process < 0) {
      close(ends[0]);
      return failure(ProblemKind::internal, "the system gives no process for a helper");
    }
    rep->helpers.push_back({process, ends[0]});
  }
  return ConfinedWork(std::move(rep));
}

Result<std::string> ConfinedWork::Rep::have_done(std::initializer_list<std::string> order) {
  Helper& helper = take();
  Result<std::string> done = ordered(helper.socket, order);
  give_back(helper);
  return done;
}

Result<std::string> ConfinedWork::draw(const PageOrder& order) {
  return rep_->have_done({"page", order.file.string(), order.made_pdf.string(), order.sha256, packed(order)});
}

Result<TextTable> ConfinedWork::read_table(const std::string& bytes, const std::string& name) {
  return get_as<TextTable>(rep_->have_done({"table", name, bytes}).and_then(decode));
}

}  // namespace planmark
