#include "review/workspace.h"

#include <algorithm>
#include <system_error>

#include "base/file.h"
#include "base/format.h"
#include "base/sha256.h"
#include "review/analysis_store.h"
#include "review/database.h"
#include "review/draft_store.h"
#include "review/extraction_store.h"
#include "review/identity_store.h"
#include "review/kept_files.h"
#include "review/migrations.h"
#include "review/quality_store.h"

namespace planmark {
namespace fs = std::filesystem;

struct Workspace::Rep {
  fs::path folder;
  Database database;
};

namespace {

constexpr const char* database_name = "planmark.db";

Result<void> make_folders(const fs::path& folder) {
  std::error_code error;
  fs::create_directories(folder / "files", error);
  if (!error) return {};
  return failure(ProblemKind::storage, format("the workspace folder cannot be made: {}", error.message()),
                 folder.string(), "allow writing there, or choose another --workspace");
}

void require_registered(Transaction& look, const std::string& sha256) {
  if (is_registered(look, sha256) || look.failed()) return;
  look.fail(
      {ProblemKind::not_found, "no such document in the workspace", sha256, "add it first: planmark add"});
}

}  // namespace

Workspace::Workspace(std::unique_ptr<Rep> rep) : rep_(std::move(rep)) {}
Workspace::~Workspace() = default;
Workspace::Workspace(Workspace&&) noexcept = default;
Workspace& Workspace::operator=(Workspace&&) noexcept = default;

Result<Workspace> Workspace::open_database(const fs::path& folder) {
  auto database = Database::open(folder / database_name, Database::Access::create);
  if (!database) return tl::unexpected(database.error());
  if (auto ready = migrate(*database, migrations()); !ready) return tl::unexpected(ready.error());
  return Workspace(std::make_unique<Rep>(Rep{folder, std::move(*database)}));
}

Result<Workspace> Workspace::open(const fs::path& folder) {
  if (auto made = make_folders(folder); !made) return tl::unexpected(made.error());
  remove_abandoned_parts(folder / "files");
  return open_database(folder);
}

Result<Workspace> Workspace::open_existing(const fs::path& folder) {
  std::error_code error;
  if (!fs::exists(folder / database_name, error))
    return failure(ProblemKind::not_found, "there is no planmark workspace", folder.string(),
                   "make one with planmark run, or name another with --workspace");
  return open_database(folder);
}

const fs::path& Workspace::folder() const { return rep_->folder; }
fs::path Workspace::kept_file(const std::string& sha256) const { return rep_->folder / "files" / sha256; }
Database& Workspace::database() const { return rep_->database; }

Result<std::string> Workspace::add_file(const fs::path& file) {
  auto bytes = read_file(file);
  if (!bytes) return tl::unexpected(bytes.error());
  std::string sha256 = sha256_hex(*bytes);
  if (auto kept = keep_bytes(rep_->folder / "files", sha256, *bytes); !kept)
    return tl::unexpected(kept.error());
  Transaction change(rep_->database, Transaction::Kind::write);
  register_document(change, sha256, *bytes, file.filename().string());
  return change.commit(std::move(sha256));
}

Result<void> Workspace::set_identity(const std::string& sha256, const Identity& identity,
                                     IdentitySource source, const std::vector<IdentityEvidence>& evidence) {
  Transaction change(rep_->database, Transaction::Kind::write);
  require_registered(change, sha256);
  store_identity(change, sha256, identity, source, evidence);
  return change.commit();
}

Result<Identity> Workspace::identity(const std::string& sha256) const {
  Transaction look(rep_->database, Transaction::Kind::read);
  Identity identity = standing_identities(look, sha256)[sha256].identity;
  return look.commit(std::move(identity));
}

Result<void> Workspace::save_extraction(const Document& document, const ExtractionVersion& version,
                                        const std::optional<Quality>& quality) {
  Transaction change(rep_->database, Transaction::Kind::write);
  require_registered(change, document.sha256);
  store_document(change, document, version);
  if (quality) store_quality(change, document.sha256, *quality);
  return change.commit();
}

Result<void> Workspace::save_refusal(const std::string& sha256, const Problem& problem,
                                     const ExtractionVersion& version) {
  Transaction change(rep_->database, Transaction::Kind::write);
  require_registered(change, sha256);
  store_refusal(change, sha256, problem, version);
  return change.commit();
}

Result<void> Workspace::save_analysis(const std::string& sha256, const std::string& part,
                                      const Analysis& analysis, const RuleBook& rules,
                                      const AnalysisVersion& version) {
  Transaction change(rep_->database, Transaction::Kind::write);
  require_registered(change, sha256);
  store_analysis(change, sha256, part, analysis, rules, version);
  return change.commit();
}

Result<bool> Workspace::keep_draftless_analysis(const std::string& sha256, const std::string& part,
                                                const AnalysisVersion& version) {
  Transaction change(rep_->database, Transaction::Kind::write);
  change
      .prepare(
          "UPDATE analysis SET lexicon = ?3, re2 = ?4 WHERE document = ?1 AND part = ?2 AND planmark = ?5"
          " AND icu = ?6 AND NOT EXISTS (SELECT 1 FROM draft WHERE document = ?1)")
      .run(sha256, part, version.lexicon, version.re2, version.planmark, version.icu);
  const bool is_kept = rep_->database.changes() > 0;
  return change.commit(bool{is_kept});
}

Result<Document> Workspace::load_document(const std::string& sha256) const {
  Transaction look(rep_->database, Transaction::Kind::read);
  Document document = stored_document(look, sha256);
  return look.commit(std::move(document));
}

Result<std::optional<Quality>> Workspace::load_quality(const std::string& sha256) const {
  Transaction look(rep_->database, Transaction::Kind::read);
  std::optional<Quality> quality = stored_quality(look, sha256);
  return look.commit(std::move(quality));
}

Result<Analysis> Workspace::load_analysis(const std::string& sha256, const RuleBook& rules) const {
  Transaction look(rep_->database, Transaction::Kind::read);
  Analysis analysis = stored_analysis(look, sha256, rules);
  return look.commit(std::move(analysis));
}

Result<std::optional<Workspace::StoredDrafts>> Workspace::load_drafts(const std::string& sha256,
                                                                      const std::string& question) const {
  Transaction look(rep_->database, Transaction::Kind::read);
  std::optional<StoredDrafts> drafts = stored_drafts(look, sha256, question);
  return look.commit(std::move(drafts));
}

Result<std::vector<Workspace::StoredAnswer>> Workspace::load_answers() const {
  Transaction look(rep_->database, Transaction::Kind::read);
  std::vector<StoredAnswer> answers = stored_answers(look);
  return look.commit(std::move(answers));
}

}  // namespace planmark
