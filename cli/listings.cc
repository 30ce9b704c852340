// The commands that list findings about documents of the workspace: borrowed, commitments, priorities.
#include "base/file.h"
#include "base/format.h"
#include "cli/commands.h"
#include "cli/document_reference.h"
#include "cli/open_workspace.h"
#include "reports/borrowed_text.h"
#include "reports/plan_listings.h"

namespace planmark {
namespace {

using What = ListingOptions::What;

Result<Listing> borrowed(const OpenWorkspace& open, const ListingOptions& options) {
  const auto rules = load_shared_text_rules(open.places.lexicons);
  if (!rules) return tl::unexpected(rules.error());
  const auto document = find_edition(open, options.first);
  if (!document) return tl::unexpected(document.error());
  const Knowledge& known = open.knowledge;
  BorrowedKnowledge knowledge{known.rules, known.systems, *rules};
  for (const std::string& name : options.guidance) {
    auto guidance = find_edition(open, name);
    if (!guidance) return tl::unexpected(guidance.error());
    knowledge.guidance.push_back(guidance->sha256);
  }
  const auto documents = open.workspace.documents(known.extraction, known.analysis);
  if (!documents) return tl::unexpected(documents.error());
  return borrowed_listing(open.workspace, *document, *documents, knowledge);
}

Result<Listing> of_two(const OpenWorkspace& open, const ListingOptions& options) {
  const auto first = find_edition(open, options.first);
  if (!first) return tl::unexpected(first.error());
  const auto second = find_edition(open, options.second);
  if (!second) return tl::unexpected(second.error());
  const auto commitments = load_commitment_rules(open.places.lexicons);
  if (!commitments) return tl::unexpected(commitments.error());
  const Knowledge& known = open.knowledge;
  if (options.what == What::commitments) {
    const auto comparison = load_comparison_rules(open.places.lexicons);
    if (!comparison) return tl::unexpected(comparison.error());
    return commitments_listing(open.workspace, *first, *second, known.systems, *comparison, *commitments);
  }
  const auto priorities = load_priority_rules(open.places.lexicons);
  if (!priorities) return tl::unexpected(priorities.error());
  return priorities_listing(open.workspace, *first, *second, known.systems, known.rules, *commitments,
                            *priorities);
}

}  // namespace

Status listing_command(const CommonOptions& common, const ListingOptions& options, const Console& console) {
  const auto open = open_workspace(common);
  if (!open) return console.fail(open.error());
  const auto listing = options.what == What::borrowed ? borrowed(*open, options) : of_two(*open, options);
  if (!listing) return console.fail(listing.error());
  if (!options.html.empty()) {
    if (auto written = write_file(options.html, listing_html(*listing)); !written)
      return console.fail(written.error());
  }
  console.print(options.json ? listing_json(*listing) + "\n" : listing_text(*listing, console.out.width));
  return Status::done;
}

}  // namespace planmark
