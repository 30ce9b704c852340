#include "review/database.h"

#include <sqlite3.h>

#include <algorithm>
#include <thread>

#include "base/format.h"
#include "base/utf8.h"
#include "review/workspace.h"

namespace planmark {
namespace {

struct Advice {
  const char* what;
  const char* fix;
};

// What a person can do about each way in which a database fails.
Advice advice_on(int code) {
  switch (code & 0xFF) {
    case SQLITE_FULL:
      return {"the disk is full",
              "free some space and run the same command again: everything stored so far is kept"};
    case SQLITE_IOERR:
      return {"the disk failed to read or write",
              "check the disk and its free space, then run the same command again: everything stored so far "
              "is kept"};
    case SQLITE_READONLY:
      return {"the database cannot be written", "allow writing to the folder, or choose another --workspace"};
    case SQLITE_CANTOPEN:
    case SQLITE_PERM:
    case SQLITE_AUTH:
      return {"the database cannot be opened",
              "check that the folder can be read and written: SQLite also needs to make files beside the "
              "database"};
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return {"another program is using the database",
              "wait until it has ended, then run the same command again"};
    case SQLITE_NOTADB:
      return {"not a planmark database", "choose another --workspace, or move this file away"};
    case SQLITE_CORRUPT:
      return {"the database is damaged",
              "make a copy of the folder, then try: sqlite3 planmark.db .recover | sqlite3 recovered.db"};
    case SQLITE_NOMEM:
      return {"not enough memory for the database", ""};
    case SQLITE_TOOBIG:
      return {"a value is too large for the database", ""};
    default:
      return {"the database refused", ""};
  }
}

Problem problem_of(int code, const char* message, const std::filesystem::path& file) {
  const Advice advice = advice_on(code);
  const bool ours = (code & 0xFF) == SQLITE_CONSTRAINT || (code & 0xFF) == SQLITE_MISUSE ||
                    (code & 0xFF) == SQLITE_ERROR || (code & 0xFF) == SQLITE_RANGE;
  return {ours ? ProblemKind::internal : ProblemKind::storage, format("{} ({})", advice.what, message),
          file.string(), advice.fix};
}

// SQLite's own waiting asks less and less often, so that among many writers one that is unlucky early waits
// for seconds. All ask equally often here. `patience` is a number of milliseconds.
int wait_a_little(void* patience, int times_waited) {
  constexpr std::chrono::milliseconds step(2);
  if (times_waited * step.count() >= reinterpret_cast<std::intptr_t>(patience)) return 0;
  std::this_thread::sleep_for(step);
  return 1;
}

}  // namespace

void Database::Closer::operator()(sqlite3* handle) const { sqlite3_close(handle); }
void Statement::Finaliser::operator()(sqlite3_stmt* handle) const { sqlite3_finalize(handle); }

std::string sqlite_version() { return sqlite3_libversion(); }

Result<Database> Database::open(const std::filesystem::path& file, Access access,
                                std::chrono::milliseconds patience) {
  const int flags = SQLITE_OPEN_READWRITE | (access == Access::create ? SQLITE_OPEN_CREATE : 0);
  sqlite3* raw = nullptr;
  const int code = sqlite3_open_v2(file.c_str(), &raw, flags, nullptr);
  Database database(std::unique_ptr<sqlite3, Closer>(raw), file, patience);
  if (code != SQLITE_OK)
    return tl::unexpected(problem_of(code, raw ? sqlite3_errmsg(raw) : "out of memory", file));
  sqlite3_extended_result_codes(raw, 1);
  sqlite3_busy_handler(raw, wait_a_little, reinterpret_cast<void*>(patience.count()));
  // KiB, taken as they are needed: a run reads again what it has just stored.
  for (const char* setting : {"PRAGMA foreign_keys = ON", "PRAGMA cache_size = -32768"})
    if (auto set = database.execute(setting); !set) return tl::unexpected(set.error());
  return database;
}

Result<void> Database::use_write_ahead_log() {
  using std::chrono::steady_clock;
  if (sqlite3_db_readonly(handle_.get(), "main") == 1) return {};
  // SQLite does not wait for others while it changes a file to this mode; two programs that open a new
  // workspace in the same moment need the loop.
  const auto give_up = steady_clock::now() + patience_;
  auto changed = execute("PRAGMA journal_mode = WAL");
  while (!changed && (sqlite3_errcode(handle_.get()) & 0xFF) == SQLITE_BUSY &&
         steady_clock::now() < give_up) {
    std::this_thread::sleep_for(std::chrono::milliseconds(5));
    changed = execute("PRAGMA journal_mode = WAL");
  }
  if (!changed) return changed;
  return execute("PRAGMA synchronous = NORMAL");
}

Problem Database::problem() const {
  return problem_of(sqlite3_extended_errcode(handle_.get()), sqlite3_errmsg(handle_.get()), file_);
}

Result<void> Database::execute(const std::string& sql) {
  if (sqlite3_exec(handle_.get(), sql.c_str(), nullptr, nullptr, nullptr) != SQLITE_OK)
    return tl::unexpected(problem());
  return {};
}

int Database::changes() const { return sqlite3_changes(handle_.get()); }

std::string storable_text(std::string_view text) {
  std::string repaired = repaired_utf8(text);
  std::replace(repaired.begin(), repaired.end(), '\0', ' ');
  return repaired;
}

void Statement::check(int code) {
  if (code != SQLITE_OK && !transaction_->failed()) transaction_->fail_with_last_error();
}

void Statement::reset() {
  if (handle_) sqlite3_reset(handle_.get());  // its code repeats the failure of the last step, kept already
}

void Statement::expect_parameters(int count) {
  if (!handle_ || sqlite3_bind_parameter_count(handle_.get()) == count) return;
  transaction_->fail({ProblemKind::internal,
                      format("a statement was given {} values: {}", count, sqlite3_sql(handle_.get())),
                      {},
                      {}});
}

void Statement::bind(int at, std::string_view text) {
  // A null pointer would be stored as NULL.
  const char* data = text.data() ? text.data() : "";
  if (handle_)
    check(sqlite3_bind_text64(handle_.get(), at + 1, data, text.size(), SQLITE_STATIC, SQLITE_UTF8));
}

void Statement::bind(int at, Bytes blob) {
  const char* data = blob.bytes.data() ? blob.bytes.data() : "";
  if (handle_) check(sqlite3_bind_blob64(handle_.get(), at + 1, data, blob.bytes.size(), SQLITE_STATIC));
}

void Statement::bind(int at, double value) {
  if (handle_) check(sqlite3_bind_double(handle_.get(), at + 1, value));
}

void Statement::bind(int at, std::int64_t value) {
  if (handle_) check(sqlite3_bind_int64(handle_.get(), at + 1, value));
}

void Statement::bind(int at, std::nullptr_t) {
  if (handle_) check(sqlite3_bind_null(handle_.get(), at + 1));
}

bool Statement::next() {
  if (!handle_ || transaction_->failed()) return false;
  const int code = sqlite3_step(handle_.get());
  if (code == SQLITE_ROW) return true;
  if (code != SQLITE_DONE) transaction_->fail_with_last_error();
  sqlite3_reset(handle_.get());
  return false;
}

void Statement::finish() {
  while (next()) continue;
}

bool Statement::is_null(int column) const {
  return sqlite3_column_type(handle_.get(), column) == SQLITE_NULL;
}

std::int64_t Statement::integer(int column) const { return sqlite3_column_int64(handle_.get(), column); }

double Statement::real(int column) const { return sqlite3_column_double(handle_.get(), column); }

std::string Statement::text(int column) const {
  const auto* data = reinterpret_cast<const char*>(sqlite3_column_text(handle_.get(), column));
  return data ? std::string(data, static_cast<std::size_t>(sqlite3_column_bytes(handle_.get(), column)))
              : std::string();
}

std::string_view Statement::bytes(int column) const {
  const auto* data = static_cast<const char*>(sqlite3_column_blob(handle_.get(), column));
  return data ? std::string_view(data, static_cast<std::size_t>(sqlite3_column_bytes(handle_.get(), column)))
              : std::string_view();
}

Transaction::Transaction(Database& database, Kind kind) : database_(&database) {
  if (auto begun = database.execute(kind == Kind::write ? "BEGIN IMMEDIATE" : "BEGIN"); !begun)
    fail(begun.error());
  else
    open_ = true;
}

Transaction::~Transaction() {
  // SQLite has undone some failed transactions by itself; then there is nothing to roll back.
  if (open_ && sqlite3_get_autocommit(database_->handle_.get()) == 0)
    static_cast<void>(database_->execute("ROLLBACK"));
}

Statement Transaction::prepare(std::string_view sql) {
  Statement statement(*this);
  if (failed()) return statement;
  sqlite3_stmt* raw = nullptr;
  const int code =
      sqlite3_prepare_v2(database_->handle_.get(), sql.data(), static_cast<int>(sql.size()), &raw, nullptr);
  statement.handle_.reset(raw);
  if (code != SQLITE_OK) fail_with_last_error();
  return statement;
}

void Transaction::execute(const std::string& sql) {
  if (failed()) return;
  if (auto done = database_->execute(sql); !done) fail(done.error());
}

void Transaction::fail(Problem problem) {
  if (!problem_) problem_ = std::move(problem);
}

void Transaction::fail_with_last_error() { fail(database_->problem()); }

Result<void> Transaction::commit() {
  if (!failed()) {
    if (auto done = database_->execute("COMMIT"); !done)
      fail(done.error());
    else
      open_ = false;
  }
  if (failed()) return tl::unexpected(*problem_);
  return {};
}

}  // namespace planmark
