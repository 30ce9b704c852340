#include <system_error>

#include "base/format.h"
#include "cli/commands.h"
#include "cli/drafting.h"
#include "cli/open_workspace.h"
#include "cli/workspace_lock.h"
#include "reports/drafts_text.h"

namespace planmark {
namespace {

Result<OpenWorkspace> open_or_make(const CommonOptions& common, bool make) {
  if (!make) return open_workspace(common, Trial::all);
  auto places = find_data(common.data, common.lexicons);
  if (!places) return tl::unexpected(places.error());
  auto knowledge = load_knowledge(*places);
  if (!knowledge) return tl::unexpected(knowledge.error());
  auto workspace = Workspace::open(common.workspace);
  if (!workspace) return tl::unexpected(workspace.error());
  if (auto known = know_sources(*knowledge, places->lexicons, *workspace); !known)
    return tl::unexpected(known.error());
  return OpenWorkspace{std::move(*places), std::move(*knowledge), std::move(*workspace)};
}

Result<RegisteredDocument> add_and_settle(OpenWorkspace& open, const AddOptions& options, bool is_file) {
  auto sha256 = is_file ? open.workspace.add_file(options.file) : open.workspace.find_document(options.file);
  if (!sha256) return tl::unexpected(sha256.error());
  auto registered = find_registered(open, *sha256);
  if (!registered || options.identity == Identity{}) return registered;
  const bool said_before = registered->identity_source == IdentitySource::person;
  const Identity before = said_before ? registered->identity : Identity{};
  const Identity identity = settled_identity(options.identity, before, open.knowledge.systems);
  auto stored = open.workspace.set_identity(*sha256, identity, IdentitySource::person, {});
  if (!stored) return tl::unexpected(stored.error());
  return find_registered(open, *sha256);
}

// Drafts anew at once where the text is there: it takes a moment, and what is shown next is then right.
Result<RegisteredDocument> drafted_anew(OpenWorkspace& open, const RegisteredDocument& registered) {
  if (!registered.extracted || registered.analyzed) return registered;
  auto drafted = draft_stored_documents(open.workspace, open.knowledge, *open.knowledge.rules.matcher,
                                        {registered}, 1, [](const RegisteredDocument&) { return true; });
  if (!drafted) return tl::unexpected(drafted.error());
  return find_registered(open, registered.sha256);
}

}  // namespace

Status add_command(const CommonOptions& common, const AddOptions& options, const Console& console) {
  std::error_code error;
  const bool is_file = std::filesystem::is_regular_file(options.file, error);
  auto open = open_or_make(common, is_file);
  if (!open) return console.fail(open.error());
  auto lock = WorkspaceLock::take(common.workspace);
  if (!lock) return console.fail(lock.error());
  auto registered = add_and_settle(*open, options, is_file);
  if (registered) registered = drafted_anew(*open, *registered);
  if (!registered) return console.fail(registered.error());
  console.print(
      document_heading(*registered, open->knowledge.systems, {console.out.width, console.out.colour}));
  if (!registered->extracted && !registered->refusal) {
    console.print("Not read yet: planmark run reads it.\n");
  }
  return Status::done;
}

}  // namespace planmark
