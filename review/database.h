// A little RAII over SQLite's C API: the one home of sqlite3.h.
//
//   Transaction change(database, Transaction::Kind::write);
//   Statement insert = change.prepare("INSERT INTO file_name (document, name) VALUES (?, ?)");
//   for (const auto& name : names) insert.run(sha256, name);
//   return change.commit();
//
// The first thing that goes wrong is kept by the Transaction; everything after it does nothing, next() gives
// no more rows, and commit() undoes the whole and returns that Problem. So a body of statements reads without
// error handling, and cannot be half done.
//
// Problems are of kind storage, name the database file and say what to do; full disk, failing disk,
// read-only, busy, damaged, and not a database are told apart.
#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"

struct sqlite3;
struct sqlite3_stmt;

namespace planmark {

class Database {
 public:
  enum class Access { create, existing };
  // Changes nothing in the file. Another writer is waited for (`patience`); a file that cannot be written is
  // opened for reading. Foreign keys are on.
  static Result<Database> open(const std::filesystem::path& file, Access access,
                               std::chrono::milliseconds patience = std::chrono::seconds(10));
  // From here on (kept in the file) readers and a writer do not hinder each other; after a crash of the
  // process nothing committed is lost, after a power cut perhaps the last commits, and never is half of one
  // kept. Does nothing on a file that cannot be written.
  Result<void> use_write_ahead_log();

  // One or more statements, for schema and pragmas.
  Result<void> execute(const std::string& sql);
  // Rows changed by the last statement that ran.
  int changes() const;
  const std::filesystem::path& file() const { return file_; }

 private:
  friend class Transaction;
  friend class Statement;
  struct Closer {
    void operator()(sqlite3* handle) const;
  };
  Database(std::unique_ptr<sqlite3, Closer> handle, std::filesystem::path file,
           std::chrono::milliseconds patience)
      : handle_(std::move(handle)), file_(std::move(file)), patience_(patience) {}
  Problem problem() const;  // of the last call that failed

  std::unique_ptr<sqlite3, Closer> handle_;
  std::filesystem::path file_;
  std::chrono::milliseconds patience_;
};

// Bytes to be stored as a BLOB rather than as text.
struct Bytes {
  std::string_view bytes;
};

// Words of people and file names, fit to be stored: valid UTF-8 (invalid bytes become U+FFFD) without NUL,
// which would end the text early for other tools.
std::string storable_text(std::string_view text);

// Columns and parameters are counted from 0. Lives no longer than its Transaction.
class Statement {
 public:
  // Binds all parameters and runs to the end. Text and bytes need to live for the call only.
  template <class... Values>
  void run(const Values&... values) {
    bind_all(values...);
    finish();
  }
  // Binds all parameters for next(). Text and bytes must live until the last next().
  template <class... Values>
  Statement& with(const Values&... values) {
    bind_all(values...);
    return *this;
  }
  bool next();  // true: a row is there to be read

  bool is_null(int column) const;
  std::int64_t integer(int column) const;
  std::uint32_t u32(int column) const { return static_cast<std::uint32_t>(integer(column)); }
  double real(int column) const;
  std::string text(int column) const;
  std::string_view bytes(int column) const;  // until the next call of next()

 private:
  friend class Transaction;
  struct Finaliser {
    void operator()(sqlite3_stmt* handle) const;
  };
  explicit Statement(class Transaction& transaction) : transaction_(&transaction) {}

  template <class... Values>
  void bind_all(const Values&... values) {
    reset();
    int at = 0;
    (bind(at++, values), ...);
    expect_parameters(at);
  }
  void reset();
  void finish();
  void expect_parameters(int count);
  void check(int code);
  void bind(int at, std::string_view text);
  void bind(int at, const std::string& text) { bind(at, std::string_view(text)); }
  void bind(int at, const char* text) { bind(at, std::string_view(text)); }
  void bind(int at, Bytes blob);
  void bind(int at, double value);
  void bind(int at, std::int64_t value);
  void bind(int at, std::uint32_t value) { bind(at, static_cast<std::int64_t>(value)); }
  void bind(int at, std::uint64_t value) { bind(at, static_cast<std::int64_t>(value)); }
  void bind(int at, int value) { bind(at, static_cast<std::int64_t>(value)); }
  void bind(int at, bool value) { bind(at, static_cast<std::int64_t>(value)); }
  void bind(int at, std::nullptr_t);
  template <class Value>
  void bind(int at, const std::optional<Value>& value) {
    value ? bind(at, *value) : bind(at, nullptr);
  }

  std::unique_ptr<sqlite3_stmt, Finaliser> handle_;
  Transaction* transaction_;
};

class Transaction {
 public:
  // read: a steady view of the whole database. write: also keeps other writers out from the beginning.
  enum class Kind { read, write };
  Transaction(Database& database, Kind kind);
  ~Transaction();  // what was not committed is undone
  Transaction(const Transaction&) = delete;
  Transaction& operator=(const Transaction&) = delete;

  // Requires: `sql` is one statement.
  Statement prepare(std::string_view sql);
  void execute(const std::string& sql);
  // Keeps `problem` if it is the first.
  void fail(Problem problem);
  bool failed() const { return problem_.has_value(); }
  int changes() const { return database_->changes(); }
  // Ends the transaction: everything has happened, or nothing and the first Problem comes back.
  Result<void> commit();
  // The same, and gives `value` when everything has happened.
  template <class Value>
  Result<Value> commit(Value value) {
    if (auto done = commit(); !done) return tl::unexpected(done.error());
    return value;
  }

 private:
  friend class Statement;
  void fail_with_last_error();

  Database* database_;
  std::optional<Problem> problem_;
  bool open_ = false;
};

}  // namespace planmark
