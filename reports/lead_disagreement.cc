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

struct Found {
  LeadNamed lead;
  Span quote;
};

using ByQuestion = std::map<std::pair<std::string, std::string>, std::vector<Found>>;

Result<void> add_named(const Workspace& workspace, const RegisteredDocument& document, ByQuestion& found) {
  auto stored = workspace.load_drafts(document.sha256);
  if (!stored) return tl::unexpected(stored.error());
  if (!*stored) return {};
  for (const Draft& draft : (*stored)->drafts) {
    if (draft.answer.person.empty()) continue;
    LeadNamed lead{document.sha256,
                   document.file_names.front(),
                   document.identity.edition,
                   draft.answer.person,
                   draft.answer.role,
                   {},
                   0};
    found[{document.identity.system, draft.question}].push_back(
        {std::move(lead), draft.evidence.empty() ? Span{} : draft.evidence.front().span});
  }
  return {};
}

Result<LeadNamed> with_quote(const Workspace& workspace, const Found& found) {
  LeadNamed lead = found.lead;
  if (found.quote.empty()) return lead;
  auto document = workspace.load_document(lead.sha256);
  if (!document) return tl::unexpected(document.error());
  lead.quote = slice(document->text, found.quote);
  lead.page = page_at(*document, found.quote.begin) + 1;
  return lead;
}

}  // namespace

Result<std::vector<LeadDisagreement>> lead_disagreements(const Workspace& workspace,
                                                         const std::vector<RegisteredDocument>& documents,
                                                         const Register& systems) {
  ByQuestion found;
  for (const RegisteredDocument& document : documents) {
    if (document.identity.system.empty()) continue;
    if (auto added = add_named(workspace, document, found); !added) return tl::unexpected(added.error());
  }
  std::vector<LeadDisagreement> disagreements;
  for (auto& [key, leads] : found) {
    std::ranges::sort(leads, {}, [](const Found& one) {
      return std::tie(one.lead.edition, one.lead.file, one.lead.sha256);
    });
    LeadDisagreement disagreement{system_name(systems, key.first), key.second, {}};
    for (const Found& one : leads) disagreement.named.push_back(one.lead);
    if (!disagree(disagreement.named)) continue;
    for (std::size_t i = 0; i < leads.size(); ++i) {
      auto lead = with_quote(workspace, leads[i]);
      if (!lead) return tl::unexpected(lead.error());
      disagreement.named[i] = std::move(*lead);
    }
    disagreements.push_back(std::move(disagreement));
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
