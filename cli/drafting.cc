#include "cli/drafting.h"

#include <deque>
#include <future>

#include "analyze/analyze.h"
#include "corpus/identity.h"
#include "reports/borrowed_text.h"

namespace planmark {

Result<void> heed_sources(const Workspace& workspace, const Knowledge& knowledge,
                          const RegisteredDocument& registered, const Document& document,
                          Analysis& analysis) {
  if (!knowledge.barring) return {};
  RegisteredDocument own = registered;
  auto identity = workspace.identity(registered.sha256);
  if (!identity) return tl::unexpected(identity.error());
  own.identity = std::move(*identity);
  return knowledge.barring->heed(analysis, own, document, workspace, knowledge.rules, knowledge.systems);
}

namespace {

// What the document is, as it now stands in the workspace.
Result<std::string> part_of(Workspace& workspace, const Knowledge& knowledge,
                            const RegisteredDocument& registered, const Document& document) {
  const ProposedIdentity proposal =
      propose_identity(document, registered.file_names.front(), knowledge.systems);
  auto stored = workspace.set_identity(registered.sha256, proposal.identity, IdentitySource::proposed,
                                       proposal.evidence);
  if (!stored) return tl::unexpected(stored.error());
  auto identity = workspace.identity(registered.sha256);
  if (!identity) return tl::unexpected(identity.error());
  return identity->part;
}

Result<void> keep(Workspace& workspace, const Knowledge& knowledge, const RegisteredDocument& registered,
                  const std::string& part, const Document& document, Analysis analysis) {
  auto heeded = heed_sources(workspace, knowledge, registered, document, analysis);
  if (!heeded) return heeded;
  return workspace.save_analysis(registered.sha256, part, analysis, knowledge.rules, knowledge.analysis);
}

// Whether all that a change of lexicons asks for this document is to say that it changed nothing.
Result<bool> stands_as_it_is(Workspace& workspace, const Knowledge& knowledge,
                             const RegisteredDocument& registered) {
  const std::string& part = registered.identity.part;
  if (is_asked_of(knowledge.rules, part)) return false;
  return workspace.keep_draftless_analysis(registered.sha256, part, knowledge.analysis);
}

// A document that is being analysed beside others. The analysis reads the document, so it ends first.
struct Underway {
  const RegisteredDocument* registered = nullptr;
  std::string part;
  std::unique_ptr<const Document> document;
  std::future<Analysis> analysis;
};

Result<Underway> begin(Workspace& workspace, const Knowledge& knowledge, const Matcher& matcher,
                       const RegisteredDocument& registered) {
  auto loaded = workspace.load_document(registered.sha256);
  if (!loaded) return tl::unexpected(loaded.error());
  auto part = part_of(workspace, knowledge, registered, *loaded);
  if (!part) return tl::unexpected(part.error());
  Underway underway{&registered, std::move(*part), std::make_unique<const Document>(std::move(*loaded)), {}};
  // Where no thread can be had, the work is done when its result is asked for.
  underway.analysis =
      std::async(std::launch::async | std::launch::deferred,
                 [&knowledge, &matcher, part = underway.part, text = underway.document.get()] {
                   return analyze(*text, knowledge.rules, matcher, part);
                 });
  return underway;
}

}  // namespace

Result<void> draft_document(Workspace& workspace, const Knowledge& knowledge, const Matcher& matcher,
                            const RegisteredDocument& registered, const Document& document) {
  const auto part = part_of(workspace, knowledge, registered, document);
  if (!part) return tl::unexpected(part.error());
  return keep(workspace, knowledge, registered, *part, document,
              analyze(document, knowledge.rules, matcher, *part));
}

Result<void> draft_stored_documents(Workspace& workspace, const Knowledge& knowledge, const Matcher& matcher,
                                    const std::vector<RegisteredDocument>& documents, unsigned jobs,
                                    const std::function<bool(const RegisteredDocument&)>& drafted) {
  std::deque<Underway> underway;
  for (auto next = documents.begin(); next != documents.end() || !underway.empty();) {
    if (next != documents.end() && underway.size() < jobs) {
      const auto stands = stands_as_it_is(workspace, knowledge, *next);
      if (!stands) return tl::unexpected(stands.error());
      if (*stands) {
        if (!drafted(*next++)) break;
        continue;
      }
      auto begun = begin(workspace, knowledge, matcher, *next++);
      if (!begun) return tl::unexpected(begun.error());
      underway.push_back(std::move(*begun));
      continue;
    }
    Underway first = std::move(underway.front());
    underway.pop_front();
    auto stored =
        keep(workspace, knowledge, *first.registered, first.part, *first.document, first.analysis.get());
    if (!stored) return stored;
    if (!drafted(*first.registered)) break;
  }
  return {};
}

}  // namespace planmark
