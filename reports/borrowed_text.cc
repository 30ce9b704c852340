#include "reports/borrowed_text.h"

#include <algorithm>
#include <deque>
#include <set>

#include "analyze/redraft.h"
#include "base/format.h"
#include "base/sha256.h"
#include "reports/plan_listings.h"

namespace planmark {
namespace {

struct Source {
  std::string kind, name;
  Document document;
};

// By what it calls itself; a framework is also what a system has of its own.
bool is_national(const RegisteredDocument& document) {
  const std::string kind = kind_of(document.identity_evidence);
  return kind == "guidance" || (kind == "framework" && document.identity.system.empty());
}

bool is_guidance(const RegisteredDocument& document, const BorrowedKnowledge& knowledge) {
  const auto& named = knowledge.guidance;
  return std::find(named.begin(), named.end(), document.sha256) != named.end() || is_national(document);
}

// Of this system, or of one that it came from.
bool is_own(const std::string& system, const std::string& own, const Register& systems, int steps = 4) {
  if (own.empty()) return false;
  if (system == own) return true;
  const std::vector<const System*> before =
      steps > 0 ? systems.predecessors(own) : std::vector<const System*>();
  return std::any_of(before.begin(), before.end(), [&](const System* predecessor) {
    return is_own(system, predecessor->code, systems, steps - 1);
  });
}

// Empty: it is no source.
std::string kind_of_source(const RegisteredDocument& other, const RegisteredDocument& own,
                           const BorrowedKnowledge& knowledge) {
  if (!other.extracted || other.sha256 == own.sha256) return {};
  if (is_guidance(other, knowledge)) return "national guidance";
  if (is_own(other.identity.system, own.identity.system, knowledge.systems)) {
    const bool earlier = other.identity.part == own.identity.part && !other.identity.edition.empty() &&
                         other.identity.edition < own.identity.edition;
    return earlier ? "earlier edition" : "";
  }
  return other.identity.system.empty() || own.identity.system.empty() ? "" : "other system";
}

struct Borrowed {
  Document document;
  std::vector<Sentence> sentences;
  std::vector<Source> sources;
  std::vector<SharedSentence> shared;
};

Result<Borrowed> find_borrowed(const Workspace& workspace, const RegisteredDocument& document,
                               const std::vector<RegisteredDocument>& documents,
                               const BorrowedKnowledge& knowledge) {
  Borrowed found;
  auto own = workspace.load_document(document.sha256);
  if (!own) return tl::unexpected(own.error());
  found.document = std::move(*own);
  found.sentences = split_sentences(found.document);
  std::deque<SentenceRuns> runs;
  std::vector<const SentenceRuns*> places;
  for (const BorrowedSource& source : sources_for(document, documents, knowledge)) {
    auto text = workspace.load_document(source.document.sha256);
    if (!text) return tl::unexpected(text.error());
    text->words.clear();
    places.push_back(&runs.emplace_back(runs_of(*text, split_sentences(*text), knowledge.shared)));
    found.sources.push_back(
        {source.kind, document_line(source.document, knowledge.systems), std::move(*text)});
  }
  found.shared =
      shared_sentences(runs_of(found.document, found.sentences, knowledge.shared), places, knowledge.shared);
  return found;
}

std::vector<Span> spans_of(const std::vector<SharedSentence>& shared) {
  std::vector<Span> spans;
  for (const SharedSentence& sentence : shared) spans.push_back(sentence.span);
  return spans;
}

bool rests_on(const Draft& draft, const std::vector<Span>& spans) {
  return std::any_of(draft.evidence.begin(), draft.evidence.end(), [&](const Evidence& evidence) {
    return std::any_of(spans.begin(), spans.end(), [&](Span span) { return span.overlaps(evidence.span); });
  });
}

std::vector<std::vector<std::string>> answer_rows(const Borrowed& borrowed, const Analysis& analysis,
                                                  const RuleBook& rules) {
  std::vector<std::vector<std::string>> rows;
  const std::vector<Span> spans = spans_of(borrowed.shared);
  for (const Draft& draft : analysis.drafts) {
    const Question* question = rules.find_question(draft.question);
    if (question == nullptr) continue;
    const std::string asked = format("{}: {} {}", draft.question, question->wording, draft.answer.value);
    if (!left_out_as_borrowed(draft).empty())
      rows.push_back({"drafted without", asked, "", draft.answer.value});
    if (!says_yes(draft, question->type) || !rests_on(draft, spans)) continue;
    const Draft without = draft_without(borrowed.document, analysis, rules, *question, spans);
    if (without.answer.value == draft.answer.value) continue;
    rows.push_back({"answer", asked, "", to_text(without.answer, question->type)});
  }
  return rows;
}

std::string shared_line(const Borrowed& borrowed) {
  std::set<std::string> kinds;
  for (const Source& source : borrowed.sources) kinds.insert(source.kind);
  return format("{} of {} sentences stand in other documents; {} documents were looked through ({}).",
                borrowed.shared.size(), borrowed.sentences.size(), borrowed.sources.size(),
                kinds.empty() ? "no guidance, earlier edition or other system is in the workspace"
                              : joined({kinds.begin(), kinds.end()}, ", "));
}

// "national guidance (keeping-safe.pdf)", "other system (Ashmarsh, plan, 2023 (ashmarsh.pdf))".
std::string named(const BorrowedSource& source, const Register& systems) {
  const RegisteredDocument& document = source.document;
  const std::string file = document.file_names.empty() ? document.sha256 : document.file_names.front();
  return format("{} ({})", source.kind,
                document.identity.system.empty() ? file : document_line(document, systems));
}

}  // namespace

std::vector<BorrowedSource> sources_for(const RegisteredDocument& document,
                                        const std::vector<RegisteredDocument>& documents,
                                        const BorrowedKnowledge& knowledge) {
  std::vector<BorrowedSource> sources;
  for (const RegisteredDocument& other : documents)
    if (std::string kind = kind_of_source(other, document, knowledge); !kind.empty())
      sources.push_back({std::move(kind), other});
  const auto place = [](const BorrowedSource& source) {
    return source.kind == "national guidance" ? 0 : source.kind == "earlier edition" ? 1 : 2;
  };
  std::stable_sort(sources.begin(), sources.end(),
                   [&](const BorrowedSource& a, const BorrowedSource& b) { return place(a) < place(b); });
  return sources;
}

BarringSources::BarringSources(std::vector<RegisteredDocument> documents, SharedTextRules rules)
    : documents_(std::move(documents)), rules_(std::move(rules)) {
  const bool of_guidance_alone = rules_.bars == std::vector<std::string>{kinds_of_sources.front()};
  std::vector<std::string> sources;
  for (const RegisteredDocument& document : documents_) {
    const bool is_guidance = is_national(document);
    if (!document.extracted || rules_.bars.empty() || (of_guidance_alone && !is_guidance)) continue;
    const Identity& identity = document.identity;
    sources.push_back(joined(
        {document.sha256, is_guidance ? "guidance" : "", identity.system, identity.part, identity.edition},
        "|"));
  }
  if (sources.empty()) return;
  std::sort(sources.begin(), sources.end());
  version_ = sha256_hex(format("{} {} {} {} {}", rules_.least_words, rules_.run, rules_.share,
                               joined(rules_.bars, "|"), joined(sources, "\n")));
}

Result<BarringSources> BarringSources::of(const Workspace& workspace, ExtractionVersion reader,
                                          SharedTextRules rules) {
  reader.tesseract.clear();
  auto documents = workspace.documents(reader, {});
  if (!documents) return tl::unexpected(documents.error());
  return BarringSources(std::move(*documents), std::move(rules));
}

std::string BarringSources::lexicon(const RuleBook& rules) const {
  return rules.hash + (empty() ? "" : "+" + version_.substr(0, 16));
}

Result<BarringSources::ForDocument> BarringSources::sources_of(const RegisteredDocument& registered,
                                                               const Workspace& workspace,
                                                               const RuleBook& rules,
                                                               const Register& systems) {
  ForDocument found;
  if (empty()) return found;
  for (const BorrowedSource& source : sources_for(registered, documents_, {rules, systems, rules_})) {
    if (std::find(rules_.bars.begin(), rules_.bars.end(), source.kind) == rules_.bars.end()) continue;
    const auto [runs, is_new] = runs_.try_emplace(source.document.sha256);
    if (is_new) {
      auto text = workspace.load_document(source.document.sha256);
      if (!text) return tl::unexpected(text.error());
      text->words = {};
      runs->second = std::async(std::launch::deferred, [text = std::move(*text), shared = rules_] {
                       return runs_of(text, split_sentences(text), shared);
                     }).share();
    }
    found.names.push_back(named(source, systems));
    found.runs.push_back(runs->second);
  }
  return found;
}

void BarringSources::heed(Analysis& analysis, const Document& document, const RuleBook& rules,
                          const ForDocument& sources) const {
  if (analysis.drafts.empty() || sources.runs.empty()) return;
  std::vector<const SentenceRuns*> runs;
  for (const auto& source : sources.runs) runs.push_back(&source.get());
  std::vector<BorrowedSentence> borrowed;
  for (const SharedSentence& shared :
       shared_sentences(runs_of(document, analysis.sentences, rules_), runs, rules_))
    borrowed.push_back({shared.span, sources.names[shared.source]});
  heed_borrowed(analysis, document, rules, borrowed);
}

Result<Listing> borrowed_listing(const Workspace& workspace, const RegisteredDocument& document,
                                 const std::vector<RegisteredDocument>& documents,
                                 const BorrowedKnowledge& knowledge) {
  auto borrowed = find_borrowed(workspace, document, documents, knowledge);
  if (!borrowed) return tl::unexpected(borrowed.error());
  Listing listing{.title = "Borrowed text in " + document_line(document, knowledge.systems),
                  .summary = {shared_line(*borrowed)},
                  .columns = {"Finding", "Here", "There", "Without it"}};
  for (const SharedSentence& shared : borrowed->shared) {
    const Source& source = borrowed->sources[shared.source];
    listing.rows.push_back({source.kind, quote_line(borrowed->document, shared.span),
                            source.name + ", " + quote_line(source.document, shared.source_span), ""});
  }
  if (!document.analyzed) {
    listing.summary.push_back(
        "Its answers have not been drafted by today's lexicon: planmark run drafts them.");
    return listing;
  }
  auto analysis = workspace.load_analysis(document.sha256, knowledge.rules);
  if (!analysis) return tl::unexpected(analysis.error());
  auto answers = answer_rows(*borrowed, *analysis, knowledge.rules);
  listing.summary.push_back(
      format("{} answers would be others without these sentences or are drafted without them: by themselves "
             "they earn no Yes.",
             answers.size()));
  std::move(answers.begin(), answers.end(), std::back_inserter(listing.rows));
  return listing;
}

}  // namespace planmark
