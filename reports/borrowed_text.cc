#include "reports/borrowed_text.h"

#include <algorithm>
#include <set>

#include "analyze/redraft.h"
#include "base/format.h"
#include "reports/plan_listings.h"

namespace planmark {
namespace {

struct Source {
  std::string kind, name;
  Document document;
};

bool is_guidance(const RegisteredDocument& document, const BorrowedKnowledge& knowledge) {
  const auto& named = knowledge.guidance;
  return std::find(named.begin(), named.end(), document.sha256) != named.end() ||
         kind_of(document.identity_evidence) == "guidance";
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
  std::vector<SentenceRuns> runs;
  for (const BorrowedSource& source : sources_for(document, documents, knowledge)) {
    auto text = workspace.load_document(source.document.sha256);
    if (!text) return tl::unexpected(text.error());
    text->words.clear();
    runs.push_back(runs_of(*text, split_sentences(*text), knowledge.shared));
    found.sources.push_back(
        {source.kind, document_line(source.document, knowledge.systems), std::move(*text)});
  }
  found.shared =
      shared_sentences(runs_of(found.document, found.sentences, knowledge.shared), runs, knowledge.shared);
  return found;
}

std::vector<Span> spans_of(const std::vector<SharedSentence>& shared) {
  std::vector<Span> spans;
  for (const SharedSentence& sentence : shared) spans.push_back(sentence.span);
  return spans;
}

bool says_yes(const Draft& draft, AnswerType type) {
  if (type == AnswerType::rag) return draft.answer.value == "Yes" || draft.answer.value == "To some extent";
  return type == AnswerType::yes_no && draft.answer.value == "yes";
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
    if (question == nullptr || !says_yes(draft, question->type) || !rests_on(draft, spans)) continue;
    const Draft without = draft_without(borrowed.document, analysis, rules, *question, spans);
    if (without.answer.value == draft.answer.value) continue;
    rows.push_back({"answer", format("{}: {} {}", draft.question, question->wording, draft.answer.value), "",
                    to_text(without.answer, question->type)});
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
      format("{} answers would be others without these sentences, which by themselves earn no Yes.",
             answers.size()));
  std::move(answers.begin(), answers.end(), std::back_inserter(listing.rows));
  return listing;
}

}  // namespace planmark
