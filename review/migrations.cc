#include "review/migrations.h"

#include "base/format.h"

namespace planmark {
namespace {

// "PLMK": says to other programs whose database this is (PRAGMA application_id).
constexpr std::int64_t application_id = 0x504C4D4B;

constexpr const char* migration_table =
    "CREATE TABLE migration (number INTEGER PRIMARY KEY, name TEXT NOT NULL) STRICT;";

std::int64_t ask_number(Transaction& transaction, std::string_view sql) {
  Statement statement = transaction.prepare(sql);
  return statement.with().next() ? statement.integer(0) : 0;
}

// The last step applied; 0 for a new database.
int last_applied(Transaction& transaction, const std::filesystem::path& file) {
  if (ask_number(transaction, "PRAGMA application_id") == application_id)
    return static_cast<int>(ask_number(transaction, "SELECT max(number) FROM migration"));
  if (ask_number(transaction, "SELECT count(*) FROM sqlite_schema") > 0)
    transaction.fail({ProblemKind::storage, "a database of another program, not of planmark", file.string(),
                      "choose another --workspace, or move this file away"});
  return 0;
}

Result<void> refuse_newer(int have, int known, const std::filesystem::path& file) {
  return failure(
      ProblemKind::storage,
      format("made by a newer planmark: its schema is step {}, this program knows {}", have, known),
      file.string(), "install the newer planmark, or choose another --workspace");
}

void apply(Transaction& transaction, const Migration& step) {
  if (step.number == 1) {
    transaction.execute(format("PRAGMA application_id = {}", application_id));
    transaction.execute(migration_table);
  }
  transaction.execute(std::string(step.sql));
  transaction.prepare("INSERT INTO migration (number, name) VALUES (?, ?)").run(step.number, step.name);
  Statement broken = transaction.prepare("PRAGMA foreign_key_check");
  if (broken.with().next())
    transaction.fail({ProblemKind::internal,
                      format("step {} ({}) would leave rows of table {} without what they refer to",
                             step.number, step.name, broken.text(0)),
                      {},
                      {}});
}

Result<int> applied_steps(Database& database) {
  Transaction look(database, Transaction::Kind::read);
  const int have = last_applied(look, database.file());
  return look.commit(std::move(have));
}

// Applies one step, unless another program has done so in the meantime.
Result<void> apply_next(Database& database, std::span<const Migration> steps) {
  Transaction change(database, Transaction::Kind::write);
  const auto have = static_cast<std::size_t>(last_applied(change, database.file()));
  if (have < steps.size() && !change.failed()) apply(change, steps[have]);
  return change.commit();
}

}  // namespace

Result<void> migrate(Database& database, std::span<const Migration> steps) {
  const int known = static_cast<int>(steps.size());
  auto have = applied_steps(database);
  if (!have) return tl::unexpected(have.error());
  if (*have > known) return refuse_newer(*have, known, database.file());
  if (auto changed = database.use_write_ahead_log(); !changed) return changed;
  if (*have == known) return {};
  // Steps may rebuild tables that others refer to; apply() checks the references before each commit.
  if (auto off = database.execute("PRAGMA foreign_keys = OFF"); !off) return off;
  for (int at = *have; at < known; ++at)
    if (auto done = apply_next(database, steps); !done) return done;
  return database.execute("PRAGMA foreign_keys = ON");
}

}  // namespace planmark
