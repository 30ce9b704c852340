#include "reports/lead_disagreement.h"

#include <algorithm>
#include <map>
#include <tuple>

#include "base/ascii.h"
#include "base/format.h"
#include "reports/drafts_text.h"
#include "reports/plain_text.h"

namespace planmark {
namespace {

std::string last_word(const std::string& name) {
  return lower_ascii(std::string_view(name).substr(name.rfind(' ') + 1));
}

bool disagree(const std::vector<LeadNamed>& named) {
  return std::ranges::any_of(named, [&](const LeadNamed& other) {
    return last_word(other.person) != last_word(named.front().person);
  });
}

using ByQuestion = std::map<std::pair<std::string, std::string>, std::vector<LeadNamed>>;

ByQuestion leads_named(const std::vector<Workspace::StoredAnswer>& answers,
                       const std::vector<RegisteredDocument>& documents) {
  std::map<std::string, const RegisteredDocument*> by_hash;
  for (const RegisteredDocument& document : documents)
    if (!document.identity.system.empty()) by_hash.emplace(document.sha256, &document);
  ByQuestion found;
  for (const auto& [sha256, question, answer] : answers) {
    const auto document = by_hash.find(sha256);
    if (answer.person.empty() || document == by_hash.end()) continue;
    const auto& [hash, registered] = *document;
    found[{registered->identity.system, question}].push_back({hash,
                                                              registered->file_names.front(),
                                                              registered->identity.edition,
                                                              answer.person,
                                                              answer.role,
                                                              {},
                                                              0});
  }
  return found;
}

Result<void> add_quote(const Workspace& workspace, const std::string& question, LeadNamed& lead) {
  const auto stored = workspace.load_drafts(lead.sha256, question);
  if (!stored) return tl::unexpected(stored.error());
  if (!*stored || (*stored)->drafts.empty() || (*stored)->drafts.front().evidence.empty()) return {};
  const Span quote = (*stored)->drafts.front().evidence.front().span;
  const auto document = workspace.load_document(lead.sha256);
  if (!document) return tl::unexpected(document.error());
  lead.quote = slice(document->text, quote);
  lead.page = page_at(*document, quote.begin) + 1;
  return {};
}

}  // namespace

Result<std::vector<LeadDisagreement>> lead_disagreements(const Workspace& workspace,
                                                         const std::vector<Workspace::StoredAnswer>& answers,
                                                         const std::vector<RegisteredDocument>& documents,
                                                         const Register& systems) {
  std::vector<LeadDisagreement> disagreements;
  for (auto& [key, leads] : leads_named(answers, documents)) {
    if (!disagree(leads)) continue;
    const auto& [system, question] = key;
    std::ranges::sort(leads, {},
                      [](const LeadNamed& one) { return std::tie(one.edition, one.file, one.sha256); });
    for (LeadNamed& lead : leads)
      if (auto added = add_quote(workspace, question, lead); !added) return tl::unexpected(added.error());
    disagreements.push_back({system_name(systems, system), question, std::move(leads)});
  }
  return disagreements;
}

std::string disagreements_text(const std::vector<LeadDisagreement>& disagreements, std::size_t width,
                               const std::string& sha256) {
  std::string text;
  const auto add = [&](std::size_t indent, const std::string& words) {
    for (const std::string& line : wrap(printable(words), width - std::min(width, indent)))
      text += std::string(indent, ' ') + line + "\n";
  };
  for (const LeadDisagreement& one : disagreements) {
    if (!sha256.empty() && std::ranges::find(one.named, sha256, &LeadNamed::sha256) == one.named.end())
      continue;
    add(2, one.question + ", " + one.system);
    for (const LeadNamed& lead : one.named) {
      add(4, format("{}{}: {}{}", lead.file, lead.edition.empty() ? "" : " (" + lead.edition + ")",
                    lead.person, lead.role.empty() ? "" : ", " + lead.role));
      if (!lead.quote.empty()) add(6, format("page {} “{}”", lead.page, lead.quote));
    }
  }
  return text.empty() ? text : "Documents of one system that name different leads:\n" + text;
}

}  // namespace planmark
