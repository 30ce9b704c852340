// The profile of one system: what is said of its documents, criterion by criterion, with quotes and pages.
//
// One HTML page without scripts that opens offline and prints. Each answer says whether a person confirmed it
// or it is a draft; nothing here is fit for the public edition, for it names the system and quotes it.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "analyze/rule_book.h"
#include "reports/answered_document.h"
#include "reports/report_files.h"

namespace planmark {

// Requires: the documents are those of one system, one at least.
std::string profile_html(std::span<const AnsweredDocument> documents, const RuleBook& rules,
                         const std::string& made_by);

std::string profile_path(const AnsweredDocument& document);  // "profiles/CODE.html"
// The profile of each system. Requires: the documents of a system stand together.
std::vector<ReportFile> profile_files(const std::vector<AnsweredDocument>& documents, const RuleBook& rules,
                                      const std::string& made_by);

}  // namespace planmark
