// Documents of one system that name different people as the same lead.
//
// Taken from drafts as they are stored. Two names differ when their last words do: "Dr A. Bell" and "Anne
// Bell" are one. Documents of different years may both be right; the years stand beside the names.
#pragma once

#include <string>
#include <vector>

#include "corpus/register.h"
#include "review/workspace.h"

namespace planmark {

struct LeadNamed {
  std::string sha256, file, edition;
  std::string person, role;
  std::string quote;       // the draft's first; empty where it has none
  std::uint32_t page = 0;  // of the quote, from 1
};

struct LeadDisagreement {
  std::string system, question;  // by its name, and by id
  std::vector<LeadNamed> named;  // by edition, then file; two at least
};

// By system, then question. `answers` are those of the workspace (Workspace::load_answers()). Documents whose
// system is not known are left out. Errors: storage.
Result<std::vector<LeadDisagreement>> lead_disagreements(const Workspace& workspace,
                                                         const std::vector<Workspace::StoredAnswer>& answers,
                                                         const std::vector<RegisteredDocument>& documents,
                                                         const Register& systems);

// For people, with quotes, in lines of at most `width` columns; empty when there are none. Of `sha256` alone
// unless it is empty.
std::string disagreements_text(const std::vector<LeadDisagreement>& disagreements, std::size_t width,
                               const std::string& sha256 = {});

}  // namespace planmark
