#include "corpus/identity.h"

namespace planmark {

ProposedIdentity propose_identity(const Document& document, const std::string&, const Register&) {
  ProposedIdentity proposed;
  proposed.identity.title = document.title;
  return proposed;
}

}  // namespace planmark
