// Which system, part and edition a document is: proposed with the evidence, settled by a person.
#pragma once

#include <string>
#include <vector>

#include "corpus/register.h"
#include "extract/document.h"

namespace planmark {

// Parts are named "strategy", "plan", "easy-read", "engagement-report", "place-plan", "other"; which words on
// a title page or in a file name speak for each is data (corpus/register/parts.toml or .tsv), and so more can
// be added.
struct Identity {
  std::string
      system;        // code of a system of the register, otherwise the name as found or given; empty: unknown
  std::string part;  // empty: unknown
  std::string edition;  // first year of the period, "2023"; empty: unknown
  std::string title;    // as printed on the title page; may be empty
  std::string url;      // where it was published; only from a person
  friend bool operator==(const Identity&, const Identity&) = default;
};

// Why a member was proposed: "file name: halden__jfp__2023.pdf", "page 1: NHS Surrey Heartlands Integrated
// Care Board".
struct IdentityEvidence {
  std::string member;  // "system", "part", "edition", "title", "kind" (kind_of())
  std::string value;
  std::string source;  // "file name", "page 1", "document information"
  std::string quote;
  friend bool operator==(const IdentityEvidence&, const IdentityEvidence&) = default;
};

struct ProposedIdentity {
  Identity identity;
  std::vector<IdentityEvidence> evidence;  // by member; for the proposed value first, strongest first
  std::vector<std::string> disputed;       // members for which much of the evidence speaks for another value
  friend bool operator==(const ProposedIdentity&, const ProposedIdentity&) = default;
};

// What a document was taken for, in words ("needs assessment", "dementia strategy"), where its part is what
// was proposed; empty where that is not known, or a person or manifest has named the part.
std::string kind_of(const std::vector<IdentityEvidence>& evidence);

// What holds after a person or a manifest has spoken: members of `given` win, empty ones come from
// `proposed`. A given name that the register knows becomes its code.
Identity settled_identity(const Identity& given, const Identity& proposed, const Register& systems);

// Looks at the file name, the first pages and the file's own title. What cannot be told stays empty.
ProposedIdentity propose_identity(const Document& document, const std::string& file_name,
                                  const Register& systems);

}  // namespace planmark
