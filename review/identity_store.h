// What a document is, source by source, and what stands of it. What fails is kept by the transaction.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "corpus/identity.h"
#include "review/database.h"
#include "review/workspace.h"

namespace planmark {

// The source with that name (review/workspace.h). Returns false for a name that is not one.
bool parse_name(std::string_view name, IdentitySource& source);

// Replaces the word of this source; those of the others stay.
void store_identity(Transaction& change, const std::string& sha256, const Identity& identity,
                    IdentitySource source, const std::vector<IdentityEvidence>& evidence);

struct StandingIdentity {
  Identity identity;
  IdentitySource source = IdentitySource::proposed;
  std::vector<IdentityEvidence> evidence;
};

// By hash, of every document that has an identity, or of `document` alone unless it is empty. Each member is
// that of the highest source that has it; evidence is given for the members as they stand, and for those that
// nobody could tell.
std::map<std::string, StandingIdentity> standing_identities(Transaction& look,
                                                            const std::string& document = {});

}  // namespace planmark
