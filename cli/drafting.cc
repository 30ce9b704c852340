#include "cli/drafting.h"

#include <algorithm>
#include <deque>
#include <functional>
#include <future>
#include <optional>
#include <ranges>
#include <semaphore>

#include "analyze/analyze.h"
#include "corpus/identity.h"
#include "reports/borrowed_text.h"

namespace planmark {
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

// All that an analysis needs, so that it can be made beside others.
struct Task {
  const Knowledge& knowledge;
  const Matcher& matcher;
  std::string part;
  BarringSources::ForDocument sources = {};
  std::optional<Analysis> unheeded = {};

  Analysis perform(const Document& document) && {
    Analysis analysis = unheeded ? *std::move(unheeded) : analyze(document, knowledge.rules, matcher, part);
    if (knowledge.barring) knowledge.barring->heed(analysis, document, knowledge.rules, sources);
    return analysis;
  }
};

// What is stored, where it was made with the same words while no source was known: it only has to heed them.
Result<std::optional<Analysis>> unheeded_analysis(const Workspace& workspace, const Knowledge& knowledge,
                                                  const std::string& sha256, const std::string& part) {
  std::optional<Analysis> found;
  if (knowledge.barring->empty()) return found;
  // One draft tells what made them all.
  const auto stored = workspace.load_drafts(sha256, knowledge.rules.questions.front().id);
  if (!stored) return tl::unexpected(stored.error());
  AnalysisVersion version = knowledge.analysis;
  version.lexicon = knowledge.rules.hash;
  if (!*stored || (*stored)->part != part || (*stored)->version != version) return found;
  auto analysis = workspace.load_analysis(sha256, knowledge.rules);
  if (!analysis) return tl::unexpected(analysis.error());
  found = std::move(*analysis);
  return found;
}

Result<Task> task_for(const Workspace& workspace, const Knowledge& knowledge, const Matcher& matcher,
                      const RegisteredDocument& registered, std::string part) {
  Task task{knowledge, matcher, std::move(part)};
  if (!knowledge.barring || !is_asked_of(knowledge.rules, task.part)) return task;
  RegisteredDocument own = registered;
  auto identity = workspace.identity(registered.sha256);
  if (!identity) return tl::unexpected(identity.error());
  own.identity = std::move(*identity);
  auto sources = knowledge.barring->sources_of(own, workspace, knowledge.rules, knowledge.systems);
  if (!sources) return tl::unexpected(sources.error());
  task.sources = std::move(*sources);
  auto unheeded = unheeded_analysis(workspace, knowledge, registered.sha256, task.part);
  if (!unheeded) return tl::unexpected(unheeded.error());
  task.unheeded = std::move(*unheeded);
  return task;
}

Result<void> keep(Workspace& workspace, const Knowledge& knowledge, const RegisteredDocument& registered,
                  const std::string& part, const Analysis& analysis) {
  return workspace.save_analysis(registered.sha256, part, analysis, knowledge.rules, knowledge.analysis);
}

// Whether all that a change of lexicons asks for this document is to say that it changed nothing. Requires:
// the part that it has is asked nothing.
Result<bool> stands_as_it_is(Workspace& workspace, const Knowledge& knowledge,
                             const RegisteredDocument& registered) {
  return workspace.keep_draftless_analysis(registered.sha256, registered.identity.part, knowledge.analysis);
}

// Lets as many through as there are places; the others wait.
class Turnstile {
 public:
  explicit Turnstile(unsigned places) : places_(places) {}

  template <class Work>
  auto pass(Work&& work) {
    const Place place(places_);
    return std::forward<Work>(work)();
  }

 private:
  struct Place {
    explicit Place(std::counting_semaphore<>& all) : places(all) { places.acquire(); }
    ~Place() { places.release(); }
    Place(const Place&) = delete;
    Place& operator=(const Place&) = delete;
    std::counting_semaphore<>& places;
  };
  std::counting_semaphore<> places_;
};

// A document that is being analysed beside others. The analysis reads the document, so it ends first.
struct Underway {
  const RegisteredDocument* registered = nullptr;
  std::string part;
  std::unique_ptr<const Document> document;
  BarringSources::ForDocument sources;
  std::future<Analysis> analysis;
};

// The analyses ask for the first source first: from the other end, both together are through sooner.
void find_out_backwards(const BarringSources::ForDocument& sources) {
  for (const auto& runs : sources.runs | std::views::reverse) runs.wait();
}

Result<Underway> begin(Workspace& workspace, const Knowledge& knowledge, const Matcher& matcher,
                       const RegisteredDocument& registered, Turnstile& turnstile) {
  auto loaded = workspace.load_document(registered.sha256);
  if (!loaded) return tl::unexpected(loaded.error());
  auto part = part_of(workspace, knowledge, registered, *loaded);
  if (!part) return tl::unexpected(part.error());
  auto task = task_for(workspace, knowledge, matcher, registered, *part);
  if (!task) return tl::unexpected(task.error());
  Underway underway{
      &registered, std::move(*part), std::make_unique<const Document>(std::move(*loaded)), task->sources, {}};
  // Where no thread can be had, the work is done when its result is asked for.
  underway.analysis =
      std::async(std::launch::async | std::launch::deferred,
                 [task = std::move(*task), text = underway.document.get(), &turnstile]() mutable {
                   return turnstile.pass([&] { return std::move(task).perform(*text); });
                 });
  return underway;
}

}  // namespace

Result<Analysis> analyse_document(const Workspace& workspace, const Knowledge& knowledge,
                                  const Matcher& matcher, const RegisteredDocument& registered,
                                  const std::string& part, const Document& document) {
  return task_for(workspace, knowledge, matcher, registered, part).map([&](Task&& task) {
    return std::move(task).perform(document);
  });
}

Result<void> draft_document(Workspace& workspace, const Knowledge& knowledge, const Matcher& matcher,
                            const RegisteredDocument& registered, const Document& document) {
  const auto part = part_of(workspace, knowledge, registered, document);
  if (!part) return tl::unexpected(part.error());
  const auto analysis = analyse_document(workspace, knowledge, matcher, registered, *part, document);
  if (!analysis) return tl::unexpected(analysis.error());
  return keep(workspace, knowledge, registered, *part, *analysis);
}

Result<void> draft_stored_documents(Workspace& workspace, const Knowledge& knowledge, const Matcher& matcher,
                                    const std::vector<RegisteredDocument>& documents, unsigned jobs,
                                    const std::function<bool(const RegisteredDocument&)>& drafted) {
  if (documents.empty()) return {};
  constexpr std::size_t waiting = 2;  // so that there is work while one is stored
  // While the first documents are loaded; who analyses one waits for it.
  const auto prepared =
      std::async(std::launch::async | std::launch::deferred, [&matcher] { matcher.prepare(); });
  std::future<void> found_out;
  Turnstile turnstile(jobs);
  // Those that take long come first; the others are seen to while the first of them are analysed.
  std::deque<const RegisteredDocument*> to_analyse, to_see_to;
  for (const RegisteredDocument& document : documents)
    (is_asked_of(knowledge.rules, document.identity.part) ? to_analyse : to_see_to).push_back(&document);
  std::ranges::stable_sort(to_analyse, std::greater(), &RegisteredDocument::pages);
  std::deque<Underway> underway;
  while (!to_analyse.empty() || !to_see_to.empty() || !underway.empty()) {
    if (!to_analyse.empty() && underway.size() < jobs + waiting) {
      auto begun = begin(workspace, knowledge, matcher, *to_analyse.front(), turnstile);
      if (!begun) return tl::unexpected(begun.error());
      if (!found_out.valid() && !begun->sources.runs.empty())
        found_out = std::async(std::launch::async | std::launch::deferred,
                               [sources = begun->sources] { find_out_backwards(sources); });
      underway.push_back(std::move(*begun));
      to_analyse.pop_front();
      continue;
    }
    if (!to_see_to.empty()) {
      const RegisteredDocument& other = *to_see_to.front();
      to_see_to.pop_front();
      const auto stands = stands_as_it_is(workspace, knowledge, other);
      if (!stands) return tl::unexpected(stands.error());
      if (!*stands)
        to_analyse.push_back(&other);
      else if (!drafted(other))
        break;
      continue;
    }
    Underway first = std::move(underway.front());
    underway.pop_front();
    auto stored = keep(workspace, knowledge, *first.registered, first.part, first.analysis.get());
    if (!stored) return stored;
    if (!drafted(*first.registered)) break;
  }
  return {};
}

}  // namespace planmark
