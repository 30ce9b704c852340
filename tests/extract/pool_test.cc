#include "extract/pool.h"

#include <fcntl.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <signal.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <future>
#include <limits>
#include <map>
#include <thread>
#include <vector>

#include "base/file.h"
#include "base/format.h"
#include "extract/font_folders.h"
#include "tests/support/small_pdf.h"

namespace planmark {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

constexpr std::chrono::milliseconds wall{700};
constexpr std::size_t memory = std::size_t{64} << 20;
constexpr std::size_t output = std::size_t{1} << 20;

Document document_of(std::string text) {
  Document document;
  document.text = std::move(text);
  const auto size = static_cast<std::uint32_t>(document.text.size());
  document.pages = {{.span = {0, size}}};
  document.blocks = {{.span = {0, size}}};
  return document;
}

void sleep_for_ever() {
  for (;;) sleep(1);
}

void spin_for_ever() {
  while (getpid() > 0) {
  }
}

// Every way in which what should not be possible was possible after all.
std::string rights_left() {
  std::string rights;
  const auto could = [&](bool done, const char* what) {
    if (done) rights += std::string(what) + ";";
  };
  could(open("/etc/passwd", O_RDONLY) >= 0, "open");
  could(open("/tmp/planmark_pool_test", O_WRONLY | O_CREAT, 0600) >= 0, "create");
  could(unlink("/tmp/planmark_no_such_file") == 0 || errno != EACCES, "unlink");
  could(socket(AF_INET, SOCK_STREAM, 0) >= 0 || errno != EACCES, "socket");
  could(fork() >= 0, "fork");
  could(kill(getppid(), 0) == 0, "signal");
  could(execl("/bin/true", "true", nullptr) == 0 || errno != EACCES, "exec");
  could(mmap(nullptr, 4096, PROT_READ | PROT_WRITE | PROT_EXEC, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0) !=
            MAP_FAILED,
        "code");
  could(fcntl(results_descriptor + 1, F_GETFD) >= 0, "descriptor");
  return rights;
}

// A font of this machine; empty where there is none.
std::string font_file() {
  for (const std::filesystem::path& folder : font_folders())
    for (const auto& file : std::filesystem::directory_iterator(folder))
      if (file.path().extension() == ".ttf" || file.path().extension() == ".otf") return file.path();
  return {};
}

// What a worker that draws can do with that font and beside it.
std::string rights_on_font(const std::string& font) {
  std::string rights;
  if (open(font.c_str(), O_RDONLY) >= 0) rights += "read;";
  if (open(font.c_str(), O_WRONLY) >= 0) rights += "write;";
  if (open((font + ".new").c_str(), O_RDWR | O_CREAT, 0600) >= 0) rights += "create;";
  if (unlink(font.c_str()) == 0) rights += "unlink;";
  struct stat about {};
  if (stat("/etc/passwd", &about) == 0) rights += "look;";
  return rights;
}

// What a sanitizer reports rather than the system.
int read_beyond(std::size_t size) {
  const std::vector<int> numbers(size);
  const volatile int* first = numbers.data();
  return first[size];
}

int add_beyond(int most) {
  volatile int sum = most;
  sum = sum + 1;
  return sum;
}

// A worker whose document says what it is to do.
Result<Product> misbehave(std::string_view bytes, const Job&) {
  if (bytes == "crash") raise(SIGSEGV);
  if (bytes == "abort") std::abort();
  if (bytes == "hang") sleep_for_ever();
  if (bytes == "spin") spin_for_ever();
  if (bytes == "leave") _exit(3);
  if (bytes == "eat")
    for (std::string eaten(1, 'x');; eaten += eaten) {
    }
  if (bytes == "eat in C") {
    std::fputs("Out of memory\n", stderr);
    std::abort();
  }
  if (bytes == "flood") return document_of(std::string(2 * output, 'x'));
  if (bytes == "babble")
    while (write(results_descriptor, std::string(4096, '?').data(), 4096) > 0) {
    }
  if (bytes == "garbage") {
    (void)!write(results_descriptor, "nonsense", 8);
    _exit(0);
  }
  if (bytes == "close") {
    close(results_descriptor);
    sleep_for_ever();
  }
  if (bytes == "throw") throw 7;
  if (bytes == "read beyond") return document_of(std::to_string(read_beyond(bytes.size())));
  if (bytes == "add beyond") return document_of(std::to_string(add_beyond(std::numeric_limits<int>::max())));
  if (bytes == "draw instead") return PagePicture{0, 1, 1, 72, Colours::grey, "x"};
  if (bytes == "refuse") return failure(ProblemKind::encrypted, "a password is needed");
  if (bytes == "interrupted") raise(SIGINT);
  if (bytes == "rights") return document_of("rights:" + rights_left());
  if (bytes.starts_with("/"))
    return document_of("rights:" + rights_left() + rights_on_font(std::string(bytes)));
  return document_of("read:" + std::string(bytes));
}

bool can_open_fonts() { return sandbox_strength().find("Landlock") != std::string::npos; }

class PoolTest : public testing::Test {
 protected:
  std::filesystem::path file(const std::string& bytes) {
    const std::filesystem::path path =
        format("{}planmark_pool_{}_{}", testing::TempDir(), getpid(), files_++);
    EXPECT_TRUE(write_file(path, bytes));
    made_.push_back(path);
    return path;
  }
  ~PoolTest() override {
    for (const auto& path : made_) std::filesystem::remove(path);
  }

  static Limits tight() {
    return {.cpu = std::chrono::seconds{1}, .wall = wall, .memory = memory, .output = output};
  }

  struct Ended {
    std::size_t id = 0;
    Result<Document> document = failure(ProblemKind::internal, "nothing");
    std::size_t peak_memory = 0;
  };
  Ended only_outcome_of(const std::string& bytes, Limits limits = tight()) {
    Pool pool(limits, 1, misbehave);
    pool.add({.id = 7, .file = file(bytes), .sha256 = "hash", .password = {}});
    std::optional<Outcome> outcome = pool.next();
    EXPECT_TRUE(outcome);
    EXPECT_FALSE(pool.next());
    if (!outcome) return {};
    return {outcome->id, get_as<Document>(std::move(outcome->product)), outcome->peak_memory};
  }

 private:
  int files_ = 0;
  std::vector<std::filesystem::path> made_;
};

TEST_F(PoolTest, GivesTheDocument) {
  const Ended outcome = only_outcome_of("text");
  ASSERT_TRUE(outcome.document) << describe(outcome.document.error());
  EXPECT_EQ(outcome.id, 7u);
  EXPECT_EQ(outcome.document->text, "read:text");
  EXPECT_EQ(outcome.document->sha256, "hash");
  EXPECT_GT(outcome.peak_memory, 100'000u);
}

TEST_F(PoolTest, TellsTheWaysToFailApart) {
  struct Row {
    const char* bytes;
    ProblemKind kind;
    const char* what;
  };
  const Row rows[] = {
      {"crash", ProblemKind::crashed, "SIGSEGV"},       {"abort", ProblemKind::crashed, "SIGABRT"},
      {"throw", ProblemKind::crashed, "SIGABRT"},       {"leave", ProblemKind::crashed, "status 3"},
      {"hang", ProblemKind::timed_out, "after 0.7 s"},  {"close", ProblemKind::crashed, "died"},
      {"flood", ProblemKind::too_large, "1 MiB"},       {"babble", ProblemKind::too_large, "1 MiB"},
      {"garbage", ProblemKind::crashed, "no document"}, {"eat in C", ProblemKind::too_large, "memory"},
      {"refuse", ProblemKind::encrypted, "password"},   {"draw instead", ProblemKind::crashed, "asked for"},
#ifdef __SANITIZE_ADDRESS__
      {"read beyond", ProblemKind::crashed, "gave up"}, {"add beyond", ProblemKind::crashed, "gave up"},
#else  // a sanitizer has to have all address space
      {"eat", ProblemKind::too_large, "memory"},
#endif
  };
  for (const Row& row : rows) {
    const Ended outcome = only_outcome_of(row.bytes);
    ASSERT_FALSE(outcome.document) << row.bytes;
    EXPECT_EQ(outcome.document.error().kind, row.kind)
        << row.bytes << ": " << describe(outcome.document.error());
    EXPECT_THAT(outcome.document.error().what, HasSubstr(row.what)) << row.bytes;
    EXPECT_THAT(outcome.document.error().where, HasSubstr("planmark_pool_")) << row.bytes;
  }
}

TEST_F(PoolTest, ProcessorTimeIsLimited) {
  Limits limits = tight();
  limits.wall = std::chrono::seconds{60};
  const Ended outcome = only_outcome_of("spin", limits);
  ASSERT_FALSE(outcome.document);
  EXPECT_EQ(outcome.document.error().kind, ProblemKind::timed_out) << describe(outcome.document.error());
  EXPECT_THAT(outcome.document.error().what, HasSubstr("processor"));
}

TEST_F(PoolTest, AMissingFileIsNamed) {
  Pool pool(tight(), 1, misbehave);
  pool.add({.id = 1, .file = "/no/such/file.pdf", .sha256 = {}, .password = {}});
  const std::optional<Outcome> outcome = pool.next();
  ASSERT_TRUE(outcome);
  ASSERT_FALSE(outcome->product);
  EXPECT_EQ(outcome->product.error().kind, ProblemKind::not_found);
  EXPECT_EQ(outcome->product.error().where, "/no/such/file.pdf");
}

// What another thread has locked would stay locked in the worker, which would wait for it until its time is up.
TEST_F(PoolTest, NoWorkerIsStartedBesideAnotherThread) {
  std::promise<void> end;
  std::thread other([&] { end.get_future().wait(); });
  const Ended beside = only_outcome_of("words");
  end.set_value();
  other.join();
  ASSERT_FALSE(beside.document);
  EXPECT_EQ(beside.document.error().kind, ProblemKind::internal);
  EXPECT_THAT(beside.document.error().what, HasSubstr("thread"));
  EXPECT_TRUE(only_outcome_of("words").document);
}

TEST_F(PoolTest, AFailureCostsItsOwnDocumentAlone) {
  Pool pool(tight(), 3, misbehave);
  const std::vector<std::string> documents = {"one",   "crash",   "two", "hang", "flood",
                                              "three", "garbage", "",    "four"};
  for (std::size_t i = 0; i < documents.size(); ++i)
    pool.add({.id = i, .file = file(documents[i]), .sha256 = {}, .password = {}});
  EXPECT_EQ(pool.waiting(), documents.size());
  std::map<std::size_t, std::string> read;
  std::size_t ended = 0;
  while (const std::optional<Outcome> outcome = pool.next()) {
    ++ended;
    if (const auto document = get_as<Document>(outcome->product)) read[outcome->id] = document->text;
  }
  EXPECT_EQ(ended, documents.size());
  EXPECT_EQ(read, (std::map<std::size_t, std::string>{
                      {0, "read:one"}, {2, "read:two"}, {5, "read:three"}, {7, "read:"}, {8, "read:four"}}));
  EXPECT_EQ(pool.waiting(), 0u);
}

TEST_F(PoolTest, AWorkerHasNoRights) {
  EXPECT_THAT(sandbox_strength(), HasSubstr("rlimits"));
  if (sandbox_strength().find("seccomp") == std::string::npos)
    GTEST_SKIP() << "this kernel filters no system calls";
  const Ended outcome = only_outcome_of("rights");
  ASSERT_TRUE(outcome.document) << describe(outcome.document.error());
  EXPECT_EQ(outcome.document->text, "rights:");
}

TEST_F(PoolTest, AWorkerThatDrawsMayReadFontsAndNothingElse) {
  const std::string font = font_file();
  if (font.empty()) GTEST_SKIP() << "no fonts";
  for (const bool draws : {false, true}) {
    Pool pool(tight(), 1, misbehave);
    ReadDocument reading;
    if (draws) reading.ocr_pages = {0};
    pool.add({.id = 1, .file = file(font), .task = reading});
    const Result<Document> document = get_as<Document>(pool.next()->product);
    ASSERT_TRUE(document) << describe(document.error());
    EXPECT_EQ(document->text, draws && can_open_fonts() ? "rights:read;" : "rights:");
  }
}

TEST_F(PoolTest, AKeyPressDoesNotEndAWorker) {
  const Ended outcome = only_outcome_of("interrupted");
  ASSERT_TRUE(outcome.document) << describe(outcome.document.error());
}

TEST_F(PoolTest, PatienceEndsBeforeTheWork) {
  Pool pool(tight(), 1, misbehave);
  pool.add({.id = 1, .file = file("hang"), .sha256 = {}, .password = {}});
  EXPECT_FALSE(pool.next(std::chrono::milliseconds{10}).ready);
  pool.stop();
  const Pool::Polled polled = pool.next(std::chrono::milliseconds{10});
  EXPECT_TRUE(polled.ready);
  EXPECT_FALSE(polled.outcome);
}

// Forms that each draw the next one ten times: a few hundred bytes that ask for 10^12 words.
std::string pdf_that_multiplies() {
  constexpr int depth = 12;
  std::vector<std::string> objects = {
      "<< /Type /Catalog /Pages 2 0 R >>",
      "<< /Type /Pages /Count 1 /Kids [3 0 R] >>",
      "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /XObject << /X 5 0 "
      "R >> >> >>",
      pdf_stream("/X Do"),
  };
  for (int i = 0; i < depth; ++i)
    objects.push_back(pdf_stream(
        "/X Do /X Do /X Do /X Do /X Do /X Do /X Do /X Do /X Do /X Do",
        format("/Type /XObject /Subtype /Form /BBox [0 0 595 842] /Resources << /XObject << /X {} 0 R >> >>",
               6 + i)));
  objects.push_back(
      pdf_stream("BT /F1 12 Tf 9 9 Td (x) Tj ET",
                 "/Type /XObject /Subtype /Form /BBox [0 0 595 842] /Resources << /Font << /F1 << /Type "
                 "/Font /Subtype /Type1 /BaseFont /Helvetica >> >> >>"));
  return pdf_of(objects);
}

TEST_F(PoolTest, RealReadingOfGoodAndHostileFiles) {
  const std::vector<std::string> files = {
      small_pdf({{"BT /F1 12 Tf 100 700 Td (A plan.) Tj ET"}}),
      pdf_that_multiplies(),
      "<!DOCTYPE html><html>404</html>",
      "no document",
      small_pdf({{"BT /F1 12 Tf 100 700 Td (Another plan.) Tj ET"}}),
  };
  Limits limits;
  limits.wall = std::chrono::milliseconds{1500};
  Pool pool(limits, 2);
  for (std::size_t i = 0; i < files.size(); ++i)
    pool.add({.id = i, .file = file(files[i]), .sha256 = {}, .password = {}});
  std::map<std::size_t, std::string> outcomes;
  while (const std::optional<Outcome> outcome = pool.next()) {
    const auto document = get_as<Document>(outcome->product);
    outcomes[outcome->id] = document ? document->text : name_of(document.error().kind);
  }
  EXPECT_EQ(outcomes,
            (std::map<std::size_t, std::string>{
                {0, "A plan.\n"}, {1, "timed-out"}, {2, "404\n"}, {3, "not-pdf"}, {4, "Another plan.\n"}}));
}

TEST_F(PoolTest, APageIsDrawnByAWorkerWithoutRights) {
  const auto path = file(small_pdf({{"0 0 1 rg 0 0 595 842 re f"}}));
  Pool pool({}, 1);
  for (const std::uint32_t page : {0U, 1U})
    pool.add({.id = page, .file = path, .task = RenderPage{.page = page, .dpi = 36}});
  for (std::optional<Outcome> outcome; (outcome = pool.next());) {
    const Result<PagePicture> picture = get_as<PagePicture>(outcome->product);
    ASSERT_EQ(picture.has_value(), outcome->id == 0);
    if (picture)
      EXPECT_EQ(picture->pixels.substr(0, 3), std::string("\x00\x00\xFF", 3));
    else
      EXPECT_THAT(picture.error().what, HasSubstr("no page 2"));
  }
}

// Whatever the bytes look like, a table is not given to LibreOffice; and its reader may open no file.
TEST_F(PoolTest, BytesThatAreInNoFileAreReadByAWorkerWithoutRights) {
  const auto read = [](std::string_view bytes, const Job& job) -> Result<Product> {
    const bool opened = access("/etc/passwd", R_OK) == 0 && open("/etc/passwd", O_RDONLY) >= 0;
    return TextTable{
        {{{std::string(bytes.substr(0, 2)), job.file.string(), opened ? "opened" : "refused"}, 1}}};
  };
  const Result<TextTable> sheet = get_as<TextTable>(
      do_alone({}, {.file = "who.xlsx", .bytes = "PK\x03\x04 word/document.xml", .task = ReadSheet{}}, read));
  ASSERT_TRUE(sheet) << describe(sheet.error());
  EXPECT_THAT(sheet->rows.at(0).cells, ElementsAre("PK", "who.xlsx", "refused"));
  EXPECT_FALSE(do_alone({}, {.file = "who.csv", .bytes = "a,b", .task = ReadSheet{}}));
}

TEST_F(PoolTest, WordsInFontsThatTheFileDoesNotCarryAreDrawn) {
  const auto path = file(small_pdf({{"BT /F1 12 Tf 100 700 Td (Young people wait.) Tj ET"}}));
  Pool pool({}, 1);
  pool.add({.file = path, .task = RenderPage{.dpi = 72, .colours = Colours::grey}});
  const Result<PagePicture> picture = get_as<PagePicture>(pool.next()->product);
  ASSERT_TRUE(picture) << describe(picture.error());
  const auto dark_in = [&](std::size_t x0, std::size_t y0, std::size_t x1, std::size_t y1) {
    std::size_t dark = 0;
    for (std::size_t y = y0; y < y1; ++y)
      for (std::size_t x = x0; x < x1; ++x)
        dark += static_cast<unsigned char>(picture->pixels[y * picture->width + x]) < 128;
    return dark;
  };
  if (can_open_fonts() && !font_file().empty()) {
    EXPECT_GT(dark_in(100, 132, 200, 145), 100U);
    EXPECT_THAT(picture->missing_fonts, ElementsAre());
  } else {
    EXPECT_EQ(dark_in(0, 0, picture->width, picture->height), 0U);
    EXPECT_THAT(picture->missing_fonts, ElementsAre("Helvetica"));
  }
}

// A process that leaves without a word must not leave its worker behind.
TEST_F(PoolTest, AWorkerDiesWithItsParent) {
  prctl(PR_SET_CHILD_SUBREAPER, 1);
  const std::filesystem::path path = file("hang");
  const pid_t parent = fork();
  if (parent == 0) {
    Limits limits;
    const Result<Worker> worker =
        start_worker({.id = 1, .file = path, .sha256 = {}, .password = {}}, limits, misbehave);
    _exit(worker ? 0 : 1);
  }
  int status = 0;
  ASSERT_EQ(waitpid(parent, &status, 0), parent);
  ASSERT_EQ(status, 0);
  ASSERT_GT(waitpid(-1, &status, 0), 0) << "the worker is ours to reap";
  EXPECT_TRUE(WIFSIGNALED(status) ? WTERMSIG(status) == SIGKILL : WEXITSTATUS(status) == 1);
  prctl(PR_SET_CHILD_SUBREAPER, 0);
}

}  // namespace
}  // namespace planmark
