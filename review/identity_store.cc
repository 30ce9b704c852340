#include "review/identity_store.h"

#include <array>
#include <optional>

#include "base/format.h"
#include "base/value_named.h"
#include "review/extraction_store.h"

namespace planmark {
namespace {

constexpr std::array sources{IdentitySource::proposed, IdentitySource::manifest, IdentitySource::person};

struct Member {
  const char* name;
  std::string Identity::*value;
};
constexpr std::array<Member, 5> members{{{"system", &Identity::system},
                                         {"part", &Identity::part},
                                         {"edition", &Identity::edition},
                                         {"title", &Identity::title},
                                         {"url", &Identity::url}}};

struct Saying {
  Identity identity;
  std::vector<IdentityEvidence> evidence;
};
using Sayings = std::map<IdentitySource, Saying>;  // of one document, lowest source first

std::map<std::string, Sayings> all_sayings(Transaction& look, const std::string& document) {
  std::map<std::string, Sayings> sayings;
  // One condition each, so that the index is used.
  const char* where = document.empty() ? "? = ''" : "document = ?";
  Statement row = look.prepare(
      format("SELECT document, source, system, part, edition, title, url FROM identity WHERE {}", where));
  row.with(document);
  while (row.next()) {
    const auto source = stored_value<IdentitySource>(look, row.text(1));
    sayings[row.text(0)][source].identity = {row.text(2), row.text(3), row.text(4), row.text(5), row.text(6)};
  }
  Statement evidence = look.prepare(
      format("SELECT document, source, member, value, place, quote FROM identity_evidence WHERE {}"
             " ORDER BY document, source, rank",
             where));
  evidence.with(document);
  while (evidence.next()) {
    const auto source = stored_value<IdentitySource>(look, evidence.text(1));
    sayings[evidence.text(0)][source].evidence.push_back(
        {evidence.text(2), evidence.text(3), evidence.text(4), evidence.text(5)});
  }
  return sayings;
}

StandingIdentity standing_of(const Sayings& sayings) {
  StandingIdentity standing;
  std::map<std::string, IdentitySource> given_by;
  for (const auto& [source, saying] : sayings) {
    for (const Member& member : members) {
      const std::string& value = saying.identity.*member.value;
      if (value.empty()) continue;
      standing.identity.*member.value = value;
      given_by[member.name] = source;
      standing.source = source;
    }
  }
  for (const auto& [source, saying] : sayings) {
    for (const IdentityEvidence& evidence : saying.evidence) {
      const auto giver = given_by.find(evidence.member);
      if (giver == given_by.end() || giver->second == source) standing.evidence.push_back(evidence);
    }
  }
  return standing;
}

}  // namespace

const char* name_of(IdentitySource source) {
  switch (source) {
    case IdentitySource::proposed:
      return "proposed";
    case IdentitySource::manifest:
      return "manifest";
    case IdentitySource::person:
      return "person";
  }
  return "proposed";
}

bool parse_name(std::string_view name, IdentitySource& source) { return find_named(name, sources, source); }

void store_identity(Transaction& change, const std::string& sha256, const Identity& identity,
                    IdentitySource source, const std::vector<IdentityEvidence>& evidence) {
  const char* name = name_of(source);
  change.prepare("DELETE FROM identity WHERE document = ? AND source = ?").run(sha256, name);
  change
      .prepare(
          "INSERT INTO identity (document, source, system, part, edition, title, url)"
          " VALUES (?, ?, ?, ?, ?, ?, ?)")
      .run(sha256, name, storable_text(identity.system), storable_text(identity.part),
           storable_text(identity.edition), storable_text(identity.title), storable_text(identity.url));
  Statement insert = change.prepare(
      "INSERT INTO identity_evidence (document, source, rank, member, value, place, quote)"
      " VALUES (?, ?, ?, ?, ?, ?, ?)");
  int rank = 0;
  for (const IdentityEvidence& item : evidence)
    insert.run(sha256, name, ++rank, item.member, storable_text(item.value), storable_text(item.source),
               storable_text(item.quote));
}

std::map<std::string, StandingIdentity> standing_identities(Transaction& look, const std::string& document) {
  std::map<std::string, StandingIdentity> standing;
  for (const auto& [sha256, sayings] : all_sayings(look, document)) standing[sha256] = standing_of(sayings);
  return standing;
}

}  // namespace planmark
