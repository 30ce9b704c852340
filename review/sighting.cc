#include "review/sighting.h"

#include <array>
#include <optional>

#include "base/sha256.h"
#include "base/value_named.h"
#include "review/database.h"
#include "review/event.h"
#include "review/extraction_store.h"
#include "review/identity_store.h"
#include "review/kept_files.h"
#include "review/workspace.h"

namespace planmark {
namespace {

using Outcome = Sighting::Outcome;
constexpr std::array outcomes{Outcome::present, Outcome::gone, Outcome::not_looked};

constexpr std::string_view sighting_columns =
    "number, round, at, address, page, outcome, is_page, document, added, answered, location, etag,"
    " modified, problem";

void require_time(Transaction& change, const std::string& at) {
  if (!is_time_stamp(at)) change.fail({ProblemKind::internal, "not a time: " + at, {}, {}});
}

void insert(Transaction& change, const Sighting& seen) {
  require_time(change, seen.at);
  const auto document = seen.sha256.empty() ? std::nullopt : std::optional<std::string>(seen.sha256);
  change
      .prepare(
          "INSERT INTO sighting (round, at, address, page, outcome, is_page, document, added, answered,"
          " location, etag, modified, problem) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
      .run(seen.round, seen.at, seen.address, seen.page, name_of(seen.outcome), seen.is_page, document,
           seen.added, seen.answered, seen.location, storable_text(seen.etag), storable_text(seen.modified),
           storable_text(seen.problem));
}

std::vector<Sighting> read_all(Transaction& look, Statement& row) {
  std::vector<Sighting> found;
  while (row.next())
    found.push_back({row.integer(0), row.integer(1), row.text(2), row.text(3), row.text(4),
                     stored_value<Outcome>(look, row.text(5)), row.integer(6) != 0, row.text(7),
                     row.integer(8) != 0, row.text(9), row.text(10), row.text(11), row.text(12),
                     row.text(13)});
  return found;
}

void say_what_it_is(Transaction& change, const std::string& sha256, const Identity& given) {
  const auto standing = standing_identities(change, sha256);
  const auto known = standing.find(sha256);
  if (known == standing.end() || known->second.source == IdentitySource::proposed)
    store_identity(change, sha256, given, IdentitySource::manifest, {});
}

}  // namespace

const char* name_of(Outcome outcome) {
  switch (outcome) {
    case Outcome::present:
      return "present";
    case Outcome::gone:
      return "gone";
    case Outcome::not_looked:
      return "not looked";
  }
  return "not looked";
}

bool parse_name(std::string_view name, Outcome& outcome) { return find_named(name, outcomes, outcome); }

Result<WatchRound> begin_round(Workspace& workspace, const std::string& now, const std::string& fresh_since) {
  Transaction change(workspace.database(), Transaction::Kind::write);
  require_time(change, now);
  WatchRound round{1, now, false};
  Statement last =
      change.prepare("SELECT number, begun, ended FROM watch_round ORDER BY number DESC LIMIT 1");
  if (last.with().next()) {
    round.resumed = last.is_null(2) && last.text(1) >= fresh_since;
    round.number = last.integer(0) + (round.resumed ? 0 : 1);
    if (round.resumed) round.begun = last.text(1);
  }
  if (!round.resumed)
    change.prepare("INSERT INTO watch_round (number, begun) VALUES (?, ?)").run(round.number, now);
  return change.commit(std::move(round));
}

Result<void> end_round(Workspace& workspace, std::int64_t round, const std::string& now) {
  Transaction change(workspace.database(), Transaction::Kind::write);
  require_time(change, now);
  change.prepare("UPDATE watch_round SET ended = ? WHERE number = ?").run(now, round);
  return change.commit();
}

Result<void> record_sighting(Workspace& workspace, const Sighting& sighting) {
  Transaction change(workspace.database(), Transaction::Kind::write);
  insert(change, sighting);
  return change.commit();
}

Result<void> record_page(Workspace& workspace, const Sighting& sighting, const std::vector<PageLink>& links) {
  Transaction change(workspace.database(), Transaction::Kind::write);
  insert(change, sighting);
  change.prepare("DELETE FROM page_link WHERE page = ?").run(sighting.address);
  Statement add = change.prepare("INSERT INTO page_link (page, rank, address, sure) VALUES (?, ?, ?, ?)");
  int rank = 0;
  for (const PageLink& link : links) add.run(sighting.address, ++rank, link.address, link.sure);
  return change.commit();
}

Result<void> record_document(Workspace& workspace, Sighting sighting, std::string_view bytes,
                             const std::string& name, const Identity& given) {
  sighting.sha256 = sha256_hex(bytes);
  if (auto kept = keep_bytes(workspace.folder() / "files", sighting.sha256, bytes); !kept) return kept;
  Transaction change(workspace.database(), Transaction::Kind::write);
  sighting.added = register_document(change, sighting.sha256, bytes, name);
  say_what_it_is(change, sighting.sha256, given);
  insert(change, sighting);
  return change.commit();
}

Result<std::vector<Sighting>> sightings_of(const Workspace& workspace, std::int64_t round) {
  Transaction look(workspace.database(), Transaction::Kind::read);
  Statement row = look.prepare("SELECT " + std::string(sighting_columns) +
                               " FROM sighting WHERE round = ? ORDER BY number");
  row.with(round);
  auto found = read_all(look, row);
  return look.commit(std::move(found));
}

Result<std::vector<Sighting>> sightings_before(const Workspace& workspace, std::int64_t round) {
  Transaction look(workspace.database(), Transaction::Kind::read);
  Statement row =
      look.prepare("SELECT " + std::string(sighting_columns) +
                   " FROM sighting WHERE number IN (SELECT max(number) FROM sighting"
                   " WHERE round < ? AND outcome <> 'not looked' GROUP BY address) ORDER BY address");
  row.with(round);
  auto found = read_all(look, row);
  return look.commit(std::move(found));
}

Result<std::vector<PageLink>> links_of(const Workspace& workspace, const std::string& page) {
  Transaction look(workspace.database(), Transaction::Kind::read);
  Statement row = look.prepare("SELECT address, sure FROM page_link WHERE page = ? ORDER BY rank");
  row.with(page);
  std::vector<PageLink> links;
  while (row.next()) links.push_back({row.text(0), row.integer(1) != 0});
  return look.commit(std::move(links));
}

}  // namespace planmark
