#include "reports/edition_comparison.h"

#include <algorithm>
#include <map>

#include "analyze/analyze.h"
#include "base/format.h"
#include "reports/borrowed_text.h"
#include "reports/drafts_text.h"
#include "review/record.h"

namespace planmark {
namespace {

Analysis analysed(const Document& document, const std::string& part, const RuleBook& rules) {
  if (rules.matcher != nullptr) return analyze(document, rules, *rules.matcher, part);
  const Matcher matcher(rules);
  return analyze(document, rules, matcher, part);
}

// How drafts are made today.
struct Drafter {
  const Workspace& workspace;
  const ComparisonKnowledge& knowledge;
  BarringSources barring;
  AnalysisVersion version;
};

Result<Drafter> drafter_of(const Workspace& workspace, const ComparisonKnowledge& knowledge) {
  auto barring = BarringSources::of(workspace, knowledge.reader, knowledge.shared);
  if (!barring) return tl::unexpected(barring.error());
  AnalysisVersion version = knowledge.drafter;
  version.lexicon = barring->lexicon(knowledge.rules);
  return Drafter{workspace, knowledge, std::move(*barring), std::move(version)};
}

Result<std::vector<Draft>> drafts_today(Drafter& drafter, const RegisteredDocument& registered,
                                        const Document& document, const std::string& part) {
  const RuleBook& rules = drafter.knowledge.rules;
  const auto sources =
      drafter.barring.sources_of(registered, drafter.workspace, rules, drafter.knowledge.systems);
  if (!sources) return tl::unexpected(sources.error());
  Analysis made = analysed(document, part, rules);
  drafter.barring.heed(made, document, rules, *sources);
  return std::move(made.drafts);
}

Result<ComparedEdition> edition_of(Drafter& drafter, const RegisteredDocument& registered) {
  const Workspace& workspace = drafter.workspace;
  auto document = workspace.load_document(registered.sha256);
  if (!document) return tl::unexpected(document.error());
  auto drafts = workspace.load_drafts(registered.sha256);
  if (!drafts) return tl::unexpected(drafts.error());
  const auto standing = standing_answers(workspace, registered.sha256);
  if (!standing) return tl::unexpected(standing.error());
  ComparedEdition edition{registered, std::move(*document), {}, {}, {}};
  for (const Decision& decision : *standing)
    if (decision.action != "cannot tell") edition.decided[decision.question] = decision.answer;
  if (!*drafts) return edition;
  edition.today = (*drafts)->drafts;
  if ((*drafts)->version != drafter.version) {
    auto today = drafts_today(drafter, registered, edition.document, (*drafts)->part);
    if (!today) return tl::unexpected(today.error());
    edition.today = std::move(*today);
  }
  edition.stored = std::move((*drafts)->drafts);
  return edition;
}

const Draft* draft_of(const std::vector<Draft>& drafts, const std::string& question) {
  const auto found = std::find_if(drafts.begin(), drafts.end(),
                                  [&](const Draft& draft) { return draft.question == question; });
  return found == drafts.end() ? nullptr : &*found;
}

AnswerHistory history_of(const ComparedEdition& edition, const Question& question) {
  const auto decided = edition.decided.find(question.id);
  return {question.id, question.type, draft_of(edition.stored, question.id),
          draft_of(edition.today, question.id), decided == edition.decided.end() ? "" : decided->second};
}

std::vector<AnswerChange> answers_of(const EditionComparison& made, const RuleBook& rules) {
  std::vector<AnswerChange> answers;
  for (const Question& question : rules.questions) {
    if (question.type == AnswerType::free_text) continue;
    const AnswerHistory before = history_of(made.before, question), after = history_of(made.after, question);
    if (before.stored != nullptr && after.stored != nullptr)
      answers.push_back(answer_change(before, after, made.comparison));
  }
  return answers;
}

// Empty where it is the same.
std::string base_between(const std::string& before, const std::string& after, const Register& systems) {
  if (before.empty() || after.empty()) return "";
  const BaseChange base = base_change(before, after, systems);
  return base.before == base.after ? "" : base_line(base, before, after);
}

}  // namespace

Result<EditionComparison> compare_editions(const Workspace& workspace, const RegisteredDocument& before,
                                           const RegisteredDocument& after,
                                           const ComparisonKnowledge& knowledge) {
  auto drafter = drafter_of(workspace, knowledge);
  if (!drafter) return tl::unexpected(drafter.error());
  auto earlier = edition_of(*drafter, before);
  if (!earlier) return tl::unexpected(earlier.error());
  auto later = edition_of(*drafter, after);
  if (!later) return tl::unexpected(later.error());
  EditionComparison made{std::move(*earlier), std::move(*later), {}, {}, {}, {}, {}};
  made.comparable = comparability(before.identity, after.identity, knowledge.systems);
  if (made.comparable.verdict == Comparability::partly)
    made.base = base_between(before.identity.edition, after.identity.edition, knowledge.systems);
  made.comparison = compare_documents(made.before.document, made.after.document, knowledge.comparison);
  made.questions = questions_of_changes(made.comparison, made.before.today, made.after.today);
  made.answers = answers_of(made, knowledge.rules);
  return made;
}

std::string comparable_line(const EditionComparison& made) {
  std::vector<std::string> sentences = made.comparable.because;
  if (!made.base.empty()) sentences.push_back(made.base);
  return joined(sentences, " ");
}

std::vector<RegisteredDocument> earlier_editions(const RegisteredDocument& document,
                                                 const std::vector<RegisteredDocument>& documents,
                                                 const Register& systems) {
  const Identity& later = document.identity;
  std::vector<RegisteredDocument> found;
  if (later.system.empty() || later.edition.empty()) return found;
  std::vector<std::string> line = {later.system};
  if (const System* system = systems.find(later.system))
    line = ancestors(system->code, systems), line.push_back(later.system);
  for (const RegisteredDocument& one : documents) {
    const Identity& earlier = one.identity;
    if (earlier.part == later.part && !earlier.edition.empty() && earlier.edition < later.edition &&
        std::find(line.begin(), line.end(), earlier.system) != line.end())
      found.push_back(one);
  }
  std::stable_sort(found.begin(), found.end(), [](const RegisteredDocument& a, const RegisteredDocument& b) {
    return a.identity.edition > b.identity.edition;
  });
  return found;
}

std::vector<MarkedPiece> marked_pieces(const Document& document, Span passage,
                                       const std::vector<Span>& changed) {
  std::vector<MarkedPiece> pieces;
  std::uint32_t at = passage.begin;
  const auto add = [&](std::uint32_t end, bool is_changed) {
    if (end > at) pieces.push_back({slice(document.text, {at, end}), is_changed});
    at = std::max(at, end);
  };
  for (const Span span : changed) {
    if (!passage.contains(span)) continue;
    add(span.begin, false);
    add(span.end, true);
  }
  add(passage.end, false);
  return pieces;
}

std::string pages_line(const Document& document, const PassageList& list,
                       const std::vector<std::uint32_t>& passages) {
  std::vector<std::string> pages;
  for (const std::uint32_t p : passages) {
    std::string page = std::to_string(page_at(document, list.passages[p].span.begin) + 1);
    if (std::find(pages.begin(), pages.end(), page) == pages.end()) pages.push_back(std::move(page));
  }
  if (pages.empty()) return "";
  return (pages.size() == 1 ? "page " : "pages ") + joined(pages, ", ");
}

std::string counts_line(const Comparison& comparison) {
  const auto some = [&](std::initializer_list<ChangeKind> kinds) {
    std::vector<std::string> counted;
    for (const ChangeKind kind : kinds)
      if (const std::size_t count = comparison.count(kind); count > 0)
        counted.push_back(format("{} {}", count, name_of(kind)));
    return joined(counted, ", ");
  };
  const std::string content = some(
      {ChangeKind::reworded, ChangeKind::split, ChangeKind::merged, ChangeKind::dropped, ChangeKind::added});
  const std::string same = some({ChangeKind::kept, ChangeKind::moved});
  const std::string what = comparison.same_content()
                               ? "The same content" + (content.empty() ? "" : " (" + content + ")")
                               : content;
  return same.empty() ? what : what + "; " + same;
}

std::string evidence_line(const AnswerChange& answer) {
  std::map<ChangeKind, std::size_t> counts;
  for (const EvidenceMove& move : answer.evidence) ++counts[move.kind];
  std::vector<std::string> parts;
  for (const auto& [kind, count] : counts) parts.push_back(format("{} {}", count, name_of(kind)));
  return joined(parts, ", ");
}

std::string edition_line(const RegisteredDocument& document, const Register& systems) {
  const Identity& identity = document.identity;
  std::vector<std::string> known;
  for (const std::string& part : {system_name(systems, identity.system), identity.part, identity.edition})
    if (!part.empty()) known.push_back(part);
  const std::string file = document.file_names.empty() ? document.sha256 : document.file_names.front();
  return known.empty() ? file : format("{} ({})", joined(known, ", "), file);
}

}  // namespace planmark
