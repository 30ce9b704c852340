// What was seen at addresses on the web, round by round; append-only. Which documents are new, changed, moved
// or vanished is told from two rounds' sightings (watch/finding.h).
//
// Each record_* is one transaction. A document that is seen is kept for good, by its content: that it is gone
// from the web is one more sighting.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "corpus/identity.h"

namespace planmark {

class Workspace;

struct Sighting {
  // Stored by name (name_of): never change the meaning of one. gone: the server says that nothing is there;
  // not_looked: nobody can tell (no answer, robots.txt, a failing server, something that is no document).
  enum class Outcome { present, gone, not_looked };

  std::int64_t number = 0, round = 0;
  std::string at{};  // is_time_stamp()
  std::string address{};
  std::string page{};  // the publication page that it was found on; empty: of the list itself
  Outcome outcome = Outcome::present;
  bool is_page = false;    // a web page, not a document
  std::string sha256{};    // of the document; of one that is gone, what was there; empty for pages
  bool added = false;      // the workspace did not have it before
  std::string answered{};  // the address that gave it, behind all redirects
  std::string location{};  // behind the permanent redirects
  std::string etag{}, modified{};
  std::string problem{};  // why nobody can tell
  friend bool operator==(const Sighting&, const Sighting&) = default;
};

const char* name_of(Sighting::Outcome outcome);
bool parse_name(std::string_view name, Sighting::Outcome& outcome);

struct WatchRound {
  std::int64_t number = 0;
  std::string begun{};
  bool resumed = false;
};

// The last round, when it was begun at or after `fresh_since` and has not ended; otherwise a new one.
Result<WatchRound> begin_round(Workspace& workspace, const std::string& now, const std::string& fresh_since);
Result<void> end_round(Workspace& workspace, std::int64_t round, const std::string& now);

struct PageLink {
  std::string address{};
  bool sure = false;  // watch/document_links.h
  friend bool operator==(const PageLink&, const PageLink&) = default;
};

// Errors: those of storage. `number` is given by the store.
Result<void> record_sighting(Workspace& workspace, const Sighting& sighting);
// Replaces the links of the page.
Result<void> record_page(Workspace& workspace, const Sighting& sighting, const std::vector<PageLink>& links);
// Keeps the bytes under `name`, and, where neither a manifest nor a person has said what the document is,
// says `given` of it as a manifest does.
Result<void> record_document(Workspace& workspace, Sighting sighting, std::string_view bytes,
                             const std::string& name, const Identity& given);

// In order.
Result<std::vector<Sighting>> sightings_of(const Workspace& workspace, std::int64_t round);
// For each address the last sighting before this round that could tell something; by address.
Result<std::vector<Sighting>> sightings_before(const Workspace& workspace, std::int64_t round);
// As they were when the page was last read.
Result<std::vector<PageLink>> links_of(const Workspace& workspace, const std::string& page);

}  // namespace planmark
