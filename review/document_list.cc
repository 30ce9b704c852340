// Workspace::documents() and find_document(): what is in the workspace, and which of it somebody means.
#include <algorithm>
#include <map>

#include "base/format.h"
#include "corpus/nearest_name.h"
#include "review/database.h"
#include "review/extraction_store.h"
#include "review/identity_store.h"
#include "review/workspace.h"

namespace planmark {
namespace {

using ByHash = std::map<std::string, RegisteredDocument>;

ByHash registered_documents(Transaction& look) {
  ByHash documents;
  Statement row = look.prepare("SELECT sha256, bytes FROM document");
  row.with();
  while (row.next()) {
    RegisteredDocument& document = documents[row.text(0)];
    document.sha256 = row.text(0);
    document.bytes = static_cast<std::uint64_t>(row.integer(1));
  }
  Statement name = look.prepare("SELECT document, name FROM file_name ORDER BY document, name");
  name.with();
  while (name.next()) documents[name.text(0)].file_names.push_back(name.text(1));
  return documents;
}

void add_identities(Transaction& look, ByHash& documents) {
  for (auto& [sha256, standing] : standing_identities(look)) {
    RegisteredDocument& document = documents[sha256];
    document.identity = std::move(standing.identity);
    document.identity_source = standing.source;
    document.identity_evidence = std::move(standing.evidence);
  }
}

void add_extractions(Transaction& look, const ExtractionVersion& version, ByHash& documents) {
  Statement row = look.prepare(
      "SELECT extraction.document, planmark = ?1 AND poppler = ?2"
      " AND (?3 IN ('', tesseract) OR NOT total(ocr OR state = 'unreadable' AND reason <> 'damaged')),"
      " count(page.page), total(page.state = 'unreadable'), total(ocr)"
      " FROM extraction LEFT JOIN page USING (document) GROUP BY extraction.document");
  row.with(version.planmark, version.poppler, version.tesseract);
  while (row.next()) {
    RegisteredDocument& document = documents[row.text(0)];
    document.extracted = row.integer(1) != 0;
    document.pages = row.u32(2);
    document.unreadable_pages = row.u32(3);
    document.recognised_pages = row.u32(4);
  }
}

void add_refusals(Transaction& look, const ExtractionVersion& version, ByHash& documents) {
  Statement row =
      look.prepare("SELECT document, kind, what, fix FROM refusal WHERE planmark = ? AND poppler = ?");
  row.with(version.planmark, version.poppler);
  while (row.next()) {
    const auto kind = stored_value<ProblemKind>(look, row.text(1));
    documents[row.text(0)].refusal = Problem{kind, row.text(2), {}, row.text(3)};
  }
}

void add_analyses(Transaction& look, const AnalysisVersion& version, ByHash& documents) {
  Statement row = look.prepare(
      "SELECT document, part FROM analysis WHERE planmark = ? AND lexicon = ? AND icu = ? AND re2 = ?");
  row.with(version.planmark, version.lexicon, version.icu, version.re2);
  while (row.next()) {
    RegisteredDocument& document = documents[row.text(0)];
    document.analyzed = row.text(1) == document.identity.part;
  }
}

bool could_be_hash(std::string_view reference) {
  return reference.size() >= 6 && reference.size() <= 64 &&
         reference.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

struct Named {
  std::string sha256, name;
};

std::string advice_on(const std::string& reference, const std::vector<Named>& all) {
  if (all.empty()) return "the workspace is empty: planmark run PATH adds documents";
  std::vector<std::string> names;
  for (const Named& named : all) names.push_back(named.name);
  const std::string nearest = nearest_name(reference, names);
  return nearest.empty() ? "planmark list shows all"
                         : format("did you mean {}? planmark list shows all", nearest);
}

std::string several(const std::vector<Named>& matches) {
  std::string list;
  for (const Named& match : matches)
    list += format("{}{} {}", list.empty() ? "" : ", ", match.sha256.substr(0, 12), match.name);
  return list;
}

std::vector<Named> matching(const std::vector<Named>& all, const std::string& reference) {
  std::vector<Named> matches;
  for (const Named& named : all)
    if (named.name == reference) matches.push_back(named);
  if (!matches.empty() || !could_be_hash(reference)) return matches;
  for (const Named& named : all)
    if (named.sha256.starts_with(reference) && (matches.empty() || matches.back().sha256 != named.sha256))
      matches.push_back(named);
  return matches;
}

}  // namespace

Result<std::vector<RegisteredDocument>> Workspace::documents(const ExtractionVersion& extraction,
                                                             const AnalysisVersion& analysis) const {
  Transaction look(database(), Transaction::Kind::read);
  ByHash found = registered_documents(look);
  add_identities(look, found);
  add_extractions(look, extraction, found);
  add_refusals(look, extraction, found);
  add_analyses(look, analysis, found);
  if (auto done = look.commit(); !done) return tl::unexpected(done.error());
  std::vector<RegisteredDocument> list;
  for (auto& [sha256, document] : found) list.push_back(std::move(document));
  std::stable_sort(list.begin(), list.end(), [](const RegisteredDocument& a, const RegisteredDocument& b) {
    return a.file_names < b.file_names;
  });
  return list;
}

Result<std::string> Workspace::find_document(const std::string& reference) const {
  Transaction look(database(), Transaction::Kind::read);
  std::vector<Named> all;
  Statement row = look.prepare("SELECT document, name FROM file_name ORDER BY document, name");
  row.with();
  while (row.next()) all.push_back({row.text(0), row.text(1)});
  if (auto done = look.commit(); !done) return tl::unexpected(done.error());

  const std::vector<Named> matches = matching(all, reference);
  if (matches.empty())
    return failure(ProblemKind::not_found, "no such document in the workspace", reference,
                   advice_on(reference, all));
  if (matches.size() > 1)
    return failure(ProblemKind::bad_input, format("several documents match: {}", several(matches)), reference,
                   "give more digits of the hash");
  return matches.front().sha256;
}

}  // namespace planmark
