// The workspace: a folder with planmark.db (SQLite) and files/<sha256> (the kept bytes of every document).
//
// Everything the engine makes is a function of (bytes, identity, lexicon, versions) and is stored under
// natural keys: the same input gives the same rows in whatever order documents end, and no table of the
// engine's holds a clock time. Each save_* is one transaction: after kill -9 or a full disk it has happened
// or it has not. What people decide is append-only (review/record.h) and is never touched by a run.
//
// The one home of SQLite is review/database.h; the schema is documented in review/SCHEMA.md.
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "analyze/analysis.h"
#include "base/result.h"
#include "corpus/identity.h"
#include "extract/document.h"
#include "extract/quality.h"
#include "review/versions.h"

namespace planmark {

class Database;

enum class IdentitySource { proposed, manifest, person };  // a later one outranks an earlier one
// "proposed", "manifest", "person": as stored and exported, never to change their meaning.
const char* name_of(IdentitySource source);

struct RegisteredDocument {
  std::string sha256;
  std::vector<std::string> file_names;  // as added, sorted; the first is the one shown and exported
  std::uint64_t bytes = 0;
  Identity identity;  // each member from the highest source that gave it
  IdentitySource identity_source = IdentitySource::proposed;  // the highest source that gave any member
  std::vector<IdentityEvidence> identity_evidence;            // for the members as they stand
  bool extracted = false;                                     // by the extraction version given to the query
  std::optional<Problem> refusal;  // set when reading failed as a whole, by the extraction version given
  bool analyzed = false;  // by the analysis version given to the query, as the part that the identity names
  std::uint32_t pages = 0, unreadable_pages = 0, recognised_pages = 0;
};

class Workspace {
 public:
  // Opens or makes the folder and database, applies migrations. Errors: storage (not writable, disk full, a
  // newer schema than this program knows, not a planmark database), each naming the path and what to do.
  static Result<Workspace> open(const std::filesystem::path& folder);
  // For reading commands: not_found when there is no workspace.
  static Result<Workspace> open_existing(const std::filesystem::path& folder);
  ~Workspace();
  Workspace(Workspace&&) noexcept;
  Workspace& operator=(Workspace&&) noexcept;

  const std::filesystem::path& folder() const;
  std::filesystem::path kept_file(const std::string& sha256) const;

  // Keeps the bytes (written only once) and the name, repaired to UTF-8. Returns the SHA-256. Errors:
  // not_found and bad_input (the file), storage.
  Result<std::string> add_file(const std::filesystem::path& file);
  // Each source keeps its own word, and a later word of the same source replaces the earlier. What stands is
  // taken member by member from the highest source that has it: a proposal never replaces what a manifest or
  // a person settled, a manifest never what a person did, in whatever order they come. Errors: not_found.
  Result<void> set_identity(const std::string& sha256, const Identity& identity, IdentitySource source,
                            const std::vector<IdentityEvidence>& evidence);
  // What stands; all members empty where nothing has been said.
  Result<Identity> identity(const std::string& sha256) const;

  // Sorted by first file name, then hash. `extracted` and `analyzed` are against the versions given.
  Result<std::vector<RegisteredDocument>> documents(const ExtractionVersion& extraction,
                                                    const AnalysisVersion& analysis) const;
  // By hash, unique hash prefix (>= 6 digits), or file name. Errors: not_found (with the nearest name),
  // bad_input (several match, naming them).
  Result<std::string> find_document(const std::string& reference) const;

  // Saving replaces what was there. A new extraction or refusal takes the document's analysis with it; what
  // people decided stays. Of a refusal the place is not kept: it is the document, and the path of a kept file
  // would make the rows depend on where the workspace lies. Errors: not_found (the document was never added),
  // storage, internal (see review/*_store.h).
  Result<void> save_extraction(const Document& document, const ExtractionVersion& version,
                               const std::optional<Quality>& quality = {});
  Result<void> save_refusal(const std::string& sha256, const Problem& problem,
                            const ExtractionVersion& version);
  Result<void> save_analysis(const std::string& sha256, const std::string& part, const Analysis& analysis,
                             const RuleBook& rules, const AnalysisVersion& version);
  // Where the analysis holds no drafts, only sentences, no lexicon had a part in it: one made by the same
  // planmark and ICU, as the same part, is then this version's too, and is marked so. false: it is not, or
  // there is none. For a document that today's lexicons ask nothing of.
  Result<bool> keep_draftless_analysis(const std::string& sha256, const std::string& part,
                                       const AnalysisVersion& version);

  // Loaded again, a document or an analysis equals the one that was stored. Sentences and mentions are stored
  // too.
  Result<Document> load_document(const std::string& sha256) const;
  // How well it was read; nullopt where it was saved without.
  Result<std::optional<Quality>> load_quality(const std::string& sha256) const;
  // Errors: not_found (never read, never analysed), bad_input (`rules` is another lexicon), storage.
  Result<Analysis> load_analysis(const std::string& sha256, const RuleBook& rules) const;
  // The drafts alone, or that of one question unless it is empty, and the versions that made them: nullopt
  // where the document has not been analysed.
  struct StoredDrafts {
    std::string part;
    AnalysisVersion version;
    ExtractionVersion extraction;        // of the text that they were drafted from
    std::vector<std::string> questions;  // all that were asked, in survey order
    std::vector<Draft> drafts;           // one for each of them, or that of the question asked for
  };
  Result<std::optional<StoredDrafts>> load_drafts(const std::string& sha256,
                                                  const std::string& question = {}) const;

  // What was drafted for all documents, without reasons, clauses and quotes.
  struct StoredAnswer {
    std::string sha256, question;
    Answer answer;
  };
  // Sorted by hash, then in survey order.
  Result<std::vector<StoredAnswer>> load_answers() const;

  // For the other files of review/ alone.
  Database& database() const;

 private:
  struct Rep;
  explicit Workspace(std::unique_ptr<Rep> rep);
  static Result<Workspace> open_database(const std::filesystem::path& folder);
  std::unique_ptr<Rep> rep_;
};

std::string sqlite_version();  // of the linked library

}  // namespace planmark
