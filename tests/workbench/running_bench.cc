#include "tests/workbench/running_bench.h"

#include <arpa/inet.h>
#include <gtest/gtest.h>
#include <sys/socket.h>
#include <unistd.h>

#include "base/sha256.h"
#include "review/people.h"
#include "review/session.h"
#include "tests/support/markup_document.h"
#include "workbench/clock.h"
#include "workbench/request.h"
#include "workbench/secret.h"

namespace planmark {
namespace {

constexpr const char* hostile_text =
    "# <script>alert('heading')</script>\n\n"
    "We will <img src=x onerror=alert('quote')> listen to 30 children & young people by 2025. "
    "\"Nothing\" is decided.\n";

const RuleBook& rules() {
  static const RuleBook loaded = load_rule_book(PLANMARK_SOURCE_DIR "/lexicons", Trial::skip).value();
  return loaded;
}

const ExtractionVersion reader{"test", "test"};

// One draft that rests on the document's second sentence.
Analysis analysis_of(const Document& document) {
  Analysis analysis;
  analysis.sentences = split_sentences(document);
  Draft draft;
  draft.question = RunningBench::question;
  draft.answer.value = "Yes";
  draft.reason = "<b>because</b>";
  draft.clauses = {{"K1", true, "<i>clear</i>", analysis.sentences[1].span}};
  draft.evidence = {{analysis.sentences[1].span, {}, "</li><script>alert('note')</script>"}};
  analysis.drafts = {draft};
  return analysis;
}

std::string between(const std::string& text, const std::string& before, const std::string& after) {
  const std::size_t at = text.find(before);
  if (at == std::string::npos) return {};
  const std::size_t begin = at + before.size();
  return text.substr(begin, text.find(after, begin) - begin);
}

Answered answered(const std::string& bytes) {
  const std::size_t end = bytes.find("\r\n\r\n");
  if (end == std::string::npos) return {};
  return {std::stoi(bytes.substr(9, 3)), bytes.substr(0, end), bytes.substr(end + 4)};
}

}  // namespace

std::string Answered::cookie(const std::string& name) const {
  return between(head, "Set-Cookie: " + name + "=", ";");
}

RunningBench::RunningBench(const std::string& file_name) {
  auto workspace = Workspace::open(this->workspace()).value();
  sha256_ = workspace.add_file(folder_.write(file_name, "%PDF-1.4 not really")).value();
  Document document = document_from_markup(hostile_text);
  document.sha256 = sha256_;
  document.title = "<script>alert('title')</script>";
  EXPECT_TRUE(workspace.save_extraction(document, reader));
  EXPECT_TRUE(workspace.set_identity(sha256_, {"<script>alert('system')</script>", "plan", "2024", "", ""},
                                     IdentitySource::person, {}));
  const AnalysisVersion version{"test", rules().hash, "test", "test"};
  const Analysis analysis = analysis_of(document);
  quote_ = analysis.sentences[1].span;
  EXPECT_TRUE(workspace.save_analysis(sha256_, "plan", analysis, rules(), version));
  WorkbenchSettings settings{.workspace = this->workspace(),
                             .rules = rules(),
                             .systems = {},
                             .comparison = load_comparison_rules(PLANMARK_SOURCE_DIR "/lexicons").value(),
                             .shared = load_shared_text_rules(PLANMARK_SOURCE_DIR "/lexicons").value(),
                             .extraction = reader,
                             .analysis = version,
                             .workers = 1};
  settings.server.port = 0;
  settings.server.patience = std::chrono::seconds(5);
  bench_ = std::make_unique<Workbench>(Workbench::open(std::move(settings)).value());
  const std::string link = bench_->first_link().value().value();
  link_ = link.substr(link.find("/welcome/"));
  thread_ = std::thread([this] { bench_->serve(); });
}

RunningBench::~RunningBench() {
  bench_->stop();
  thread_.join();
}

std::string RunningBench::raw(const std::string& bytes) const {
  const int connection = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(bench_->port());
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  std::string back;
  if (connect(connection, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0) {
    std::size_t sent = 0;
    while (sent < bytes.size()) {
      const ssize_t some = send(connection, bytes.data() + sent, bytes.size() - sent, MSG_NOSIGNAL);
      if (some <= 0) break;
      sent += static_cast<std::size_t>(some);
    }
    char buffer[65536];
    for (ssize_t got = 0; (got = recv(connection, buffer, sizeof buffer, 0)) > 0;)
      back.append(buffer, static_cast<std::size_t>(got));
  }
  close(connection);
  return back;
}

Answered RunningBench::get(const std::string& path, const std::string& cookie) const {
  return answered(raw("GET " + path + " HTTP/1.1\r\nHost: " + host() + "\r\nConnection: close\r\n" +
                      (cookie.empty() ? "" : "Cookie: " + cookie + "\r\n") + "\r\n"));
}

Answered RunningBench::post(const std::string& path, const std::string& form, const std::string& cookie,
                            const std::string& more_headers, const std::string& type) const {
  return answered(raw("POST " + path + " HTTP/1.1\r\nHost: " + host() + "\r\nConnection: close\r\n" +
                      (cookie.empty() ? "" : "Cookie: " + cookie + "\r\n") + "Content-Type: " + type +
                      "\r\nContent-Length: " + std::to_string(form.size()) + "\r\n" + more_headers + "\r\n" +
                      form));
}

std::string RunningBench::signed_in(const std::string& name, const std::string& role) const {
  auto workspace = Workspace::open_existing(this->workspace()).value();
  const std::string now = time_stamp_in(std::chrono::seconds(0));
  Role parsed{};
  EXPECT_TRUE(parse_name(role, parsed));
  EXPECT_TRUE(add_person(workspace, {name, name, {parsed}}, {"planmark", now}));
  const std::string token = new_token().value();
  EXPECT_TRUE(begin_session(workspace, {sha256_hex(token), name, now, time_stamp_in(std::chrono::hours(1))}));
  return "planmark_session=" + token;
}

std::string RunningBench::form_key(const std::string& path, const std::string& cookie) const {
  return between(get(path, cookie).body, "name=\"form_key\" value=\"", "\"");
}

std::string RunningBench::desk_fields(const std::string& cookie) const {
  const std::string body = get(desk(), cookie).body;
  return "form_key=" + between(body, "name=\"form_key\" value=\"", "\"") +
         "&key=" + between(body, "name=\"key\" value=\"", "\"") +
         "&text_version=" + between(body, "name=\"text_version\" value=\"", "\"") + "&supersedes=0";
}

}  // namespace planmark
